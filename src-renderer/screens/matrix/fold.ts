import type { Words } from '../../language/zh.ts'
import { foldedTags } from './cell-tags.ts'
import type { CellView, PassageView } from './matrix-view.ts'

/** How much of a cell shows. */
export const heights = ['closed', 'folded', 'open'] as const

export type Height = (typeof heights)[number]

/** What is done to a row that is to have a height. */
export const heightAction = (height: Height, { matrixView }: Words): string => ({ closed: matrixView.closeRow, folded: matrixView.foldRow, open: matrixView.openRow })[height]

/** How much of a cell shows while it is folded. */
export interface Fold {
  /** For each passage shown: the lines it is cut to, or null where it shows whole. */
  readonly clamps: readonly (number | null)[]
  readonly hiddenPassages: number
  readonly hiddenCharacters: number
}

const foldedLines = 12
/** A few lines more are shown rather than hidden behind a button as tall as they are. */
const spareLines = 3

type Folded = readonly Pick<PassageView, 'passage'>[]

const knownFolds = new WeakMap<Folded, Map<number, Fold>>()

/**
 * Lets about twelve lines of a cell show. Lines are reckoned from the width, so that nothing is measured;
 * once for each width, for a row reckons all its cells whenever one of them changes.
 */
export function foldOf(passages: Folded, charactersPerLine: number): Fold {
  const byWidth = knownFolds.get(passages) ?? new Map<number, Fold>()
  const known = byWidth.get(charactersPerLine)
  if (known !== undefined) return known
  const fold = reckonedFold(passages, charactersPerLine)
  knownFolds.set(passages, byWidth.set(charactersPerLine, fold))
  return fold
}

function reckonedFold(passages: Folded, charactersPerLine: number): Fold {
  const lines = passages.map(({ passage }) => Math.ceil(passage.text.length / charactersPerLine))
  const all = lines.reduce((sum, count) => sum + count, 0)
  if (all <= foldedLines + spareLines) return { clamps: lines.map(() => null), hiddenPassages: 0, hiddenCharacters: 0 }
  const clamps: (number | null)[] = []
  let room = foldedLines
  let hiddenCharacters = 0
  for (const [index, count] of lines.entries()) {
    const length = passages[index]?.passage.text.length ?? 0
    if (room <= 0) {
      hiddenCharacters += length
      continue
    }
    clamps.push(count <= room ? null : room)
    if (count > room) hiddenCharacters += Math.max(0, length - room * charactersPerLine)
    room -= count
  }
  return { clamps, hiddenPassages: passages.length - clamps.length, hiddenCharacters }
}

/** For each passage shown: the lines it is cut to, or null where it shows whole. */
export const clampsOf = (passages: CellView['passages'], charactersPerLine: number, height: Height): Fold['clamps'] =>
  height === 'closed' ? [] : height === 'open' ? passages.map(() => null) : foldOf(passages, charactersPerLine).clamps

const lineHeight = 26
const placeLine = 28
const tagLine = 34
const frame = 48
const closedCell = 44

/** About how tall a cell will be, for the room it takes while nobody has seen it yet. */
export function reckonedHeight({ passages, targets, cell }: Pick<CellView, 'passages' | 'targets' | 'cell'>, charactersPerLine: number, height: Height): number {
  if (height === 'closed') return closedCell
  const clamps = clampsOf(passages, charactersPerLine, height)
  const tags = Math.min(targets.length + cell.programmes.length, foldedTags)
  const lines = clamps.reduce<number>((sum, clamp, index) => sum + (clamp ?? Math.ceil((passages[index]?.passage.text.length ?? 0) / charactersPerLine)), 0)
  return frame + lines * lineHeight + clamps.length * placeLine + Math.ceil(tags / 3) * tagLine
}

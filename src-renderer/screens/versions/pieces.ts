import type { ComparedVersions } from '#core/contract/version-calls.ts'
import { overlaps, type Span } from '#core/text/span.ts'
import type { Change } from '#core/versions/changes.ts'
import type { Piece, VersionRow } from '#core/versions/versions.ts'
import { openPlace } from '../../routes.ts'
import { goToChange } from './versions-state.ts'

export type VersionSide = 'before' | 'after'

/** A piece as it is drawn: of which change it is, and whether the figure of a target changed in it. */
export interface DrawnPiece extends Piece {
  /** Index in the list of changes; null: it is none. */
  readonly change: number | null
  readonly isFigure: boolean
}

/** What rows are drawn from. */
export interface RowGround {
  readonly compared: ComparedVersions
  readonly changes: readonly Change[]
  /** Index of the first change of each row that has any. */
  readonly firstChange: ReadonlyMap<number, number>
}

export function rowGround(compared: ComparedVersions, changes: readonly Change[]): RowGround {
  const firstChange = new Map<number, number>()
  changes.forEach(({ row }, index) => {
    if (!firstChange.has(row)) firstChange.set(row, index)
  })
  return { compared, changes, firstChange }
}

/** Changes are numbered at the row where a paragraph stands after: the other end of a move has the same. */
export const numberedRow = (row: VersionRow, index: number): number => (row.kind === 'moved-away' ? row.partner! : index)

/** The pieces of a row, in order, with their changes. */
export function drawnPieces({ compared: { rows, targets }, firstChange }: RowGround, index: number): DrawnPiece[] {
  const row = rows[index]!
  const numbered = numberedRow(row, index)
  const first = firstChange.get(numbered) ?? 0
  // the move itself is the first change of its row
  let change = row.kind === 'moved-here' || row.kind === 'moved-away' ? first : first - 1
  const figures = targets.filter((target) => target.kind === 'changed' && target.row === numbered)
  return row.pieces.map((piece, at) => {
    if (piece.kind === 'same') return { ...piece, change: null, isFigure: false }
    const isSecond = piece.kind === 'added' && row.pieces[at - 1]?.kind === 'deleted'
    if (!isSecond) change++
    const side = piece.kind === 'deleted' ? 'before' : 'after'
    return { ...piece, change, isFigure: figures.some((target) => target[side] !== null && overlaps(target[side], piece[side])) }
  })
}

/** What a click on drawn words needs to know of them. */
export const pieceData = (report: string, { start, end }: Span, change: number | null) => ({
  'data-report': report,
  'data-start': start,
  'data-end': end,
  ...(change === null ? {} : { 'data-change': change })
})

/** Opens the original at the drawn words that an event is about. @returns whether there were any */
export function openDrawn(target: EventTarget | null): boolean {
  const drawn = target instanceof Element ? target.closest<HTMLElement>('[data-report]') : null
  if (drawn === null) return false
  const { report, start, end, change } = drawn.dataset
  if (change !== undefined) goToChange(Number(change))
  openPlace({ report: report!, start: Number(start), end: Number(end), theme: null })
  return true
}

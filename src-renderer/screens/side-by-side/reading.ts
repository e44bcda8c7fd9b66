import { alignBlocks, inPassing, type Alignment, type AlignedUnit } from '#core/compare/align.ts'
import { foldPieces, type FoldMode, type FoldPiece } from '#core/compare/fold.ts'
import { planLevels, type LevelPlan } from '#core/compare/level.ts'
import { themeBlocks, type ThemeBlock } from '#core/compare/theme-blocks.ts'
import type { CountedReport } from '#core/compare/passages.ts'
import type { ReportView } from '#core/contract/calls.ts'
import type { Span } from '#core/text/span.ts'
import { placed } from './place-words.ts'

/** A report in a column, cut into blocks. */
export interface ColumnText {
  readonly view: ReportView
  readonly text: string
  readonly blocks: readonly ThemeBlock[]
  /** What is counted once: where its characters stand, and how many each theme has. */
  readonly counted: CountedReport
}

/** The reports in their columns, and which block answers which. */
export interface Reading {
  readonly columns: readonly ColumnText[]
  readonly alignment: Alignment
}

/** What stands in a column, from top to bottom. Spans are of the reading text. */
export type Entry = BlockEntry | AbsentEntry | AsideEntry | FoldEntry

interface EntryOfUnit {
  readonly key: string
  readonly unit: number
  /** Which level of the plan it stands on, or null. */
  readonly level: number | null
}

export interface BlockEntry extends EntryOfUnit {
  readonly kind: 'block'
  readonly block: number
  /** Of a unit that other columns have in another order. */
  readonly isCrossing: boolean
}

export interface AbsentEntry extends EntryOfUnit {
  readonly kind: 'absent'
  readonly theme: string
  /** The block in which the theme is mentioned in passing, or null: it is not mentioned. */
  readonly passing: number | null
}

/** Text outside the themes chosen that stays in sight. */
export interface AsideEntry extends Span {
  readonly kind: 'aside'
  readonly key: string
  readonly theme: string | null
}

export interface FoldEntry extends FoldPiece {
  readonly kind: 'fold'
  readonly key: string
  readonly themes: readonly (string | null)[]
  readonly isOpen: boolean
}

export function readingOf(views: readonly ReportView[]): Reading {
  const columns = views.map((view): ColumnText => {
    const counted = placed(view)
    return { view, text: view.report.text, blocks: themeBlocks(view.report, counted.counted), counted }
  })
  return { columns, alignment: alignBlocks(columns) }
}

export interface Shown {
  /** Themes chosen; none means all. */
  readonly themes: readonly string[]
  readonly mode: FoldMode
  /** Keys of folds that a person opened: `<report>:<start>`. */
  readonly unfolded: readonly string[]
}

/** What each column shows, and which units stand level. */
export interface Laid {
  readonly plan: LevelPlan
  readonly entries: readonly (readonly Entry[])[]
}

export function layOut(reading: Reading, shown: Shown): Laid {
  const { columns, alignment } = reading
  const isUnitShown = ({ blocks }: AlignedUnit): boolean => blocks.some((block, column) => block !== null && isBlockShown(columns[column]!.blocks[block]!, shown))
  const plan = planLevels(columns, alignment, isUnitShown)
  return { plan, entries: columns.map((_, column) => entriesOf({ reading, plan, shown }, column)) }
}

/** A block is read for its theme, or for another that its statements have too. */
export const isBlockShown = ({ theme, others }: ThemeBlock, { themes }: Shown): boolean =>
  themes.length === 0 ? theme !== null : (theme !== null && themes.includes(theme)) || others.some((other) => themes.includes(other))

export const foldKey = (report: string, start: number): string => `${report}:${start}`

interface EntryGround {
  readonly reading: Reading
  readonly plan: LevelPlan
  readonly shown: Shown
}

function entriesOf({ reading, plan, shown }: EntryGround, column: number): Entry[] {
  const { alignment } = reading
  const of = reading.columns[column]!
  const levels = new Map(plan.level.map((unit, level) => [unit, level + 1]))
  const crossing = new Set(plan.crossing)
  const items = plan.columns[column]!
  const entries: Entry[] = []
  let before = false
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!
    if (item.kind === 'none') {
      const theme = alignment.units[item.unit]!.theme ?? ''
      entries.push({ kind: 'absent', key: `a${item.unit}`, unit: item.unit, level: levels.get(item.unit) ?? null, theme, passing: inPassing(of, theme) })
      continue
    }
    const block = of.blocks[item.block]!
    if (isBlockShown(block, shown)) {
      const level = item.isLevel ? (levels.get(item.unit) ?? null) : null
      entries.push({ kind: 'block', key: `b${block.start}`, unit: item.unit, block: item.block, level, isCrossing: crossing.has(item.unit) })
      before = true
      continue
    }
    let last = item.block
    for (let next = items[at + 1]; next?.kind === 'block' && !isBlockShown(of.blocks[next.block]!, shown); next = items[at + 1]) {
      last = next.block
      at++
    }
    const stretch = { start: block.start, end: of.blocks[last]!.end }
    const pieces = foldPieces(stretch, { counted: of.counted.counted, paragraphs: of.view.report.paragraphs, mode: shown.mode, before, after: last + 1 < of.blocks.length })
    entries.push(...pieces.flatMap((piece) => entriesOfPiece(of, piece, shown)))
    before = false
  }
  return entries
}

function entriesOfPiece(of: ColumnText, piece: FoldPiece, { unfolded }: Shown): Entry[] {
  const blocks = of.blocks.filter(({ start, end }) => start < piece.end && end > piece.start)
  const asides = blocks.map(({ start, end, theme }): AsideEntry => {
    const from = Math.max(start, piece.start)
    return { kind: 'aside', key: `t${from}`, start: from, end: Math.min(end, piece.end), theme }
  })
  if (!piece.isFolded) return asides
  const isOpen = unfolded.includes(foldKey(of.view.id, piece.start))
  const fold: FoldEntry = { ...piece, kind: 'fold', key: `f${piece.start}`, themes: [...new Set(blocks.map(({ theme }) => theme))], isOpen }
  return isOpen ? [fold, ...asides] : [fold]
}

/** Two entries of neighbouring columns that speak of one theme. */
export interface Band {
  readonly left: string
  readonly right: string
  readonly theme: string
  readonly units: readonly number[]
  /** Whether they are of one unit; else one of them answers the other for want of anything nearer. */
  readonly isFirm: boolean
  readonly isCrossing: boolean
  /** Whether it goes on through the empty place of a column that does not speak of the theme, to one further on that does. */
  readonly isThrough: boolean
}

/** The bands between a column and the next one. */
export function bandsBetween({ columns, alignment }: Reading, { entries }: Laid, column: number): Band[] {
  const shownAt = (of: number): Map<number, BlockEntry> => new Map(entries[of]!.flatMap((entry) => (entry.kind === 'block' ? [[entry.block, entry]] : [])))
  const left = shownAt(column)
  const right = shownAt(column + 1)
  const bands = new Map<string, Band>()
  const add = (a: BlockEntry | undefined, b: BlockEntry | undefined): void => {
    const theme = a === undefined ? null : columns[column]!.blocks[a.block]!.theme
    if (a === undefined || b === undefined || theme === null) return
    bands.set(`${a.key} ${b.key}`, { left: a.key, right: b.key, theme, units: [...new Set([a.unit, b.unit])], isFirm: a.unit === b.unit, isCrossing: a.isCrossing && a.unit === b.unit, isThrough: false })
  }
  for (const [block, entry] of left) add(entry, right.get(alignment.partners[column]![block]![column + 1] ?? -1))
  for (const [block, entry] of right) add(left.get(alignment.partners[column + 1]![block]![column] ?? -1), entry)
  return [...bands.values(), ...bandsThrough({ entries, columns: columns.length }, column)]
}

/** Between a block and the empty place that answers it, or two of these, where columns on both sides speak of the theme. */
function bandsThrough({ entries, columns }: { readonly entries: Laid['entries']; readonly columns: number }, column: number): Band[] {
  if (columns < 3) return []
  const placesAt = entries.map((list) => new Map(list.flatMap((entry) => (entry.kind === 'block' || entry.kind === 'absent' ? [[entry.unit, entry]] : []))))
  const hasBlock = (unit: number, from: number, to: number): boolean => placesAt.slice(from, to).some((places) => places.get(unit)?.kind === 'block')
  return [...placesAt[column]!].flatMap(([unit, left]): Band[] => {
    const right = placesAt[column + 1]!.get(unit)
    const theme = left.kind === 'absent' ? left.theme : right?.kind === 'absent' ? right.theme : null
    if (right === undefined || theme === null || !hasBlock(unit, 0, column + 1) || !hasBlock(unit, column + 1, columns)) return []
    return [{ left: left.key, right: right.key, theme, units: [unit], isFirm: true, isCrossing: false, isThrough: true }]
  })
}

/** Column -> key of an entry -> for each column the key of the entry that answers it there, or null. */
export function answersOf({ alignment }: Reading, { entries }: Laid): ReadonlyMap<string, readonly (string | null)[]>[] {
  const byLevel = entries.map((list) => new Map(list.flatMap((entry) => ('level' in entry && entry.level !== null ? [[entry.level, entry.key]] : []))))
  const byBlock = entries.map((list) => new Map(list.flatMap((entry) => (entry.kind === 'block' ? [[entry.block, entry.key]] : []))))
  return entries.map((list, column) => {
    const answers = new Map<string, readonly (string | null)[]>()
    for (const entry of list) {
      if (!('unit' in entry)) continue
      const partners = entry.kind === 'block' ? alignment.partners[column]![entry.block]! : []
      answers.set(
        entry.key,
        entries.map((_, other) => (entry.level === null ? undefined : byLevel[other]!.get(entry.level)) ?? byBlock[other]!.get(partners[other] ?? -1) ?? null)
      )
    }
    return answers
  })
}

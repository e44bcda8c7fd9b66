import type { Cell, CellTarget, Comparison, Passage, Row } from '#core/compare/comparison.ts'
import type { StatementKind } from '#core/report/report.ts'
import type { Note } from '#core/contract/edit-calls.ts'
import { phraseSpans } from '../../text-view/marks.ts'
import { isOnCell, isOnPassage, type NotesByReport } from '../../notes.ts'

/** What the person narrowed the table to. */
export interface MatrixFilter {
  readonly themes: readonly string[]
  readonly kinds: readonly StatementKind[]
  readonly find: string
  readonly withTarget: boolean
  readonly withNote: boolean
  /** Leaves out the columns that have nothing in the rows shown. */
  readonly onlyMentioning: boolean
  /** Themes that no column mentions have a row as well. */
  readonly emptyThemes: boolean
}

export interface PassageView {
  readonly passage: Passage
  /** Among all of the cell's passages, those filtered out counted. */
  readonly index: number
  readonly notes: readonly Note[]
}

export interface CellView {
  /** Theme and column: the same cell keeps it when the table changes around it. */
  readonly key: string
  readonly cell: Cell
  /** Index of its column in the comparison. */
  readonly column: number
  readonly passages: readonly PassageView[]
  readonly targets: readonly CellTarget[]
  /** Notes on the theme in this column that stand on no passage shown. */
  readonly notes: readonly Note[]
  /** Occurrences of the words looked for. */
  readonly hits: number
}

export interface RowView {
  readonly row: Row
  /** One for each of the columns shown. */
  readonly cells: readonly CellView[]
}

export interface MatrixView {
  /** Indices of the comparison's columns that are shown, in order. */
  readonly columns: readonly number[]
  readonly rows: readonly RowView[]
  /** Rows that no column mentions; named below the table instead of drawn. */
  readonly absent: readonly Row[]
}

/** What of the table is told by the person, not by the reports. */
export interface PersonalWork {
  readonly notes: NotesByReport
  /** Ids of columns and of themes in the order the person gave them; others follow in their own. */
  readonly columnOrder: readonly string[]
  readonly themeOrder: readonly string[]
}

const cellKey = (theme: string, column: string): string => `${theme} ${column}`

const lastViews = new WeakMap<Cell, CellView>()

/** The view of before where it shows the same: a note or a filter draws those cells again that it changes. */
function keptView(cell: Cell, now: CellView): CellView {
  const before = lastViews.get(cell)
  if (before !== undefined && isSameView(before, now)) return before
  lastViews.set(cell, now)
  return now
}

const isSameView = (a: CellView, b: CellView): boolean =>
  a.key === b.key &&
  a.column === b.column &&
  a.hits === b.hits &&
  isSameList(a.targets, b.targets) &&
  isSameList(a.notes, b.notes) &&
  a.passages.length === b.passages.length &&
  a.passages.every(({ passage, index, notes }, at) => {
    const other = b.passages[at]
    return passage === other?.passage && index === other.index && isSameList(notes, other.notes)
  })

const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean => a === b || (a.length === b.length && a.every((part, index) => part === b[index]))

/** Whether the filter asks something of the quotations themselves. */
export const narrowsQuotations = ({ kinds, find, withTarget, withNote }: MatrixFilter): boolean => kinds.length > 0 || find !== '' || withTarget || withNote

/** The comparison as the table shows it: filtered and in the person's order. */
export function matrixView(comparison: Comparison, filter: MatrixFilter, work: PersonalWork): MatrixView {
  const themed = inOrder(comparison.rows, work.themeOrder, (row) => row.theme).filter((row) => filter.themes.length === 0 || filter.themes.includes(row.theme))
  const narrows = narrowsQuotations(filter)
  const noted = comparison.columns.map(({ reports }) => reports.flatMap((report) => work.notes.get(report) ?? []))
  const hasRow = (row: Row): boolean => filter.emptyThemes || row.cells.some((cell) => cell.state === 'present' || cell.verdict !== null)
  const all = themed.filter(hasRow).map((row): RowView => ({ row, cells: row.cells.map((cell, column) => keptView(cell, cellView({ comparison, row, column, filter, noted: noted[column] ?? none }))) }))
  const rows = narrows ? all.filter((view) => view.cells.some(isFound)) : all
  const columns = inOrder([...comparison.columns.keys()], work.columnOrder, (index) => comparison.columns[index]?.id ?? '').filter(
    (index) => !filter.onlyMentioning || rows.some(({ cells }) => (cells[index]?.passages.length ?? 0) > 0)
  )
  return {
    columns,
    rows: rows.map(({ row, cells }) => ({ row, cells: columns.flatMap((index) => cells[index] ?? []) })),
    absent: narrows ? [] : themed.filter((row) => !hasRow(row))
  }
}

const isFound = (cell: CellView): boolean => cell.passages.length > 0 || cell.notes.length > 0

/** Those that the person put in order first, then the others as they come. */
export function inOrder<T>(items: readonly T[], order: readonly string[], idOf: (item: T) => string): T[] {
  if (order.length === 0) return [...items]
  const places = new Map(order.map((id, index) => [id, index]))
  const placeOf = (item: T): number => places.get(idOf(item)) ?? order.length
  return items.map((item, index) => ({ item, index })).sort((a, b) => placeOf(a.item) - placeOf(b.item) || a.index - b.index).map(({ item }) => item)
}

interface CellPlace {
  readonly comparison: Comparison
  readonly row: Row
  readonly column: number
  readonly filter: MatrixFilter
  /** All notes on the column's reports. */
  readonly noted: readonly Note[]
}

function cellView({ comparison, row, column, filter, noted }: CellPlace): CellView {
  const cell = row.cells[column]!
  const { id } = comparison.columns[column]!
  const withNotes = cell.passages.map((passage, index): PassageView => ({
    passage,
    index,
    notes: noted.length === 0 ? none : noted.filter((note) => isOnPassage(note, passage, row.theme))
  }))
  const targeted = filter.withTarget ? new Set(cell.targets.map((target) => target.passage)) : null
  const passages = withNotes.filter(
    (view) => isKept(view.passage, filter) && (targeted === null || targeted.has(view.index)) && (!filter.withNote || view.notes.length > 0)
  )
  const visible = new Set(passages.map(({ index }) => index))
  return {
    key: cellKey(row.theme, id),
    cell,
    column,
    passages,
    targets: cell.targets.filter((target) => target.passage === null || visible.has(target.passage)),
    notes: filter.find === '' && filter.kinds.length === 0 && !filter.withTarget ? noted.filter((note) => isOnCell(note, row.theme, cell.passages)) : none,
    hits: passages.reduce((sum, { passage }) => sum + hitCount(passage.text, filter.find), 0)
  }
}

const none: readonly never[] = []

const isKept = (passage: Passage, { kinds, find }: MatrixFilter): boolean =>
  (kinds.length === 0 || passage.kinds.some((kind) => kinds.includes(kind))) && passage.text.includes(find)

const hitCount = (text: string, find: string): number => (find === '' ? 0 : phraseSpans(text, [find]).length)

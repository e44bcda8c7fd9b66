import type { ColumnReport, Comparison, Passage, Row, Verdict } from '#core/compare/comparison.ts'
import type { CellPart } from '#core/compare/comparison.ts'
import type { CellSummary, SummaryPlace } from '#core/contract/summary-calls.ts'

/** A cell of the summary matrix, by what it is about: the same cell keeps it when the table changes around it. */
export interface SummaryCell {
  readonly key: string
  readonly place: SummaryPlace
  readonly row: Row
  /** Of parts 'common' and 'difference' null: they are of all reports shown. */
  readonly report: ColumnReport | null
  /** 'unread': the program found nothing, and nobody has said so. Of the parts that compare: whether any report speaks of the theme. */
  readonly state: 'present' | 'unread' | Verdict
  /** Coded text of the theme: of the report, or of all reports shown. */
  readonly passages: readonly Passage[]
  readonly summary: CellSummary | null
  /** Of the same part and theme, written when other reports were compared. */
  readonly others: readonly CellSummary[]
  /** Whether something is to be written here: it is not said that there is nothing. */
  readonly isExpected: boolean
}

export interface SummaryLine {
  readonly row: Row
  readonly cells: readonly SummaryCell[]
}

export interface SummaryGrid {
  readonly reports: readonly ColumnReport[]
  /** Whether the reports are enough to compare: then 'common' and 'difference' stand behind them. */
  readonly compares: boolean
  readonly lines: readonly SummaryLine[]
}

/** What the matrix beside it has: the reports in the person's order, the themes shown, and whether themes without text have rows. */
export interface SummaryForm {
  readonly reports: readonly ColumnReport[]
  readonly rows: readonly Row[]
  readonly emptyThemes: boolean
}

const comparing = ['common', 'difference'] as const satisfies readonly CellPart[]

/** The matrix: a column for each report, however the comparison has grouped them, then what they have in common and where they differ. */
export function summaryGrid(comparison: Pick<Comparison, 'codebook' | 'columns'>, summaries: readonly CellSummary[], { reports, rows, emptyThemes }: SummaryForm): SummaryGrid {
  const known = new Map(summaries.map((summary) => [keyOf(summary), summary]))
  const compares = reports.length > 1
  const set = reports.map(({ id }) => id)
  const columnOf = new Map(comparison.columns.flatMap(({ reports: own }, index) => own.map((id) => [id, index] as const)))
  const lines = rows.map((row): SummaryLine => {
    const cells = reports.map((report) => reportCell({ row, report, column: columnOf.get(report.id)!, codebook: comparison.codebook.id, known }))
    const passages = cells.flatMap((cell) => cell.passages)
    return {
      row,
      cells: compares
        ? [...cells, ...comparing.map((part): SummaryCell => comparisonCell({ codebook: comparison.codebook.id, theme: row.theme, part, reports: set }, { row, passages, summaries, known }))]
        : cells
    }
  })
  return { reports, compares, lines: lines.filter(({ cells }) => emptyThemes || cells.some((cell) => cell.state !== 'unread' || cell.summary !== null)) }
}

interface CellGround {
  readonly row: Row
  readonly report: ColumnReport
  readonly column: number
  readonly codebook: string
  readonly known: ReadonlyMap<string, CellSummary>
}

function reportCell({ row, report, column, codebook, known }: CellGround): SummaryCell {
  const place: SummaryPlace = { codebook, theme: row.theme, part: 'report', reports: [report.id] }
  const key = keyOf(place)
  const { passages: all, verdict: said, verdicts } = row.cells[column]!
  const passages = all.filter((passage) => passage.report === report.id)
  const verdict = verdicts === undefined ? said : (verdicts[report.id] ?? null)
  const state = passages.length > 0 ? (verdict === 'in-passing' ? verdict : 'present') : (verdict ?? 'unread')
  const summary = known.get(key) ?? null
  return { key, place, row, report, state, passages, summary, others: [], isExpected: passages.length > 0 || state === 'in-passing' || hasText(summary) }
}

interface ComparisonGround {
  readonly row: Row
  readonly passages: readonly Passage[]
  readonly summaries: readonly CellSummary[]
  readonly known: ReadonlyMap<string, CellSummary>
}

function comparisonCell(place: SummaryPlace, { row, passages, summaries, known }: ComparisonGround): SummaryCell {
  const key = keyOf(place)
  const summary = known.get(key) ?? null
  const others = summaries.filter((other) => other.part === place.part && other.theme === place.theme && keyOf(other) !== key && other.reports.some((id) => place.reports.includes(id)) && hasText(other))
  return { key, place, row, report: null, state: passages.length > 0 ? 'present' : 'unread', passages, summary, others, isExpected: passages.length > 0 || hasText(summary) }
}

/** Reports in whatever order are one set. */
export const keyOf = ({ codebook, theme, part, reports }: SummaryPlace): string => [codebook, theme, part, ...reports.toSorted((a, b) => Number(a) - Number(b))].join(' ')

export const hasText = (summary: Pick<CellSummary, 'body'> | null): boolean => summary !== null && summary.body.trim() !== ''

/** Whether words that it was written from are not there any more as they were. */
export const isChanged = (summary: Pick<CellSummary, 'links'> | null): boolean => summary !== null && summary.links.some(({ place }) => place === null)

export interface Progress {
  /** Cells in which the person has written. */
  readonly written: number
  /** Cells in which something is to be written. */
  readonly all: number
  /** Filled in from the coded text, and touched by nobody since. */
  readonly unedited: number
  readonly changed: number
}

export function progressOf({ lines }: SummaryGrid): Progress {
  const cells = lines.flatMap((line) => line.cells).filter(({ isExpected }) => isExpected)
  const count = (holds: (cell: SummaryCell) => boolean): number => cells.filter(holds).length
  return {
    written: count(({ summary }) => hasText(summary) && summary?.isFilled === false),
    all: cells.length,
    unedited: count(({ summary }) => hasText(summary) && summary?.isFilled === true),
    changed: count(({ summary }) => isChanged(summary))
  }
}

/** The next cell to be written in after this one, row by row and round; where none is empty, the next that was only filled in. Null: all is written. */
export function nextEmpty({ lines }: SummaryGrid, from: string | null): SummaryCell | null {
  const cells = lines.flatMap((line) => line.cells)
  const at = cells.findIndex(({ key }) => key === from)
  const round = [...cells.slice(at + 1), ...cells.slice(0, Math.max(0, at))].filter(({ isExpected }) => isExpected)
  return round.find(({ summary }) => !hasText(summary)) ?? round.find(({ summary }) => summary?.isFilled === true) ?? null
}

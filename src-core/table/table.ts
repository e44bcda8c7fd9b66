import type { Verdict } from '../compare/comparison.ts'
import type { Span } from '../text/span.ts'

/** A publication table as a value: what every writer (csv, md, html, xlsx) prints in its own way. */
export interface Table {
  readonly id: TableId
  /** Name of the sheet or heading of the section, at most 31 characters. */
  readonly name: string
  readonly columns: readonly TableColumn[]
  /** Each row has one cell for each column. */
  readonly rows: readonly TableRow[]
  /** Units, n and formulas, printed below. */
  readonly notes: readonly string[]
}

export type TableId = 'quotations' | 'counts' | 'targets' | 'programmes' | 'shared-phrases' | 'similar-passages' | 'passages' | 'notes' | 'concordance' | 'annotations' | 'agreement' | 'summaries' | 'statistics' | 'version-changes' | 'version-themes' | 'version-targets' | 'phrases' | 'phrases-common' | 'phrases-local'

export interface TableColumn {
  /** May hold line breaks. */
  readonly header: string
  /** `decimal`: one digit after the point; `ratio`: two; `percent`: a share 0..1 shown as per cent with one digit. */
  readonly kind: 'label' | 'text' | 'quotations' | 'count' | 'decimal' | 'ratio' | 'percent' | 'code'
  /** In Chinese characters. */
  readonly width: number
}

export interface TableRow {
  readonly cells: readonly TableCell[]
  /** Theme colour `#rrggbb`, or null. */
  readonly color: string | null
  /** Sums and bases, set apart from the rows they sum up. */
  readonly isTotal: boolean
  /** How its numbers are written, where that is not as in the rest of their columns (a base under shares). */
  readonly kind?: TableColumn['kind']
}

/** null is a cell with nothing to say (a rank of nothing). */
export type TableCell = string | number | null | QuotedCell

export interface QuotedCell {
  readonly quotations: readonly Quotation[]
  /** What to print when there is no quotation (待读, 未提及（已核实）, 不适用), and above those that are a mention in passing. */
  readonly absent: string
  /** Which of these it is; null: nobody has said. */
  readonly verdict: Verdict | null
}

/** Words of a report as they stand there, and where. */
export interface Quotation {
  readonly text: string
  /** Report, province, date, outline path, paragraph, lines of the original. */
  readonly source: string
  /** In order of place; they may overlap. */
  readonly marks: readonly Mark[]
}

export interface Mark extends Span {
  readonly kind: 'shared' | 'target' | 'programme'
}

export const isQuoted = (cell: TableCell): cell is QuotedCell => typeof cell === 'object' && cell !== null

/** Whether its quotations are a mention in passing, by a person's word. */
export const isPassing = ({ quotations, verdict }: QuotedCell): boolean => quotations.length > 0 && verdict === 'in-passing'

/** A cell as plain text; quotations stand one below the other, each with its source on a line of its own. */
export function cellText(cell: TableCell, kind: TableColumn['kind']): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return numberText(cell, kind)
  if (cell.quotations.length === 0) return cell.absent
  return [...(isPassing(cell) ? [`【${cell.absent}】`] : []), ...cell.quotations.map(({ text, source }) => `${text}\n〔${source}〕`)].join('\n\n')
}

/** @example numberText(0.0487, 'percent') // '4.9%' */
export function numberText(value: number, kind: TableColumn['kind']): string {
  if (kind === 'percent') return `${(value * 100).toFixed(1)}%`
  if (kind === 'decimal') return value.toFixed(1)
  if (kind === 'ratio') return value.toFixed(2)
  return String(value)
}

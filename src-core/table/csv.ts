import type { Table, TableCell, TableRow } from './table.ts'
import { cellText } from './table.ts'

/**
 * A table as CSV that spreadsheets open as it is: UTF-8 with byte order mark (Excel reads Chinese by
 * it), CRLF, every text quoted, numbers bare with a point and no grouping. Shares are 0..1.
 *
 * A text that a spreadsheet would run as a formula gets an apostrophe before it (see `guardFormula`).
 */
export function csvText(table: Table): string {
  const header = table.columns.map((column) => quoted(column.header.replaceAll('\n', ' ')))
  return '\ufeff' + csvLine(header) + csvRows(table.rows)
}

/** More rows, for a table that is made piece by piece: what comes after the `csvText` of its first. */
export const csvRows = (rows: readonly TableRow[]): string => rows.map(({ cells }) => csvLine(cells.map(csvCell))).join('')

const csvLine = (cells: readonly string[]): string => `${cells.join(',')}\r\n`

function csvCell(cell: TableCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return bareNumber(cell)
  return quoted(cellText(cell, 'text'))
}

/** At most six digits after the point, never an exponent for the sizes that tables hold. */
const bareNumber = (value: number): string => String(Math.round(value * 1e6) / 1e6)

const quoted = (text: string): string => `"${guardFormula(text).replaceAll('"', '""')}"`

/**
 * Puts an apostrophe before a text that begins like a formula: = + - @ (full-width too), TAB, CR, LF
 * or NUL (OWASP CSV Injection; ASVS 1.2.10), also behind white space. A number as written (`-3.5%`,
 * `+2`) stays as it is. A text that already has apostrophes there gets one more, so that
 * `unguardFormula` always gives the text back.
 *
 * @example guardFormula('=1+1') // "'=1+1"
 */
export const guardFormula = (text: string): string =>
  FORMULA_START.test(text) && !WRITTEN_NUMBER.test(text) ? `'${text}` : text

/** The text that `guardFormula` was given. */
export const unguardFormula = (cell: string): string =>
  cell.startsWith("'") && FORMULA_START.test(cell.slice(1)) && !WRITTEN_NUMBER.test(cell.slice(1)) ? cell.slice(1) : cell

const FORMULA_START = /^'*(?:[\t\r\n\0]|[\s\u200b]*[=+\-@＝＋－＠])/
const WRITTEN_NUMBER = /^[+\-＋－]?(?:\d+(?:\.\d+)?|[０-９]+(?:[.．][０-９]+)?) ?[%％‰]?$/

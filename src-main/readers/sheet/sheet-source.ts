import type { Refusal } from '#core/contract/problem.ts'
import type { SourceRecord } from '#core/source/source.ts'
import { SourceText } from '#core/source/source-text.ts'
import type { Span } from '#core/text/span.ts'
import type { ColumnNames, ReadingGround, SourceFile, Warning } from '../reader.ts'
import { refuse } from '../refusals.ts'
import { guessColumns, locateColumns, type ColumnPlaces } from './columns.ts'
import { cellAt, mostRowsWithText, type SheetCell, type SheetGrid, type SheetRow } from './grid.ts'
import { sheetWarnings } from './sheet-warnings.ts'

/** A sheet whose columns are known. */
export interface ChosenSheet {
  readonly grid: SheetGrid
  readonly places: ColumnPlaces
  /** What the header said; null where a person named the columns. */
  readonly guessed: ColumnNames | null
}

/** The columns of a sheet, as they were named or as its header says. @returns what is missing as a refusal */
export function chooseColumns(grid: SheetGrid, { columns, fileName }: ReadingGround): ChosenSheet | Refusal {
  const guess = columns === null ? guessColumns(grid.rows) : null
  const names = columns ?? (guess?.certain === true ? guess.columns : null)
  if (names === null) return refuse('needs-columns', fileName, { columns: columnList(guess?.headers ?? []) })
  const places = locateColumns(grid.rows, names)
  if ('missing' in places) return refuse('no-such-column', fileName, { name: places.missing, columns: columnList(places.headers) })
  return { grid, places, guessed: columns === null ? names : null }
}

/** `#1 编号、#3 正文` */
const columnList = (headers: readonly string[]): string =>
  headers.flatMap((header, n) => (header.trim() === '' ? [] : [`#${n + 1} ${header.trim().slice(0, 30)}`])).slice(0, 30).join('、')

export interface SheetFile {
  readonly mediaType: string
  readonly encoding: string | null
  /** What the reader of the format has to say besides. */
  readonly warnings: readonly Warning[]
}

/**
 * A sheet as a source: one record for each row that has text, its lines in the order title, province,
 * date, other cells, text. Every other cell is a line too, outside the records: rows above the
 * header and the header itself (`header`), rows without text (`field`).
 *
 * @returns no-text where no row has any, too-many-parts for a database
 */
export function sheetSource({ grid, places, guessed }: ChosenSheet, file: SheetFile, ground: ReadingGround): SourceFile | Refusal {
  const text = new SourceText()
  const records: SourceRecord[] = []
  const withoutText: number[] = []
  for (const [n, row] of grid.rows.entries()) {
    if (n <= places.header) for (const cell of ownCells(row)) text.line(cell.text, { role: 'header' })
    else if (textOf(row, places, grid) !== null) records.push(writeRecord(text, row, { places, grid }))
    else {
      for (const cell of ownCells(row)) text.line(cell.text, { role: 'field' })
      // the rest of a text that is merged over several rows stands in its first
      if (ownCells(row).length > 0 && !isCovered(row, places.text)) withoutText.push(row.number)
    }
    if (records.length > mostRowsWithText) return refuse('too-many-parts', ground.fileName, { count: mostRowsWithText })
  }
  if (records.length === 0) return refuse('empty', ground.fileName)
  return {
    source: text.source({ fileName: ground.fileName, folders: ground.folders, records }),
    mediaType: file.mediaType,
    encoding: file.encoding,
    warnings: [...sheetWarnings({ grid, places, guessed, withoutText, replaced: text.replaced }), ...file.warnings]
  }
}

interface Placed {
  readonly places: ColumnPlaces
  readonly grid: SheetGrid
}

function writeRecord(text: SourceText, row: SheetRow, { places, grid }: Placed): SourceRecord {
  const first = text.lineCount
  const fact = (column: number | null, role: 'title' | 'field'): Span | null => {
    const cell = column === null || column === places.text ? null : cellAt(row, column)
    if (cell === null || cell.isError === true) return null
    const { start, end } = text.line(cell.text, { role })
    return { start, end }
  }
  const title = fact(places.title, 'title')
  const province = fact(places.province, 'field')
  const date = fact(places.date, 'field')
  const own = textOf(row, places, grid)!
  for (const cell of ownCells(row)) if (!own.cells.has(cell) && !isFact(cell, row, places)) text.line(cell.text, { role: 'field' })
  writeText(text, own.text)
  return { first, after: text.lineCount, title, province, date }
}

/** Whether the cell was written as title, province or date. */
const isFact = (cell: SheetCell, row: SheetRow, { title, province, date }: ColumnPlaces): boolean =>
  cell.isError !== true && [title, province, date].includes(cell.column) && cellAt(row, cell.column) === cell

/** Line by line. Whether a line end within a cell ends a paragraph is not said: people break lines by hand there, and paste wrapped text. */
function writeText(text: SourceText, cell: string): void {
  const lines = cell.split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/)
  lines.forEach((line, n) => void text.line(line, n === lines.length - 1 ? { endsParagraph: true } : {}))
}

/**
 * The text of a row, with the cells that it is made of; null where it has none. In a line whose last
 * column is the text and that has more cells than the header, the text itself was split at its commas:
 * they are put back.
 */
function textOf(row: SheetRow, { header, text }: ColumnPlaces, { delimiter, rows }: SheetGrid): { text: string; cells: ReadonlySet<SheetCell> } | null {
  const cell = cellAt(row, text)
  if (cell === null || cell.isError === true || cell.isCovered === true) return null
  const isLast = delimiter !== null && header !== -1 && rows[header]!.cells.every(({ column }) => column <= text)
  const rest = isLast ? row.cells.filter(({ column }) => column > text) : []
  if (rest.length === 0) return { text: cell.text, cells: new Set([cell]) }
  const pieces: string[] = []
  for (const one of [cell, ...rest]) pieces[one.column - text] = one.text
  return { text: Array.from(pieces, (piece) => piece ?? '').join(delimiter!), cells: new Set([cell, ...rest]) }
}

const ownCells = (row: SheetRow): readonly SheetCell[] => row.cells.filter((cell) => cell.isCovered !== true)

const isCovered = (row: SheetRow, column: number): boolean => cellAt(row, column)?.isCovered === true

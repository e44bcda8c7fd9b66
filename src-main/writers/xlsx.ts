import { tablesInOrder, type ComparisonTables } from '#core/table/from-comparison.ts'
import { cellText, isQuoted, type Table, type TableCell, type TableColumn, type TableRow } from '#core/table/table.ts'
import { words, type Language } from '#core/table/words.ts'
import { LONGEST_CELL, workbookBytes, type Sheet, type SheetCell, type SheetStyle } from './workbook.ts'

/** A comparison as an Excel workbook, one sheet for each table: 原文对照, 频次, 目标, 提法, 共同短语, 相似引文, 引文, 说明. */
export const comparisonXlsx = (tables: ComparisonTables, madeOn: string): Promise<Uint8Array> =>
  workbookBytes({
    title: tables.title,
    madeOn,
    sheets: tablesInOrder(tables).map((table) => sheetOf(table, words[tables.language].continued))
  })

/** One list as a workbook of its own: the table, and below another sheet's name what its columns mean. */
export function tableXlsx(table: Table, { language, madeOn }: { readonly language: Language; readonly madeOn: string }): Promise<Uint8Array> {
  const { continued, tables } = words[language]
  const notes: Sheet = { name: tables.notes, widths: [120], frozenColumns: 0, rows: table.notes.map((note) => [{ value: note, style: {} }]) }
  return workbookBytes({ title: table.name, madeOn, sheets: [sheetOf(table, continued), notes] })
}

function sheetOf(table: Table, continued: string): Sheet {
  return {
    name: table.name,
    widths: table.columns.map(({ width, kind }) => (kind === 'quotations' ? 60 : Math.min(60, 2 * width + 2))),
    frozenColumns: table.columns[0]?.kind === 'label' ? 1 : 0,
    rows: [
      table.columns.map(({ header }) => ({ value: header, style: { header: true } })),
      ...table.rows.flatMap((row) => writtenRows(row, table.columns, continued))
    ]
  }
}

/** One row, or several where a cell is longer than Excel opens: the label says 续, and so does each cell that goes on. */
function writtenRows(row: TableRow, columns: readonly TableColumn[], continued: string): SheetCell[][] {
  return linesOf(row, columns, continued).map((values, line) =>
    row.cells.map((cell, index): SheetCell => {
      const column = columns[index]!
      const value = line > 0 && column.kind === 'label' ? `${cellText(cell, 'label')}${continued}` : values[index]!
      return { value, style: styleOf(cell, column, row) }
    })
  )
}

/** The values of a row, in as many lines as its longest cell has pieces that Excel opens. */
export function linesOf({ cells }: Pick<TableRow, 'cells'>, columns: readonly TableColumn[], continued: string): (string | number | null)[][] {
  const pieces = cells.map((cell, index) => piecesOf(cell, columns[index]!.kind, continued))
  const height = Math.max(1, ...pieces.map(({ length }) => length))
  return Array.from({ length: height }, (_, line) => pieces.map((own) => own[line] ?? null))
}

/** A cell in the pieces that Excel opens. */
function piecesOf(cell: TableCell, kind: TableColumn['kind'], continued: string): (string | number)[] {
  if (cell === null) return []
  return typeof cell === 'number' ? [cell] : splitForCells(cellText(cell, kind), LONGEST_CELL, continued)
}

function styleOf(cell: TableCell, { kind }: TableColumn, { color, isTotal, kind: ofRow }: TableRow): SheetStyle {
  if (kind === 'label') return { bold: true, ...(color === null ? {} : { theme: color }) }
  if (isQuoted(cell)) return cell.quotations.length === 0 ? { grey: true } : { quoted: true }
  return {
    ...(isTotal ? { bold: true } : {}),
    ...(kind === 'code' ? { grey: true } : {}),
    ...numberFormat(ofRow ?? kind)
  }
}

/** How a number of a column is written. */
export function numberFormat(kind: TableColumn['kind']): Pick<SheetStyle, 'format'> {
  if (kind === 'percent') return { format: '0.0%' }
  if (kind === 'decimal') return { format: '0.0' }
  return kind === 'ratio' ? { format: '0.00' } : {}
}

/**
 * Cuts a text into pieces of at most `longest` UTF-16 units, at the end of a quotation, line or sentence
 * where there is one in the second half, never within a surrogate pair. Every piece but the first begins
 * with `continued`; without it the pieces joined are the text.
 */
export function splitForCells(text: string, longest: number, continued: string): string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > room(longest, continued, pieces)) {
    const size = cutWithin(rest, room(longest, continued, pieces))
    pieces.push((pieces.length > 0 ? continued : '') + rest.slice(0, size))
    rest = rest.slice(size)
  }
  return [...pieces, (pieces.length > 0 ? continued : '') + rest]
}

const room = (longest: number, continued: string, before: readonly string[]): number =>
  before.length === 0 ? longest : longest - continued.length

function cutWithin(text: string, most: number): number {
  const window = text.slice(0, most)
  for (const end of ['\n\n', '\n', '。', '；', '，']) {
    const at = window.lastIndexOf(end)
    if (at >= most / 2) return at + end.length
  }
  return /[\ud800-\udbff]$/.test(window) && most > 1 ? most - 1 : most
}

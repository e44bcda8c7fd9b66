import { writeXlsx, type Cell, type CellStyle, type CellValue, type WriteSheet } from 'hucre/xlsx'
import { cellWidth } from '#core/table/cell-width.ts'
import { xmlText } from './xml-text.ts'

/** A workbook in our own words; this file alone knows the library that writes it. */
export interface Workbook {
  readonly title: string
  /** ISO date, kept as the time of change, so that the same tables give the same workbook. */
  readonly madeOn: string
  readonly sheets: readonly Sheet[]
}

export interface Sheet {
  readonly name: string
  /** In widths of a digit; a Han character takes two. */
  readonly widths: readonly number[]
  /** The first rows are the head: frozen, and repeated on every printed page. */
  readonly rows: readonly (readonly SheetCell[])[]
  readonly frozenColumns: number
  /** Rows of the head. Default: one, which is also filtered by; otherwise the sheet is a table of a paper and has no filter. */
  readonly headRows?: number
  /** Cells that are one, 0-based and inclusive. */
  readonly merges?: readonly { readonly startRow: number; readonly endRow: number; readonly startCol: number; readonly endCol: number }[]
}

export interface SheetCell {
  /** At most 32,767 UTF-16 units where it is text. */
  readonly value: string | number | null
  readonly style: SheetStyle
}

export interface SheetStyle {
  readonly bold?: boolean
  /** The words of a report: Song face. */
  readonly quoted?: boolean
  readonly grey?: boolean
  readonly header?: boolean
  /** Theme colour `#rrggbb`: edge in full, ground in a tint. */
  readonly theme?: string
  readonly format?: '0.0%' | '0.0' | '0.00'
  /** A cell of a three-line table: Song face, no ground, and these lines alone. */
  readonly lines?: SheetLines
}

export interface SheetLines {
  readonly top?: 'medium' | 'thin' | 'hair'
  readonly bottom?: 'medium' | 'thin' | 'hair'
  readonly isCentred?: boolean
}

/** The bytes of an .xlsx file: inline strings and numbers only, no formula, no link, no macro. */
export async function workbookBytes({ title, madeOn, sheets }: Workbook): Promise<Uint8Array> {
  const output = await writeXlsx({
    stringMode: 'inline',
    defaultFont: { name: 'Microsoft YaHei', size: 10 },
    properties: { title: xmlText(title), creator: '对照 Duizhao', modified: new Date(`${madeOn.slice(0, 10)}T00:00:00Z`) },
    sheets: sheets.map(writtenSheet)
  })
  return output instanceof Uint8Array ? output : new Uint8Array(output)
}

/** Longest text of a cell that Excel opens, in UTF-16 units. */
export const LONGEST_CELL = 32_767

/** A text as a cell can hold it: a literal `_x0041_` would be read back as A (ECMA-376 part 1, 22.9.2.19). */
const cellTextOf = (text: string): string => xmlText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

function writtenSheet(sheet: Sheet): WriteSheet {
  const { name, widths, rows, frozenColumns, headRows, merges } = sheet
  const cells = new Map<string, Partial<Cell>>()
  rows.forEach((row, r) =>
    row.forEach(({ value, style }, c) => {
      const cell: Partial<Cell> = { style: styleOf(style) }
      if (typeof value === 'string' && needsRun(value)) cell.richText = [{ text: cellTextOf(value) }]
      cells.set(`${r},${c}`, cell)
    })
  )
  const lastColumn = columnLetters(Math.max(0, widths.length - 1))
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: rows.map((row) => row.map(({ value }): CellValue => (typeof value === 'string' ? cellTextOf(value) : value))),
    cells,
    rowDefs: heightsOf(sheet),
    freezePane: { rows: headRows ?? 1, columns: frozenColumns },
    ...(headRows === undefined ? { autoFilter: { range: `A1:${lastColumn}${rows.length}` } } : {}),
    ...(merges === undefined ? {} : { merges: [...merges] }),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `$1:$${headRows ?? 1}` }
  }
}

/** Only a run of rich text keeps white space at its ends, and is never taken for an error value (`#N/A`). */
const needsRun = (text: string): boolean => /^\s|\s$|^#/.test(text)

/** Points, of a line of type in lists and in tables of a paper, and of the tallest row that there is. */
const LINE = { list: 15, paper: 12.5 } as const
const TALLEST = 409

/** Type is a little wider than the digits that widths are counted in. */
const SPREAD = 1.08

/**
 * How high rows of several lines must be. Excel finds it out when it opens the file; LibreOffice does not, and shows
 * one line of each cell; no program does it for merged cells.
 */
function heightsOf({ rows, widths, headRows, merges = [] }: Sheet): Map<number, { height: number }> {
  const ends = new Map(merges.map(({ startRow, startCol, endCol }) => [`${startRow},${startCol}`, endCol]))
  const heights = new Map<number, { height: number }>()
  rows.forEach((row, r) => {
    const lines = row.map(({ value }, c) => {
      const end = ends.get(`${r},${c}`) ?? c
      return typeof value === 'string' ? linesOf(value, widths.slice(c, end + 1).reduce((sum, width) => sum + width, 0)) : 1
    })
    const most = lines.reduce((high, each) => Math.max(high, each), 1)
    if (most > 1) heights.set(r, { height: Math.min(TALLEST, most * (headRows === undefined ? LINE.list : LINE.paper)) })
  })
  return heights
}

const linesOf = (text: string, width: number): number => text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((cellWidth(line) * SPREAD) / width)), 0)

const HAIR = { style: 'hair', color: { rgb: 'CFC9BD' } } as const

function styleOf(style: SheetStyle): CellStyle {
  return style.lines === undefined ? listStyle(style) : paperStyle(style, style.lines)
}

function paperStyle({ bold = false, grey = false, format }: SheetStyle, { top, bottom, isCentred = false }: SheetLines): CellStyle {
  const line = (style: NonNullable<SheetLines['top']>) => ({ style, color: { rgb: '000000' } }) as const
  return {
    font: { name: 'SimSun', size: grey ? 8 : 9, bold, color: { rgb: '000000' } },
    alignment: { vertical: isCentred && bold ? 'center' : 'top', horizontal: isCentred ? 'center' : 'left', wrapText: true },
    border: { ...(top === undefined ? {} : { top: line(top) }), ...(bottom === undefined ? {} : { bottom: line(bottom) }) },
    ...(format === undefined ? {} : { numFmt: format })
  }
}

function listStyle({ bold = false, quoted = false, grey = false, header = false, theme, format }: SheetStyle): CellStyle {
  const color = theme === undefined || !/^#[0-9a-f]{6}$/i.test(theme) ? null : theme.slice(1).toUpperCase()
  return {
    font: { name: quoted ? 'SimSun' : 'Microsoft YaHei', size: quoted ? 11 : 10, bold: bold || header, color: { rgb: grey ? '8D877B' : '1F1D1A' } },
    alignment: { vertical: header ? 'bottom' : 'top', wrapText: true },
    border: {
      top: header ? { style: 'medium', color: { rgb: '1F1D1A' } } : HAIR,
      bottom: header ? { style: 'thin', color: { rgb: '1F1D1A' } } : HAIR,
      ...(color === null ? {} : { left: { style: 'thick', color: { rgb: color } } })
    },
    ...(header ? { fill: solid('F3F1EC') } : color === null ? {} : { fill: solid(tint(color)) }),
    ...(format === undefined ? {} : { numFmt: format })
  }
}

const solid = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const

/** A colour at 15 % on white. */
const tint = (rgb: string): string =>
  [0, 2, 4]
    .map((at) => Math.round(255 - (255 - Number.parseInt(rgb.slice(at, at + 2), 16)) * 0.15))
    .map((part) => part.toString(16).padStart(2, '0').toUpperCase())
    .join('')

/** @example columnLetters(27) // 'AB' */
function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest === 0 ? '' : columnLetters(rest - 1)) + String.fromCharCode(65 + (index % 26))
}

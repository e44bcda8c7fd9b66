import { writeXlsx, type Cell, type CellStyle, type CellValue, type WriteSheet } from 'hucre/xlsx'

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
  /** The first row is the header: it is frozen, filtered by, and repeated on every printed page. */
  readonly rows: readonly (readonly SheetCell[])[]
  readonly frozenColumns: number
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

/**
 * A text as a cell can hold it. XML has no control characters, no lone surrogates and no U+FFFE/U+FFFF:
 * each becomes U+FFFD; line ends become line feeds.
 */
function xmlText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      .toWellFormed()
      .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd')
      // A literal `_x0041_` would be read back as A (ECMA-376 part 1, 22.9.2.19).
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  )
}

function writtenSheet({ name, widths, rows, frozenColumns }: Sheet): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  rows.forEach((row, r) =>
    row.forEach(({ value, style }, c) => {
      const cell: Partial<Cell> = { style: styleOf(style) }
      if (typeof value === 'string' && needsRun(value)) cell.richText = [{ text: xmlText(value) }]
      cells.set(`${r},${c}`, cell)
    })
  )
  const lastColumn = columnLetters(Math.max(0, widths.length - 1))
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: rows.map((row) => row.map(({ value }): CellValue => (typeof value === 'string' ? xmlText(value) : value))),
    cells,
    freezePane: { rows: 1, columns: frozenColumns },
    autoFilter: { range: `A1:${lastColumn}${rows.length}` },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$1:$1' }
  }
}

/** Only a run of rich text keeps white space at its ends, and is never taken for an error value (`#N/A`). */
const needsRun = (text: string): boolean => /^\s|\s$|^#/.test(text)

const HAIR = { style: 'hair', color: { rgb: 'CFC9BD' } } as const

function styleOf({ bold = false, quoted = false, grey = false, header = false, theme, format }: SheetStyle): CellStyle {
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

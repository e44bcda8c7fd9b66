import { refuse } from '../refusals.ts'
import { readXml, type XmlOpening } from '../xml.ts'
import { dateText, isoCellText } from './cell-dates.ts'
import { CellText, unescaped } from './cell-text.ts'
import { GridRows, type MergedRows, type SheetCell, type SheetGrid } from './grid.ts'
import { isTrue, type WorkbookPackage, type WorkbookSheet } from './workbook-package.ts'

/** The largest sheet there is. */
const mostRows = 1_048_576
const mostColumns = 16_384

/** The cells of one sheet, as a person sees them. @throws Refusal damaged-file, too-many-parts, forbidden-markup */
export function readWorksheet(xml: Uint8Array, sheet: WorkbookSheet, book: WorkbookPackage): SheetGrid {
  const reading = new WorksheetReading(book)
  readXml(
    xml,
    {
      open: (element) => reading.open(element),
      text: (piece) => reading.text(piece),
      close: (name) => reading.close(name)
    },
    { place: book.place, damaged: 'damaged-sheet' }
  )
  return { name: sheet.name, isHidden: sheet.isHidden, rows: reading.rows(), delimiter: null, unvaluedFormulas: reading.unvaluedFormulas }
}

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly style: number
}

class WorksheetReading {
  unvaluedFormulas = 0
  readonly #book: WorkbookPackage
  readonly #rows: GridRows
  readonly #merges: MergedRows[] = []
  readonly #inline = new CellText()
  #row = { number: 0, isHidden: false, cells: [] as SheetCell[] }
  #cell: OpenCell | null = null
  #nextColumn = 0
  #value = ''
  #inValue = false
  #hasFormula = false

  constructor(book: WorkbookPackage) {
    this.#book = book
    this.#rows = new GridRows(book.place)
  }

  rows(): SheetGrid['rows'] {
    return this.#rows.withMerged(this.#merges)
  }

  open(element: XmlOpening): void {
    const { name } = element
    if (name === 'c') this.#openCell(element)
    else if (name === 'row') this.#openRow(element)
    else if (name === 'v') this.#inValue = true
    else if (name === 'f') this.#hasFormula = true
    else if (name === 'mergeCell') this.#merge(element.attribute('ref') ?? '')
    else this.#inline.open(name)
  }

  text(piece: string): void {
    if (this.#inValue) this.#value += piece
    else this.#inline.add(piece)
  }

  close(name: string): void {
    if (name === 'v') this.#inValue = false
    else if (name === 'c') this.#closeCell()
    else if (name === 'row') this.#rows.add(this.#row)
    else this.#inline.close(name)
  }

  #openRow(element: XmlOpening): void {
    const number = Number(element.attribute('r') ?? this.#row.number + 1)
    if (!(Number.isInteger(number) && number >= 1 && number <= mostRows)) throw this.#damaged()
    this.#row = { number, isHidden: isTrue(element.attribute('hidden')), cells: [] }
    this.#nextColumn = 0
  }

  #openCell(element: XmlOpening): void {
    const reference = element.attribute('r')
    const column = reference === null ? this.#nextColumn : columnOf(reference)
    if (column === null || column >= mostColumns) throw this.#damaged()
    this.#cell = { column, type: element.attribute('t') ?? 'n', style: Number(element.attribute('s') ?? 0) }
    this.#nextColumn = column + 1
    this.#value = ''
    this.#hasFormula = false
    this.#inline.begin()
  }

  #closeCell(): void {
    const cell = this.#cell
    if (cell === null) return
    this.#cell = null
    const text = cell.type === 'inlineStr' ? this.#inline.end() : this.#value === '' ? '' : this.#valueText(cell)
    if (text === '' && this.#hasFormula && cell.type !== 'str') this.unvaluedFormulas++
    if (text.trim() === '') return
    this.#rows.count(text)
    this.#row.cells.push({ column: cell.column, text, ...(cell.type === 'e' ? { isError: true } : {}) })
  }

  #valueText({ type, style }: OpenCell): string {
    const value = this.#value
    if (type === 's') {
      const string = this.#book.strings[Number(value)]
      if (string === undefined) throw this.#damaged()
      return string
    }
    if (type === 'b') return isTrue(value) ? 'TRUE' : 'FALSE'
    if (type === 'd') return isoCellText(value)
    if (type !== 'n') return unescaped(value)
    const shown = this.#book.styles[style] ?? null
    return (shown === null ? null : dateText(Number(value), shown, this.#book.isFrom1904)) ?? numberText(value)
  }

  #merge(range: string): void {
    const found = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})$/.exec(range)
    if (found === null || found[2] === found[3]) return
    this.#merges.push({ column: columnOf(found[1]!)!, top: Number(found[2]), bottom: Number(found[3]) })
  }

  #damaged = () => refuse('damaged-sheet', this.#book.place)
}

/** @returns 0-based, or null for what is no place in a sheet @example columnOf('AB12') // 27 */
function columnOf(reference: string): number | null {
  const letters = /^\$?([A-Z]{1,3})(?:\$?\d+)?$/.exec(reference)?.[1]
  if (letters === undefined) return null
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

/** Fifteen digits, as spreadsheets show a number: `0.30000000000000004` is stored for 0.3. */
function numberText(stored: string): string {
  const shown = String(Number(Number(stored).toPrecision(15)))
  return /^-?\d+(?:\.\d+)?$/.test(shown) && !/^\d{16}/.test(shown) ? shown : stored
}

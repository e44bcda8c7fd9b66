import { headSpans } from '#core/paper/page-fit.ts'
import type { Paper, PaperTable } from '#core/paper/paper.ts'
import { paperWords, type PaperWords } from '#core/paper/words.ts'
import type { TableRow } from '#core/table/table.ts'
import type { Language } from '#core/table/words.ts'
import { workbookBytes, type Sheet, type SheetCell, type SheetLines } from './workbook.ts'
import { linesOf, numberFormat } from './xlsx.ts'

/** The tables of a paper as a workbook: one sheet each with its number and title above and its notes below, three lines; then the paragraph on methods. */
export function paperXlsx({ title, tables, methods }: Paper, { language, madeOn }: { readonly language: Language; readonly madeOn: string }): Promise<Uint8Array> {
  const words = paperWords[language]
  const closing: Sheet[] = methods === null ? [] : [{ name: words.methods, widths: [120], frozenColumns: 0, headRows: 0, rows: [methods.zh, methods.en].map((text) => [{ value: text, style: { lines: {} } }]) }]
  return workbookBytes({ title, madeOn, sheets: [...tables.map((table, index) => sheetOf(table, index + 1, words)), ...closing] })
}

type Merge = NonNullable<Sheet['merges']>[number]

function sheetOf(table: PaperTable, number: number, words: PaperWords): Sheet {
  const { columns, rows, notes } = table
  const last = columns.length - 1
  const title = wholeRow(words.numbered(number, table.title), columns.length, { bold: true, isCentred: true })
  const head = headOf(columns)
  const body = rows.flatMap((row, index) => bodyRows(row, columns, { isLast: index === rows.length - 1, continued: words.continued }))
  const foot = notes.map((note, index) => wholeRow((index === 0 ? words.note : '') + note, columns.length, { bold: false, isCentred: false }))
  const footAt = 1 + head.rows.length + body.length
  return {
    name: `${table.template} ${table.title}`.slice(0, 31),
    widths: columns.map(({ width, kind }) => (kind === 'quotations' ? 50 : Math.min(50, 2 * width + 2))),
    frozenColumns: columns[0]?.kind === 'label' ? 1 : 0,
    headRows: 1 + head.rows.length,
    rows: [title, ...head.rows, ...body, ...foot],
    merges: [
      { startRow: 0, endRow: 0, startCol: 0, endCol: last },
      ...head.merges.map((merge) => ({ ...merge, startRow: merge.startRow + 1, endRow: merge.endRow + 1 })),
      ...foot.map((_, index) => ({ startRow: footAt + index, endRow: footAt + index, startCol: 0, endCol: last }))
    ]
  }
}

/** A row that is one cell from edge to edge. */
function wholeRow(value: string, columns: number, { bold, isCentred }: { readonly bold: boolean; readonly isCentred: boolean }): SheetCell[] {
  return Array.from({ length: columns }, (_, index) => ({ value: index === 0 ? value : null, style: { bold, lines: { isCentred } } }))
}

function headOf(columns: PaperTable['columns']): { readonly rows: SheetCell[][]; readonly merges: Merge[] } {
  const spans = headSpans(columns, columns.map((_, index) => index))
  const isGrouped = spans.some(({ group }) => group !== null)
  const names = columns.map(({ header }): SheetCell => ({ value: header, style: { bold: true, lines: { ...(isGrouped ? {} : { top: 'medium' }), bottom: 'thin', isCentred: true } } }))
  if (!isGrouped) return { rows: [names], merges: [] }
  const merges: Merge[] = []
  const above = spans.flatMap(({ group, columns: own }): SheetCell[] => {
    const from = own[0]!
    if (group === null) merges.push({ startRow: 0, endRow: 1, startCol: from, endCol: from })
    else merges.push({ startRow: 0, endRow: 0, startCol: from, endCol: own.at(-1)! })
    return own.map((index, position) => ({
      value: position > 0 ? null : (group ?? columns[index]!.header),
      style: { bold: true, lines: { top: 'medium', ...(group === null ? {} : { bottom: 'hair' }), isCentred: true } }
    }))
  })
  return { rows: [above, names.map((cell, index) => (columns[index]!.group === undefined ? { ...cell, value: null } : cell))], merges }
}

function bodyRows(row: TableRow, columns: PaperTable['columns'], { isLast, continued }: { readonly isLast: boolean; readonly continued: string }): SheetCell[][] {
  return linesOf(row, columns, continued).map((values, line, { length }) =>
    values.map((value, index): SheetCell => {
      const lines: SheetLines = {
        ...(row.isTotal && line === 0 ? { top: 'hair' } : {}),
        ...(isLast && line === length - 1 ? { bottom: 'medium' } : {}),
        isCentred: typeof value === 'number'
      }
      return { value, style: { lines, ...(typeof value === 'number' ? numberFormat(row.kind ?? columns[index]!.kind) : {}) } }
    })
  )
}

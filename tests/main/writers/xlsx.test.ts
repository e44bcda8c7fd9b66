import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparisonTables, tablesInOrder, type ComparisonTables } from '#core/table/from-comparison.ts'
import { cellText, type TableCell } from '#core/table/table.ts'
import { comparisonXlsx, splitForCells } from '../../../src-main/writers/xlsx.ts'
import { comparisonOf, inventedTables, tablesOf } from '../../core/table/invented-comparison.ts'

const MADE_ON = '2031-03-01'

/** Another library than the one that wrote it reads it. */
async function readBack(tables: ComparisonTables): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  // exceljs declares the Buffer of an older @types/node.
  await workbook.xlsx.load(Buffer.from(await comparisonXlsx(tables, MADE_ON)) as unknown as ExcelJS.Buffer)
  return workbook
}

const written = (cell: TableCell, kind: 'text' | 'label'): string | number => (typeof cell === 'number' ? cell : cellText(cell, kind))

describe('a comparison as an Excel workbook (虚构样例)', () => {
  it('has a sheet for each table and in it every cell as it was', async () => {
    const tables = inventedTables()
    const workbook = await readBack(tables)
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['原文对照', '频次', '目标', '提法', '共同短语', '相似引文', '引文', '说明'])
    for (const table of tablesInOrder(tables)) {
      const sheet = workbook.getWorksheet(table.name)!
      expect(sheet.rowCount).toBe(table.rows.length + 1)
      table.columns.forEach(({ header }, c) => expect(sheet.getCell(1, c + 1).text).toBe(header))
      table.rows.forEach(({ cells }, r) =>
        cells.forEach((cell, c) => {
          const { value, text } = sheet.getCell(r + 2, c + 1)
          if (typeof cell === 'number') expect(value).toBe(cell)
          else expect(text).toBe(written(cell, 'text'))
        })
      )
    }
  })

  it('freezes the header and the themes, filters, wraps, and draws themes in their colour', async () => {
    const sheet = (await readBack(inventedTables())).getWorksheet('原文对照')!
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 1 })
    expect(sheet.autoFilter).toBe('A1:C3')
    expect(sheet.getColumn(2).width).toBe(60)
    expect(sheet.getCell('B2').alignment).toMatchObject({ wrapText: true, vertical: 'top' })
    expect(sheet.getCell('A2').border.left).toMatchObject({ style: 'thick', color: { argb: 'FFC08A2B' } })
    expect(sheet.getCell('A2').fill).toMatchObject({ type: 'pattern', pattern: 'solid' })
    expect((await readBack(inventedTables())).getWorksheet('频次')!.getCell('D2').numFmt).toBe('0.0%')
  })

  it.each(['=1+1', '+2', '-3', '@SUM(A1)', '=HYPERLINK("http://a.example","山")', '#N/A', ' 山 ', '山\n', "'山", '<b>&amp;</b>', '𠮷'])(
    'keeps %j as a text of a report, never as a formula, link or error',
    async (text) => {
      const workbook = await readBack(tablesOf(text))
      const sheet = workbook.getWorksheet('引文')!
      const cell = sheet.getCell(2, 12)
      expect(cell.text).toBe(text)
      workbook.eachSheet((each) =>
        each.eachRow((row) => row.eachCell(({ type }) => expect([ExcelJS.ValueType.String, ExcelJS.ValueType.Number, ExcelJS.ValueType.RichText, ExcelJS.ValueType.Null]).toContain(type)))
      )
    }
  )

  it('writes what XML cannot hold as U+FFFD', async () => {
    const sheet = (await readBack(tablesOf('山\u0001区\u000b食\ufffe堂'))).getWorksheet('引文')!
    expect(sheet.getCell(2, 12).text).toBe('山�区�食�堂')
  })

  it('escapes what Excel would read as an escaped character', async () => {
    // exceljs shows an inline string undecoded; Excel and LibreOffice turn `_x005F_` into `_`.
    const sheet = (await readBack(tablesOf('_x0041_'))).getWorksheet('引文')!
    expect(sheet.getCell(2, 12).text).toBe('_x005F_x0041_')
  })

  it('continues a cell over 32,767 characters in the next rows and cuts nothing', async () => {
    const text = '山区食堂𠮷'.repeat(14_000)
    const sheet = (await readBack(comparisonTables(comparisonOf(text), { language: 'zh', madeOn: MADE_ON }))).getWorksheet('原文对照')!
    const rows = sheet.getRows(2, sheet.rowCount - 1)!.filter((row) => row.getCell(1).text.startsWith('主题elderly'))
    expect(rows.length).toBeGreaterThan(2)
    rows.forEach((row, index) => expect(row.getCell(1).text).toBe(index === 0 ? '主题elderly' : '主题elderly（续）'))
    for (const row of rows) expect(row.getCell(2).text.length).toBeLessThanOrEqual(32_767)
    expect(rows.map((row) => row.getCell(2).text.replace(/^（续）/, '')).join('')).toContain(text)
  })

  it('gives the same bytes for the same tables', async () => {
    expect(await comparisonXlsx(inventedTables(), MADE_ON)).toEqual(await comparisonXlsx(inventedTables(), MADE_ON))
  })
})

describe('cutting a text into cells (虚构样例)', () => {
  it('loses nothing, keeps the limit and halves no character', () => {
    const text = fc.string({ unit: fc.constantFrom('山', '𠮷', '。', '，', '\n', 'a') , maxLength: 200 })
    fc.assert(
      fc.property(text, fc.integer({ min: 6, max: 40 }), (whole, longest) => {
        const pieces = splitForCells(whole, longest, '（续）')
        expect(pieces.map((piece, index) => (index === 0 ? piece : piece.slice(3))).join('')).toBe(whole)
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(longest)
          expect(piece.isWellFormed()).toBe(true)
        }
        expect(pieces.slice(1).every((piece) => piece.startsWith('（续）'))).toBe(true)
      })
    )
  })

  it('prefers the end of a sentence', () => {
    expect(splitForCells('山区食堂。建设驿站', 8, '（续）')).toEqual(['山区食堂。', '（续）建设驿站'])
  })
})

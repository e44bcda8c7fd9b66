import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvText, guardFormula, unguardFormula } from '#core/table/csv.ts'
import { tablesInOrder } from '#core/table/from-comparison.ts'
import { cellText, type Table } from '#core/table/table.ts'
import { inventedTables, tablesOf } from './invented-comparison.ts'

describe('a table as CSV (虚构样例)', () => {
  it('begins with a byte order mark, ends lines with CRLF, quotes texts and leaves numbers bare', () => {
    const table = oneColumn('text', ['山区"食堂"，\n驿站'], [-3.5], [null])
    expect(csvText(table)).toBe('\ufeff"列"\r\n"山区""食堂""，\n驿站"\r\n-3.5\r\n\r\n')
  })

  it('gives shares as numbers from 0 to 1', () => {
    expect(csvText(oneColumn('percent', [1 / 3]))).toContain('0.333333')
  })

  const dangerous = ['=1+1', '+SUM(A1)', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\0=1', '＝1+1', '＋1+1', '－1+1', '＠SUM', ' =1', '\u3000=1', '\ufeff=1', '=HYPERLINK("http://a.example")', "=cmd|' /C calc'!A0", '+', '-', '\t', '-山区', "'=1"]

  it.each(dangerous)('puts an apostrophe before %j', (text) => {
    expect(guardFormula(text)).toBe(`'${text}`)
    expect(unguardFormula(guardFormula(text))).toBe(text)
  })

  it.each(['-3.5%', '+2', '-3.5 %', '+1200', '－3.5％', '-0', '75％', '2031年', '山区=食堂', "'山区'"])('leaves %j as it is', (text) => {
    expect(guardFormula(text)).toBe(text)
  })

  it('guards every column of every table', () => {
    for (const text of dangerous) {
      for (const table of tablesInOrder(tablesOf(text))) {
        for (const cell of readCsv(csvText(table)).flat()) expect(cell).not.toMatch(/^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n\0]/)
      }
    }
  })

  it('is read back as it was, cell by cell', () => {
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom('山', '"', ',', '\n', '\r', '=', "'", '-', '＝', ' ', ';', '1', '%', '\t', '𠮷') }),
      fc.integer().map(String)
    )
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
        const table = oneColumn('text', ...cells.map((text) => [text]))
        expect(readCsv(csvText(table)).slice(1).map(([text]) => unguardFormula(text!))).toEqual(cells)
      }),
      { numRuns: 500 }
    )
  })

  it('keeps all cells of the tables of a comparison', () => {
    for (const table of tablesInOrder(inventedTables())) {
      const rows = readCsv(csvText(table))
      expect(rows[0]).toEqual(table.columns.map(({ header }) => header.replaceAll('\n', ' ')))
      const written = table.rows.map(({ cells }) => cells.map((value) => (typeof value === 'number' ? String(Math.round(value * 1e6) / 1e6) : cellText(value, 'text'))))
      expect(rows.slice(1)).toEqual(written)
    }
  })
})

const oneColumn = (kind: 'text' | 'percent', ...cells: (string | number | null)[][]): Table => ({
  id: 'notes',
  name: '表',
  columns: [{ header: '列', kind, width: 8 }],
  rows: cells.map((row) => ({ cells: row, color: null, isTotal: false })),
  notes: []
})

/** A reader of RFC 4180, written from the standard and not from our writer. */
function readCsv(text: string): string[][] {
  expect(text.startsWith('\ufeff')).toBe(true)
  const rows: string[][] = []
  let row: string[] = []
  let at = 1
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        if (text[at] === '"') at++
        cell += text[at]
      }
      at++
    } else {
      while (text[at] !== ',' && text[at] !== '\r') cell += text[at++]
    }
    row.push(cell)
    if (text[at] === ',') {
      at++
    } else {
      expect(text.slice(at, at + 2)).toBe('\r\n')
      at += 2
      rows.push(row)
      row = []
    }
  }
  return rows
}

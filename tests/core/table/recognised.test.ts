import { describe, expect, it } from 'vitest'
import { buildComparison } from '#core/compare/build.ts'
import type { ComparedReport } from '#core/compare/passages.ts'
import type { SourceLine } from '#core/source/source.ts'
import { csvText } from '#core/table/csv.ts'
import { comparisonTables, tablesInOrder } from '#core/table/from-comparison.ts'
import { htmlText } from '#core/table/html.ts'
import { compareJson } from '#core/table/json.ts'
import { markdownText } from '#core/table/markdown.ts'
import { cellText, type Table } from '#core/table/table.ts'
import { terminalText } from '#core/table/terminal.ts'
import type { Language } from '#core/table/words.ts'
import { inventedCodebook, stamp } from '../compare/invented-reports.ts'
import { eastern, western } from './invented-comparison.ts'

// 虚构样例: the eastern report as if it had been recognised from a scan of two pages, the western one as its own file.

const codebook = inventedCodebook('elderly', 'charity')
const withLines = (report: ComparedReport, facts: (n: number) => Partial<SourceLine>): ComparedReport => ({ ...report, lines: report.lines.map((line, n) => ({ ...line, ...facts(n) })) })
const scanned = withLines(eastern, (n) => ({ page: n < 2 ? 1 : 2, confidence: n < 2 ? 0.939 : 0.95 }))
const comparison = buildComparison([scanned, western], codebook, { codebook: stamp })
const tables = (language: Language = 'zh') => comparisonTables(comparison, { language, madeOn: '2031-03-01' })
const texts = ({ columns, rows }: Table) => rows.map(({ cells }) => cells.map((cell, i) => cellText(cell, columns[i]!.kind)))
const note = '识别文字：由图像识别得出，可能有误，引用前请核对原件'

describe('recognised text in the exports (虚构样例)', () => {
  it('is marked under each quotation, and at the head of its column', () => {
    expect(texts(tables().quotations)[0]![1]).toBe('一是建设云杉驿站，推进“云杉里”更加优质可及，新建山区食堂三百个。\n〔云东召开虚构工作会议 · 云东省 · 2031-02-10 · 一是建设云杉驿站 · 第1段 · 第1–2页 · 识别文字 93%〕')
    expect(texts(tables().quotations)[0]![2]).not.toContain('识别')
    expect(tables().quotations.columns.map(({ header }) => header.includes('识别文字 94%'))).toEqual([false, true, false])
    expect(texts(tables('en').quotations)[0]![1]).toContain(' · para. 1 · pp. 1–2 · recognised 93 %〕')
    expect(texts(tables('en').quotations)[1]![1]).toContain(' · p. 2 · recognised 95 %〕')
  })

  it('is marked in every list, and has a column in the long one', () => {
    expect(texts(tables().targets)[0]!.at(-1)).toBe('第1–2页 · 识别文字 93%')
    expect(texts(tables().programmes)[0]!.at(-1)).toBe('第1页 · 识别文字 93%')
    const [similar] = texts(tables().similarPassages)
    expect([similar![4], similar![8]]).toEqual(['第1–2页 · 识别文字 93%', '1–2'])
    expect(tables().passages.columns.at(-1)!.header).toBe('识别置信度')
    expect(tables().passages.rows.map(({ cells }) => cells.at(-1))).toEqual([0.939, null, 0.95, null])
  })

  it('is explained below every table that quotes, and each recognised source is named in the notes', () => {
    const noted = tablesInOrder(tables()).filter(({ notes }) => notes.some((line) => line.startsWith(note))).map(({ id }) => id)
    expect(noted).toEqual(['quotations', 'targets', 'programmes', 'similar-passages', 'passages'])
    const notes = texts(tables().notes).map(([item, content]) => `${item}: ${content}`)
    expect(notes.find((line) => line.startsWith('识别文字: '))).toContain(note)
    expect(notes.filter((line) => line.startsWith('来源')).map((line) => / · 识别文字 94%$/.test(line))).toEqual([true, false])
    expect(texts(tables('en').notes).map(([item]) => item)).toContain('Recognised')
  })

  it('is not spoken of where nothing was recognised', () => {
    const plain = comparisonTables(buildComparison([eastern, western], codebook, { codebook: stamp }), { language: 'zh', madeOn: '2031-03-01' })
    for (const table of tablesInOrder(plain)) {
      expect(table.notes.join()).not.toContain('识别')
      expect(texts(table).flat().join()).not.toContain('识别')
    }
  })

  it('is marked in each text form', () => {
    expect(markdownText(tables())).toContain('第1–2页 · 识别文字 93%')
    expect(htmlText(tables())).toContain('· 第1–2页 · 识别文字 93%</figcaption>')
    expect(htmlText(tables())).toContain(`<li>${note}`)
    expect(csvText(tables().quotations)).toContain('识别文字 93%〕')
    expect(csvText(tables().passages)).toContain(',0.939\r\n')
    const printed = terminalText(comparison, { language: 'zh', width: 200 })
    expect(printed).toContain('第1–2页 · 识别文字 93%〕')
    expect(printed.split('\n')[1]).toMatch(/ · 识别文字 94%$/)
    expect(printed).toContain(note)
  })

  it('has its confidence in the JSON, always: null for the file’s own text', () => {
    const { columns, rows } = compareJson(comparison)
    expect(columns.map(({ reports }) => reports.map(({ recognised }) => recognised))).toEqual([[0.9423], [null]])
    expect(rows[0]!.cells.map(({ passages }) => passages[0]!.source)).toEqual([
      { line: 1, lastLine: 3, page: 1, lastPage: 2, unit: 'line', recognised: 0.939 }, { line: 1, lastLine: 2, page: null, lastPage: null, unit: 'line', recognised: null }
    ])
    expect(rows[0]!.cells[0]!.targets[0]!.source).toMatchObject({ page: 1, lastPage: 2, recognised: 0.939 })
  })
})

describe('a place in the tables (虚构样例)', () => {
  it('is cited by paragraph alone where the original keeps paragraphs', () => {
    const word = buildComparison([withLines(eastern, () => ({ endsParagraph: true }))], codebook, { codebook: stamp })
    const { quotations, targets } = comparisonTables(word, { language: 'zh', madeOn: '2031-03-01' })
    expect(texts(quotations)[0]![1]).toContain('一是建设云杉驿站 · 第1段〕')
    expect(texts(targets)[0]!.at(-1)).toBe('第1段')
  })
})

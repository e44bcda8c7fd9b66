import { describe, expect, it } from 'vitest'
import { paperOf } from '#core/paper/paper-tables.ts'
import type { PaperTable, PaperTemplate } from '#core/paper/paper.ts'
import { cellText, isQuoted } from '#core/table/table.ts'
import { eastern } from '../table/invented-comparison.ts'
import { inventedGround, inventedPaper } from './invented-paper.ts'

const tableOf = (template: PaperTemplate, language: 'zh' | 'en' = 'zh'): PaperTable => inventedPaper(language).tables.find((table) => table.template === template)!
const texts = ({ rows, columns }: PaperTable): string[][] => rows.map(({ cells }) => cells.map((cell, index) => cellText(cell, columns[index]!.kind)))

describe('tables for a paper (虚构样例)', () => {
  it('come in the order of the catalogue, only those asked for, each with its source below', () => {
    expect(inventedPaper().tables.map(({ template }) => template)).toEqual(['T1', 'T2', 'T3', 'T4', 'T5', 'T7'])
    const { tables } = inventedPaper('zh', ['T4', 'T1'])
    expect(tables.map(({ template }) => template)).toEqual(['T1', 'T4'])
    for (const { notes } of tables) expect(notes.at(-1)).toBe('来源：对照 duizhao 0.0.0 据原始文件制表，2031-03-01。')
  })

  it('T1: numbers the documents and leaves what a report does not say a dash', () => {
    const table = tableOf('T1')
    expect(table.columns.map(({ header }) => header)).toEqual(['编号', '省份', '文件（会议）', '发布机关', '日期', '字数', '来源'])
    const [east, west] = texts(table)
    expect(east!.slice(0, 5)).toEqual(['1', '云东省', '云东召开虚构工作会议', '—', '2031-02-10'])
    expect(west![0]).toBe('2')
    expect(table.notes[0]).toBe(`n = 2，共 ${Number(east![5]) + Number(west![5])} 字。`)
  })

  it('T2: gives each theme with an example from the sample and where it stands, where the codebook has none', () => {
    const table = tableOf('T2')
    expect(texts(table).map(([theme]) => theme)).toEqual(['主题elderly', '主题charity'])
    expect(texts(table)[1]![4]).toContain('开展邻里募捐。（云东召开虚构工作会议')
  })

  it('T3: numbers units document–paragraph–place and quotes each to the letter', () => {
    const rows = texts(tableOf('T3'))
    expect(rows.map(([number]) => number)).toContain('2-1-1')
    for (const row of rows.filter(([number]) => number!.startsWith('1-'))) expect(eastern.report.text).toContain(row[3])
    expect(tableOf('T3').notes[0]).toMatch(/^n = \d+；样本共 \d+ 个单元/)
  })

  it('T3: says which codes a person gave', () => {
    const [first, ...rest] = eastern.report.statements
    const byHand = { ...eastern, report: { ...eastern.report, statements: [{ ...first!, themes: first!.themes.map((theme) => ({ ...theme, by: 'person' as const })) }, ...rest] } }
    const { tables, methods } = paperOf({ ...inventedGround, reports: [byHand, inventedGround.reports[1]!] }, { language: 'zh', madeOn: '2031-03-01' })
    const units = texts(tables.find(({ template }) => template === 'T3')!)
    expect(units.map((row) => row[4]).filter((codes) => codes!.includes('（人工）'))).toEqual(['主题elderly（人工）'])
    expect(methods.zh).toContain('其中 1 个由研究者编入主题')
  })

  it('T4: n, its share of the column and per thousand characters; shares of a column make 100 %', () => {
    const table = tableOf('T4')
    expect(table.columns.map(({ group, header }) => `${group ?? ''}/${header}`)).toEqual(['/主题', ...['云东省', '云西省', '合计'].flatMap((name) => ['n', '%', '每千字'].map((head) => `${name}/${head}`))])
    for (const column of [2, 5, 8]) {
      const shares = table.rows.filter(({ isTotal }) => !isTotal).map(({ cells }) => cells[column] as number)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
    }
    const charity = table.rows[1]!.cells
    expect(charity.slice(1, 3)).toEqual([1, 0.5]) // one passage of two in the east
    expect(charity.slice(4, 6)).toEqual([0, 0])
  })

  it('T5: quotes each cell to the letter with its source, and says what an empty cell is', () => {
    const table = tableOf('T5')
    const cells = table.rows.flatMap((row) => row.cells).filter(isQuoted)
    for (const { quotations } of cells) for (const { text } of quotations) expect(inventedGround.reports.some(({ report }) => report.text.includes(text))).toBe(true)
    expect(texts(table)[1]![2]).toBe('待读（程序未找到引文）')
  })

  it('T7: says what a target counts, how many, and where', () => {
    const [target] = texts(tableOf('T7'))
    expect(target![2]).toBe('不低于 300个')
    expect(target![4]).toBe('云东省')
    expect(target![5]).toMatch(/^新建山区食堂三百个〔.+〕$/)
  })

  it('speaks English all through, but for the words of the reports', () => {
    expect(tableOf('T1', 'en').columns.map(({ header }) => header)).toEqual(['No.', 'Province', 'Document (meeting)', 'Issued by', 'Date', 'Characters', 'Source'])
    expect(inventedPaper('en').tables.map(({ title }) => title).join('')).not.toMatch(/[\u4e00-\u9fff]/)
    expect(inventedPaper('en').tables.flatMap(({ notes }) => notes).join('')).not.toMatch(/[、，；：。（）]/)
    expect(texts(tableOf('T3', 'en')).map(([, , , , codes]) => codes).join('')).not.toMatch(/[、；]/)
  })

  it('counts apart what a person said of themes that the program found, and of those it did not', () => {
    const judged = { ...eastern, verdicts: { elderly: 'in-passing', charity: 'absent' } as const }
    const { zh, en } = paperOf({ ...inventedGround, reports: [judged, { ...inventedGround.reports[1]!, verdicts: { charity: 'absent' } }] }, { language: 'zh', madeOn: '2031-03-01' }).methods
    expect(zh).toContain('经人核实为未提及者 1 处，为顺带提及者 0 处')
    expect(zh).toContain('程序找到引文而经人认定只是顺带提及者 1 处')
    expect(en).toContain('Where it found passages, a person took 1 case for a mention in passing.')
  })

  it('states program, units, codebook and counts in both languages', () => {
    const { zh, en } = inventedPaper().methods
    for (const text of [zh, en]) {
      expect(text).toContain('对照 duizhao 0.0.0')
      expect(text).toContain('2031-01-08')
      expect(text).toContain('2031-02-10')
    }
    expect(zh).toContain('2 份报告')
    expect(zh).toContain('取 2 个主题')
    expect(en).toContain('1 quantified target.')
  })
})

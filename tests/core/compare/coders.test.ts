import { describe, expect, it } from 'vitest'
import { coderAgreement } from '#core/compare/coder-agreement.ts'
import { codedReport, disagreementsIn } from '#core/compare/coded-units.ts'
import { applyCodings, type PersonsCodings } from '#core/report/codings-in-force.ts'
import type { ThemeDecision } from '#core/report/decisions.ts'
import type { Report, Statement } from '#core/report/report.ts'
import { readReports } from '#core/report/read-reports.ts'
import { sourceFromText } from '#core/source/source.ts'
import { agreementTable } from '#core/table/agreement-table.ts'
import { sourceSpansOf } from '#core/report/decisions.ts'
import { defaultCodebook, referenceContext } from '../../../src-main/host/reference.ts'

/** 虚构样例: ten sentences of which the program reads two as charity, the third and the fourth. */
const sentences = ['会议听取汇报。', '会议讨论安排。', '要发展慈善事业。', '要弘扬慈善文化。', '要抓好落实。', '要严格纪律。', '要加强学习。', '要改进作风。', '要注重实效。', '要统筹兼顾。']
const source = sourceFromText(`甘南省召开民政工作会议\n2023年3月1日，甘南省召开民政工作会议。${sentences.join('')}`, '虚构.txt')
const read = readReports(source, referenceContext()).reports[0]!
const own = read.statements.filter(({ start, end }) => sentences.includes(read.text.slice(start, end)))
/** Only the ten are its statements. */
const report: Report = { ...read, statements: own }

const on = (places: readonly number[], theme = 'charity', decision: ThemeDecision['decision'] = 'assigned'): ThemeDecision[] =>
  places.map((place) => ({ theme, decision, sourceSpans: sourceSpansOf(report, [own[place - 1]!]) }))
const under = ({ statements }: Pick<Report, 'statements'>, theme = 'charity'): number[] => statements.flatMap((statement: Statement, index) => (statement.themes.some(({ id }) => id === theme) ? [index + 1] : []))

it('the sample is as it is said to be', () => {
  expect(own).toHaveLength(10)
  expect(under(report)).toEqual([3, 4])
})

describe('agreement of two coders', () => {
  // 甲 puts 1–4 under charity, 乙 1, 2, 3 and 5
  const coded = [codedReport(report, 'blank', [on([1, 2, 3, 4]), on([1, 2, 3, 5])])]

  it('of one theme is as worked out by hand', () => {
    const row = coderAgreement(coded, 2, ['charity', 'funeral']).find(({ theme }) => theme === 'charity')!
    expect(row).toMatchObject({ coders: [0, 1], units: 10, assigned: [4, 4], shared: 3 })
    expect(row.percent).toBeCloseTo(8 / 10)
    // Pe = 0.4 × 0.4 + 0.6 × 0.6 = 0.52
    expect(row.kappa).toBeCloseTo((0.8 - 0.52) / (1 - 0.52))
    expect(row.holsti).toBeCloseTo((2 * 3) / (4 + 4))
    // 20 values, 8 and 12 of a kind; two units of two differ: 1 − 19 × 4 / (400 − 64 − 144)
    expect(row.alpha).toBeCloseTo(1 - 76 / 192)
  })

  it('of all themes pools statement × theme; of a theme nobody assigned nothing is said', () => {
    const [pooled, , funeral] = coderAgreement(coded, 2, ['charity', 'funeral'])
    expect(pooled).toMatchObject({ theme: null, units: 20, assigned: [4, 4], shared: 3, percent: 18 / 20 })
    // Pe = 0.2 × 0.2 + 0.8 × 0.8 = 0.68
    expect(pooled!.kappa).toBeCloseTo((0.9 - 0.68) / (1 - 0.68))
    expect(funeral).toEqual({ theme: 'funeral', coders: [0, 1], units: 10, assigned: [0, 0], shared: 0, percent: 1, kappa: null, holsti: null, alpha: null })
  })

  it('begins with the program’s draft, or with nothing', () => {
    const draft = codedReport(report, 'draft', [on([3], 'charity', 'rejected'), []])
    expect(disagreementsIn(draft, ['charity']).map(({ statement, coded: sets }) => [own.indexOf(statement) + 1, sets])).toEqual([[3, [[], ['charity']]]])
    const blank = codedReport(report, 'blank', [on([3]), []])
    expect(disagreementsIn(blank, ['charity'])).toMatchObject([{ coded: [['charity'], []], themes: ['charity'] }])
  })

  it('of three is said pair by pair, and alpha of all', () => {
    const rows = coderAgreement([codedReport(report, 'blank', [on([1]), on([1]), on([2])])], 3, ['charity']).filter(({ theme }) => theme === 'charity')
    expect(rows.map(({ coders, shared }) => [coders, shared])).toEqual([[[0, 1], 1], [[0, 2], 0], [[1, 2], 0], [[0, 1, 2], 0]])
    expect(rows.map((row) => ['kappa' in row, 'alpha' in row])).toEqual([[true, false], [true, false], [true, false], [false, true]])
  })

  it('is printed as table R1, with what it was worked out from', () => {
    const theme = defaultCodebook.themes.find(({ id }) => id === 'charity')!
    const table = agreementTable(
      {
        round: '试编码', coders: ['甲', '乙'], start: 'blank', waiting: 1, themes: [theme], rows: coderAgreement(coded, 2, ['charity']),
        codebook: { id: 'civil', version: '1.0', name: { zh: '民政', en: 'Civil' }, sha256: 'f'.repeat(64) },
        reports: [{ title: '虚构', source: '虚构.txt', sha256: 'a'.repeat(64), statements: 10 }]
      },
      { language: 'zh' }
    )
    expect(table.rows[1]!.cells.slice(0, 5)).toEqual(['慈善事业', '甲–乙', 10, '4 · 4', 3])
    expect(table.notes.join('\n')).toMatch(/语句 n = 10.*另有 1 份报告.*起点：空白.*分析单位：语句.*civil 1\.0.*1 − Pe.*2M.*Do \/ De.*虚构\.txt/s)
  })
})

describe('which coding holds', () => {
  const by = (standing: PersonsCodings['standing'], decisions: ThemeDecision[], silence: PersonsCodings['silence'] = 'nothing'): PersonsCodings => ({ standing, decisions, silence })

  it('what was agreed before the own word, the own word before that of the others, whoever came last', () => {
    const [assigns, rejects] = [on([5]), on([5], 'charity', 'rejected')]
    expect(under(applyCodings(report, [by('own', assigns), by('other', rejects)]))).toEqual([3, 4, 5])
    expect(under(applyCodings(report, [by('other', assigns), by('own', rejects)]))).toEqual([3, 4])
    expect(under(applyCodings(report, [by('agreed', rejects), by('own', assigns), by('other', assigns)]))).toEqual([3, 4])
  })

  it('where the others differ, none of theirs: the program’s reading stands', () => {
    const differ = [by('other', on([3, 5], 'charity', 'rejected')), by('other', on([3, 5]))]
    expect(under(applyCodings(report, differ))).toEqual([3, 4])
    expect(under(applyCodings(report, [...differ, by('other', on([6]))]))).toEqual([3, 4, 6])
  })

  it('of one person the later', () => {
    expect(under(applyCodings(report, [by('other', [...on([5]), ...on([5], 'charity', 'rejected')])]))).toEqual([3, 4])
  })

  it('who coded the whole from nothing rejects what was not assigned', () => {
    const holds = (first: number[], second: number[]): number[] => under(applyCodings(report, [by('other', on(first), 'rejects'), by('other', on(second), 'rejects')]))
    expect(holds([4, 5], [4, 5])).toEqual([4, 5])
    // they differ on 3 and on 6: the program's reading of these stands
    expect(holds([4, 5], [3, 4, 5])).toEqual([3, 4, 5])
    expect(holds([4, 5, 6], [4, 5])).toEqual([4, 5])
  })

  it('who went through the whole draft and left a theme as it was read differs from who took it out', () => {
    const holds = (first: ThemeDecision[], second: ThemeDecision[]): number[] => under(applyCodings(report, [by('other', first, 'keeps'), by('other', second, 'keeps')]))
    expect(holds(on([3], 'charity', 'rejected'), [])).toEqual([3, 4])
    expect(holds(on([5]), [])).toEqual([3, 4])
    expect(holds(on([3], 'charity', 'rejected'), on([3], 'charity', 'rejected'))).toEqual([4])
    expect(under(applyCodings(report, [by('own', [], 'keeps'), by('other', on([3], 'charity', 'rejected'), 'keeps')]))).toEqual([3, 4])
  })
})

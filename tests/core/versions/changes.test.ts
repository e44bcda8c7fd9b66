import { describe, expect, it } from 'vitest'
import { countReport, type CountedReport } from '#core/compare/passages.ts'
import { readReports } from '#core/report/read-reports.ts'
import { sourceFromText } from '#core/source/source.ts'
import { versionTable } from '#core/table/version-tables.ts'
import { changesOf } from '#core/versions/changes.ts'
import { targetChanges } from '#core/versions/target-changes.ts'
import { themeChangeRule, themeChanges } from '#core/versions/theme-changes.ts'
import { defaultCodebook, referenceContext } from '../../../src-main/host/reference.ts'
import { compare } from './compared.ts'

/** 虚构样例: nothing of this was ever said. */
const reportOf = (...paragraphs: readonly string[]): CountedReport => {
  const source = sourceFromText(['浙江召开民政工作会议', '2023年2月10日，浙江省民政工作会议在杭州召开。会议总结去年工作，部署今年任务。', ...paragraphs].join('\n'), 'draft.txt')
  const [report] = readReports(source, referenceContext()).reports
  return countReport({ id: 'a', report: report!, sourceFile: 'draft.txt', sha256: '0', lines: source.lines })
}

const care = '会议要求，要持续提升养老服务质量，今年新增养老床位2.5万张，建设老年助餐点300个，让老年人在家门口享受服务。'
const relief = '要健全分层分类的社会救助体系，为困难群众发放生活补贴，及时把符合条件的家庭纳入低保。'
const children = '要做好孤儿和事实无人抚养儿童保障，关爱农村留守儿童，建设未成年人保护工作站。'

const themesOf = (before: CountedReport, after: CountedReport) => themeChanges(before, after, defaultCodebook.themes.map(({ id }) => id))
const targetsOf = (before: CountedReport, after: CountedReport) => targetChanges(compare(before.report, after.report).rows, before.report, after.report)

describe('targets between versions', () => {
  it('names the one whose number changed, with its words in both', () => {
    const [before, after] = [reportOf(care, relief), reportOf(relief, care.replace('2.5万张', '3万张'))]
    const changes = targetsOf(before, after)
    expect(changes.map(({ kind, before: one, after: other }) => [kind, one?.value, other?.value, one?.unit])).toEqual([['changed', 25000, 30000, '张']])
    const [change] = changes
    expect(before.report.text.slice(change!.before!.start, change!.before!.end)).toContain('2.5万张')
    expect(after.report.text.slice(change!.after!.start, change!.after!.end)).toContain('3万张')
  })

  it('tells what is newly set from what is set no more', () => {
    const [before, after] = [reportOf(care, relief), reportOf(care.replace('，建设老年助餐点300个', ''), relief)]
    expect(targetsOf(before, after).map(({ kind, before: one }) => [kind, one?.value])).toEqual([['dropped', 300]])
    expect(targetsOf(after, before).map(({ kind, after: other }) => [kind, other?.value])).toEqual([['new', 300]])
  })

  it('takes a deadline for changed by its words: this year is another year in each report', () => {
    const [before, after] = [reportOf(care), reportOf(care)]
    const later = { ...after, report: { ...after.report, targets: after.report.targets.map((target) => ({ ...target, deadlineYear: 2024 })) } }
    expect(before.report.targets.map(({ deadlineYear }) => deadlineYear)).toContain(2023)
    expect(targetsOf(before, later)).toEqual([])
    const [year, other] = [care.replace('今年', '到2024年'), care.replace('今年', '到2025年')]
    expect(targetsOf(reportOf(year), reportOf(other)).map(({ kind }) => kind)).toContain('changed')
  })

  it('says nothing of a target that is only worded differently', () => {
    expect(targetsOf(reportOf(care), reportOf(care.replace('今年新增养老床位', '今年再新增养老床位')))).toEqual([])
  })
})

describe('themes between versions', () => {
  it('finds the new and the dropped', () => {
    const kinds = new Map(themesOf(reportOf(care, relief), reportOf(care, children)).map(({ theme, kind }) => [theme, kind]))
    expect(kinds.get('social_assistance')).toBe('dropped')
    expect(kinds.get('child_protection')).toBe('new')
  })

  it('takes a theme for strengthened by its share of the text, as its rule says', () => {
    const [before, after] = [reportOf(care, relief, children), reportOf(care, relief, '要广泛开展尊老敬老活动，提高养老机构护理能力，发展居家养老和社区养老服务。', children)]
    const changes = themesOf(before, after)
    const elderly = changes.find(({ theme }) => theme === 'elderly_care')!
    expect(elderly.kind).toBe('strengthened')
    expect(themesOf(after, before).find(({ theme }) => theme === 'elderly_care')!.kind).toBe('weakened')
    for (const { kind, before: one, after: other } of changes) {
      if (one.passages.length === 0 || other.passages.length === 0) continue
      const isStronger = other.share >= one.share * themeChangeRule.ratio && other.share - one.share >= themeChangeRule.points
      expect(kind === 'strengthened').toBe(isStronger)
    }
  })

  it('says of a report beside itself that nothing changed', () => {
    const report = reportOf(care, relief, children)
    expect(themesOf(report, report).every(({ kind }) => kind === 'steady')).toBe(true)
  })
})

describe('the tables of two versions', () => {
  const [before, after] = [reportOf(care, relief), reportOf(care.replace('2.5万张', '3万张'), children, relief)]
  const comparison = compare(before.report, after.report)
  const ground = {
    language: 'zh' as const,
    before,
    after,
    comparison,
    themes: themesOf(before, after),
    targets: targetsOf(before, after),
    known: new Map(defaultCodebook.themes.map((theme) => [theme.id, theme]))
  }

  it('list every change with its words and its place', () => {
    const { rows, columns, notes } = versionTable('changes', ground)
    expect(rows.map(({ cells: [kind, one, other] }) => [kind, one, other])).toEqual([
      ['改写', '2.5', '3'],
      ['整段新增', null, children]
    ])
    expect(rows.length).toBe(changesOf(comparison.rows).length)
    for (const { cells } of rows) expect(cells.length).toBe(columns.length)
    expect(notes[0]).toBe('前：浙江召开民政工作会议（2023-02-10）。')
  })

  it('give each theme with n, characters and share on its base, and say what the words mean', () => {
    const { rows, notes, columns } = versionTable('themes', ground)
    expect(rows.at(-1)!.cells).toEqual(['报告字数（基数）', null, null, null, before.characters, after.characters, null, null, null])
    const children = ground.themes.find(({ kind }) => kind === 'new')!
    expect(rows.find(({ cells: [name] }) => name === ground.known.get(children.theme)!.name.zh)!.cells[1]).toBe('新增')
    expect(notes.join('')).toContain('不低于此前的 1.25 倍')
    for (const { cells } of rows) expect(cells.length).toBe(columns.length)
  })

  it('give each changed target with its metric', () => {
    const { rows } = versionTable('targets', { ...ground, language: 'en' })
    expect(rows.map(({ cells: [kind, , metric] }) => [kind, metric])).toEqual([['changed', '新增养老床位']])
  })
})

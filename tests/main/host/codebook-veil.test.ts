import { describe, expect, it } from 'vitest'
import type { CodebookEffect, CodebookView, EffectLine, ThemeCounts, ThemeWork } from '#core/contract/codebook-calls.ts'
import type { ReportView } from '#core/contract/calls.ts'
import { ask, list, openTestHost, upload, type TestHost } from './test-host.ts'

// 虚构样例
const apart = '甘南省召开民政工作会议\n2023年3月1日，甘南省召开民政工作会议。会议强调，要健全养老服务体系。要推进社区治理。要推广时光小站。'
const free = '甘北省召开民政工作会议\n2023年4月1日，甘北省召开民政工作会议。会议强调，要健全养老服务体系。要推进社区治理。要推广时光小站。'

interface TwoReports extends TestHost {
  readonly apart: string
  readonly free: string
}

/** Two reports, of which one is to be coded by several persons apart. */
async function twoReports(): Promise<TwoReports> {
  const test = openTestHost()
  await upload(test, { '一.txt': apart, '二.txt': free })
  const reports = await list(test.host)
  const idOf = (word: string): string => reports.find(({ title }) => title?.includes(word))!.id
  return { ...test, apart: idOf('甘南'), free: idOf('甘北') }
}

const openRound = (test: TwoReports, start: 'draft' | 'blank'): Promise<unknown> =>
  ask(test.host, 'coders.open', { name: '试编码', coders: ['甲', '乙'], start, reports: [test.apart] })

const viewOf = (test: TestHost, id: string): Promise<ReportView> => ask(test.host, 'reports.read', { id })

async function place(test: TestHost, report: string, words: string): Promise<{ report: string; start: number; end: number; words: string }> {
  const { text } = (await viewOf(test, report)).report
  const start = text.indexOf(words)
  return { report, start, end: start + words.length, words }
}

async function assign(test: TestHost, report: string, theme: string): Promise<void> {
  await ask(test.host, 'codings.decide', { ...(await place(test, report, '社区治理')), theme, decision: 'assigned' })
}

/** What stands under a theme in a report. */
async function under(test: TestHost, id: string, theme: string): Promise<string[]> {
  const { report } = await viewOf(test, id)
  return report.statements.filter(({ themes }) => themes.some((each) => each.id === theme)).map(({ start, end }) => report.text.slice(start, end))
}

describe('a codebook that is copied while several persons code apart', () => {
  it('takes the codings of all other reports along; those of the reports coded apart stay where they are', async () => {
    const test = await twoReports()
    await assign(test, test.free, 'charity')
    await openRound(test, 'draft')
    await assign(test, test.apart, 'charity')
    const { codebook: own } = await ask<{ codebook: string }>(test.host, 'codebooks.make', { from: 'civil-affairs', name: '我的' })
    await ask(test.host, 'codebooks.use', { codebook: own })
    expect(await under(test, test.free, 'charity')).toEqual(['要推进社区治理。'])
    expect(await under(test, test.apart, 'charity')).toEqual([])
    await ask(test.host, 'changes.undo')
    expect(await under(test, test.apart, 'charity')).toEqual(['要推进社区治理。'])
  })
})

/** What it would do to take a word into a theme of the codebook in use. */
async function effectOfWord(test: TestHost): Promise<{ job: string; effect: CodebookEffect }> {
  const { sha256, codebook } = await ask<CodebookView>(test.host, 'codebooks.read', { codebook: 'civil-affairs' })
  const { patterns } = codebook.themes.find(({ id }) => id === 'elderly_care')!
  const change = { kind: 'edit', theme: 'elderly_care', fields: { patterns: { ...patterns, terms: [...patterns.terms, '时光小站'] } } }
  const { job } = await ask<{ job: string }>(test.host, 'codebooks.effect', { codebook: 'civil-affairs', base: sha256, changes: [change] })
  return { job, effect: await ask<CodebookEffect>(test.host, 'codebooks.effectFound', { job }) }
}

const linesOf = async (test: TestHost, job: string): Promise<(string | null)[]> =>
  (await ask<{ lines: readonly EffectLine[] }>(test.host, 'codebooks.effectLines', { job, theme: null, from: 0, count: 100 })).lines.map(({ report }) => report)

const countsOf = (test: TestHost): Promise<ThemeCounts> => ask(test.host, 'codebooks.counts', { codebook: 'civil-affairs' })

describe('who codes reports from nothing', () => {
  it('sees of what the program reads there neither what a draft would do nor how often a theme is given, and is told how many are left out', async () => {
    const test = await twoReports()
    const { job, effect } = await effectOfWord(test)
    expect(effect).toMatchObject({ reports: 2, apart: 0, recoded: 2 })
    expect(await countsOf(test)).toMatchObject({ apart: 0, statements: { elderly_care: 2 } })
    await openRound(test, 'blank')
    expect(await linesOf(test, job), 'of an effect that was found before').toEqual([test.free])
    expect(await countsOf(test)).toMatchObject({ apart: 1, statements: { elderly_care: 1 } })
    const now = await effectOfWord(test)
    expect(now.effect).toMatchObject({ reports: 1, apart: 1, recoded: 1, themes: [{ theme: 'elderly_care', comes: 1, goes: 0 }] })
    expect(await linesOf(test, now.job)).toEqual([test.free])
  })

  it('sees it all where the round began with the program’s draft', async () => {
    const test = await twoReports()
    await openRound(test, 'draft')
    expect((await effectOfWord(test)).effect).toMatchObject({ reports: 2, apart: 0, recoded: 2 })
  })
})

describe('what persons said under a theme', () => {
  const workUnder = async (test: TestHost, theme: string): Promise<ThemeWork | undefined> => (await ask<CodebookView>(test.host, 'codebooks.read', { codebook: 'civil-affairs' })).work[theme]

  it('is counted, in reports that several code apart, as who sits at the desk sees it', async () => {
    const test = await twoReports()
    await assign(test, test.free, 'charity')
    await ask(test.host, 'cells.judge', { reports: [test.apart, test.free], theme: 'charity', verdict: 'absent' })
    await openRound(test, 'draft')
    await assign(test, test.apart, 'charity')
    await ask(test.host, 'notes.write', { note: null, ...(await place(test, test.apart, '社区治理')), theme: 'charity', body: '甲的想法', author: '' })
    expect(await workUnder(test, 'charity')).toEqual({ codings: 2, notes: 1, verdicts: 1, summaries: 0 })
    await ask(test.host, 'coders.sit', { coder: '乙' })
    expect(await workUnder(test, 'charity')).toEqual({ codings: 1, notes: 0, verdicts: 1, summaries: 0 })
  })
})

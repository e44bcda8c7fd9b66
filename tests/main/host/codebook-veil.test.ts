import { describe, expect, it } from 'vitest'
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

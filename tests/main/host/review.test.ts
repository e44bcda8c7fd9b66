import { describe, expect, it } from 'vitest'
import type { ReportView } from '#core/contract/calls.ts'
import type { CountsPiece, ReportReview, ReviewPiece } from '#core/contract/review-calls.ts'
import type { ReviewedReading } from '#core/report/reviewed.ts'
import { sql } from '../../../src-main/library/sql.ts'
import { ask, list, openTestHost, upload, type TestHost } from './test-host.ts'

// 虚构样例
const text = '甘南省召开民政工作会议\n2月1日，甘南省召开民政工作会议，民政厅厅长张山出席。会议强调，要健全养老服务体系，年底前新建养老服务中心100个。要推进社区治理，加强殡葬服务保障。'

type Test = TestHost & { readonly id: string }

async function oneReport(): Promise<Test> {
  const test = openTestHost()
  await upload(test, { '一.txt': text })
  return { ...test, id: (await list(test.host))[0]!.id }
}

async function review({ host, id }: Test): Promise<ReportReview> {
  const { found, done, total } = await ask<ReviewPiece>(host, 'review.queue', { reports: [id] })
  expect([done, total]).toEqual([1, 1])
  return found[0]!
}

async function reading(test: Test, key: RegExp): Promise<ReviewedReading> {
  const found = (await review(test)).asked.find((one) => key.test(one.key))
  if (found === undefined) throw new Error(`not in the queue: ${key}`)
  return found
}

const stateOf = async (test: Test, key: RegExp): Promise<string> => (await reading(test, key)).state

async function place(test: Test, { span }: ReviewedReading): Promise<{ report: string; start: number; end: number; words: string }> {
  const { report } = await ask<ReportView>(test.host, 'reports.read', { id: test.id })
  return { report: test.id, ...span!, words: report.text.slice(span!.start, span!.end) }
}

const funeral = /^theme:\d+:funeral$/

describe('what the program is least sure of', () => {
  it('comes worst first, with reasons; the rest is counted and not asked about', async () => {
    const { asked, counts } = await review(await oneReport())
    expect(asked.map(({ doubt }) => doubt)).toEqual(asked.map(({ doubt }) => doubt).toSorted((a, b) => b - a))
    expect(asked.every(({ doubt, reasons, state }) => doubt >= 0.25 && reasons.length > 0 && state === 'unseen')).toBe(true)
    expect(asked.find(({ part }) => part === 'date')).toMatchObject({ read: '2月1日', reasons: [{ why: 'year-from', basis: 'none' }] })
    expect(counts.unseen).toBeGreaterThan(asked.length)
    expect(counts).toMatchObject({ confirmed: 0, corrected: 0 })
  })

  it('asks of the parts that are wanted alone', async () => {
    const { host, id } = await oneReport()
    const { found } = await ask<ReviewPiece>(host, 'review.queue', { reports: [id], parts: ['date'] })
    expect(found[0]!.asked.map(({ part }) => part)).toEqual(['date'])
  })

  it('knows a theme that a person assigned as confirmed, one that was taken out as corrected, and undoing as neither', async () => {
    const test = await oneReport()
    const before = (await review(test)).counts
    const at = await place(test, await reading(test, funeral))
    await ask(test.host, 'codings.decide', { ...at, theme: 'funeral', decision: 'assigned' })
    expect(await stateOf(test, funeral)).toBe('confirmed')
    expect((await review(test)).counts).toEqual({ unseen: before.unseen - 1, confirmed: 1, corrected: 0 })
    await ask(test.host, 'codings.decide', { ...at, theme: 'funeral', decision: 'rejected' })
    expect(await stateOf(test, funeral)).toBe('corrected')
    await ask(test.host, 'changes.undo')
    await ask(test.host, 'changes.undo')
    expect((await review(test)).counts).toEqual(before)
  })

  it('takes another theme in the place of the one that was read as one change', async () => {
    const test = await oneReport()
    const before = (await review(test)).counts
    const at = await place(test, await reading(test, funeral))
    await ask(test.host, 'codings.decide', { ...at, theme: 'charity', decision: 'assigned', replacing: 'funeral' })
    expect(await stateOf(test, funeral)).toBe('corrected')
    const { report } = await ask<ReportView>(test.host, 'reports.read', { id: test.id })
    expect(report.statements.find(({ start }) => start === at.start)!.themes.map(({ id }) => id)).toEqual(['charity'])
    // the one taken out, and the one put in where none was read
    expect((await review(test)).counts).toMatchObject({ corrected: 2, unseen: before.unseen - 1 })
    await ask(test.host, 'changes.undo')
    expect((await review(test)).counts).toEqual(before)
  })

  it('knows what a person says of the head: the same confirms it, another value corrects it', async () => {
    const test = await oneReport()
    await ask(test.host, 'reports.correct', { report: test.id, field: 'date', to: { is: 'value', value: '2023-02-01' } })
    expect(await stateOf(test, /^date$/)).toBe('corrected')
    const { report } = await ask<ReportView>(test.host, 'reports.read', { id: test.id })
    await ask(test.host, 'reports.correct', { report: test.id, field: 'title', to: { is: 'value', value: report.title!.text } })
    await ask(test.host, 'reports.correct', { report: test.id, field: 'officials', to: { is: 'officials', officials: report.officials.map(({ name, title }) => ({ name, title })) } })
    expect((await review(test)).counts).toMatchObject({ confirmed: 2, corrected: 1 })
    const now = (await ask<ReportView>(test.host, 'reports.read', { id: test.id })).report
    // what was confirmed keeps its place in the source
    expect([now.title, now.officials]).toEqual([report.title, report.officials])
  })

  it('knows what a person says of a kind and a target', async () => {
    const test = await oneReport()
    const { report } = await ask<ReportView>(test.host, 'reports.read', { id: test.id })
    const { start, end, value, upper, unit, operator, deadline, deadlineYear } = report.targets[0]!
    const at = { report: test.id, start, end, words: report.text.slice(start, end) }
    const said = { value, upper, unit, operator, deadline, deadlineYear }
    await ask(test.host, 'readings.say', { ...at, said: { part: 'target', value: said } })
    expect((await review(test)).counts).toMatchObject({ confirmed: 1, corrected: 0 })
    await ask(test.host, 'readings.say', { ...at, said: { part: 'target', value: { ...said, deadlineYear: 2023 } } })
    expect((await review(test)).counts).toMatchObject({ confirmed: 0, corrected: 1 })
    await ask(test.host, 'readings.say', { ...at, said: { part: 'target', value: null } })
    expect((await review(test)).counts).toMatchObject({ confirmed: 0, corrected: 1 })
    const kind = report.statements.find((statement) => statement.end >= end)!
    await ask(test.host, 'readings.say', { report: test.id, start: kind.start, end: kind.end, words: report.text.slice(kind.start, kind.end), said: { part: 'kind', value: kind.kind } })
    expect((await review(test)).counts).toMatchObject({ confirmed: 1, corrected: 1 })
  })

  it('is counted alike by both calls, report by report, piece by piece', async () => {
    const test = await oneReport()
    await upload(test, { '二.txt': text.replaceAll('甘南', '云岭') })
    const at = await place(test, await reading(test, funeral))
    await ask(test.host, 'codings.decide', { ...at, theme: 'funeral', decision: 'rejected' })
    const { found } = await ask<ReviewPiece>(test.host, 'review.queue', {})
    const { row, done, total } = await ask<CountsPiece>(test.host, 'review.counts', {})
    expect([done, total]).toEqual([2, 2])
    expect(row).toEqual(found.flatMap(({ report, counts: { confirmed, corrected, unseen } }) => [Number(report), confirmed, corrected, unseen]))
    const last = await ask<CountsPiece>(test.host, 'review.counts', { from: 1 })
    expect(last.row).toEqual(row.slice(4))
  })

  it('is counted once for each report, and again only of one on which a person said something or took it back', async () => {
    const test = await oneReport()
    await upload(test, { '二.txt': text.replaceAll('甘南', '云岭') })
    const ids = (await list(test.host)).map(({ id }) => Number(id))
    const counts = async (): Promise<readonly number[]> => (await ask<CountsPiece>(test.host, 'review.counts', {})).row
    const first = await counts()
    expect(first).toHaveLength(8)
    // statements that cannot be unpacked, as long as they were: nobody looks at them
    test.host.library.write((library) => library.run(sql`UPDATE machine_codings SET statements = printf('%.*c', octet_length(statements), 'x') WHERE report_id <> ${Number(test.id)}`))
    expect(await counts()).toEqual(first)
    const at = await place(test, await reading(test, funeral))
    await ask(test.host, 'codings.decide', { ...at, theme: 'funeral', decision: 'rejected' })
    const own = ids.indexOf(Number(test.id)) * 4
    expect((await counts()).slice(own, own + 4)).toEqual([Number(test.id), 0, 1, first[own + 3]! - 1])
    await ask(test.host, 'reports.correct', { report: test.id, field: 'title', to: { is: 'value', value: '改过的题目' } })
    expect((await counts()).slice(own, own + 4)).toEqual([Number(test.id), 0, 2, first[own + 3]! - 2])
    await ask(test.host, 'changes.undo')
    await ask(test.host, 'changes.undo')
    expect(await counts()).toEqual(first)
  })

  it('shows a coder in an open round the own codings alone, and asks only what may be said apart', async () => {
    const test = await oneReport()
    const at = await place(test, await reading(test, funeral))
    await ask(test.host, 'coders.open', { name: '一', coders: ['甲', '乙'], reports: [test.id], start: 'draft' })
    await ask(test.host, 'coders.sit', { coder: '甲' })
    await ask(test.host, 'codings.decide', { ...at, theme: 'funeral', decision: 'rejected' })
    expect(await stateOf(test, funeral)).toBe('corrected')
    await ask(test.host, 'coders.sit', { coder: '乙' })
    expect(await stateOf(test, funeral)).toBe('unseen')
    expect((await review(test)).asked.filter(({ part }) => part === 'kind' || part === 'target')).toEqual([])
  })

  it('shows nothing of the themes to who codes from nothing', async () => {
    const test = await oneReport()
    await ask(test.host, 'coders.open', { name: '一', coders: ['甲', '乙'], reports: [test.id], start: 'blank' })
    await ask(test.host, 'coders.sit', { coder: '甲' })
    expect((await review(test)).asked.filter(({ part }) => part === 'theme')).toEqual([])
  })
})

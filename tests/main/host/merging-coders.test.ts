import { describe, expect, it } from 'vitest'
import type { Coding } from '#core/contract/coding-calls.ts'
import type { ReportView } from '#core/contract/calls.ts'
import type { Note } from '#core/contract/edit-calls.ts'
import type { ExportedWork, MergeReport, Settled } from '#core/contract/exchange-calls.ts'
import type { Link } from '#core/contract/link-calls.ts'
import { doubtSentence } from '#core/exchange/sentences.ts'
import { conflictKey, conflictSubject } from '../../../src-main/library/merges.ts'
import { ask, list, notesOf, openTestHost, upload, type TestHost } from './test-host.ts'

// 虚构样例; the program reads elderly_care, charity and community_governance in the last three sentences
const text = '甘南省召开民政工作会议\n2023年3月1日，甘南省召开民政工作会议。会议强调，要健全养老服务体系。要发展慈善事业。到2025年建成社区服务站30个。'

interface Desk extends TestHost {
  readonly id: string
}

async function library(options: Parameters<typeof openTestHost>[0] = {}): Promise<Desk> {
  const test = openTestHost(options)
  await upload(test, { '一.txt': text })
  return { ...test, id: (await list(test.host))[0]!.id }
}

async function place({ host, id }: Desk, words: string): Promise<{ report: string; start: number; end: number; words: string }> {
  const { report } = await ask<ReportView>(host, 'reports.read', { id })
  const start = report.text.indexOf(words)
  if (start < 0) throw new Error(`not in the text: ${words}`)
  return { report: id, start, end: start + words.length, words }
}

const decide = async (desk: Desk, words: string, made: { theme: string; decision: 'assigned' | 'rejected' }): Promise<unknown> => ask(desk.host, 'codings.decide', { ...(await place(desk, words)), ...made })
const write = async (desk: Desk, words: string, body: string): Promise<unknown> => ask(desk.host, 'notes.write', { note: null, theme: null, ...(await place(desk, words)), body, author: '甲' })
const sit = ({ host }: Desk, coder: string): Promise<unknown> => ask(host, 'coders.sit', { coder })
const open = async ({ host, id }: Desk): Promise<string> => (await ask<{ round: string }>(host, 'coders.open', { name: '试编码', coders: ['甲', '乙'], start: 'draft', reports: [id] })).round
const finish = async (desk: Desk, round: string): Promise<void> => {
  for (const coder of ['甲', '乙']) {
    await sit(desk, coder)
    await ask(desk.host, 'coders.done', { round, report: desk.id, isDone: true })
  }
}
const bundle = async ({ host }: Desk): Promise<string> => (await ask<ExportedWork>(host, 'exchange.export', { format: 'bundle' })).base64!
const merge = ({ host }: Desk, base64: string, conflicts: 'mine' | 'theirs' = 'mine'): Promise<MergeReport> => ask(host, 'exchange.import', { file: { name: '虚构.zip', base64 }, conflicts })
const settle = ({ host }: Desk, merged: MergeReport, conflicts: readonly number[]): Promise<Settled> => ask(host, 'exchange.settle', { merge: merged.merge, conflicts })
const codings = async ({ host, id }: Desk) => (await ask<Coding[]>(host, 'codings.list', { report: id })).map(({ theme, decision, coder }) => `${coder} ${theme} ${decision}`).sort()
const notes = ({ host }: Desk): Promise<readonly Note[]> => notesOf(host)

/** A library in which 甲 and 乙 have decided in a round, which is over. */
async function coded(decisions: Readonly<Record<string, 'assigned' | 'rejected'>>): Promise<Desk> {
  const desk = await library()
  const round = await open(desk)
  for (const [coder, decision] of Object.entries(decisions)) {
    await sit(desk, coder)
    await decide(desk, '慈善', { theme: 'charity', decision })
  }
  await finish(desk, round)
  await ask(desk.host, 'coders.close', { round })
  return desk
}

describe('a bundle of other coders', () => {
  it.each(['mine', 'theirs'] as const)('in which another says otherwise is no conflict: both stand (%s)', async (conflicts) => {
    const here = await coded({ 甲: 'rejected' })
    const report = await merge(here, await bundle(await coded({ 乙: 'assigned' })), conflicts)
    expect(report).toMatchObject({ codings: { added: 1, equal: 0, conflicts: 0 }, conflicts: [] })
    expect(await codings(here)).toEqual(['乙 charity assigned', '甲 charity rejected'])
  })

  it('in which the same coder says otherwise tells of it, and what was coded in a round never gives way', async () => {
    const here = await coded({ 甲: 'rejected' })
    const report = await merge(here, await bundle(await coded({ 甲: 'assigned' })), 'theirs')
    expect(report).toMatchObject({ codings: { added: 0, equal: 0, conflicts: 1 }, conflicts: [{ coder: '甲', mine: 'rejected', theirs: 'assigned', isOfRound: true }] })
    expect(await codings(here)).toEqual(['甲 charity rejected'])
  })

  it('waits, with all that it has on a report, while that is being coded apart; nothing that is hidden is compared or told of', async () => {
    const other = await coded({ 甲: 'assigned' })
    await write(other, '慈善', '甲的想法')
    const file = await bundle(other)
    const here = await library()
    const round = await open(here)
    await sit(here, '甲')
    await decide(here, '慈善', { theme: 'charity', decision: 'rejected' })
    await write(here, '慈善', '甲的想法')
    await sit(here, '乙')
    const report = await merge(here, file, 'theirs')
    expect(report).toMatchObject({ notes: { added: 0, equal: 0, conflicts: 0 }, codings: { added: 0, equal: 0, conflicts: 0 }, conflicts: [], unplaced: [] })
    expect(report.doubts).toEqual([{ what: 'coded-apart', reports: 1, codings: 1, notes: 1 }])
    expect(report.doubts.map((doubt) => doubtSentence(doubt).zh)).toEqual([expect.stringContaining('编码 1 处、批注 1 条暂未并入')])
    await finish(here, round)
    await ask(here.host, 'coders.close', { round })
    expect(await codings(here)).toEqual(['甲 charity rejected'])
    expect(await merge(here, file)).toMatchObject({ notes: { added: 0, equal: 1 }, codings: { conflicts: 1 }, doubts: [] })
  })
})

describe('a coding that is taken later', () => {
  it('is left where the text is no longer divided as it was when the two were compared', async () => {
    const mine = await library()
    await decide(mine, '慈善', { theme: 'charity', decision: 'rejected' })
    const file = await bundle(mine)
    await decide(mine, '慈善', { theme: 'charity', decision: 'assigned' })
    const merged = await merge(mine, file)
    const key = conflictKey(merged.merge, 0)
    mine.host.library.write((library) => {
      const kept = conflictSubject.read(library, key) as { proposal: { starts: number[] } }
      conflictSubject.write(library, key, { ...kept, proposal: { ...kept.proposal, starts: [...kept.proposal.starts, 1] } })
    })
    expect(await settle(mine, merged, [0])).toEqual({ taken: [], overtaken: [0] })
    expect(await codings(mine)).toEqual(['person charity assigned'])
  })
})

describe('notes of one person and one second', () => {
  const atOnce = (): Promise<Desk> => library({ now: () => new Date(Date.UTC(2026, 2, 1, 8)) })
  const bodies = async (desk: Desk): Promise<string[]> => (await notes(desk)).map(({ body }) => body).sort()

  it.each(['mine', 'theirs'] as const)('are each met once: none of theirs is lost when all are taken (%s)', async (conflicts) => {
    const [theirs, mine] = [await atOnce(), await atOnce()]
    for (const body of ['a', 'b', 'c']) await write(theirs, '慈善事业', body)
    for (const body of ['c', '我的']) await write(mine, '慈善事业', body)
    const merged = await merge(mine, await bundle(theirs), conflicts)
    expect(merged.notes).toEqual({ added: 1, equal: 1, conflicts: 1 })
    if (conflicts === 'mine') expect(await settle(mine, merged, [0])).toEqual({ taken: [0], overtaken: [] })
    expect(await bodies(mine)).toEqual(['a', 'b', 'c'])
  })

  it('keep their link when both are taken', async () => {
    const [theirs, mine] = [await atOnce(), await atOnce()]
    const [first, second] = [await write(theirs, '慈善事业', 'a'), await write(theirs, '养老服务体系', 'b')] as [Note, Note]
    await ask(theirs.host, 'links.add', { from: { note: first.id }, to: { note: second.id }, author: '甲' })
    await write(mine, '慈善事业', '我的一')
    await write(mine, '养老服务体系', '我的二')
    const merged = await merge(mine, await bundle(theirs))
    expect(await settle(mine, merged, [0, 1])).toEqual({ taken: [0, 1], overtaken: [] })
    expect(await bodies(mine)).toEqual(['a', 'b'])
    expect((await ask<Link[]>(mine.host, 'links.list')).map(({ ends }) => ends.map(({ body }) => body))).toEqual([['a', 'b']])
  })

  it('that are marks on other words are no conflict', async () => {
    const [theirs, mine] = [await atOnce(), await atOnce()]
    for (const words of ['慈善事业', '社区服务站']) await write(theirs, words, '')
    await write(mine, '养老服务体系', '')
    expect((await merge(mine, await bundle(theirs), 'theirs')).notes).toEqual({ added: 2, equal: 0, conflicts: 0 })
    expect((await notes(mine)).map(({ quote }) => quote).sort()).toEqual(['慈善事业', '社区服务站', '养老服务体系'].sort())
  })
})

describe('a report in the bin', () => {
  it('is taken out of there with its notes, which come no second time', async () => {
    const here = await library()
    await write(here, '慈善', '甲的想法')
    const file = await bundle(here)
    await ask(here.host, 'reports.bin', { reports: [here.id] })
    expect(await merge(here, file)).toMatchObject({ reports: { added: 0, known: 1, restored: 1 }, notes: { added: 0, equal: 1 } })
    expect((await notes(here)).map(({ body }) => body)).toEqual(['甲的想法'])
  })
})

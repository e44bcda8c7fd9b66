import { describe, expect, it } from 'vitest'
import type { ReportView } from '#core/contract/calls.ts'
import type { Note } from '#core/contract/edit-calls.ts'
import type { Link } from '#core/contract/link-calls.ts'
import { ask, list, notesOf, openTestHost, upload, type TestHost } from './test-host.ts'

// 虚构样例

const first = '甘南省召开民政工作会议\n3月1日，甘南省召开民政工作会议，强调要健全养老服务体系，发展慈善事业。'
const second = '云东省召开民政工作会议\n3月2日，云东省召开民政工作会议，要求完善养老服务网络，推进社区治理。'

interface Two {
  readonly test: TestHost
  readonly end: (words: string) => { report: string; theme: null; start: number; end: number; words: string }
}

async function twoReports(): Promise<Two> {
  const test = openTestHost()
  await upload(test, { '一.txt': first, '二.txt': second })
  const texts = await Promise.all((await list(test.host)).map(async ({ id }) => ({ id, text: (await ask<ReportView>(test.host, 'reports.read', { id })).report.text })))
  const end: Two['end'] = (words) => {
    const { id, text } = texts.find((report) => report.text.includes(words))!
    return { report: id, theme: null, start: text.indexOf(words), end: text.indexOf(words) + words.length, words }
  }
  return { test, end }
}

const links = async ({ test }: Two): Promise<string[][]> => (await ask<Link[]>(test.host, 'links.list')).map(({ ends }) => ends.map(({ quote }) => quote))
const quotes = async ({ test }: Two): Promise<string[]> => (await notesOf(test.host)).map(({ quote }) => quote)

describe('a link', () => {
  it('joins two passages, each with a note of its own; one undo takes all of it away, one redo brings it back', async () => {
    const two = await twoReports()
    await ask(two.test.host, 'links.add', { from: two.end('养老服务体系'), to: two.end('养老服务网络'), author: '甲' })
    expect(await links(two)).toEqual([['养老服务体系', '养老服务网络']])
    expect(await quotes(two)).toEqual(['养老服务体系', '养老服务网络'])
    await ask(two.test.host, 'changes.undo', {})
    expect([await links(two), await quotes(two)]).toEqual([[], []])
    await ask(two.test.host, 'changes.redo', {})
    expect(await links(two)).toEqual([['养老服务体系', '养老服务网络']])
  })

  it('ends at the note that stands on just these words; drawn once more, also the other way, it is the same', async () => {
    const two = await twoReports()
    const { id } = await ask<Note>(two.test.host, 'notes.write', { note: null, ...two.end('慈善事业'), body: '虚构批注' })
    await ask(two.test.host, 'links.add', { from: two.end('慈善事业'), to: two.end('社区治理') })
    await ask(two.test.host, 'links.add', { from: two.end('社区治理'), to: { note: id } })
    expect(await links(two)).toEqual([['慈善事业', '社区治理']])
    expect(await quotes(two)).toEqual(['慈善事业', '社区治理'])
    await expect(ask(two.test.host, 'links.add', { from: { note: id }, to: two.end('慈善事业') })).rejects.toThrow()
  })

  it('removed, takes its bare ends with it and leaves what a person wrote; a note that is removed takes its links, and undoing brings both back', async () => {
    const two = await twoReports()
    const { id } = await ask<Note>(two.test.host, 'notes.write', { note: null, ...two.end('慈善事业'), body: '虚构批注' })
    await ask(two.test.host, 'links.add', { from: { note: id }, to: two.end('社区治理') })
    await ask(two.test.host, 'notes.remove', { note: id })
    expect([await links(two), await quotes(two)]).toEqual([[], ['社区治理']])
    await ask(two.test.host, 'changes.undo', {})
    expect(await links(two)).toEqual([['慈善事业', '社区治理']])
    const [link] = await ask<Link[]>(two.test.host, 'links.list')
    await ask(two.test.host, 'links.remove', { link: link!.id })
    expect([await links(two), await quotes(two)]).toEqual([[], ['慈善事业']])
  })

  it('is not shown while one of its reports is in the bin', async () => {
    const two = await twoReports()
    await ask(two.test.host, 'links.add', { from: two.end('养老服务体系'), to: two.end('养老服务网络') })
    await ask(two.test.host, 'reports.bin', { reports: [two.end('养老服务体系').report] })
    expect(await links(two)).toEqual([])
    await ask(two.test.host, 'changes.undo', {})
    expect(await links(two)).toEqual([['养老服务体系', '养老服务网络']])
  })
})

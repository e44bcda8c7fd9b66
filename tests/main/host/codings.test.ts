import { describe, expect, it } from 'vitest'
import type { Comparison } from '#core/compare/comparison.ts'
import type { ChangesState } from '#core/contract/change-calls.ts'
import type { ReportView } from '#core/contract/calls.ts'
import type { Coding } from '#core/contract/coding-calls.ts'
import { unpackThemes } from '#core/listing/packed-themes.ts'
import { checkLibrary } from '../../../src-main/library/integrity.ts'
import { ask, list, openTestHost, upload, type TestHost } from './test-host.ts'

// 虚构样例
const text = '甘南省召开民政工作会议\n2023年3月1日，甘南省召开民政工作会议。会议强调，要健全养老服务体系。要发展慈善事业。要推进社区治理。'

async function oneReport(): Promise<TestHost & { id: string }> {
  const test = openTestHost()
  await upload(test, { '一.txt': text })
  return { ...test, id: (await list(test.host))[0]!.id }
}

const viewOf = (test: TestHost, id: string): Promise<ReportView> => ask(test.host, 'reports.read', { id })

/** A stretch of the reading text, by its words. */
async function stretch(test: TestHost & { id: string }, words: string): Promise<{ report: string; start: number; end: number; words: string }> {
  const { report } = await viewOf(test, test.id)
  const start = report.text.indexOf(words)
  if (start < 0) throw new Error(`not in the text: ${words}`)
  return { report: test.id, start, end: start + words.length, words }
}

/** The words of the statements of a theme. */
async function under(test: TestHost & { id: string }, theme: string): Promise<string[]> {
  const { report } = await viewOf(test, test.id)
  return report.statements.filter(({ themes }) => themes.some(({ id }) => id === theme)).map(({ start, end }) => report.text.slice(start, end))
}

const codings = (test: TestHost & { id: string }): Promise<readonly Coding[]> => ask(test.host, 'codings.list', { report: test.id })
const undo = (test: TestHost): Promise<unknown> => ask(test.host, 'changes.undo')
const quoted = async (test: TestHost, theme: string): Promise<string[]> => {
  const { rows } = await ask<Comparison>(test.host, 'comparison.build', {})
  return rows.find((row) => row.theme === theme)!.cells[0]!.passages.map((passage) => passage.text)
}

describe('a person’s word on the theme of a sentence', () => {
  it('takes it out of the table and puts it elsewhere; the list of the library follows', async () => {
    const test = await oneReport()
    expect(await quoted(test, 'charity')).toEqual(['要发展慈善事业。'])
    await ask(test.host, 'codings.decide', { ...(await stretch(test, '慈善')), theme: 'charity', decision: 'rejected' })
    await ask(test.host, 'codings.decide', { ...(await stretch(test, '慈善')), theme: 'social_organizations', decision: 'assigned' })
    expect(await quoted(test, 'charity')).toEqual([])
    expect(await quoted(test, 'social_organizations')).toEqual(['要发展慈善事业。'])
    const [summary] = await list(test.host)
    expect(unpackThemes(summary!.themes).map(({ id }) => id)).toContain('social_organizations')
    expect(unpackThemes(summary!.themes).map(({ id }) => id)).not.toContain('charity')
    expect(await codings(test)).toMatchObject([
      { theme: 'charity', decision: 'rejected', quote: '要发展慈善事业。', coder: 'person' },
      { theme: 'social_organizations', decision: 'assigned', quote: '要发展慈善事业。' }
    ])
    expect(checkLibrary(test.host.library.read)).toEqual([])
  })

  it('is undone and done again, also after a restart', async () => {
    const test = await oneReport()
    await ask(test.host, 'codings.decide', { ...(await stretch(test, '社区')), theme: 'charity', decision: 'assigned' })
    expect(await under(test, 'charity')).toEqual(['要发展慈善事业。', '要推进社区治理。'])
    await test.host.close()
    const again = { ...openTestHost({ library: test.path }), id: test.id }
    const { undo: last } = await ask<ChangesState>(again.host, 'changes.state')
    expect(await ask(again.host, 'changes.preview', { change: last!.id, way: 'undo' })).toMatchObject({ reports: 1, titles: ['甘南省召开民政工作会议'] })
    expect(last?.label).toMatchObject({ kind: 'coding', what: '甘南省召开民政工作会议' })
    await undo(again)
    expect(await under(again, 'charity')).toEqual(['要发展慈善事业。'])
    expect(await codings(again)).toEqual([])
    await ask(again.host, 'changes.redo')
    expect(await under(again, 'charity')).toEqual(['要发展慈善事业。', '要推进社区治理。'])
  })

  it('of several sentences gives way only where another word is said', async () => {
    const test = await oneReport()
    const all = await stretch(test, '要健全养老服务体系。要发展慈善事业。要推进社区治理。')
    await ask(test.host, 'codings.decide', { ...all, theme: 'funeral', decision: 'assigned' })
    await ask(test.host, 'codings.decide', { ...(await stretch(test, '慈善')), theme: 'funeral', decision: null })
    expect((await under(test, 'funeral')).map((words) => words.slice(-5))).toEqual(['服务体系。', '社区治理。'])
    const [left, ...more] = await codings(test)
    expect(more).toEqual([])
    expect(left!.places).toHaveLength(2)
    expect(checkLibrary(test.host.library.read)).toEqual([])
    await undo(test)
    expect(await under(test, 'funeral')).toHaveLength(3)
    expect(checkLibrary(test.host.library.read)).toEqual([])
  })

  it('is the later one where it was said later, whatever is cut out of one said before', async () => {
    const test = await oneReport()
    const all = await stretch(test, '要健全养老服务体系。要发展慈善事业。要推进社区治理。')
    await ask(test.host, 'codings.decide', { ...all, theme: 'funeral', decision: 'assigned' })
    const [before] = await codings(test)
    await ask(test.host, 'codings.decide', { ...(await stretch(test, '慈善')), theme: 'funeral', decision: 'rejected' })
    expect((await codings(test)).map(({ id, decision, quote }) => [id === before!.id, decision, quote.slice(-5)])).toEqual([
      [true, 'assigned', '社区治理。'],
      [false, 'rejected', '慈善事业。']
    ])
  })

  it('is refused where other words stand there than those that were looked at', async () => {
    const test = await oneReport()
    const reply = await test.host.answer('codings.decide', { ...(await stretch(test, '慈善')), words: '养老', theme: 'funeral', decision: 'assigned' })
    expect(reply).toMatchObject({ ok: false, problem: { kind: 'other-words' } })
    expect(await codings(test)).toEqual([])
  })

  it('comes back on no other words: not after its file was read in another encoding', async () => {
    const test = openTestHost()
    await upload(test, { '一.txt': new TextEncoder().encode(text) })
    const [summary] = await list(test.host)
    const coded = { ...test, id: summary!.id }
    const read = (encoding: string): Promise<unknown> => ask(test.host, 'sources.readAs', { source: summary!.source.id, encoding })
    await read('gb18030')
    const { report } = await viewOf(test, coded.id)
    const { start, end } = report.statements.at(-1)!
    await ask(test.host, 'codings.decide', { report: coded.id, start, end, words: report.text.slice(start, end), theme: 'funeral', decision: 'assigned' })
    const [made] = (await ask<ChangesState>(test.host, 'changes.state')).recent
    await undo(test)
    await undo(test)
    expect(await test.host.answer('changes.redo', { change: made!.id })).toMatchObject({ ok: false, problem: { kind: 'overtaken' } })
    expect(await codings(coded)).toEqual([])
    await ask(test.host, 'changes.redo')
    await ask(test.host, 'changes.redo')
    expect((await codings(coded)).map(({ quote }) => quote)).toEqual([report.text.slice(start, end)])
  })

  it('stays when the program reads the file again', async () => {
    const test = await oneReport()
    await ask(test.host, 'codings.decide', { ...(await stretch(test, '养老')), theme: 'elderly_care', decision: 'rejected' })
    const { source } = await viewOf(test, test.id)
    const reply = await test.host.answer('sources.readAs', { source: source.id, encoding: 'utf-16le' })
    expect(reply.ok).toBe(false) // its characters carry a person's word
    expect(await under(test, 'elderly_care')).toEqual([])
  })

  it('is refused where no sentence is', async () => {
    const test = await oneReport()
    const { report } = await viewOf(test, test.id)
    const reply = await test.host.answer('codings.decide', { report: test.id, start: report.text.length, end: report.text.length + 3, words: '', theme: 'charity', decision: 'assigned' })
    expect(reply).toMatchObject({ ok: false, problem: { kind: 'bad-request' } })
  })
})

import { describe, expect, it } from 'vitest'
import type { Change } from '#core/contract/change-calls.ts'
import type { Coding } from '#core/contract/coding-calls.ts'
import type { ReportView } from '#core/contract/calls.ts'
import type { Note } from '#core/contract/edit-calls.ts'
import type { ExportedWork, MergeReport } from '#core/contract/exchange-calls.ts'
import { ZipPackage } from '../../../src-main/readers/zip-package.ts'
import { makeZip } from '../readers/make-zip.ts'
import { ask, list, notesOf, openTestHost, upload, type TestHost } from './test-host.ts'

// 虚构样例

const written = [
  '甘南省召开民政工作会议',
  '3月1日，甘南省召开民政工作会议，强调要健全养老服务体系，发展慈善事业，办好山区食堂，让老人在家门口吃上热饭。',
  '会议由张𬭎主持，要求推进社区治理，湖区食堂覆盖率达到80％以上，办好每一件实事。'
].join('\n')

interface Worked {
  readonly test: TestHost
  readonly report: string
  readonly text: string
}

async function library(): Promise<Worked> {
  const test = openTestHost()
  await upload(test, { '一.txt': written })
  const { id } = (await list(test.host))[0]!
  return { test, report: id, text: (await ask<ReportView>(test.host, 'reports.read', { id })).report.text }
}

const at = (text: string, words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, words })

const noteOn = ({ test, report, text }: Worked, words: string, more: object = {}): Promise<Note> =>
  ask<Note>(test.host, 'notes.write', { note: null, report, theme: null, ...at(text, words), body: '虚构批注', author: '甲', ...more })

const decide = ({ test, report, text }: Worked, words: string, theme: string, decision: 'assigned' | 'rejected' = 'assigned') =>
  ask(test.host, 'codings.decide', { report, ...at(text, words), theme, decision })

async function worked(): Promise<Worked> {
  const own = await library()
  await noteOn(own, '张𬭎', { tags: ['人名'], color: 'green' })
  await noteOn(own, '发展慈善事业', { body: '', color: 'yellow' })
  await decide(own, '湖区食堂', 'elderly_care')
  await decide(own, '发展慈善事业', 'charity', 'rejected')
  return own
}

async function exported({ test }: Worked, more: object = {}): Promise<string> {
  const { base64 } = await ask<ExportedWork>(test.host, 'exchange.export', { format: 'qdpx', ...more })
  return base64!
}

const merged = (test: TestHost, base64: string, more: object = {}): Promise<MergeReport> => ask(test.host, 'exchange.import', { file: { name: '虚构.qdpx', base64 }, ...more })
const notes = (test: TestHost): Promise<readonly Note[]> => notesOf(test.host)
const codings = (test: TestHost, report: string): Promise<Coding[]> => ask(test.host, 'codings.list', { report })
const lastChange = async (test: TestHost): Promise<Change | null> => (await ask<{ undo: Change | null }>(test.host, 'changes.state')).undo

const seenNotes = async (test: TestHost) => (await notes(test)).map(({ quote, body, author, color, tags, place, anchoring }) => ({ quote, body, author, color, tags, place, state: anchoring.state }))
const seenCodings = async (test: TestHost, report: string) => (await codings(test, report)).map(({ theme, decision, places, coder, quote }) => ({ theme, decision, places, coder, quote }))

describe('a library as a project', () => {
  it('merged into itself changes nothing', async () => {
    const own = await worked()
    const before = [await seenNotes(own.test), await seenCodings(own.test, own.report), await lastChange(own.test)]
    const report = await merged(own.test, await exported(own))
    expect(report).toMatchObject({
      reports: { added: 0, known: 1, restored: 0, failed: [] }, notes: { added: 0, equal: 2, conflicts: 0 }, codings: { added: 0, equal: 2, conflicts: 0 }, unplaced: [], conflicts: [], codebook: null
    })
    expect([await seenNotes(own.test), await seenCodings(own.test, own.report), await lastChange(own.test)]).toEqual(before)
  })

  it.each(['lf', 'crlf'])('comes into an empty library with all its work (%s), is one change, and changes nothing the second time', async (lineEnds) => {
    const own = await worked()
    const file = await exported(own, { lineEnds })
    const test = openTestHost()
    const first = await merged(test, file)
    expect(first).toMatchObject({ reports: { added: 1, known: 0 }, notes: { added: 2, equal: 0 }, codings: { added: 2, equal: 0 }, unplaced: [] })
    const { id } = (await list(test.host))[0]!
    const there = (await ask<ReportView>(test.host, 'reports.read', { id })).report
    expect([there.text, there.title?.text, there.date?.iso]).toEqual([own.text, '甘南省召开民政工作会议', (await ask<ReportView>(own.test.host, 'reports.read', { id: own.report })).report.date?.iso])
    expect(await seenNotes(test)).toEqual(await seenNotes(own.test))
    expect((await seenCodings(test, id)).map(({ quote: _, ...coding }) => coding)).toEqual((await seenCodings(own.test, own.report)).map(({ quote: _, ...coding }) => coding))
    const change = await lastChange(test)
    expect(change?.label).toMatchObject({ kind: 'merge', what: '虚构.qdpx' })
    expect(await merged(test, file)).toMatchObject({ reports: { added: 0, known: 1 }, notes: { added: 0, equal: 2 }, codings: { added: 0, equal: 2 } })
    expect(await lastChange(test)).toEqual(change)
  })

  it('undone is gone, and merged again is back', async () => {
    const file = await exported(await worked())
    const test = openTestHost()
    await merged(test, file)
    await ask(test.host, 'changes.undo')
    expect([await list(test.host), await notes(test), await lastChange(test)]).toEqual([[], [], null])
    expect(await merged(test, file)).toMatchObject({ reports: { added: 0, known: 1, restored: 1 }, notes: { added: 2 }, codings: { added: 2 } })
    expect([(await list(test.host)).length, (await notes(test)).length]).toEqual([1, 2])
  })

  it('that says otherwise overwrites nothing: both notes stay, of codings the own', async () => {
    const own = await worked()
    const file = await exported(own)
    const [first] = await notes(own.test)
    await ask(own.test.host, 'notes.write', { note: first!.id, report: own.report, theme: null, ...at(own.text, '张𬭎'), body: '我改过的话' })
    await decide(own, '发展慈善事业', 'charity')
    const report = await merged(own.test, file)
    expect(report).toMatchObject({ notes: { added: 0, equal: 1, conflicts: 1 }, codings: { added: 0, equal: 1, conflicts: 1 } })
    expect(report.conflicts.map(({ kind, mine, theirs }) => [kind, mine, theirs])).toEqual([['note', '我改过的话', '虚构批注'], ['coding', 'assigned', 'rejected']])
    expect((await notes(own.test)).map(({ body }) => body)).toEqual(['我改过的话', '', '虚构批注'])
    expect((await codings(own.test, own.report)).filter(({ theme }) => theme === 'charity').map(({ decision }) => decision)).toEqual(['assigned'])
    expect(await merged(own.test, file)).toMatchObject({ notes: { added: 0, equal: 2, conflicts: 0 }, codings: { conflicts: 1 } })
  })

  it('whose word is to hold is asked for, and undone the own holds again', async () => {
    const own = await worked()
    const file = await exported(own)
    const [first] = await notes(own.test)
    await ask(own.test.host, 'notes.write', { note: first!.id, report: own.report, theme: null, ...at(own.text, '张𬭎'), body: '我改过的话' })
    await decide(own, '发展慈善事业', 'charity')
    const before = [await seenNotes(own.test), await seenCodings(own.test, own.report)]
    await merged(own.test, file, { conflicts: 'theirs' })
    expect((await notes(own.test)).map(({ body }) => body)).toEqual(['虚构批注', ''])
    expect((await codings(own.test, own.report)).filter(({ theme }) => theme === 'charity').map(({ decision }) => decision)).toEqual(['rejected'])
    await ask(own.test.host, 'changes.undo')
    expect([await seenNotes(own.test), await seenCodings(own.test, own.report)]).toEqual(before)
  })

  it('that is no project, or hides a DTD, is refused by name', async () => {
    const test = openTestHost()
    const reply = await test.host.answer('exchange.import', { file: { name: 'x.qdpx', base64: Buffer.from('PK\x03\x04 nothing').toString('base64') } })
    expect(reply).toMatchObject({ ok: false, problem: { kind: 'damaged-file' } })
    const other = await test.host.answer('exchange.import', { file: { name: 'x.txt', base64: Buffer.from('一段话').toString('base64') } })
    expect(other).toMatchObject({ ok: false, problem: { kind: 'unsupported-format' } })
  })

  it('as annotations merges into itself without a change, and onto a library that has the reports', async () => {
    const own = await worked()
    const file = await exported(own, { format: 'jsonld' })
    const before = await lastChange(own.test)
    expect(await merged(own.test, file)).toMatchObject({ notes: { added: 0, equal: 2 }, codings: { added: 0, equal: 2 }, doubts: [] })
    expect(await lastChange(own.test)).toEqual(before)
    const other = await library()
    expect(await merged(other.test, file)).toMatchObject({ reports: { added: 0, known: 1 }, notes: { added: 2 }, codings: { added: 2 } })
    expect(await seenNotes(other.test)).toEqual(await seenNotes(own.test))
    expect(await seenCodings(other.test, other.report)).toEqual(await seenCodings(own.test, own.report))
  })

  it('as citations names its sources', async () => {
    const csl = JSON.parse(Buffer.from(await exported(await library(), { format: 'csl' }), 'base64').toString('utf8')) as unknown
    expect(csl).toMatchObject([{ title: '甘南省召开民政工作会议', language: 'zh-CN' }])
  })

  it('as a bundle brings file and work to a colleague, once; a member that is not what its hash says is refused', async () => {
    const own = await worked()
    const file = await exported(own, { format: 'bundle' })
    expect(file).toBe(await exported(own, { format: 'bundle' }))
    const test = openTestHost()
    expect(await merged(test, file)).toMatchObject({ reports: { added: 1, known: 0 }, notes: { added: 2 }, codings: { added: 2 }, unplaced: [] })
    const [there] = await list(test.host)
    expect(there?.source.fileName).toBe('一.txt')
    expect(await seenNotes(test)).toEqual(await seenNotes(own.test))
    expect(await seenCodings(test, there!.id)).toEqual(await seenCodings(own.test, own.report))
    const change = await lastChange(test)
    expect(await merged(test, file)).toMatchObject({ reports: { added: 0, known: 1 }, notes: { added: 0, equal: 2 }, codings: { added: 0, equal: 2 } })
    expect(await lastChange(test)).toEqual(change)
    await ask(test.host, 'changes.undo')
    expect([await list(test.host), await notes(test)]).toEqual([[], []])
    const zip = await ZipPackage.open(Buffer.from(file, 'base64'), 'x')
    const members = await Promise.all(zip.members.map(async ({ name }) => ({ name, bytes: (await zip.read(name))! })))
    const forged = makeZip(members.map(({ name, bytes }) => ({ name, bytes: name === 'work.json' ? Buffer.from(Buffer.from(bytes).toString('utf8').replace('虚构批注', '别的话')) : bytes })))
    const reply = await test.host.answer('exchange.import', { file: { name: 'x.zip', base64: Buffer.from(forged).toString('base64') } })
    expect(reply).toMatchObject({ ok: false, problem: { kind: 'damaged-file' } })
  })
})

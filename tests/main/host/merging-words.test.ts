import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { split } from '#core/arrangement/arrangement.ts'
import type { ArticlesPage } from '#core/contract/articles-calls.ts'
import type { ChangesState } from '#core/contract/change-calls.ts'
import type { ReportSummary, ReportView } from '#core/contract/calls.ts'
import type { ListedCodebook } from '#core/contract/codebook-calls.ts'
import type { Coding } from '#core/contract/coding-calls.ts'
import type { Note } from '#core/contract/edit-calls.ts'
import type { ExportedWork, KeptMerge, MergeReport, Settled } from '#core/contract/exchange-calls.ts'
import type { Link } from '#core/contract/link-calls.ts'
import type { ReportWord } from '#core/contract/reading-calls.ts'
import type { CellSummary } from '#core/contract/summary-calls.ts'
import { leftSentence } from '#core/exchange/left-words.ts'
import { conflictSentence } from '#core/exchange/conflict-sentences.ts'
import { defaultCodebook, storedForm } from '../../../src-main/host/reference.ts'
import { keepCodebook, writeVersions } from '../../../src-main/library/codebooks.ts'
import { readPoints } from '../../../src-main/library/restore-points.ts'
import { allVerdictsOn } from '../../../src-main/library/verdicts.ts'
import { ZipPackage } from '../../../src-main/readers/zip-package.ts'
import { zipBytes } from '../../../src-main/writers/zip.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { ask, ended, list, notesOf, openTestHost, upload, type TestHost } from './test-host.ts'

// 虚构样例
const texts = {
  '1.txt': '甘南省召开民政工作会议\n3月1日，甘南省召开民政工作会议，强调要健全养老服务体系，发展慈善事业。\n会议要求推进社区治理，办好每一件实事。',
  '2.txt': '甘北省召开民政工作会议\n3月2日，甘北省召开民政工作会议，强调要完善养老服务网络。\n会议要求办好山区食堂，让老人在家门口吃上热饭。'
}
const codebook = defaultCodebook.id

interface Desk extends TestHost {
  /** In the order of `texts`, whatever their files are called. */
  readonly ids: readonly string[]
}

async function library(): Promise<Desk> {
  const test = openTestHost()
  await upload(test, texts)
  return { ...test, ids: await idsOf(test) }
}

const idsOf = async ({ host }: TestHost): Promise<string[]> => (await list(host)).toSorted((a, b) => orderOf(a) - orderOf(b)).map(({ id }) => id)
const orderOf = ({ title }: ReportSummary): number => Object.values(texts).findIndex((text) => text.startsWith(title ?? '—'))

async function at({ host }: TestHost, report: string, words: string): Promise<{ report: string; start: number; end: number; words: string }> {
  const { text } = (await ask<ReportView>(host, 'reports.read', { id: report })).report
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`not in the text: ${words}`)
  return { report, start, end: start + words.length, words }
}

const correct = ({ host, ids }: Desk, meeting: string): Promise<unknown> => ask(host, 'reports.correct', { report: ids[0], field: 'meeting', to: { is: 'value', value: meeting } })
const judge = ({ host, ids }: Desk, verdict: string): Promise<unknown> => ask(host, 'cells.judge', { reports: [ids[0]], theme: 'child_protection', verdict })
const say = async (desk: Desk, words: string, said: object): Promise<unknown> => ask(desk.host, 'readings.say', { ...(await at(desk, desk.ids[0]!, words)), said })
const summarise = ({ host, ids }: Desk, body: string): Promise<unknown> => ask(host, 'summaries.write', { codebook, theme: 'elderly_care', part: 'common', reports: ids, body, session: body, author: '甲' })

/** All that a person may do besides codings and notes. */
async function worked(desk: Desk): Promise<void> {
  const [one, two] = desk.ids as [string, string]
  await correct(desk, '全省民政工作会议')
  await judge(desk, 'not-applicable')
  await say(desk, '办好每一件实事', { part: 'programme', value: '每一件实事' })
  await summarise(desk, '两省都讲养老。')
  await ask(desk.host, 'summaries.link', { codebook, theme: 'elderly_care', part: 'common', reports: desk.ids, ...(await at(desk, two, '养老服务网络')), instead: null, author: '甲' })
  await ask(desk.host, 'links.add', { from: { theme: null, ...(await at(desk, one, '养老服务体系')) }, to: { theme: null, ...(await at(desk, two, '养老服务网络')) }, author: '甲' })
}

const bundle = async ({ host }: TestHost): Promise<string> => (await ask<ExportedWork>(host, 'exchange.export', { format: 'bundle' })).base64!
const merge = ({ host }: TestHost, base64: string, conflicts: 'mine' | 'theirs' = 'mine'): Promise<MergeReport> => ask(host, 'exchange.import', { file: { name: '虚构.zip', base64 }, conflicts })
const settle = ({ host }: TestHost, merged: MergeReport, conflicts: readonly number[]): Promise<Settled> => ask(host, 'exchange.settle', { merge: merged.merge, conflicts })
const undo = ({ host }: TestHost): Promise<unknown> => ask(host, 'changes.undo')

const readings = async ({ host }: TestHost, report: string): Promise<unknown[]> =>
  (await ask<ReportWord[]>(host, 'readings.list', { report })).map(({ part, value, place, quote, state }) => [part, value, place, quote, state])

/** What a person sees of it, whatever the numbers of reports and notes are. */
async function seen(test: TestHost): Promise<unknown> {
  const ids = await idsOf(test)
  const nameOf = (id: string): string => (ids[0] === id ? '一' : '二')
  const summaries = await ask<CellSummary[]>(test.host, 'summaries.list', { codebook, reports: ids })
  const links = await ask<Link[]>(test.host, 'links.list')
  return {
    meetings: await Promise.all(ids.map(async (id) => (await ask<ReportView>(test.host, 'reports.read', { id })).report.meeting)),
    verdicts: ids.map((id) => allVerdictsOn(test.host.library.read, Number(id))),
    summaries: summaries.map(({ body, part, theme, reports, links: passages }) => [body, part, theme, reports.map(nameOf).sort(), passages.map(({ quote, report, anchoring }) => [quote, nameOf(report), anchoring.state])]),
    readings: await Promise.all(ids.map((id) => readings(test, id))),
    links: links.map(({ ends, author }) => [author, ends.map(({ quote, report }) => `${nameOf(report)} ${quote}`)])
  }
}

const each = ['links', 'corrections', 'readings', 'verdicts', 'summaries'] as const
const counted = (merged: MergeReport) => each.map((kind) => [kind, merged[kind].added, merged[kind].equal, merged[kind].conflicts])

interface BundledWork {
  readonly reports: readonly { readonly readings: readonly object[] }[]
}

/** As if it had come from a library where something is otherwise. */
async function changedBundle(base64: string, change: (work: BundledWork) => BundledWork): Promise<string> {
  const zip = await ZipPackage.open(Buffer.from(base64, 'base64'), 'x')
  const read = async (name: string): Promise<string> => Buffer.from((await zip.read(name))!).toString('utf8')
  const work = Buffer.from(JSON.stringify(change(JSON.parse(await read('work.json')) as BundledWork)))
  const manifest = JSON.parse(await read('manifest.json')) as { members: { name: string; sha256: string }[] }
  const members = manifest.members.map((member) => (member.name === 'work.json' ? { ...member, sha256: createHash('sha256').update(work).digest('hex') } : member))
  const made: Record<string, Uint8Array> = { 'manifest.json': Buffer.from(JSON.stringify({ ...manifest, members })), 'work.json': work }
  return Buffer.from(await zipBytes(await Promise.all(zip.members.map(async ({ name }) => ({ name, bytes: made[name] ?? (await zip.read(name))! }))))).toString('base64')
}

describe('a correction of a reading in a bundle', () => {
  const kind = (value: string): object => ({ part: 'kind', value })
  const theme = '会议要求推进社区治理'

  it('that says otherwise of the same thing is a conflict: mine holds until theirs is taken in its place, and comes back with undo', async () => {
    const [theirs, mine] = [await library(), await library()]
    await say(theirs, theme, kind('review'))
    await say(theirs, '发展慈善事业', { part: 'target', value: { value: 3, upper: null, unit: '个', operator: '>=', deadlineYear: null, deadline: '到年底' } })
    await say(mine, theme, kind('framing'))
    await say(mine, '发展慈善事业', { part: 'target', value: { value: 5, upper: 8, unit: null, operator: 'range', deadlineYear: 2025, deadline: null } })
    const before = await seen(mine)
    const merged = await merge(mine, await bundle(theirs))
    expect([merged.readings, await seen(mine)]).toEqual([{ added: 0, equal: 0, conflicts: 2 }, before])
    expect(merged.conflicts.map((conflict) => conflictSentence(conflict).zh)).toEqual([
      expect.stringMatching(/：“.*推进社区治理.*”，语句的类型，这里：导语 \/ 对方：回顾$/),
      expect.stringMatching(/：“发展慈善事业”，目标，这里：区间 5–8 2025 \/ 对方：不低于 3 个 到年底$/)
    ])
    expect(await settle(mine, merged, [0, 1])).toEqual({ taken: [0, 1], overtaken: [] })
    expect(await seen(mine)).toEqual(await seen(theirs))
    expect((await merge(mine, await bundle(theirs))).readings).toEqual({ added: 0, equal: 2, conflicts: 0 })
    await undo(mine)
    expect(await seen(mine)).toEqual(before)
  })

  it('is not taken where mine was said anew since', async () => {
    const [theirs, mine] = [await library(), await library()]
    await say(theirs, theme, kind('review'))
    await say(mine, theme, kind('framing'))
    const merged = await merge(mine, await bundle(theirs))
    await say(mine, theme, kind('procedure'))
    expect(await settle(mine, merged, [0])).toEqual({ taken: [], overtaken: [0] })
    expect(await readings(mine, mine.ids[0]!)).toEqual([['kind', 'procedure', expect.anything(), expect.stringContaining('推进社区治理'), 'corrected']])
  })

  it('whose words are not in the report here waits with it, and is told of once', async () => {
    const theirs = await library()
    await say(theirs, theme, kind('review'))
    const file = await bundle(theirs)
    const mine = openTestHost()
    await upload(mine, texts)
    const altered = await changedBundle(file, (work) => ({ ...work, reports: work.reports.map((report) => ({ ...report, readings: report.readings.map((one) => ({ ...one, place: null, quote: { exact: '已经不在的话', prefix: '', suffix: '' } })) })) }))
    const merged = await merge(mine, altered)
    expect([merged.readings, merged.unplaced]).toEqual([{ added: 1, equal: 0, conflicts: 0 }, [{ kind: 'reading', report: '甘南省召开民政工作会议', words: '已经不在的话' }]])
    expect(await readings(mine, (await idsOf(mine))[0]!)).toEqual([['kind', 'review', null, '已经不在的话', 'lost']])
    const again = await merge(mine, altered)
    expect([again.readings, again.unplaced]).toEqual([{ added: 0, equal: 1, conflicts: 0 }, []])
  })
})

describe('a bundle of all that a person did', () => {
  it('comes whole into an empty library, is one change with a place to go back to, and is equal the second time', async () => {
    const own = await library()
    await worked(own)
    const file = await bundle(own)
    const test = openTestHost()
    expect(counted(await merge(test, file))).toEqual(each.map((kind) => [kind, 1, 0, 0]))
    expect(await seen(test)).toEqual(await seen(own))
    expect(readPoints(test.host.library.read).some(({ before }) => before === 'merge')).toBe(true)
    const { undo: last } = await ask<ChangesState>(test.host, 'changes.state')
    expect(counted(await merge(test, file))).toEqual(each.map((kind) => [kind, 0, 1, 0]))
    expect((await ask<ChangesState>(test.host, 'changes.state')).undo).toEqual(last)
    await undo(test)
    expect([await list(test.host), (await ask<ChangesState>(test.host, 'changes.state')).undo]).toEqual([[], null])
  })

  it.each(['qdpx', 'jsonld'])('as %s brings verdicts, summaries and links to who has the same reports, and is equal the second time', async (format) => {
    const own = await library()
    await worked(own)
    const { base64 } = await ask<ExportedWork>(own.host, 'exchange.export', { format })
    const test = openTestHost()
    if (format === 'jsonld') await upload(test, texts)
    const merge = (): Promise<MergeReport> => ask(test.host, 'exchange.import', { file: { name: `虚构.${format}`, base64: base64! }, conflicts: 'mine' })
    const kinds = ['links', 'verdicts', 'summaries'] as const
    const first = await merge()
    expect(kinds.map((kind) => first[kind])).toEqual(kinds.map(() => ({ added: 1, equal: 0, conflicts: 0 })))
    const { verdicts, summaries, links } = (await seen(own)) as Record<string, unknown>
    expect(await seen(test)).toMatchObject({ verdicts, summaries, links })
    const again = await merge()
    expect(kinds.map((kind) => again[kind])).toEqual(kinds.map(() => ({ added: 0, equal: 1, conflicts: 0 })))
  })

  it('that says otherwise changes nothing of mine; theirs are taken one by one or all at once, and go with the merge when it is undone', async () => {
    const theirs = await library()
    await worked(theirs)
    const mine = await library()
    await correct(mine, '民政会议')
    await judge(mine, 'absent')
    await summarise(mine, '我的话。')
    const before = await seen(mine)
    const merged = await merge(mine, await bundle(theirs))
    expect(counted(merged)).toEqual([['links', 1, 0, 0], ['corrections', 0, 0, 1], ['readings', 1, 0, 0], ['verdicts', 0, 0, 1], ['summaries', 0, 0, 1]])
    expect(merged.conflicts.map((conflict) => [conflictSentence(conflict).zh, conflict.isOpen])).toEqual([
      ['甘南省召开民政工作会议：更正会议，这里：民政会议 / 对方：全省民政工作会议', true],
      [expect.stringMatching(/核实，这里：未提及（已核实） \/ 对方：不适用$/), true],
      [expect.stringMatching(/的共同点，这里：我的话。 \/ 对方：两省都讲养老。$/), true]
    ])
    expect(await seen(mine)).toMatchObject({ ...(before as object), links: expect.any(Array) as unknown, readings: expect.any(Array) as unknown })
    expect(await settle(mine, merged, [1])).toEqual({ taken: [1], overtaken: [] })
    expect(await seen(mine)).toMatchObject({ meetings: ['民政会议', '民政工作会议'], verdicts: [[{ verdict: 'not-applicable' }], []] })
    expect(await settle(mine, merged, [0, 1, 2])).toEqual({ taken: [0, 2], overtaken: [] })
    expect(await seen(mine)).toEqual(await seen(theirs))
    await undo(mine)
    expect(await seen(mine)).toEqual(before)
  })

  it('is a list of conflicts that is there after a restart, as it was left; gone and back with undo and redo', async () => {
    const theirs = await library()
    await worked(theirs)
    const path = join(temporaryFolder(), 'kept.duizhao')
    const first = openTestHost({ library: path })
    await upload(first, texts)
    const mine = { ...first, ids: await idsOf(first) }
    await correct(mine, '民政会议')
    await summarise(mine, '我的话。')
    const merged = await merge(mine, await bundle(theirs))
    expect(await settle(mine, merged, [1])).toEqual({ taken: [1], overtaken: [] })
    const kept = ({ host }: TestHost): Promise<readonly KeptMerge[]> => ask(host, 'exchange.merges')
    const before = await kept(mine)
    expect(before.map(({ report, taken }) => [report.merge, report.conflicts.map((conflict) => [conflictSentence(conflict).zh, conflict.isOpen]), taken])).toEqual([
      [merged.merge, merged.conflicts.map((conflict, n) => [conflictSentence(conflict).zh, n === 0]), [1]]
    ])
    await mine.host.close()

    const again = openTestHost({ library: path })
    expect(await kept(again)).toEqual(before)
    expect(await ask(again.host, 'exchange.settle', { merge: merged.merge, conflicts: [0] })).toEqual({ taken: [0], overtaken: [] })
    expect(await seen(again)).toMatchObject({ meetings: ['全省民政工作会议', '民政工作会议'] })
    await undo(again)
    expect((await kept(again)).map(({ taken }) => taken)).toEqual([[1]])
    await undo(again)
    expect(await kept(again)).toEqual([])
    expect(await again.host.answer('exchange.settle', { merge: merged.merge, conflicts: [0] })).toMatchObject({ ok: false, problem: { kind: 'not-found' } })
    await ask(again.host, 'changes.redo')
    expect(await kept(again)).toEqual(before)
  })

  it('never takes theirs where mine was changed since it was compared', async () => {
    const theirs = await library()
    await worked(theirs)
    const mine = await library()
    await correct(mine, '民政会议')
    const merged = await merge(mine, await bundle(theirs))
    await correct(mine, '改过的会议')
    expect(await settle(mine, merged, [0])).toEqual({ taken: [], overtaken: [0] })
    expect(await seen(mine)).toMatchObject({ meetings: ['改过的会议', '民政工作会议'] })
    expect(await mine.host.answer('exchange.settle', { merge: 'none', conflicts: [0] })).toMatchObject({ ok: false, problem: { kind: 'not-found' } })
  })

  it('lets notes and codings be taken later as well: the note in the place of mine, with its links', async () => {
    const mine = await library()
    const [one, two] = mine.ids as [string, string]
    const note = await ask<Note>(mine.host, 'notes.write', { note: null, theme: null, ...(await at(mine, one, '慈善事业')), body: '第一稿', author: '甲' })
    await ask(mine.host, 'links.add', { from: { note: note.id }, to: { theme: null, ...(await at(mine, two, '养老服务网络')) }, author: '甲' })
    await ask(mine.host, 'codings.decide', { ...(await at(mine, one, '慈善事业')), theme: 'charity', decision: 'rejected' })
    const file = await bundle(mine)
    await ask(mine.host, 'notes.write', { note: note.id, theme: null, ...(await at(mine, one, '慈善事业')), body: '第二稿', author: '甲' })
    await ask(mine.host, 'codings.decide', { ...(await at(mine, one, '慈善事业')), theme: 'charity', decision: 'assigned' })
    const bodies = async () => (await notesOf(mine.host)).map(({ body }) => body).filter((body) => body !== '')
    const decisions = async () => (await ask<Coding[]>(mine.host, 'codings.list', { report: one })).map(({ decision }) => decision)
    const merged = await merge(mine, file)
    expect([await bodies(), await decisions()]).toEqual([['第二稿', '第一稿'], ['assigned']])
    expect(await settle(mine, merged, [0, 1])).toEqual({ taken: [0, 1], overtaken: [] })
    expect([await bodies(), await decisions()]).toEqual([['第一稿'], ['rejected']])
    expect((await ask<Link[]>(mine.host, 'links.list')).map(({ ends }) => ends.map(({ body }) => body))).toEqual([['第一稿', '']])
    await undo(mine)
    expect([await bodies(), await decisions()]).toEqual([['第二稿'], ['assigned']])
  })
})

describe('a codebook of one’s own', () => {
  const first = storedForm({ ...defaultCodebook, id: 'own-one', version: '1.0.0' })
  const second = storedForm({ ...defaultCodebook, id: 'own-one', version: '1.1.0', name: { zh: '自编', en: 'own' } })
  const have = ({ host }: TestHost, versions: readonly (typeof first)[]): void =>
    host.library.write((library) => {
      versions.forEach((one) => keepCodebook(library, one))
      writeVersions(library, 'own-one', versions.map(({ sha256 }, n) => ({ sha256, madeAt: `2026-01-0${n + 1}T00:00:00.000Z` })))
    })
  const versionHere = async ({ host }: TestHost) => (await ask<ListedCodebook[]>(host, 'codebooks.list')).find(({ id }) => id === 'own-one')?.version

  it('comes with all its versions and the codings that rest on them, and is equal the second time', async () => {
    const own = await library()
    have(own, [first, second])
    const { job } = await ask<{ job: string | null }>(own.host, 'codebooks.use', { codebook: 'own-one' })
    if (job !== null) await ended(own, job)
    await ask(own.host, 'codings.decide', { ...(await at(own, own.ids[0]!, '慈善事业')), theme: 'charity', decision: 'rejected' })
    const file = await bundle(own)
    const test = openTestHost()
    const merged = await merge(test, file)
    expect([merged.codebooks, merged.codings, merged.doubts]).toEqual([{ added: 1, equal: 0, conflicts: 0 }, { added: 1, equal: 0, conflicts: 0 }, []])
    expect(await versionHere(test)).toBe('1.1.0')
    expect(await merge(test, file)).toMatchObject({ codebooks: { added: 0, equal: 1, conflicts: 0 }, codings: { added: 0, equal: 1 } })
    await undo(test)
    expect(await versionHere(test)).toBeUndefined()
  })

  it('with other versions is a conflict: mine stays until theirs is taken, and then stands before theirs', async () => {
    const [mine, theirs] = [await library(), await library()]
    have(mine, [first])
    have(theirs, [first, second])
    const merged = await merge(mine, await bundle(theirs))
    expect(merged.conflicts).toEqual([{ kind: 'codebook', name: expect.any(Object) as unknown, mine: '1.0.0', theirs: '1.1.0', n: 0, isOpen: true }])
    expect(await versionHere(mine)).toBe('1.0.0')
    expect(await settle(mine, merged, [0])).toEqual({ taken: [0], overtaken: [] })
    expect(await versionHere(mine)).toBe('1.1.0')
    await undo(mine)
    expect(await versionHere(mine)).toBe('1.0.0')
  })
})

describe('how a person divided a file', () => {
  const seed = readFileSync(new URL('../../../seeds/000_8625d94934d53eac.txt', import.meta.url))
  const withSeed = async (): Promise<TestHost & { readonly source: string; readonly page: ArticlesPage }> => {
    const test = openTestHost()
    await upload(test, { 'seed.txt': seed })
    const source = (await list(test.host))[0]!.source.id
    return { ...test, source, page: await ask<ArticlesPage>(test.host, 'articles.read', { source }) }
  }
  const divide = async (at = '王文序要求'): Promise<TestHost> => {
    const test = await withSeed()
    await ask(test.host, 'articles.arrange', { source: test.source, arrangement: split(test.page.arrangement, seed.toString('utf8').indexOf(at)) })
    return test
  }

  /** Those that the divided article has become, the first first. */
  const pieces = async (test: TestHost): Promise<string[]> => {
    const texts = await Promise.all((await list(test.host)).map(async ({ id }) => ({ id, text: (await ask<ReportView>(test.host, 'reports.read', { id })).report.text })))
    return texts.filter(({ text }) => text.startsWith('王文序要求')).map(({ id }) => id)
  }

  it('comes with the file, and to a file that is here and that nobody divided', async () => {
    const file = await bundle(await divide())
    const test = openTestHost()
    await merge(test, file)
    expect(await list(test.host)).toHaveLength(3)
    expect(await merge(test, file)).toMatchObject({ divisions: { added: 0, equal: 1, conflicts: 0 } })
    const other = await withSeed()
    expect(await merge(other, file)).toMatchObject({ divisions: { added: 1, equal: 0, conflicts: 0 } })
    expect(await list(other.host)).toHaveLength(3)
    await undo(other)
    expect(await list(other.host)).toHaveLength(2)
  })

  it('otherwise here leaves what is said of its reports as wholes, and says of which, and why', async () => {
    const theirs = await divide()
    const [whole] = await pieces(theirs)
    await ask(theirs.host, 'reports.correct', { report: whole, field: 'meeting', to: { is: 'value', value: '他们的会议' } })
    await ask(theirs.host, 'cells.judge', { reports: [whole], theme: 'child_protection', verdict: 'absent' })
    await ask(theirs.host, 'summaries.write', { codebook, theme: 'elderly_care', part: 'report', reports: [whole], body: '一句话。', session: 'x', author: '甲' })
    const file = await bundle(theirs)
    const mine = await withSeed()
    await ask(mine.host, 'articles.arrange', { source: mine.source, arrangement: split(mine.page.arrangement, seed.toString('utf8').indexOf('王文序要求') - 40) })
    const merged = await merge(mine, file)
    expect([merged.divisions.conflicts, merged.corrections, merged.verdicts, merged.summaries]).toEqual([1, ...Array.from({ length: 3 }, () => ({ added: 0, equal: 0, conflicts: 0 }))])
    const said = merged.left.map((left) => leftSentence(left).zh)
    expect(said).toEqual([
      expect.stringMatching(/：会议更正为“他们的会议”，未并入：这份报告在这里分成了几份。$/),
      expect.stringMatching(/：主题“.+”核实为“未提及（已核实）”，未并入：这份报告在这里分成了几份。$/),
      expect.stringMatching(/：主题“.+”的摘要“一句话。”，未并入：这份报告在这里分成了几份。$/)
    ])
    expect(merged.unplaced).toEqual([])
    const kept = async () => (await ask<KeptMerge[]>(mine.host, 'exchange.merges')).map(({ report }) => report.left)
    expect(await kept()).toEqual([merged.left])
    // while any report is coded apart nobody sees what another said of one
    const { round } = await ask<{ round: string }>(mine.host, 'coders.open', { name: '试编码', coders: ['甲', '乙'], start: 'draft', reports: (await list(mine.host)).map(({ id }) => id) })
    await ask(mine.host, 'coders.sit', { coder: '甲' })
    expect(await kept()).toEqual([[]])
    await ask(mine.host, 'coders.close', { round })
    expect(await kept()).toEqual([merged.left])
  })
})

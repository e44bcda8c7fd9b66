import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { ReportView } from '#core/contract/calls.ts'
import type { Coding } from '#core/contract/coding-calls.ts'
import type { Note } from '#core/contract/edit-calls.ts'
import type { ExportedWork, MergeReport } from '#core/contract/exchange-calls.ts'
import { defaultCodebook, storedForm } from '../../../src-main/host/reference.ts'
import { codebookNamed, keepCodebook, versionsOf, writeVersions } from '../../../src-main/library/codebooks.ts'
import { ZipPackage } from '../../../src-main/readers/zip-package.ts'
import { makeZip } from '../readers/make-zip.ts'
import { projectSchema } from '../../../src-main/host/project-schema.ts'
import { qdpxBytes } from '../../../src-main/writers/qdpx.ts'
import { ask, ended, list, notesOf, openTestHost, upload, type TestHost } from './test-host.ts'

// 虚构样例

const written = '甘南省召开民政工作会议\n3月1日，甘南省召开民政工作会议，强调要健全养老服务体系，发展慈善事业。\n会议要求推进社区治理，办好每一件实事。'

async function library(): Promise<TestHost> {
  const test = openTestHost()
  await upload(test, { '一.txt': written })
  return test
}

/** Shows the library by another codebook. */
async function use({ host, ...test }: TestHost, codebook: string): Promise<void> {
  const { job } = await ask<{ job: string | null }>(host, 'codebooks.use', { codebook })
  if (job !== null) await ended({ host, ...test }, job)
}

async function at({ host }: TestHost, words: string) {
  const [{ id } = { id: '' }] = await list(host)
  const { text } = (await ask<ReportView>(host, 'reports.read', { id })).report
  return { report: id, start: text.indexOf(words), end: text.indexOf(words) + words.length, words }
}

const note = async (test: TestHost, words: string, theme: string | null): Promise<Note> => ask(test.host, 'notes.write', { note: null, ...(await at(test, words)), theme, body: `关于${words}`, author: '甲' })
const decide = async (test: TestHost, words: string, theme: string, decision: 'assigned' | 'rejected' = 'assigned') =>
  ask(test.host, 'codings.decide', { ...(await at(test, words)), theme, decision })

/** A codebook of a person's own, with the very themes of the program's first. */
const likeTheFirst = storedForm({ ...defaultCodebook, id: 'like-the-first' })
const offer = ({ host }: TestHost): void => host.library.write((writable) => {
  keepCodebook(writable, likeTheFirst)
  writeVersions(writable, likeTheFirst.id, [{ sha256: likeTheFirst.sha256, madeAt: '2026-01-01T00:00:00.000Z' }])
})

const exported = (test: TestHost, format: string): Promise<ExportedWork> => ask(test.host, 'exchange.export', { format })
const merged = (test: TestHost, base64: string | null, more: object = {}): Promise<MergeReport> => ask(test.host, 'exchange.import', { file: { name: '虚构', base64 }, ...more })
const notes = async ({ host }: TestHost) => (await notesOf(host)).map(({ body, theme }) => [body, theme])
const codings = async ({ host }: TestHost) => (await ask<Coding[]>(host, 'codings.list', { report: (await list(host))[0]!.id })).map(({ theme, decision }) => [theme, decision])
const changes = ({ host }: TestHost): Promise<unknown> => ask(host, 'changes.state')

/** Worked on with the program's first codebook, then shown by another and worked on with that. */
async function workedWithTwo(): Promise<TestHost> {
  const test = await library()
  await note(test, '养老服务', 'elderly_care')
  await decide(test, '发展慈善事业', 'charity', 'rejected')
  await use(test, 'government-work')
  await note(test, '社区治理', 'social_governance')
  await note(test, '会议', null)
  await decide(test, '健全养老服务体系', 'social_security')
  return test
}

/** A bundle as it was before it said of which codebook each thing is: it had what is of one alone. */
async function olderBundle(base64: string, codebook: string): Promise<string> {
  const zip = await ZipPackage.open(Buffer.from(base64, 'base64'), 'x')
  const json = async (name: string) => JSON.parse(Buffer.from((await zip.read(name))!).toString('utf8')) as Record<string, unknown>
  const work = (await json('work.json')) as { reports: { codings: { codebook?: string }[]; notes: { codebook?: string | null; theme: string | null }[] }[] }
  for (const report of work.reports) {
    report.codings = report.codings.filter((one) => one.codebook === codebook)
    for (const one of report.notes) if (one.codebook !== codebook) one.theme = null
    for (const one of [...report.codings, ...report.notes]) delete one.codebook
  }
  const bytes = Buffer.from(JSON.stringify({ ...work, codebook: { id: codebook, version: '1' }, codebooks: undefined }))
  const manifest = (await json('manifest.json')) as { members: { name: string; sha256: string }[] }
  for (const member of manifest.members) if (member.name === 'work.json') member.sha256 = createHash('sha256').update(bytes).digest('hex')
  const replaced = new Map([['work.json', bytes], ['manifest.json', Buffer.from(JSON.stringify(manifest))]])
  const members = await Promise.all(zip.members.map(async ({ name }) => ({ name, bytes: replaced.get(name) ?? (await zip.read(name))! })))
  return Buffer.from(makeZip(members)).toString('base64')
}

describe('work with several codebooks', () => {
  it.each(['bundle', 'qdpx', 'jsonld'])('as %s merges into its own library without a change, whichever codebook is in use then', async (format) => {
    const test = await workedWithTwo()
    const { base64 } = await exported(test, format)
    const before = await changes(test)
    const equal = { notes: { added: 0, equal: 3, conflicts: 0 }, codings: { added: 0, equal: format === 'bundle' ? 2 : 1, conflicts: 0 }, doubts: format === 'qdpx' ? expect.anything() as unknown : [] }
    expect(await merged(test, base64)).toMatchObject(equal)
    expect(await changes(test)).toEqual(before)
    await use(test, 'civil-affairs')
    const after = await changes(test)
    expect(await merged(test, base64)).toMatchObject(equal)
    expect(await changes(test)).toEqual(after)
    expect([await notes(test), await codings(test)]).toEqual([[['关于养老服务', 'elderly_care'], ['关于社区治理', null], ['关于会议', null]], [['charity', 'rejected']]])
  })

  it('comes into a library that is shown by a third, and is there when its own is in use', async () => {
    const { base64 } = await exported(await workedWithTwo(), 'bundle')
    const test = openTestHost()
    await use(test, 'policy-instruments')
    expect(await merged(test, base64)).toMatchObject({ notes: { added: 3 }, codings: { added: 2 }, doubts: [] })
    expect([await notes(test), await codings(test)]).toEqual([[['关于养老服务', null], ['关于社区治理', null], ['关于会议', null]], []])
    await use(test, 'civil-affairs')
    expect([(await notes(test))[0], await codings(test)]).toEqual([['关于养老服务', 'elderly_care'], [['charity', 'rejected']]])
    await use(test, 'government-work')
    expect([(await notes(test))[1], await codings(test)]).toEqual([['关于社区治理', 'social_governance'], [['social_security', 'assigned']]])
  })

  it.each(['qdpx', 'jsonld'])('as %s is of the codebook that its codes are of, whichever is in use', async (format) => {
    const { base64 } = await exported(await workedWithTwo(), format)
    const test = await library()
    expect(await merged(test, base64)).toMatchObject({ notes: { added: 3 }, codings: { added: 1 }, codebook: null })
    expect(await codings(test)).toEqual([])
    await use(test, 'government-work')
    expect([await notes(test), await codings(test)]).toEqual([expect.arrayContaining([['关于社区治理', 'social_governance'], ['关于养老服务', null]]), [['social_security', 'assigned']]])
  })

  it('with equal ids of themes does not conflict between codebooks', async () => {
    const own = await library()
    await decide(own, '发展慈善事业', 'charity')
    const { base64 } = await exported(own, 'bundle')
    const test = await library()
    offer(test)
    await use(test, 'like-the-first')
    await decide(test, '发展慈善事业', 'charity', 'rejected')
    expect(await merged(test, base64)).toMatchObject({ codings: { added: 1, equal: 0, conflicts: 0 } })
    expect(await codings(test)).toEqual([['charity', 'rejected']])
    await use(test, 'civil-affairs')
    expect(await codings(test)).toEqual([['charity', 'assigned']])
  })

  it('of a codebook that is not here is told of: codings are left out, notes show their theme when it is', async () => {
    const own = await library()
    offer(own)
    await use(own, 'like-the-first')
    await note(own, '养老服务', 'elderly_care')
    await decide(own, '发展慈善事业', 'charity', 'rejected')
    // bundles of before came without their codebooks
    const base64 = await olderBundle((await exported(own, 'bundle')).base64!, 'like-the-first')
    const test = await library()
    expect(await merged(test, base64)).toMatchObject({ notes: { added: 1 }, codings: { added: 0 }, doubts: [{ what: 'unknown-codebook', codebook: 'like-the-first', codings: 1, notes: 1 }] })
    expect([await notes(test), await codings(test)]).toEqual([[['关于养老服务', null]], []])
    offer(test)
    await use(test, 'like-the-first')
    expect(await notes(test)).toEqual([['关于养老服务', 'elderly_care']])
    expect(await merged(test, base64)).toMatchObject({ notes: { added: 0, equal: 1 }, codings: { added: 1 }, doubts: [] })
  })

  it('in a bundle of before is of the codebook that the bundle names', async () => {
    const own = await workedWithTwo()
    const older = await olderBundle((await exported(own, 'bundle')).base64!, 'government-work')
    expect(await merged(own, older)).toMatchObject({ notes: { added: 0, equal: 3, conflicts: 0 }, codings: { added: 0, equal: 1 } })
    const test = await library()
    expect(await merged(test, older)).toMatchObject({ notes: { added: 3 }, codings: { added: 1 } })
    expect(await codings(test)).toEqual([])
    await use(test, 'government-work')
    expect(await codings(test)).toEqual([['social_security', 'assigned']])
  })

  it('keeps the theme of a note that takes their words, where the file could not name it', async () => {
    const test = await library()
    const { id } = await note(test, '养老服务', 'elderly_care')
    await use(test, 'government-work')
    const { base64 } = await exported(test, 'qdpx')
    await use(test, 'civil-affairs')
    await ask(test.host, 'notes.write', { note: id, ...(await at(test, '养老服务')), theme: 'elderly_care', body: '后来的话', author: '甲' })
    expect(await merged(test, base64, { conflicts: 'theirs' })).toMatchObject({ notes: { added: 0, conflicts: 1 } })
    expect(await notes(test)).toEqual([['关于养老服务', 'elderly_care']])
  })

  it('in conflict is told of with the name of the theme', async () => {
    const own = await library()
    await decide(own, '发展慈善事业', 'charity')
    const { base64 } = await exported(own, 'bundle')
    await decide(own, '发展慈善事业', 'charity', 'rejected')
    expect((await merged(own, base64)).conflicts).toMatchObject([{ kind: 'coding', theme: { zh: '慈善事业' }, mine: 'rejected', theirs: 'assigned' }])
  })
})

it('what a file does not hold is said: work with other codebooks, divisions, rounds', async () => {
  const test = await workedWithTwo()
  const end = async (words: string) => ({ ...(await at(test, words)), theme: null })
  await ask(test.host, 'links.add', { from: await end('养老服务体系'), to: await end('每一件实事'), author: '甲' })
  const lost = async (format: string) => (await exported(test, format)).losses.map(({ what, count }) => [what, count])
  expect(await lost('qdpx')).toEqual([['words', null], ['context', null], ['dark-colors', null], ['governs', null], ['name-and-version', null], ['scores', null], ['highlights-as-comments', 2], ['other-codebooks', 2], ['divisions', null]])
  expect(await lost('jsonld')).toEqual([['texts', null], ['machine-codings', null], ['codebook', null], ['other-codebooks', 2], ['corrections', null]])
  expect(await lost('bundle')).toEqual([['rounds', null]])
})

describe('projects of another program', () => {
  const guid = (n: number): string => `${String(n).repeat(8)}-1111-4111-8111-111111111111`
  const project = (names: readonly string[]): Promise<Uint8Array> =>
    qdpxBytes(
      {
        name: '虚构项目', origin: 'Other 1.0', users: [{ guid: guid(1), name: '丙', id: '' }],
        codes: names.map((name, n) => ({ guid: guid(n + 5), name, isCodable: true, color: null, description: '', codes: [] })),
        variables: [], cases: [], notes: [], links: [], sets: [],
        sources: [{
          guid: guid(2), name: '虚构', description: '', text: written, by: null, at: null, codings: [], notes: [], values: [],
          selections: [{ guid: guid(3), name: '养老服务体系', description: '', start: written.indexOf('养老服务体系'), end: written.indexOf('养老服务体系') + 6, by: guid(1), at: null, changedAt: null, notes: [], codings: [{ guid: guid(4), code: guid(names.length + 4), by: guid(1), at: null, notes: [] }] }]
        }]
      },
      { schema: projectSchema(), lineEnds: 'lf' }
    )
  const receive = async ({ host }: TestHost, names: readonly string[]): Promise<MergeReport> =>
    ask(host, 'exchange.import', { file: { name: '虚构项目.qdpx', base64: Buffer.from(await project(names)).toString('base64') } })

  it('of one file name are versions of one codebook; the same once more adds none, and undoing takes it back', async () => {
    const test = await library()
    const first = await receive(test, ['居家'])
    const id = first.codebook!.id
    const versions = () => versionsOf(test.host.library.read, id).length
    expect([first.codebooks, versions()]).toEqual([{ added: 1, equal: 0, conflicts: 0 }, 1])
    expect([(await receive(test, ['居家'])).codebooks, versions()]).toEqual([{ added: 0, equal: 0, conflicts: 0 }, 1])
    expect([(await receive(test, ['居家', '机构'])).codebooks, versions()]).toEqual([{ added: 1, equal: 0, conflicts: 0 }, 2])
    const last = versionsOf(test.host.library.read, id).at(-1)!.sha256
    expect(codebookNamed(test.host.library.read, last).themes.map(({ name }) => name.zh)).toEqual(['居家', '机构'])
    await ask(test.host, 'changes.undo')
    expect(versions()).toBe(1)
  })
})

import { describe, expect, it } from 'vitest'
import type { Codebook } from '#core/codebook/codebook.ts'
import { codebookDifference } from '#core/codebook/difference.ts'
import type { CodebookChange } from '#core/codebook/changes.ts'
import type { CodebookEffect, CodebookView, DraftedCodebook, EffectLine, ListedCodebook, ReceivedCodebook, ThemeCounts } from '#core/contract/codebook-calls.ts'
import type { LibraryState, ReportView } from '#core/contract/calls.ts'
import type { Comparison } from '#core/compare/comparison.ts'
import type { RestorePoint } from '#core/contract/restore-point-calls.ts'
import { checkLibrary } from '../../../src-main/library/integrity.ts'
import { ask, ended, list, notesOf, openTestHost, upload, type TestHost } from './test-host.ts'

// 虚构样例
const text = '甘南省召开民政工作会议\n2023年3月1日，甘南省召开民政工作会议。会议强调，要健全养老服务体系。要推进社区治理。要做好慈善募捐。要扩大有效投资。要推广时光小站。'

async function oneReport(): Promise<TestHost> {
  const test = openTestHost()
  await upload(test, { '一.txt': text })
  return test
}

const read = (test: TestHost, codebook: string): Promise<CodebookView> => ask(test.host, 'codebooks.read', { codebook })
const inUse = async (test: TestHost): Promise<string> => (await ask<LibraryState>(test.host, 'library.state')).codebook.id

async function quoted(test: TestHost, theme: string): Promise<string[] | null> {
  const { rows } = await ask<Comparison>(test.host, 'comparison.build', {})
  return rows.find((row) => row.theme === theme)?.cells[0]!.passages.map((passage) => passage.text) ?? null
}

async function stretch(test: TestHost, words: string) {
  const [summary] = await list(test.host)
  const { report } = await ask<ReportView>(test.host, 'reports.read', { id: summary!.id })
  const start = report.text.indexOf(words)
  return { report: summary!.id, start, end: start + words.length, words }
}

/** A word more in a theme of a codebook. */
async function withTerm(test: TestHost, { codebook, theme, word }: { codebook: string; theme: string; word: string }): Promise<CodebookChange> {
  const view = await read(test, codebook)
  const { patterns } = view.codebook.themes.find(({ id }) => id === theme)!
  return { kind: 'edit', theme, fields: { patterns: { ...patterns, terms: [...patterns.terms, word] } } }
}

/** Applies changes to the last version, and waits until they are in force. */
async function revise(test: TestHost, codebook: string, changes: readonly CodebookChange[]): Promise<string> {
  const { sha256 } = await read(test, codebook)
  const made = await ask<{ codebook: string; job: string | null }>(test.host, 'codebooks.revise', { codebook, base: sha256, changes })
  if (made.job !== null) await ended(test, made.job)
  return made.codebook
}

/** What changes would do; the lines of all themes. */
async function effectOf(test: TestHost, codebook: string, changes: readonly CodebookChange[]): Promise<{ effect: CodebookEffect; lines: readonly EffectLine[]; job: string }> {
  const { sha256 } = await read(test, codebook)
  const { job } = await ask<{ job: string }>(test.host, 'codebooks.effect', { codebook, base: sha256, changes })
  const effect = await ask<CodebookEffect>(test.host, 'codebooks.effectFound', { job })
  const { lines } = await ask<{ lines: readonly EffectLine[] }>(test.host, 'codebooks.effectLines', { job, theme: null, from: 0, count: 100 })
  return { effect, lines, job }
}

describe('a draft of a codebook', () => {
  it('says which statements would get another theme, with their words, and changes nothing', async () => {
    const test = await oneReport()
    const change = await withTerm(test, { codebook: 'civil-affairs', theme: 'elderly_care', word: '时光小站' })
    const { effect, lines } = await effectOf(test, 'civil-affairs', [change])
    expect(effect).toMatchObject({ reports: 1, recoded: 1, byMerging: 0, themes: [{ theme: 'elderly_care', comes: 1, goes: 0 }] })
    expect(lines).toEqual([expect.objectContaining({ text: expect.stringContaining('要推广时光小站'), after: ['elderly_care'] })])
    const { report } = await ask<ReportView>(test.host, 'reports.read', { id: lines[0]!.report })
    expect(report.text.slice(lines[0]!.start, lines[0]!.end)).toBe(lines[0]!.text)
    expect(await quoted(test, 'elderly_care')).toEqual([expect.not.stringContaining('时光小站')])
    expect((await ask<ListedCodebook[]>(test.host, 'codebooks.list')).filter(({ isOwn }) => isOwn)).toEqual([])
  })

  it('does nothing to the statements where only names and definitions change, and is told by its job that it is no import', async () => {
    const test = await oneReport()
    const { effect, job } = await effectOf(test, 'civil-affairs', [{ kind: 'edit', theme: 'elderly_care', fields: { name: { zh: '银发', en: 'Old age' } } }])
    expect(effect).toMatchObject({ reports: 1, recoded: 0, themes: [] })
    expect(test.events.filter(({ name, payload }) => name === 'job-progress' && 'job' in payload && payload.job === job)).toEqual([
      expect.objectContaining({ payload: expect.objectContaining({ isEffect: true }) })
    ])
  })

  it('names the change that cannot be made, and why', async () => {
    const test = await oneReport()
    const { sha256 } = await read(test, 'civil-affairs')
    const draft = { codebook: 'civil-affairs', base: sha256, changes: [{ kind: 'retire', theme: 'charity' }, { kind: 'merge', theme: 'elderly_care', into: 'charity' }] }
    expect(await ask<DraftedCodebook>(test.host, 'codebooks.draft', draft)).toEqual({ problem: { kind: 'retired', theme: 'charity' }, change: 1 })
    expect(await test.host.answer('codebooks.revise', draft)).toMatchObject({ ok: false, problem: { kind: 'bad-request' } })
    expect(await test.host.answer('codebooks.effect', { ...draft, changes: [{ kind: 'paint' }] })).toMatchObject({ ok: false })
  })

  it('quotes no other words where a file was read otherwise since, and says of which library it is', async () => {
    const test = openTestHost()
    await upload(test, { '一.txt': new TextEncoder().encode(text) })
    const { lines, effect, job } = await effectOf(test, 'civil-affairs', [await withTerm(test, { codebook: 'civil-affairs', theme: 'elderly_care', word: '时光小站' })])
    const savedAt = async (): Promise<string | null> => (await ask<LibraryState>(test.host, 'library.state')).savedAt
    expect(lines).toHaveLength(1)
    expect(effect.savedAt).toBe(await savedAt())
    const [summary] = await list(test.host)
    await ask(test.host, 'sources.readAs', { source: summary!.source.id, encoding: 'gb18030' })
    expect(await ask(test.host, 'codebooks.effectLines', { job, theme: null, from: 0, count: 100 })).toEqual({ total: 0, lines: [] })
    expect(await savedAt()).not.toBe(effect.savedAt)
  })

  it('is found out for the last one that asked: an effect that was cancelled or overtaken gives nothing', async () => {
    const test = await oneReport()
    const { sha256 } = await read(test, 'civil-affairs')
    const draft = { codebook: 'civil-affairs', base: sha256, changes: [{ kind: 'retire', theme: 'charity' }] }
    const first = await ask<{ job: string }>(test.host, 'codebooks.effect', draft)
    const second = await ask<{ job: string }>(test.host, 'codebooks.effect', draft)
    expect(await ask(test.host, 'codebooks.effectFound', first)).toBeNull()
    await ask(test.host, 'jobs.cancel', second)
    expect(await ask(test.host, 'codebooks.effectFound', second)).toBeNull()
  })
})

describe('changes applied', () => {
  it('to a codebook that comes with the program make one of the person’s own in its place; undone, all is as it was', async () => {
    const test = await oneReport()
    const words = await stretch(test, '社区治理')
    await ask(test.host, 'codings.decide', { ...words, theme: 'charity', decision: 'assigned' })
    await ask(test.host, 'cells.judge', { reports: [words.report], theme: 'funeral', verdict: 'absent' })
    const shipped = await read(test, 'civil-affairs')
    const own = await revise(test, 'civil-affairs', [await withTerm(test, { codebook: 'civil-affairs', theme: 'elderly_care', word: '时光小站' })])
    expect(own).toMatch(/^civil-affairs-own-[0-9a-f]{10}$/)
    expect(await inUse(test)).toBe(own)
    expect(await quoted(test, 'elderly_care')).toContainEqual(expect.stringContaining('时光小站'))
    expect(await read(test, 'civil-affairs')).toMatchObject({ sha256: shipped.sha256, isOwn: false, versions: [{ madeAt: null }] })
    const view = await read(test, own)
    expect(view).toMatchObject({ isOwn: true, isInUse: true, work: { charity: { codings: 1 }, funeral: { verdicts: 1 } } })
    expect(view.versions).toHaveLength(2)
    expect(await quoted(test, 'charity'), 'what the person coded comes along').toContainEqual(expect.stringContaining('社区治理'))
    await ask(test.host, 'changes.undo')
    expect(await inUse(test)).toBe('civil-affairs')
    expect(await quoted(test, 'elderly_care')).not.toContainEqual(expect.stringContaining('时光小站'))
    await ask(test.host, 'changes.redo')
    expect(await inUse(test)).toBe(own)
    expect(checkLibrary(test.host.library.read)).toEqual([])
  })

  it('to one’s own are its next version: with a place to go back to, its difference, and the version number that says how much changed', async () => {
    const test = await oneReport()
    const { codebook: own } = await ask<{ codebook: string }>(test.host, 'codebooks.make', { from: 'civil-affairs', name: '我的' })
    await ask(test.host, 'codebooks.use', { codebook: own })
    const before = await read(test, own)
    await revise(test, own, [{ kind: 'merge', theme: 'charity', into: 'community_governance' }])
    const after = await read(test, own)
    expect(Number(after.codebook.version.split('.')[0])).toBe(Number(before.codebook.version.split('.')[0]) + 1)
    expect(after.versions.map(({ sha256 }) => sha256)).toEqual([after.sha256, before.sha256])
    const earlier = await ask<CodebookView>(test.host, 'codebooks.read', { codebook: own, version: before.sha256 })
    expect(codebookDifference(earlier.codebook, after.codebook).themes).toContainEqual(expect.objectContaining({ id: 'charity', change: 'merged', into: 'community_governance' }))
    expect(await ask<RestorePoint[]>(test.host, 'points.list')).toContainEqual(expect.objectContaining({ before: 'codebook-edited' }))
    expect(await quoted(test, 'community_governance')).toContainEqual(expect.stringContaining('慈善募捐'))
    await ask(test.host, 'changes.undo')
    expect((await read(test, own)).sha256).toBe(before.sha256)
    expect(await quoted(test, 'charity')).toContainEqual(expect.stringContaining('慈善募捐'))
  })

  it('that merge a theme take along what the person said under it; under a retired one it is kept', async () => {
    const test = await oneReport()
    const { codebook: own } = await ask<{ codebook: string }>(test.host, 'codebooks.make', { from: 'civil-affairs', name: '我的' })
    await ask(test.host, 'codebooks.use', { codebook: own })
    const words = await stretch(test, '时光小站')
    await ask(test.host, 'codings.decide', { ...words, theme: 'charity', decision: 'assigned' })
    await ask(test.host, 'notes.write', { note: null, ...words, theme: 'charity', body: '虚构批注' })
    const cell = (theme: string) => ({ codebook: own, theme, part: 'report', reports: [words.report] })
    await ask(test.host, 'summaries.write', { ...cell('charity'), body: '慈善的摘要', session: 'a', author: '' })
    await ask(test.host, 'summaries.write', { ...cell('community_governance'), body: '治理的摘要', session: 'b', author: '' })
    await revise(test, own, [{ kind: 'merge', theme: 'charity', into: 'community_governance' }])
    expect(await quoted(test, 'community_governance')).toContainEqual(expect.stringContaining('时光小站'))
    expect(await notesOf(test.host)).toMatchObject([{ theme: 'community_governance' }])
    const summaries = async () => (await ask<{ theme: string; body: string }[]>(test.host, 'summaries.list', { codebook: own, reports: [words.report] })).map(({ theme, body }) => [theme, body])
    expect(await summaries()).toContainEqual(['community_governance', '治理的摘要\n慈善的摘要'])
    await ask(test.host, 'changes.undo')
    expect(await summaries()).toContainEqual(['community_governance', '治理的摘要'])
    await revise(test, own, [{ kind: 'retire', theme: 'charity' }])
    const view = await read(test, own)
    expect(view.work['charity']).toEqual({ codings: 1, notes: 1, verdicts: 0, summaries: 1 })
    expect(view.codebook.themes.find(({ id }) => id === 'charity')).toMatchObject({ retired: { into: null }, patterns: { terms: expect.arrayContaining(['慈善信托']) } })
    expect(await quoted(test, 'charity')).toBeNull()
  })

  it('to a version that is no longer the last one are refused', async () => {
    const test = await oneReport()
    const { codebook: own } = await ask<{ codebook: string }>(test.host, 'codebooks.make', { from: null, name: '空的' })
    const { sha256, codebook } = await read(test, own)
    expect(codebook.themes).toHaveLength(1)
    const theme = codebook.themes[0]!.id
    await revise(test, own, [{ kind: 'edit', theme, fields: { name: { zh: '甲', en: 'A' } } }])
    expect(await test.host.answer('codebooks.revise', { codebook: own, base: sha256, changes: [{ kind: 'retire', theme }] })).toMatchObject({ ok: false, problem: { kind: 'overtaken' } })
  })
})

describe('codebooks as files', () => {
  const exported = async (test: TestHost, codebook: string, format: string) => ask<{ fileName: string; base64: string; losses: string[] }>(test.host, 'codebooks.export', { codebook, format })
  const received = async (test: TestHost, { fileName, base64 }: { fileName: string; base64: string }) => ask<ReceivedCodebook>(test.host, 'codebooks.import', { file: { name: fileName, base64 } })

  it.each(['xlsx', 'json'])('come back whole as %s: as they are here, or as their next version', async (format) => {
    const test = await oneReport()
    const { codebook: own } = await ask<{ codebook: string }>(test.host, 'codebooks.make', { from: 'civil-affairs', name: '我的' })
    const file = await exported(test, own, format)
    expect(file).toMatchObject({ fileName: expect.stringMatching(new RegExp(`^我的 .*\\.${format}$`)), losses: [] })
    expect(await received(test, file)).toMatchObject({ codebook: own, became: 'equal' })
    await revise(test, own, [{ kind: 'retire', theme: 'charity' }])
    const changed = await exported(test, own, format)
    await ask(test.host, 'changes.undo')
    expect(await received(test, changed)).toMatchObject({ codebook: own, became: 'new-version' })
    expect((await read(test, own)).codebook.themes.find(({ id }) => id === 'charity')).toHaveProperty('retired')
    await ask(test.host, 'changes.undo')
    expect((await read(test, own)).versions).toHaveLength(1)
  })

  it('come back as .qdc with the words that the format cannot hold, which the codebook here lends', async () => {
    const test = await oneReport()
    const { codebook: own } = await ask<{ codebook: string }>(test.host, 'codebooks.make', { from: 'civil-affairs', name: '我的' })
    const file = await exported(test, own, 'qdc')
    expect(file.losses).toContain('words')
    expect(await received(test, file)).toMatchObject({ codebook: own, became: 'equal' })
  })

  it('are codebooks of the person’s own where nothing here is of their themes, and refused in words where they are none', async () => {
    const test = await oneReport()
    const qdc = '<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="11111111-2222-4333-8444-555555555555" name="虚构主题" isCodable="true"/></Codes></CodeBook>'
    const came = await received(test, { fileName: '同事的.qdc', base64: Buffer.from(qdc).toString('base64') })
    expect(came).toMatchObject({ became: 'new', name: { zh: '同事的' } })
    expect((await read(test, came.codebook)).codebook.themes.map(({ name }) => name.zh)).toEqual(['虚构主题'])
    const none = { file: { name: '坏.json', base64: Buffer.from('{}').toString('base64') } }
    expect(await test.host.answer('codebooks.import', none)).toMatchObject({ ok: false, problem: { kind: 'unreadable-file' } })
  })

  it('of one’s own with a theme less come as a version in which that theme is retired: what stands under it stays', async () => {
    const test = await oneReport()
    const { codebook: own } = await ask<{ codebook: string }>(test.host, 'codebooks.make', { from: 'civil-affairs', name: '我的' })
    const { codebook } = await read(test, own)
    const less: Codebook = { ...codebook, themes: codebook.themes.filter(({ id }) => id !== 'charity') }
    const came = await received(test, { fileName: '我的.json', base64: Buffer.from(JSON.stringify(less)).toString('base64') })
    expect(came).toMatchObject({ codebook: own, became: 'new-version' })
    expect((await read(test, own)).codebook.themes.find(({ id }) => id === 'charity')).toMatchObject({ retired: { into: null } })
  })

  it('that two persons made from nothing are two, whatever they are called', async () => {
    const [one, other] = [await oneReport(), await oneReport()]
    const make = (test: TestHost): Promise<{ codebook: string }> => ask(test.host, 'codebooks.make', { from: null, name: '自编' })
    const { codebook: theirs } = await make(other)
    const { codebook: mine } = await make(one)
    const came = await received(one, { fileName: '自编.json', base64: (await exported(other, theirs, 'json')).base64 })
    expect(came).toMatchObject({ codebook: theirs, became: 'new' })
    expect((await read(one, mine)).versions).toHaveLength(1)
    expect((await read(one, theirs)).codebook.themes[0]!.id).not.toBe((await read(one, mine)).codebook.themes[0]!.id)
  })

  it('of the program are never changed: another form of one is a codebook of the person’s own', async () => {
    const test = await oneReport()
    const { codebook } = await read(test, 'civil-affairs')
    const other: Codebook = { ...codebook, themes: codebook.themes.slice(1) }
    const came = await received(test, { fileName: 'a.json', base64: Buffer.from(JSON.stringify(other)).toString('base64') })
    expect(came).toMatchObject({ codebook: expect.stringMatching(/^civil-affairs-own-[0-9a-f]{10}$/), became: 'new' })
    expect(await received(test, { fileName: 'a.json', base64: Buffer.from(JSON.stringify(other)).toString('base64') })).toMatchObject({ codebook: came.codebook, became: 'equal' })
    expect((await read(test, 'civil-affairs')).codebook).toEqual(codebook)
  })
})

describe('how often themes are given', () => {
  it('is counted over the library, and says what is not coded yet', async () => {
    const test = await oneReport()
    expect(await ask<ThemeCounts>(test.host, 'codebooks.counts', { codebook: 'civil-affairs' })).toMatchObject({ uncoded: 0, statements: { elderly_care: 1, community_governance: 1 } })
    expect(await ask<ThemeCounts>(test.host, 'codebooks.counts', { codebook: 'government-work' })).toEqual({ uncoded: 1, apart: 0, statements: {} })
    await effectOf(test, 'government-work', [{ kind: 'edit', theme: 'finance', fields: { governs: false } }])
    expect(await ask<ThemeCounts>(test.host, 'codebooks.counts', { codebook: 'government-work' }), 'coded to find an effect out').toMatchObject({ uncoded: 0 })
  })
})

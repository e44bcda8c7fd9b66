import { describe, expect, it } from 'vitest'
import type { Comparison } from '#core/compare/comparison.ts'
import type { ChangesState } from '#core/contract/change-calls.ts'
import type { ListedCodebook } from '#core/contract/codebook-calls.ts'
import type { LibraryState, ReportView } from '#core/contract/calls.ts'
import type { ReportTargets } from '#core/contract/target-calls.ts'
import { unpackThemes } from '#core/listing/packed-themes.ts'
import { checkLibrary } from '../../../src-main/library/integrity.ts'
import { ask, ended, list, notesOf, openTestHost, upload, type TestHost } from './test-host.ts'

// 虚构样例
const text = '甘南省召开民政工作会议\n2023年3月1日，甘南省召开民政工作会议。会议强调，要健全养老服务体系。要扩大有效投资，城镇新增就业达到80万人。要推进社区治理。'

async function oneReport(): Promise<TestHost> {
  const test = openTestHost()
  await upload(test, { '一.txt': text })
  return test
}

/** Shows the library by another codebook, and waits for the job that codes first, where there is one. */
async function use(test: TestHost, codebook: string): Promise<string | null> {
  const { job } = await ask<{ job: string | null }>(test.host, 'codebooks.use', { codebook })
  if (job !== null) await ended(test, job)
  return job
}

const inUse = async (test: TestHost): Promise<string> => (await ask<LibraryState>(test.host, 'library.state')).codebook.id
const spoken = async (test: TestHost): Promise<readonly string[]> => unpackThemes((await list(test.host))[0]!.themes).map(({ id }) => id).toSorted()
const listed = (test: TestHost): Promise<readonly ListedCodebook[]> => ask(test.host, 'codebooks.list')
const quoted = async (test: TestHost, theme: string): Promise<string[] | null> => {
  const { rows } = await ask<Comparison>(test.host, 'comparison.build', {})
  return rows.find((row) => row.theme === theme)?.cells[0]!.passages.map((passage) => passage.text) ?? null
}
const stretch = async (test: TestHost, words: string) => {
  const [summary] = await list(test.host)
  const { report } = await ask<ReportView>(test.host, 'reports.read', { id: summary!.id })
  const start = report.text.indexOf(words)
  return { report: summary!.id, start, end: start + words.length, words }
}

describe('a library of several codebooks', () => {
  it('shows every view by the one that was chosen; coded once, it comes back at once', async () => {
    const test = await oneReport()
    const before = await spoken(test)
    expect(before).toEqual(['community_governance', 'elderly_care'])
    expect(await use(test, 'government-work')).not.toBeNull()
    expect(await inUse(test)).toBe('government-work')
    expect(await spoken(test)).toContain('employment')
    expect(await quoted(test, 'elderly_care')).toBeNull()
    expect(await quoted(test, 'employment')).toEqual([expect.stringContaining('城镇新增就业')])
    const { found } = await ask<{ found: ReportTargets[] }>(test.host, 'targets.list', {})
    expect(found[0]!.targets.map(({ theme }) => theme)).toEqual(['employment'])
    expect(await use(test, 'civil-affairs')).toBeNull()
    expect(await spoken(test)).toEqual(before)
    expect(await use(test, 'government-work')).toBeNull()
    expect(checkLibrary(test.host.library.read)).toEqual([])
  })

  it('is shown so after a restart too; the choice is undone and done again', async () => {
    const test = await oneReport()
    await use(test, 'policy-instruments')
    await test.host.close()
    const again = openTestHost({ library: test.path })
    expect(await inUse(again)).toBe('policy-instruments')
    await ask(again.host, 'changes.undo')
    expect(await inUse(again)).toBe('civil-affairs')
    await ask(again.host, 'changes.redo')
    expect(await inUse(again)).toBe('policy-instruments')
  })

  it('reads what is imported after the choice by it, and codes it by the other one when that is undone', async () => {
    const test = await oneReport()
    await use(test, 'government-work')
    await upload(test, { '二.txt': text.replace('甘南', '云岭') })
    expect((await list(test.host)).map(({ themes }) => unpackThemes(themes).some(({ id }) => id === 'employment'))).toEqual([true, true])
    expect((await listed(test)).map(({ id, uncoded }) => [id, uncoded])).toEqual([['civil-affairs', 1], ['government-work', 0], ['policy-instruments', 2]])
    await ask(test.host, 'changes.undo') // the import
    await ask(test.host, 'changes.redo')
    await use(test, 'civil-affairs')
    expect((await list(test.host)).map(({ themes }) => unpackThemes(themes).some(({ id }) => id === 'elderly_care'))).toEqual([true, true])
  })

  it('keeps what a person said under a theme with the codebook of that theme', async () => {
    const test = await oneReport()
    const words = await stretch(test, '健全养老服务')
    await ask(test.host, 'codings.decide', { ...words, theme: 'charity', decision: 'assigned' })
    await ask(test.host, 'notes.write', { note: null, ...words, theme: 'charity', body: '虚构批注' })
    await ask(test.host, 'cells.judge', { reports: [words.report], theme: 'funeral', verdict: 'absent' })
    await use(test, 'government-work')
    expect(await spoken(test)).not.toContain('charity')
    expect(await notesOf(test.host)).toMatchObject([{ body: '虚构批注', theme: null }])
    expect(await ask(test.host, 'codings.list', { report: words.report })).toEqual([])
    await use(test, 'civil-affairs')
    expect(await spoken(test)).toContain('charity')
    expect(await notesOf(test.host)).toMatchObject([{ theme: 'charity' }])
  })

  it('keeps no note and no link under a theme that the codebook in use does not have', async () => {
    const test = await oneReport()
    const [words, others] = [await stretch(test, '健全养老服务'), await stretch(test, '社区治理')]
    await use(test, 'government-work')
    await ask(test.host, 'notes.write', { note: null, ...words, theme: 'charity', body: '虚构批注' }) // as a window may ask that has seen no switch yet
    await ask(test.host, 'links.add', { from: { ...words, theme: 'charity' }, to: { ...others, theme: 'charity' }, author: '' })
    await ask(test.host, 'notes.write', { note: null, ...(await stretch(test, '城镇新增就业')), theme: 'employment', body: '就业批注' })
    const themes = async () => (await notesOf(test.host)).map(({ theme }) => theme)
    expect(await themes()).toEqual([null, null, 'employment'])
    await use(test, 'civil-affairs')
    expect(await themes()).toEqual([null, null, null])
  })

  it('is shown by the codebook chosen last: an earlier choice whose reports are still being coded is given up', async () => {
    const test = await oneReport()
    const begin = async (codebook: string) => (await ask<{ job: string }>(test.host, 'codebooks.use', { codebook })).job
    const first = await begin('government-work')
    expect(await use(test, 'civil-affairs')).toBeNull() // the one in use
    await ended(test, first)
    expect(await inUse(test)).toBe('civil-affairs')
    expect((await ask<ChangesState>(test.host, 'changes.state')).recent.map(({ label }) => label.kind)).toEqual(['import'])
    await use(test, 'government-work')
    await use(test, 'civil-affairs')
    const second = await begin('policy-instruments')
    expect(await use(test, 'government-work')).toBeNull()
    await ended(test, second)
    expect(await inUse(test)).toBe('government-work')
    expect(await use(test, 'policy-instruments')).not.toBeNull() // given up, not lost: it can be chosen again
    expect(await inUse(test)).toBe('policy-instruments')
  })

  it('stays with its codebook where the coding is cancelled, and where there is no such codebook', async () => {
    const test = await oneReport()
    const { job } = await ask<{ job: string }>(test.host, 'codebooks.use', { codebook: 'government-work' })
    await ask(test.host, 'jobs.cancel', { job })
    await ended(test, job)
    expect(await inUse(test)).toBe('civil-affairs')
    expect(await test.host.answer('codebooks.use', { codebook: 'none' })).toMatchObject({ ok: false, problem: { kind: 'not-found' } })
  })
})

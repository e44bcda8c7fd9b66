import { describe, expect, it } from 'vitest'
import type { Comparison } from '#core/compare/comparison.ts'
import type { ListedCodebook } from '#core/contract/codebook-calls.ts'
import type { CodersState, RoundDisagreement } from '#core/contract/coder-calls.ts'
import type { Coding } from '#core/contract/coding-calls.ts'
import type { ChangesState } from '#core/contract/change-calls.ts'
import type { ReportView } from '#core/contract/calls.ts'
import { unpackThemes } from '#core/listing/packed-themes.ts'
import type { TargetPiece } from '#core/contract/target-calls.ts'
import type { AgreementFacts } from '#core/table/agreement-table.ts'
import { ZipPackage } from '../../../src-main/readers/zip-package.ts'
import { checkLibrary } from '../../../src-main/library/integrity.ts'
import { sql } from '../../../src-main/library/sql.ts'
import { duizhao } from '../cli/command.ts'
import { fileOf, linesOf } from '../readers/docx/reading.ts'
import { ask, ended, list, notesOf, openTestHost, upload, type TestHost } from './test-host.ts'

// 虚构样例; the program reads elderly_care, charity and community_governance in the last three sentences
const text = '甘南省召开民政工作会议\n2023年3月1日，甘南省召开民政工作会议。会议强调，要健全养老服务体系。要发展慈善事业。到2025年建成社区服务站30个。'

interface Round extends TestHost {
  readonly id: string
  readonly round: string
}

async function opened(start: 'draft' | 'blank' = 'draft', content = text): Promise<Round> {
  const test = openTestHost()
  await upload(test, { '一.txt': content })
  const { id } = (await list(test.host))[0]!
  const { round } = await ask<{ round: string }>(test.host, 'coders.open', { name: '试编码', coders: ['甲', '乙'], start, reports: [id] })
  return { ...test, id, round }
}

const sit = (test: Round, coder: string): Promise<unknown> => ask(test.host, 'coders.sit', { coder })
const done = (test: Round, isDone = true): Promise<unknown> => ask(test.host, 'coders.done', { round: test.round, report: test.id, isDone })
const viewOf = (test: Round): Promise<ReportView> => ask(test.host, 'reports.read', { id: test.id })

async function place(test: Round, words: string): Promise<{ report: string; start: number; end: number; words: string }> {
  const { report } = await viewOf(test)
  const start = report.text.indexOf(words)
  if (start < 0) throw new Error(`not in the text: ${words}`)
  return { report: test.id, start, end: start + words.length, words }
}

const decide = async (test: Round, words: string, made: { theme: string; decision: 'assigned' | 'rejected' | null }): Promise<unknown> => ask(test.host, 'codings.decide', { ...(await place(test, words)), ...made })

/** 甲 takes charity out, 乙 puts the third sentence under community; both write a note. */
async function bothCoded(test: Round): Promise<void> {
  await decide(test, '慈善', { theme: 'charity', decision: 'rejected' })
  await ask(test.host, 'notes.write', { note: null, theme: null, ...(await place(test, '慈善')), body: '甲的想法', author: '' })
  await sit(test, '乙')
  await decide(test, '社区服务站', { theme: 'charity', decision: 'assigned' })
  await ask(test.host, 'notes.write', { note: null, theme: null, ...(await place(test, '社区')), body: '乙的想法', author: '甲' })
}

async function allDone(test: Round): Promise<void> {
  await bothCoded(test)
  await done(test)
  await sit(test, '甲')
  await done(test)
}

/** What each way of looking at the library shows under a theme, or of notes. */
const looks = {
  report: async (test: Round) => {
    const { report } = await viewOf(test)
    return report.statements.filter(({ themes }) => themes.some(({ id }) => id === 'charity')).map(({ start, end }) => report.text.slice(start, end))
  },
  matrix: async (test: Round) => (await ask<Comparison>(test.host, 'comparison.build', {})).rows.find(({ theme }) => theme === 'charity')!.cells[0]!.passages.map((passage) => passage.text),
  list: async (test: Round) => unpackThemes((await list(test.host))[0]!.themes).find(({ id }) => id === 'charity')?.characters ?? 0,
  search: async (test: Round) => (await ask<{ all: { hits: number } }>(test.host, 'search.counts', { query: '社区', themes: ['charity'] })).all.hits,
  codings: async (test: Round) => (await ask<readonly Coding[]>(test.host, 'codings.list', { report: test.id })).map(({ coder }) => coder),
  notes: async (test: Round) => (await notesOf(test.host)).map(({ body }) => body),
  noteCount: async (test: Round) => (await list(test.host))[0]!.notes,
  noteSearch: async (test: Round) => (await ask<{ all: { hits: number } }>(test.host, 'search.counts', { query: '想法', part: 'note' })).all.hits,
  history: async (test: Round) => (await ask<ChangesState>(test.host, 'changes.state')).recent.map(({ label }) => label.kind),
  project: async (test: Round) => {
    const { base64 } = await ask<{ base64: string }>(test.host, 'exchange.export', { format: 'qdpx', reports: [test.id] })
    const zip = await ZipPackage.open(Buffer.from(base64, 'base64'), 'x.qdpx')
    const project = Buffer.from((await zip.read('project.qde'))!).toString()
    return ['甲', '乙'].filter((name) => project.includes(`name="${name}"`))
  },
  export: async (test: Round) => {
    const { base64 } = await ask<{ base64: string }>(test.host, 'comparison.export', { format: 'csv' })
    return Buffer.from(base64, 'base64').toString().split('\r\n').some((row) => row.startsWith('"慈善事业"') && row.includes('社区服务站'))
  }
}

async function seen(test: Round): Promise<{ [Look in keyof typeof looks]: Awaited<ReturnType<(typeof looks)[Look]>> }> {
  const found: Record<string, unknown> = {}
  for (const [name, look] of Object.entries(looks)) found[name] = await look(test)
  return found as Awaited<ReturnType<typeof seen>> // each under its own name
}

describe('while not both coders are done', () => {
  it('each sees in every view, count, search and export the own codings and notes only', async () => {
    const test = await opened()
    await bothCoded(test)
    expect(await seen(test)).toEqual({
      report: ['要发展慈善事业。', '到2025年建成社区服务站30个。'],
      matrix: ['要发展慈善事业。到2025年建成社区服务站30个。'],
      list: '要发展慈善事业。到2025年建成社区服务站30个。'.length,
      search: 1, codings: ['乙'], notes: ['乙的想法'], noteCount: 1, noteSearch: 1,
      history: ['note', 'coding', 'round-opened', 'import'], project: ['乙'], export: true
    })
    await sit(test, '甲')
    expect(await seen(test)).toEqual({
      report: [], matrix: [], list: 0, search: 0, codings: ['甲'], notes: ['甲的想法'], noteCount: 1, noteSearch: 1,
      history: ['note', 'coding', 'round-opened', 'import'], project: ['甲'], export: false
    })
    expect(checkLibrary(test.host.library.read)).toEqual([])
  })

  it('who undoes undoes the own, and cannot reach what is hidden', async () => {
    const test = await opened()
    await bothCoded(test)
    const { recent } = await ask<ChangesState>(test.host, 'changes.state')
    await sit(test, '甲')
    expect(await ask(test.host, 'changes.preview', { way: 'undo', change: recent[1]!.id })).toBeNull()
    expect(await ask(test.host, 'changes.undo', { change: recent[1]!.id })).toBeNull()
    await ask(test.host, 'changes.undo') // 甲's note
    await ask(test.host, 'changes.undo') // 甲's coding
    expect(await looks.codings(test)).toEqual([])
    expect(await looks.notes(test)).toEqual([])
    await sit(test, '乙')
    expect(await looks.codings(test)).toEqual(['乙'])
    expect(await looks.notes(test)).toEqual(['乙的想法'])
  })

  it('a hidden note is not there to be written or removed, and what bears no name is not said', async () => {
    const test = await opened()
    await bothCoded(test)
    const [note] = await notesOf(test.host)
    expect(note!.author).toBe('乙') // who sits at the desk, not who the window thinks
    await sit(test, '甲')
    expect(await test.host.answer('notes.remove', { note: note!.id })).toMatchObject({ ok: false, problem: { kind: 'not-found' } })
    expect(await test.host.answer('cells.judge', { reports: [test.id], theme: 'funeral', verdict: 'absent' })).toMatchObject({ ok: false, problem: { kind: 'bad-request' } })
  })

  it('who coded before the round, and whose notes, is hidden too; another report is seen as ever', async () => {
    const test = openTestHost()
    await upload(test, { '一.txt': text, '二.txt': text.replaceAll('甘南', '甘北') })
    const [one, two] = (await list(test.host)).map(({ id }) => id) as [string, string]
    for (const report of [one, two]) {
      const round = { ...test, id: report, round: '' }
      await decide(round, '慈善', { theme: 'charity', decision: 'rejected' })
    }
    const { round } = await ask<{ round: string }>(test.host, 'coders.open', { name: '一', coders: ['甲', '乙'], start: 'draft', reports: [one] })
    expect(await looks.report({ ...test, id: one, round })).toEqual(['要发展慈善事业。'])
    expect(await looks.report({ ...test, id: two, round })).toEqual([])
  })

  it('who codes from nothing sees no theme of the program anywhere', async () => {
    const test = await opened('blank')
    expect((await viewOf(test)).report.statements.flatMap(({ themes }) => themes)).toEqual([])
    expect((await ask<Comparison>(test.host, 'comparison.build', {})).rows.flatMap(({ cells }) => cells[0]!.passages)).toEqual([])
    expect((await list(test.host))[0]!.themes).toBe('[]')
    expect((await ask<{ all: { hits: number } }>(test.host, 'search.counts', { query: '慈善', themes: ['charity'] })).all.hits).toBe(0)
    const { found } = await ask<TargetPiece>(test.host, 'targets.list', { reports: [test.id] })
    expect(found[0]!.targets.map(({ theme }) => theme)).toEqual([null])
    await decide(test, '慈善', { theme: 'charity', decision: 'assigned' })
    expect(await looks.report(test)).toEqual(['要发展慈善事业。'])
  })

  it('it holds after a restart, with the same coder at the desk', async () => {
    const test = await opened()
    await bothCoded(test)
    await test.host.close()
    const again = { ...openTestHost({ library: test.path }), id: test.id, round: test.round }
    expect((await ask<CodersState>(again.host, 'coders.state')).current).toEqual({ round: test.round, coder: '乙' })
    expect(await looks.codings(again)).toEqual(['乙'])
  })

  it('nobody is done for another; who is done codes no more, unless they go on with it', async () => {
    const test = await opened()
    await done(test)
    expect(await ask<CodersState>(test.host, 'coders.state')).toMatchObject({ rounds: [{ reports: [{ id: test.id, done: ['甲'] }] }] })
    await expect(decide(test, '慈善', { theme: 'charity', decision: 'rejected' })).rejects.toThrow('bad-request')
    await sit(test, '乙')
    expect((await ask<ChangesState>(test.host, 'changes.state')).undo?.label.kind).toBe('round-opened') // 甲's word is not 乙's to undo
    await sit(test, '甲')
    await done(test, false)
    await decide(test, '慈善', { theme: 'charity', decision: 'rejected' })
  })
})

describe('when both are done', () => {
  it('they see each other; what they differ on stands side by side, and is as the program read it', async () => {
    const test = await opened()
    await allDone(test)
    expect(await looks.codings(test)).toEqual(['甲', '乙'])
    const differ = await ask<readonly RoundDisagreement[]>(test.host, 'coders.disagreements', { round: test.round })
    expect(differ.map(({ text: words, coded, themes, machine, agreed }) => ({ words, coded, themes, machine, agreed }))).toEqual([
      { words: '要发展慈善事业。', coded: [[], ['charity']], themes: ['charity'], machine: ['charity'], agreed: null },
      { words: '到2025年建成社区服务站30个。', coded: [['community_governance'], ['community_governance', 'charity']], themes: ['charity'], machine: ['community_governance'], agreed: null }
    ])
    expect(differ[0]!.place.paragraph).toBeGreaterThan(0)
    await ask(test.host, 'coders.close', { round: test.round })
    expect(await looks.report(test)).toEqual(['要发展慈善事业。']) // nobody of a name: neither's word
    expect(await test.host.answer('coders.done', { round: test.round, report: test.id, isDone: false })).toMatchObject({ ok: false })
  })

  it('what is agreed holds for all, can be undone, and is no part of the agreement measured', async () => {
    const test = await opened()
    await allDone(test)
    const before = await ask<AgreementFacts>(test.host, 'coders.agreement', { round: test.round })
    const [first] = await ask<readonly RoundDisagreement[]>(test.host, 'coders.disagreements', { round: test.round })
    const { report, start, end, text: words } = first!
    await ask(test.host, 'coders.agree', { round: test.round, report, start, end, words, themes: ['charity'] })
    expect(await looks.report(test)).toEqual(['要发展慈善事业。']) // 甲 at the desk had taken it out
    expect((await ask<readonly RoundDisagreement[]>(test.host, 'coders.disagreements', { round: test.round })).map(({ agreed }) => agreed)).toEqual([['charity'], null])
    expect(await looks.codings(test)).toContain('合议')
    expect(await ask<AgreementFacts>(test.host, 'coders.agreement', { round: test.round })).toEqual(before)
    expect(checkLibrary(test.host.library.read)).toEqual([])
    await ask(test.host, 'coders.close', { round: test.round })
    await expect(decide(test, '慈善', { theme: 'charity', decision: 'rejected' })).rejects.toThrow('bad-request')
    await ask(test.host, 'changes.undo')
    await ask(test.host, 'changes.undo')
    expect(await looks.report(test)).toEqual([])
  })

  it('agreement is worked out by hand: charity on one of the statements each differs', async () => {
    const test = await opened()
    await allDone(test)
    const facts = await ask<AgreementFacts>(test.host, 'coders.agreement', { round: test.round })
    const n = facts.reports[0]!.statements
    expect(facts).toMatchObject({ round: '试编码', coders: ['甲', '乙'], start: 'draft', waiting: 0 })
    // 乙 has two under charity, 甲 none: both coded n units, n − 2 alike; Pe = 1 × (n − 2) / n, so kappa is 0
    const charity = facts.rows.find(({ theme }) => theme === 'charity')!
    expect(charity).toMatchObject({ units: n, assigned: [0, 2], shared: 0, kappa: 0, holsti: 0 })
    expect(charity.percent).toBeCloseTo((n - 2) / n)
    const care = facts.rows.find(({ theme }) => theme === 'elderly_care')!
    expect(care).toMatchObject({ percent: 1, kappa: 1, holsti: 1, alpha: 1 })
    const { fileName, base64 } = await ask<{ fileName: string; base64: string }>(test.host, 'coders.export', { round: test.round, format: 'csv' })
    expect(fileName).toMatch(/^编码信度 .*\.csv$/)
    expect(Buffer.from(base64, 'base64').toString()).toContain(`"慈善事业","甲–乙",${n},"0 · 2",0`)
    const word = await ask<{ fileName: string; base64: string }>(test.host, 'coders.export', { round: test.round, format: 'docx' })
    expect(word.fileName).toMatch(/^编码信度 .*\.docx$/)
    const lines = linesOf(await fileOf(Buffer.from(word.base64, 'base64'))).join('\n')
    for (const part of ['表1　编码信度', '慈善事业', '甲–乙', '0 · 2', 'Krippendorff 2011']) expect(lines).toContain(part)
  })

  it('nobody goes on coding by undoing that they are done: they have seen the other', async () => {
    const test = await opened()
    await allDone(test)
    for (const _ of ['甲', '乙']) {
      const refused = await test.host.answer('changes.undo', {})
      expect(refused).toMatchObject({ ok: false, problem: { kind: 'overtaken' } })
      expect(JSON.stringify(refused)).toContain('请合议')
    }
    expect(await ask<CodersState>(test.host, 'coders.state')).toMatchObject({ rounds: [{ reports: [{ done: ['乙', '甲'] }] }] })
    await expect(decide(test, '慈善', { theme: 'charity', decision: 'assigned' })).rejects.toThrow('bad-request')
    // it does not bar the way to what was done before it
    expect((await ask<ChangesState>(test.host, 'changes.state')).undo?.label.kind).not.toBe('round-done')
  })

  it('a later round on the same report begins anew and leaves the figures of the first', async () => {
    const test = await opened()
    await allDone(test)
    const first = await ask<AgreementFacts>(test.host, 'coders.agreement', { round: test.round })
    await ask(test.host, 'coders.close', { round: test.round })
    const { round } = await ask<{ round: string }>(test.host, 'coders.open', { name: '二', coders: ['甲', '乙'], start: 'blank', reports: [test.id] })
    expect(await looks.codings(test)).toEqual([])
    await decide({ ...test, round }, '养老', { theme: 'charity', decision: 'assigned' })
    expect(await ask<AgreementFacts>(test.host, 'coders.agreement', { round: test.round })).toEqual(first)
  })
})

describe('a round', () => {
  it('is undone as long as nothing was coded in it', async () => {
    const test = await opened()
    await ask(test.host, 'changes.undo')
    expect(await ask<CodersState>(test.host, 'coders.state')).toEqual({ rounds: [], current: null })
    await ask(test.host, 'changes.redo')
    expect((await ask<CodersState>(test.host, 'coders.state')).current?.coder).toBe('甲')
  })

  it('in which another has coded is not undone, which is said without telling what; it stands, and so does their work', async () => {
    const test = await opened()
    await sit(test, '乙')
    await decide(test, '社区服务站', { theme: 'charity', decision: 'assigned' })
    await sit(test, '甲')
    const refused = await test.host.answer('changes.undo', {})
    expect(refused).toMatchObject({ ok: false, problem: { kind: 'overtaken' } })
    expect(JSON.stringify(refused)).toContain('已有人编码')
    expect((await ask<CodersState>(test.host, 'coders.state')).current).toMatchObject({ round: test.round })
    await sit(test, '乙')
    expect(await looks.codings(test)).toEqual(['乙'])
  })

  it('is refused while another is open, and for names that are not of two persons', async () => {
    const test = await opened()
    const open = (coders: string[]): Promise<unknown> => test.host.answer('coders.open', { name: '二', coders, start: 'draft', reports: [test.id] })
    expect(await open(['丙', '丁'])).toMatchObject({ ok: false, problem: { kind: 'bad-request' } })
    await ask(test.host, 'coders.close', { round: test.round })
    expect(await open(['丙', '丙'])).toMatchObject({ ok: false, problem: { kind: 'bad-request' } })
    expect(await open(['丙', '合议'])).toMatchObject({ ok: false, problem: { kind: 'bad-request' } })
  })
})

describe('while the library is shown by another codebook than that of the round', () => {
  const use = async (test: Round, codebook: string): Promise<void> => {
    const { job } = await ask<{ job: string | null }>(test.host, 'codebooks.use', { codebook })
    if (job !== null) await ended(test, job)
  }

  it('a round begun with nothing takes no theme of the other from its reports', async () => {
    const test = await opened('blank', `${text}要扩大有效投资，城镇新增就业达到80万人。`)
    await done(test)
    await sit(test, '乙')
    await done(test)
    await ask(test.host, 'coders.close', { round: test.round })
    const spoken = async (): Promise<string[]> => (await viewOf(test)).report.statements.flatMap(({ themes }) => themes.map(({ id }) => id))
    expect(await spoken()).toEqual([]) // both went through it and found nothing
    await use(test, 'government-work')
    expect(await spoken()).toContain('employment')
    expect(unpackThemes((await list(test.host))[0]!.themes).map(({ id }) => id)).toContain('employment')
    await use(test, 'civil-affairs')
    expect(await spoken()).toEqual([])
  })

  it('its figures stay after its file is read anew, when nothing is kept of how its codebook codes it', async () => {
    const test = await opened()
    await allDone(test)
    await ask(test.host, 'coders.close', { round: test.round })
    const before = await ask<AgreementFacts>(test.host, 'coders.agreement', { round: test.round })
    await use(test, 'government-work')
    // as a new reading leaves it
    test.host.library.write((library) => void library.run(sql`DELETE FROM machine_codings WHERE reading = (SELECT reading FROM codebooks WHERE id = 'civil-affairs')`))
    expect(test.host.library.read.all(sql`SELECT reading FROM machine_codings`)).toHaveLength(1)
    expect(await ask<AgreementFacts>(test.host, 'coders.agreement', { round: test.round })).toEqual(before)
    expect(before.reports[0]!.statements).toBeGreaterThan(0)
  })

  it('what is agreed is of the codebook of the round, which offers its own themes and takes no others', async () => {
    const test = await opened()
    await allDone(test)
    await use(test, 'government-work')
    const { rounds } = await ask<CodersState>(test.host, 'coders.state')
    expect(rounds[0]!.themes.find(({ id }) => id === 'charity')).toMatchObject({ name: { zh: '慈善事业' } })
    expect(rounds[0]!.themes.map(({ id }) => id)).not.toContain('employment')
    const differing = (): Promise<readonly RoundDisagreement[]> => ask(test.host, 'coders.disagreements', { round: test.round })
    const { report, start, end, text: words } = (await differing())[0]!
    const agree = (themes: string[] | null) => test.host.answer('coders.agree', { round: test.round, report, start, end, words, themes })
    for (const themes of [['charity'], [], null, ['charity']]) {
      expect(await agree(themes)).toMatchObject({ ok: true })
      expect((await differing())[0]!.agreed).toEqual(themes)
    }
    expect(await agree(['employment'])).toMatchObject({ ok: false, problem: { kind: 'bad-request', place: 'employment' } })
    expect(await looks.codings(test)).toEqual([])
    await use(test, 'civil-affairs')
    expect(await looks.codings(test)).toEqual(['甲', '乙', '合议'])
    expect(await looks.report(test)).toEqual(['要发展慈善事业。']) // 甲 at the desk had taken it out
    expect(checkLibrary(test.host.library.read)).toEqual([])
  })

  it('nothing is coded in the round, and the sentence says which codebook to use', async () => {
    const test = await opened()
    await use(test, 'government-work')
    const { name } = (await ask<readonly ListedCodebook[]>(test.host, 'codebooks.list')).find(({ id }) => id === 'civil-affairs')!
    const words = await place(test, '慈善')
    expect(await test.host.answer('codings.decide', { ...words, theme: 'employment', decision: 'assigned' })).toMatchObject({
      ok: false, problem: { kind: 'bad-request', message: { zh: expect.stringContaining(`换用编码本“${name.zh}”`), en: expect.stringContaining(`Use the codebook “${name.en}”`) } }
    })
    await use(test, 'civil-affairs')
    await decide(test, '慈善', { theme: 'charity', decision: 'rejected' })
    expect(await looks.codings(test)).toEqual(['甲'])
  })
})

it('the command line prints table R1 of a library', async () => {
  const test = await opened()
  await allDone(test)
  await test.host.close()
  const { text, code } = await duizhao(['agreement', '--library', test.path, '--round', '试编码'])
  expect(code).toBe(0)
  expect(text).toMatch(/慈善事业\s+甲–乙\s+\d+\s+0 · 2\s+0.*0\.00.*分析单位：语句/s)
  expect(await duizhao(['agreement', '--library', test.path, '--round', '没有'])).toMatchObject({ code: 2 })
})

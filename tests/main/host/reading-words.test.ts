import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { split } from '#core/arrangement/arrangement.ts'
import type { ArticlesPage } from '#core/contract/articles-calls.ts'
import type { ReportView } from '#core/contract/calls.ts'
import type { ReadingDraft, ReportWord } from '#core/contract/reading-calls.ts'
import type { ConcordancePage } from '#core/contract/search-calls.ts'
import type { TargetPiece } from '#core/contract/target-calls.ts'
import { headingSpan } from '#core/report/outline-by-hand.ts'
import { checkLibrary } from '../../../src-main/library/integrity.ts'
import { ask, list, openTestHost, upload, type TestHost } from './test-host.ts'

// 虚构样例
const text = '甘南省召开民政工作会议\n2023年3月1日，甘南省召开民政工作会议，民政厅厅长张山出席。会议强调，要健全养老服务体系，到2025年新建养老服务中心100个。要培训护理员若干名。要实施云岭康养行动。要推进社区治理。'

const canteens = '甘南省召开民政工作会议\n2023年3月1日，甘南省召开民政工作会议。会议强调，要推广“长者食堂”。要实施长者食堂提升行动。要办好长者食堂。长者食堂提升行动要到村。'

type Test = TestHost & { id: string }

async function oneReport(file = '一.txt', content: string | Uint8Array = text): Promise<Test> {
  const test = openTestHost()
  await upload(test, { [file]: content })
  return { ...test, id: (await list(test.host))[0]!.id }
}

const viewOf = ({ host, id }: Test): Promise<ReportView> => ask(host, 'reports.read', { id })
const wordsOf = ({ host, id }: Test): Promise<readonly ReportWord[]> => ask(host, 'readings.list', { report: id })

async function stretch(test: Test, words: string): Promise<{ report: string; start: number; end: number; words: string }> {
  const { report } = await viewOf(test)
  const start = report.text.indexOf(words)
  if (start < 0) throw new Error(`not in the text: ${words}`)
  return { report: test.id, start, end: start + words.length, words }
}

const say = async (test: Test, words: string, said: object): Promise<null> => ask(test.host, 'readings.say', { ...(await stretch(test, words)), said })
const takeBack = async (test: Test, words: string, part: string): Promise<null> => ask(test.host, 'readings.takeBack', { ...(await stretch(test, words)), part })

async function targets(test: Test): Promise<{ text: string; value: number | null; by?: 'person' }[]> {
  const { found } = await ask<TargetPiece>(test.host, 'targets.list', {})
  return found.flatMap((of) => of.targets.map((target) => ({ text: target.text, value: target.value, ...(target.by === undefined ? {} : { by: target.by }) })))
}

const kindOf = async (test: Test, words: string): Promise<unknown> => {
  const { report } = await viewOf(test)
  const statement = report.statements.find(({ start, end }) => report.text.slice(start, end).includes(words))!
  return { kind: statement.kind, by: statement.kindBy }
}

const hundred = { value: 100, upper: null, unit: '个', operator: '=', deadlineYear: 2025, deadline: '到2025年' }

describe('a person’s word on what the program reads inside a report', () => {
  it('marks a clause as a target that the program does not see; the list of targets has it, by the person', async () => {
    const test = await oneReport()
    const draft = await ask<ReadingDraft>(test.host, 'readings.draft', await stretch(test, '要培训护理员若干名。'))
    expect(draft).toMatchObject({ programme: '要培训护理员若干名', target: { value: null } })
    await say(test, '培训护理员若干名', { part: 'target', value: { ...draft.target, value: 30, unit: '名' } })
    expect(await targets(test)).toEqual([{ text: expect.stringContaining('100个') as string, value: 100 }, { text: '培训护理员若干名', value: 30, by: 'person' }])
    expect(await wordsOf(test)).toMatchObject([{ part: 'target', state: 'corrected', machine: null, quote: '培训护理员若干名' }])
    expect(checkLibrary(test.host.library.read)).toEqual([])
  })

  it('corrects a target, confirms it, denies it, and lets the program’s reading hold again', async () => {
    const test = await oneReport()
    const clause = (await targets(test))[0]!.text
    await say(test, clause, { part: 'target', value: { ...hundred, value: 120 } })
    expect(await targets(test)).toEqual([{ text: clause, value: 120, by: 'person' }])
    expect(await wordsOf(test)).toMatchObject([{ state: 'corrected', machine: { value: 100 } }])
    await say(test, clause, { part: 'target', value: { ...hundred, value: 130 } })
    await say(test, clause, { part: 'target', value: null })
    expect(await targets(test)).toEqual([])
    expect(await wordsOf(test)).toHaveLength(1)
    await takeBack(test, clause, 'target')
    expect(await targets(test)).toEqual([{ text: clause, value: 100 }])
    expect(await wordsOf(test)).toEqual([])
    const { targets: [machine] } = (await viewOf(test)).report
    const { value, upper, unit, operator, deadlineYear, deadline } = machine!
    await say(test, clause, { part: 'target', value: { value, upper, unit, operator, deadlineYear, deadline } })
    expect(await wordsOf(test)).toMatchObject([{ state: 'confirmed' }])
  })

  it('that a clause is no target where only the person said it was one takes that back; where nobody did it says nothing', async () => {
    const test = await oneReport()
    await say(test, '培训护理员若干名', { part: 'target', value: hundred })
    await say(test, '培训护理员若干名', { part: 'target', value: null })
    expect(await wordsOf(test)).toEqual([])
    const reply = await test.host.answer('readings.say', { ...(await stretch(test, '推进社区治理')), said: { part: 'target', value: null } })
    expect(reply).toMatchObject({ ok: false, problem: { kind: 'bad-request' } })
  })

  it('changes the kind of the sentences it touches; each is taken back by itself', async () => {
    const test = await oneReport()
    const before = await kindOf(test, '社区治理')
    await say(test, '云岭康养行动。要推进', { part: 'kind', value: 'review' })
    expect(await kindOf(test, '云岭康养')).toEqual({ kind: 'review', by: 'person' })
    expect(await kindOf(test, '社区治理')).toEqual({ kind: 'review', by: 'person' })
    await takeBack(test, '社区治理', 'kind')
    expect(await kindOf(test, '社区治理')).toEqual(before)
    expect(await kindOf(test, '云岭康养')).toEqual({ kind: 'review', by: 'person' })
    const found = async (kind: string): Promise<number> => (await ask<ConcordancePage>(test.host, 'search.lines', { query: '云岭康养', kinds: [kind] })).lines.length
    expect([await found('review'), await found('plan')]).toEqual([1, 0])
  })

  it('names a programme, and puts a heading into the outline', async () => {
    const test = await oneReport()
    await say(test, '云岭康养行动', { part: 'programme', value: '云岭康养行动' })
    await say(test, '要推进社区治理', { part: 'outline', value: { level: 1, label: '', heading: '要推进社区治理' } })
    const { report } = await viewOf(test)
    expect(report.programmes).toMatchObject([{ name: '云岭康养行动', by: 'person' }])
    expect(report.outline).toMatchObject([{ level: 1, heading: '要推进社区治理', by: 'person', end: report.text.length }])
    const reply = await test.host.answer('readings.say', { ...(await stretch(test, '推进社区')), said: { part: 'programme', value: '云岭' } })
    expect(reply).toMatchObject({ ok: false, problem: { kind: 'bad-request', place: '云岭' } })
  })

  it('a heading that a person renames is named anew at its own words, and denied there', async () => {
    const test = await oneReport()
    const own = async (): Promise<{ report: string; start: number; end: number; words: string }> => {
      const { report } = await viewOf(test)
      const { start, end } = headingSpan(report.text, report.outline.find(({ by }) => by === 'person')!)
      return { report: test.id, start, end, words: report.text.slice(start, end) }
    }
    await say(test, '要推进社区治理', { part: 'outline', value: { level: 1, label: '', heading: '治理' } })
    expect(await own()).toEqual(await stretch(test, '要推进社区治理'))
    await ask(test.host, 'readings.say', { ...(await own()), said: { part: 'outline', value: { level: 2, label: '', heading: '总要求' } } })
    expect(await wordsOf(test)).toMatchObject([{ machine: null, quote: '要推进社区治理', value: { level: 2, heading: '总要求' } }])
    expect((await viewOf(test)).report.outline.filter(({ by }) => by === 'person')).toMatchObject([{ level: 2, heading: '总要求' }])
    await ask(test.host, 'readings.say', { ...(await own()), said: { part: 'outline', value: null } })
    expect(await wordsOf(test)).toEqual([])
    expect((await viewOf(test)).report.outline.filter(({ by }) => by === 'person')).toEqual([])
  })

  it('a name marked at one of its places leaves the shorter name in it standing elsewhere, and is denied at any of its places', async () => {
    const test = await oneReport('一.txt', canteens)
    const names = async (): Promise<unknown> => (await viewOf(test)).report.programmes.map(({ name, occurrences }) => [name, occurrences.length])
    const longer = '长者食堂提升行动'
    expect(await names()).toEqual([['长者食堂', 4]])
    await say(test, longer, { part: 'programme', value: longer })
    expect(await names()).toEqual([['长者食堂', 3], [longer, 2]])
    const start = canteens.lastIndexOf(longer) - canteens.indexOf(longer)
    const first = await stretch(test, longer)
    await ask(test.host, 'readings.say', { ...first, start: first.start + start, end: first.end + start, said: { part: 'programme', value: null } })
    expect(await names()).toEqual([['长者食堂', 4]])
    expect(await wordsOf(test)).toEqual([])
  })

  it('a name that the program reads is denied everywhere, and marked again at another of its places', async () => {
    const test = await oneReport('一.txt', canteens)
    const names = async (): Promise<unknown> => (await viewOf(test)).report.programmes.map(({ name, by }) => [name, by])
    await say(test, '长者食堂', { part: 'programme', value: null })
    expect(await names()).toEqual([])
    expect(await wordsOf(test)).toMatchObject([{ state: 'corrected', machine: '长者食堂', quote: '长者食堂' }])
    const { start, ...first } = await stretch(test, '办好长者食堂')
    await ask(test.host, 'readings.say', { ...first, start: start + 2, words: '长者食堂', said: { part: 'programme', value: '长者食堂' } })
    expect(await names()).toEqual([['长者食堂', 'person']])
    expect(await wordsOf(test)).toMatchObject([{ state: 'confirmed' }])
  })

  it('is undone and done again, each step', async () => {
    const test = await oneReport()
    const before = await viewOf(test)
    await say(test, '培训护理员若干名', { part: 'target', value: hundred })
    await say(test, '社区治理', { part: 'kind', value: 'framing' })
    const after = await viewOf(test)
    await ask(test.host, 'changes.undo')
    await ask(test.host, 'changes.undo')
    expect(await viewOf(test)).toEqual(before)
    await ask(test.host, 'changes.redo')
    await ask(test.host, 'changes.redo')
    expect(await viewOf(test)).toEqual(after)
  })

  it('holds when the file is read by another encoding: it stands on its words, not on their numbers', async () => {
    const test = await oneReport()
    await say(test, '培训护理员若干名', { part: 'target', value: { ...hundred, value: 30 } })
    const { source } = await viewOf(test)
    await ask(test.host, 'sources.readAs', { source: source.id, encoding: 'gb18030' })
    // in the wrong encoding its words are not there: it is kept, and holds for nothing
    expect(await wordsOf(test)).toMatchObject([{ state: 'lost', place: null, quote: '培训护理员若干名' }])
    await ask(test.host, 'sources.readAs', { source: source.id, encoding: 'utf-8' })
    expect(await targets(test)).toContainEqual({ text: '培训护理员若干名', value: 30, by: 'person' })
  })

  it('corrects who took part; the program’s reading is kept beside it', async () => {
    const test = await oneReport()
    const read = (await viewOf(test)).report.officials
    await ask(test.host, 'reports.correct', { report: test.id, field: 'officials', to: { is: 'officials', officials: [{ name: '张山', title: '民政厅党组书记' }] } })
    const { report, machine } = await viewOf(test)
    expect(report.officials).toMatchObject([{ name: '张山', title: '民政厅党组书记' }])
    expect(report.text.slice(report.officials[0]!.span.start, report.officials[0]!.span.end)).toBe('张山')
    expect(machine.officials).toEqual(read)
    await ask(test.host, 'reports.correct', { report: test.id, field: 'place', to: { is: 'value', value: '甘南' } })
    expect((await viewOf(test)).report.place).toBe('甘南')
    await ask(test.host, 'reports.correct', { report: test.id, field: 'officials', to: { is: 'machine' } })
    expect((await viewOf(test)).report.officials).toEqual(read)
    const reply = await test.host.answer('reports.correct', { report: test.id, field: 'officials', to: { is: 'value', value: '张山' } })
    expect(reply).toMatchObject({ ok: false, problem: { kind: 'bad-request' } })
  })

  it('holds when the file is divided into other articles: it stands on its words where its report still has them, says so where it has not, and holds again undone', async () => {
    const test = await oneReport('seed.txt', readFileSync(new URL('../../../seeds/000_8625d94934d53eac.txt', import.meta.url)))
    const [{ report, targets: [target] }] = (await ask<TargetPiece>(test.host, 'targets.list', {})).found as [TargetPiece['found'][number]]
    const { value: _, text: words, ...fields } = target!
    const { upper, unit, operator, deadlineYear, deadline, start, end } = fields
    await ask(test.host, 'readings.say', { report, start, end, words, said: { part: 'target', value: { value: 76, upper, unit, operator, deadlineYear, deadline } } })
    const { source } = await ask<ReportView>(test.host, 'reports.read', { id: report })
    const { arrangement } = await ask<ArticlesPage>(test.host, 'articles.read', { source: source.id })
    const text = readFileSync(new URL('../../../seeds/000_8625d94934d53eac.txt', import.meta.url), 'utf8')
    const cutAt = (line: string): Promise<unknown> => ask(test.host, 'articles.arrange', { source: source.id, arrangement: split(arrangement, text.indexOf(line)) })
    const said = (): Promise<unknown> => ask(test.host, 'readings.list', { report })
    await cutAt('七是健全智慧区划')
    expect(await targets(test)).toContainEqual({ text: words, value: 76, by: 'person' })
    expect(await said()).toMatchObject([{ state: 'corrected', quote: words }])
    await cutAt('二是健全党建引领')
    expect(await targets(test)).toContainEqual({ text: words, value: 75 })
    expect(await said()).toMatchObject([{ state: 'lost', place: null, quote: words }])
    await ask(test.host, 'changes.undo')
    expect(await targets(test)).toContainEqual({ text: words, value: 76, by: 'person' })
    expect(checkLibrary(test.host.library.read)).toEqual([])
  })

  it('is not said of a report that several persons code apart: it bears no name', async () => {
    const test = await oneReport()
    await ask(test.host, 'coders.open', { name: '试编码', coders: ['甲', '乙'], start: 'draft', reports: [test.id] })
    const place = await stretch(test, '培训护理员若干名')
    expect(await test.host.answer('readings.say', { ...place, said: { part: 'target', value: hundred } })).toMatchObject({ ok: false, problem: { kind: 'bad-request' } })
    expect(await wordsOf(test)).toEqual([])
  })
})

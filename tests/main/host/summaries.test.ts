import { describe, expect, it } from 'vitest'
import type { ReportView } from '#core/contract/calls.ts'
import type { ChangesState } from '#core/contract/change-calls.ts'
import type { RestorePoint } from '#core/contract/restore-point-calls.ts'
import type { CellSummary } from '#core/contract/summary-calls.ts'
import { checkLibrary } from '../../../src-main/library/integrity.ts'
import { workWithout } from '../../../src-main/library/reparse.ts'
import { sql } from '../../../src-main/library/sql.ts'
import { ask, list, openTestHost, upload, type TestHost } from './test-host.ts'

// 虚构样例

const first = '青海省召开民政工作会议\n3月1日，青海省召开民政工作会议，强调要健全养老服务体系，发展慈善事业，办好山区食堂。\n'
const second = '海南省召开民政工作会议\n3月2日，海南省召开民政工作会议，强调要完善养老服务网络，建设社区食堂五百个，让老人就近用餐。\n'

interface Written {
  readonly test: TestHost
  /** Ids, in the order of the files. */
  readonly ids: readonly [string, string]
}

async function twoReports(): Promise<Written> {
  const test = openTestHost()
  await upload(test, { '一.txt': first })
  await upload(test, { '二.txt': second })
  const reports = await list(test.host)
  const idOf = (title: string): string => reports.find((report) => report.title?.startsWith(title))!.id
  return { test, ids: [idOf('青海'), idOf('海南')] }
}

const cell = (report: string, more: object = {}) => ({ codebook: 'civil-affairs', theme: 'elderly_care', part: 'report', reports: [report], ...more })

const write = ({ test }: Written, place: object, body: string, session = 's1'): Promise<CellSummary | null> =>
  ask(test.host, 'summaries.write', { ...place, body, session, author: '甲' })

const summaries = ({ test, ids }: Written): Promise<CellSummary[]> => ask(test.host, 'summaries.list', { codebook: 'civil-affairs', reports: ids })

const changes = ({ test }: Written): Promise<ChangesState> => ask(test.host, 'changes.state')

async function linkTo(written: Written, report: string, words: string, more: object = {}): Promise<CellSummary> {
  const { report: { text } } = await ask<ReportView>(written.test.host, 'reports.read', { id: report })
  const start = text.indexOf(words)
  return ask(written.test.host, 'summaries.link', { ...cell(report), report, start, end: start + words.length, words, ...more })
}

/** As a newer reader might: other text, and nothing of it from the characters of before. */
const readAnew = ({ test }: Written, report: string, text: string): void =>
  test.host.library.write((library) => void library.run(sql`UPDATE reports SET text = ${text}, map = ${JSON.stringify([text.length])} WHERE id = ${Number(report)}`))

describe('a summary', () => {
  it('is of one report, theme and codebook; a blank one is none', async () => {
    const written = await twoReports()
    const { ids: [a, b] } = written
    expect(await write(written, cell(a), '重在健全体系。')).toMatchObject({ body: '重在健全体系。', reports: [a], isFilled: false, links: [], author: '甲' })
    await write(written, cell(b), '重在网络与食堂。')
    await write(written, cell(a, { codebook: 'other' }), '另一编码本。')
    expect((await summaries(written)).map(({ reports, body }) => [reports[0], body]).sort()).toEqual([[a, '重在健全体系。'], [b, '重在网络与食堂。']].sort())
    expect(await write(written, cell(a), ' ')).toBeNull()
    expect((await summaries(written)).map(({ reports }) => reports)).toEqual([[b]])
    expect(checkLibrary(written.test.host.library.read)).toEqual([])
  })

  it('is one step to undo for each time that it was written in, however long that took, and not for each save', async () => {
    const written = await twoReports()
    const { ids: [a], test } = written
    for (const body of ['重', '重在', '重在健全']) await write(written, cell(a), body, 'morning')
    await write(written, cell(a), '重在健全体系', 'evening')
    await write(written, cell(a), '重在健全体系。', 'evening')
    expect((await changes(written)).recent.filter(({ label }) => label.kind === 'summary')).toHaveLength(2)
    await ask(test.host, 'changes.undo')
    expect((await summaries(written))[0]?.body).toBe('重在健全')
    await ask(test.host, 'changes.undo')
    expect(await summaries(written)).toEqual([])
    await ask(test.host, 'changes.redo')
    await ask(test.host, 'changes.redo')
    expect((await summaries(written))[0]?.body).toBe('重在健全体系。')
  })

  it('of another cell, or after another change, begins a step of its own', async () => {
    const written = await twoReports()
    const { ids: [a, b], test } = written
    await write(written, cell(a), '甲', 'one')
    await ask(test.host, 'cells.judge', { reports: [b], theme: 'marriage', verdict: 'absent' })
    await write(written, cell(a), '甲乙', 'one')
    await write(written, cell(b), '丙', 'one')
    expect((await changes(written)).recent.map(({ label }) => label.kind).slice(0, 4)).toEqual(['summary', 'summary', 'judge', 'summary'])
  })

  it('of what reports have in common belongs to their set, in whatever order, and stays when another set is compared', async () => {
    const written = await twoReports()
    const { ids: [a, b] } = written
    const common = { codebook: 'civil-affairs', theme: 'elderly_care', part: 'common' }
    await write(written, { ...common, reports: [b, a] }, '都讲食堂。')
    await write(written, { ...common, reports: [a, b] }, '都讲养老与食堂。')
    await write(written, { ...common, reports: [a] }, '只有一份。')
    expect((await summaries(written)).map(({ reports, body }) => [reports.toSorted(), body]).sort()).toEqual([[[a, b].toSorted(), '都讲养老与食堂。'], [[a], '只有一份。']].sort())
  })

  it('keeps its report when the file is divided anew without it', async () => {
    const written = await twoReports()
    const { ids: [a, b], test } = written
    const { read } = test.host.library
    const source = read.get<{ source: number }>(sql`SELECT source_id AS source FROM reports WHERE id = ${Number(a)}`)!.source
    expect(workWithout(read, source, [])).toEqual([])
    await write(written, { codebook: 'civil-affairs', theme: 'elderly_care', part: 'difference', reports: [a, b] }, '一省重体系，一省重网络。')
    expect(workWithout(read, source, []).map(({ id }) => String(id))).toEqual([a])
  })

  it('of a report that is not there, or of several as of one, is refused', async () => {
    const written = await twoReports()
    const { ids, test } = written
    expect(await test.host.answer('summaries.write', { ...cell('999'), body: '无', session: 's' })).toMatchObject({ ok: false, problem: { kind: 'not-found' } })
    expect(await test.host.answer('summaries.write', { ...cell(ids[0]), reports: ids, body: '无', session: 's' })).toMatchObject({ ok: false, problem: { kind: 'bad-request' } })
  })
})

describe('a link of a summary to its source', () => {
  it('stands on the very characters, once, and is a step to undo', async () => {
    const written = await twoReports()
    const { ids: [a], test } = written
    await write(written, cell(a), '重在健全体系。')
    const linked = await linkTo(written, a, '健全养老服务体系')
    expect(linked.links).toMatchObject([{ report: a, quote: '健全养老服务体系', anchoring: { state: 'anchored', basis: 'same-text' } }])
    expect((await linkTo(written, a, '健全养老服务体系')).links).toHaveLength(1)
    await ask(test.host, 'changes.undo')
    expect((await summaries(written))[0]).toMatchObject({ body: '重在健全体系。', links: [] })
  })

  it('is told to have changed when its words are not there any more as they were, with the old words; not when they moved', async () => {
    const written = await twoReports()
    const { ids: [a] } = written
    await write(written, cell(a), '重在健全体系。')
    await linkTo(written, a, '强调要健全养老服务体系')
    await linkTo(written, a, '办好山区食堂')
    const { report: { text } } = await ask<ReportView>(written.test.host, 'reports.read', { id: a })
    readAnew(written, a, `（青海日报讯）${text.replace('办好山区食堂', '办好湖区学校')}`)
    const [summary] = await summaries(written)
    expect(summary!.links.map(({ quote, place }) => [quote, place === null])).toEqual([['强调要健全养老服务体系', false], ['办好山区食堂', true]])
    const link = summary!.links[1]!
    const again = await linkTo(written, a, '办好湖区学校', { instead: link.id })
    expect(again.links.map(({ quote, place }) => [quote, place === null])).toEqual([['强调要健全养老服务体系', false], ['办好湖区学校', false]])
  })

  it('that is taken away leaves the text; the last one of a blank summary takes it along', async () => {
    const written = await twoReports()
    const { ids: [a], test } = written
    const { links } = await linkTo(written, a, '发展慈善事业')
    await write(written, cell(a), '')
    expect(await summaries(written)).toHaveLength(1)
    await ask(test.host, 'summaries.unlink', { ...cell(a), link: links[0]!.id })
    expect(await summaries(written)).toEqual([])
  })
})

describe('a link to words that are not there', () => {
  it('is refused', async () => {
    const { test, ids: [a] } = await twoReports()
    expect(await test.host.answer('summaries.link', { ...cell(a), report: a, start: 0, end: 2, words: '海南' })).toMatchObject({ ok: false, problem: { kind: 'other-words' } })
  })
})

describe('filling in', () => {
  it('puts coded text, tied to its source, where there is none, as one step; it counts as unedited until touched', async () => {
    const written = await twoReports()
    const { ids: [a, b], test } = written
    await write(written, cell(a), '自己写的。')
    const { report: { text } } = await ask<ReportView>(test.host, 'reports.read', { id: b })
    const { report: { text: ofFirst } } = await ask<ReportView>(test.host, 'reports.read', { id: a })
    const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, words })
    const spans = [at('完善养老服务网络'), at('让老人就近用餐')]
    const cells = [{ theme: 'elderly_care', report: a, spans: [{ start: 0, end: 3, words: ofFirst.slice(0, 3) }] }, { theme: 'elderly_care', report: b, spans }]
    expect(await ask(test.host, 'summaries.fill', { codebook: 'civil-affairs', cells })).toEqual({ filled: 1 })
    const filled = (await summaries(written)).find(({ reports }) => reports[0] === b)
    expect(filled).toMatchObject({ body: '完善养老服务网络\n让老人就近用餐', isFilled: true, links: [{ quote: '完善养老服务网络' }, { quote: '让老人就近用餐' }] })
    await write(written, cell(b), filled!.body)
    expect((await summaries(written)).find(({ reports }) => reports[0] === b)?.isFilled).toBe(true)
    await write(written, cell(b), '网络与就近用餐。')
    expect((await summaries(written)).find(({ reports }) => reports[0] === b)).toMatchObject({ isFilled: false, links: [{}, {}] })
    await ask(test.host, 'changes.undo')
    await ask(test.host, 'changes.undo')
    expect((await summaries(written)).map(({ body }) => body)).toEqual(['自己写的。'])
  })

  it('leaves what a person has linked already', async () => {
    const written = await twoReports()
    const { ids: [, b], test } = written
    const { report: { text } } = await ask<ReportView>(test.host, 'reports.read', { id: b })
    const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, words })
    await ask(test.host, 'summaries.link', { ...cell(b), report: b, ...at('让老人就近用餐') })
    const spans = [at('完善养老服务网络'), at('让老人就近用餐')]
    expect(await ask(test.host, 'summaries.fill', { codebook: 'civil-affairs', cells: [{ theme: 'elderly_care', report: b, spans }] })).toEqual({ filled: 1 })
    const [filled] = await summaries(written)
    expect(filled!.links.map(({ quote }) => quote)).toEqual(['让老人就近用餐', '完善养老服务网络'])
    await ask(test.host, 'changes.undo')
    expect((await summaries(written))[0]).toMatchObject({ body: '', links: [{ quote: '让老人就近用餐' }] })
  })
})

describe('while several persons code a report apart', () => {
  it('no summary of it is written, and nothing counts for the one what the other has done', async () => {
    const written = await twoReports()
    const { ids: [a, b], test } = written
    await ask(test.host, 'points.add', { name: '开始' })
    const { round } = await ask<{ round: string }>(test.host, 'coders.open', { name: '试', coders: ['甲', '乙'], start: 'draft', reports: [a] })
    const { report: { text } } = await ask<ReportView>(test.host, 'reports.read', { id: a })
    const words = text.slice(0, 4)
    await ask(test.host, 'notes.write', { note: null, theme: null, report: a, start: 0, end: 4, words, body: '甲的想法', author: '' })
    await ask(test.host, 'coders.sit', { coder: '乙' })
    const [point] = await ask<readonly RestorePoint[]>(test.host, 'points.list')
    expect(point!.since.map(({ thing }) => thing)).not.toContain('note')
    expect(await test.host.answer('summaries.write', { ...cell(a), body: '乙的话', session: 's' })).toMatchObject({ ok: false, problem: { kind: 'bad-request', place: a } })
    expect(await write(written, cell(b), '乙的话')).toMatchObject({ body: '乙的话' })
    await ask(test.host, 'coders.close', { round })
    expect(await write(written, cell(a), '大家的话')).toMatchObject({ body: '大家的话' })
  })
})

describe('the summary matrix as a file', () => {
  it('has the themes down, reports, what is in common and what differs across; a cell without a summary says what is known', async () => {
    const written = await twoReports()
    const { ids: [a, b], test } = written
    const themes = ['charity', 'elderly_care', 'marriage']
    await write(written, cell(a), '重在“健全”,\n并办食堂。')
    await write(written, { codebook: 'civil-affairs', theme: 'elderly_care', part: 'common', reports: [a, b] }, '都讲食堂。')
    await write(written, { codebook: 'civil-affairs', theme: 'elderly_care', part: 'difference', reports: [a] }, '旧的一组。')
    await ask(test.host, 'cells.judge', { reports: [b], theme: 'charity', verdict: 'absent' })
    await ask(test.host, 'cells.judge', { reports: [a], theme: 'elderly_care', verdict: 'in-passing' })
    const saved = await ask<{ fileName: string; base64: string }>(test.host, 'summaries.export', { reports: [a, b], themes, format: 'csv' })
    expect(saved.fileName).toMatch(/^摘要矩阵 .*\.csv$/)
    const text = Buffer.from(saved.base64, 'base64').toString().replace(/^\ufeff/, '')
    expect(text.split('\r\n').slice(0, 1)).toEqual(['"主题","青海省","海南省","共同点","差异"'])
    expect(text).toContain('"慈善事业","有（未写摘要）","未提及（已核实）","",""')
    expect(text).toContain('"【顺带提及】\n重在“健全”,\n并办食堂。","有（未写摘要）","都讲食堂。","旧的一组。\n（为青海省所写）"')
    expect(text).toMatch(/"待读（程序未找到引文）","待读（程序未找到引文）","",""/)
    for (const format of ['md', 'html', 'xlsx', 'docx']) {
      const { base64 } = await ask<{ base64: string }>(test.host, 'summaries.export', { reports: [a, b], themes, format, language: 'en' })
      const bytes = Buffer.from(base64, 'base64')
      const isZip = format === 'xlsx' || format === 'docx'
      expect(isZip ? bytes.subarray(0, 2).toString() : bytes.toString()).toContain(isZip ? 'PK' : 'Differences')
    }
  })
})

import { describe, expect, it } from 'vitest'
import type { Change, ChangePreview, ChangesState } from '#core/contract/change-calls.ts'
import type { Comparison } from '#core/compare/comparison.ts'
import type { ReportView } from '#core/contract/calls.ts'
import type { Note } from '#core/contract/edit-calls.ts'
import { removeReport } from '../../../src-main/library/reports.ts'
import { sql } from '../../../src-main/library/sql.ts'
import { ask, binned, list, notesOf, openTestHost, upload, type TestHost } from './test-host.ts'

// 虚构样例

const first = '甘南省召开民政工作会议\n3月1日，甘南省召开民政工作会议，强调要健全养老服务体系，发展慈善事业。'
const second = '云岭省召开民政工作会议\n2024年5月2日，云岭省召开民政工作会议，要求推进社区治理，办好老年食堂。'

async function twoReports(): Promise<TestHost & { ids: string[] }> {
  const test = openTestHost()
  await upload(test, { '一.txt': first })
  await upload(test, { '二.txt': second })
  return { ...test, ids: (await list(test.host)).map(({ id }) => id).sort() }
}

const state = (test: TestHost): Promise<ChangesState> => ask(test.host, 'changes.state')
const undo = (test: TestHost): Promise<Change | null> => ask(test.host, 'changes.undo')
const redo = (test: TestHost): Promise<Change | null> => ask(test.host, 'changes.redo')

describe('what a person changes', () => {
  it('is undone step by step and done again, imports too: their reports lie in the bin', async () => {
    const test = await twoReports()
    const [id] = test.ids
    await ask(test.host, 'reports.correct', { report: id, field: 'title', to: { is: 'value', value: '改过的标题' } })
    await ask(test.host, 'reports.bin', { reports: [id] })
    expect((await list(test.host)).length).toBe(1)

    expect((await undo(test))?.label.kind).toBe('bin')
    const [restored] = (await list(test.host)).filter((report) => report.id === id)
    expect(restored).toMatchObject({ title: '改过的标题', machine: { title: '甘南省召开民政工作会议' } })
    expect((await undo(test))?.label.kind).toBe('correct')
    expect((await list(test.host)).find((report) => report.id === id)).toMatchObject({ title: '甘南省召开民政工作会议', machine: {} })
    expect((await undo(test))?.label).toEqual({ kind: 'import', count: 1, what: '二.txt' })
    expect((await list(test.host)).map((report) => report.id)).toEqual([id])
    expect((await binned(test.host)).length).toBe(1)

    for (const kind of ['import', 'correct', 'bin']) expect((await redo(test))?.label.kind).toBe(kind)
    await expect(redo(test)).resolves.toBeNull()
    expect((await list(test.host)).length).toBe(1)
  })

  it('can be undone after a restart', async () => {
    const test = await twoReports()
    const [id] = test.ids
    await ask(test.host, 'reports.correct', { report: id, field: 'date', to: { is: 'value', value: '2023-03-01' } })
    await test.host.close()
    const again = openTestHost({ library: test.path })
    expect((await state(again)).undo?.label.kind).toBe('correct')
    await undo(again)
    expect((await list(again.host)).find((report) => report.id === id)?.date).toMatchObject({ iso: null, yearBasis: 'none' })
  })

  it('leaves the way back only until something else is changed', async () => {
    const test = await twoReports()
    const [id] = test.ids
    await ask(test.host, 'reports.bin', { reports: [id] })
    await undo(test)
    await ask(test.host, 'reports.correct', { report: id, field: 'issuer', to: { is: 'value', value: '甘南省民政厅' } })
    expect((await state(test)).redo).toBeNull()
    await expect(redo(test)).resolves.toBeNull()
    expect((await list(test.host)).find((report) => report.id === id)?.issuer).toBe('甘南省民政厅')
  })

  it('that changes nothing is no change', async () => {
    const test = await twoReports()
    const [id] = test.ids
    await ask(test.host, 'reports.restore', { reports: [id] })
    await ask(test.host, 'reports.correct', { report: id, field: 'title', to: { is: 'machine' } })
    expect((await state(test)).undo?.label.kind).toBe('import')
  })

  it('is refused whole where a value makes no sense', async () => {
    const test = await twoReports()
    const [id] = test.ids
    for (const [field, value] of [['date', '2023-02-30'], ['date', '去年'], ['jurisdiction', '999999']] as const) {
      const reply = await test.host.answer('reports.correct', { report: id, field, to: { is: 'value', value } })
      expect(reply).toMatchObject({ ok: false, problem: { kind: 'bad-request' } })
    }
    expect(await test.host.answer('reports.bin', { reports: [id, '999'] })).toMatchObject({ ok: false, problem: { kind: 'not-found' } })
    expect((await list(test.host)).length).toBe(2)
  })
})

const preview = (test: TestHost, way: 'undo' | 'redo', change?: string): Promise<ChangePreview | null> => ask(test.host, 'changes.preview', { way, ...(change !== undefined && { change }) })

describe('before a change is undone', () => {
  it('it is said what the library would lose: reports, and the notes on them', async () => {
    const test = await twoReports()
    const [, id] = test.ids
    await ask(test.host, 'notes.write', { note: null, report: id, theme: null, start: 0, end: 0, words: '', body: '记一笔' })
    const [, imported] = (await state(test)).recent
    expect(await preview(test, 'undo', imported!.id)).toMatchObject({ change: imported, isEarlier: false, leaving: 1, returning: 0, notes: 1, reports: 1, titles: ['云岭省召开民政工作会议'] })
    expect(await preview(test, 'undo')).toMatchObject({ change: { label: { kind: 'note' } }, leaving: 0, notes: 1, titles: ['云岭省召开民政工作会议'] })
    expect(await preview(test, 'redo')).toBeNull()
    expect((await list(test.host)).length, 'nothing is changed by asking').toBe(2)
  })

  it('it is said whether it is of an earlier session, until the person has turned it in this one', async () => {
    const test = await twoReports()
    await test.host.close()
    const again = openTestHost({ library: test.path })
    expect(await preview(again, 'undo')).toMatchObject({ isEarlier: true, leaving: 1 })
    await undo(again)
    expect(await preview(again, 'redo')).toMatchObject({ isEarlier: false, leaving: 0, returning: 1 })
    await redo(again)
    expect(await preview(again, 'undo')).toMatchObject({ isEarlier: false })
    await ask(again.host, 'reports.bin', { reports: [test.ids[0]] })
    expect(await preview(again, 'undo')).toMatchObject({ isEarlier: false, returning: 1 })
  })
})

describe('a change picked from the list', () => {
  it('is undone and done again by itself; those made later stay', async () => {
    const test = await twoReports()
    const [id] = test.ids
    await ask(test.host, 'reports.correct', { report: id, field: 'title', to: { is: 'value', value: '改过的标题' } })
    const [, second] = (await state(test)).recent
    await ask(test.host, 'changes.undo', { change: second!.id })
    expect(await list(test.host)).toMatchObject([{ id, title: '改过的标题' }])
    expect((await state(test)).undo?.label.kind).toBe('correct')
    await ask(test.host, 'changes.redo', { change: second!.id })
    expect((await list(test.host)).length).toBe(2)
  })

  it('is left as it is where a later change stands on it, and can be undone after that one', async () => {
    const test = await twoReports()
    const [id] = test.ids
    for (const value of ['一改', '再改']) await ask(test.host, 'reports.correct', { report: id, field: 'title', to: { is: 'value', value } })
    const [, first] = (await state(test)).recent
    expect(await test.host.answer('changes.undo', { change: first!.id })).toMatchObject({ ok: false, problem: { kind: 'overtaken' } })
    await undo(test)
    expect((await ask<Change>(test.host, 'changes.undo', { change: first!.id })).state).toBe('undone')
    expect((await list(test.host)).find((report) => report.id === id)?.title).toBe('甘南省召开民政工作会议')
  })
})

describe('a change whose value was set once more by a later one', () => {
  it('is undone only after that, and done again only before it', async () => {
    const test = await twoReports()
    const [id] = test.ids
    for (const value of ['甲', '乙', '甲']) await ask(test.host, 'reports.correct', { report: id, field: 'issuer', to: { is: 'value', value } })
    const [third, , first] = (await state(test)).recent
    expect(await test.host.answer('changes.undo', { change: first!.id })).toMatchObject({ ok: false, problem: { kind: 'overtaken' } })
    for (let turned = 0; turned < 3; turned++) await undo(test)
    expect(await test.host.answer('changes.redo', { change: third!.id })).toMatchObject({ ok: false, problem: { kind: 'overtaken' } })
    for (const issuer of ['甲', '乙', '甲']) {
      await redo(test)
      expect((await list(test.host)).find((report) => report.id === id)?.issuer).toBe(issuer)
    }
  })
})

describe('a change whose report is no longer there, for a newer reader found no such one', () => {
  it('is taken off the list by name, and those before it can be undone', async () => {
    const test = await twoReports()
    const id = test.ids[1]!
    const note = await ask<Note>(test.host, 'notes.write', { note: null, report: id, theme: null, start: 0, end: 0, words: '', body: '记一笔' })
    await ask(test.host, 'notes.remove', { note: note.id })
    test.host.library.write((library) => removeReport(library, Number(id)))
    const refusals = [await test.host.answer('changes.undo', {}), await test.host.answer('changes.undo', {})]
    expect(refusals).toMatchObject([{ ok: false, problem: { kind: 'overtaken' } }, { ok: false, problem: { kind: 'overtaken' } }])
    expect((await undo(test))?.label).toMatchObject({ kind: 'import', what: '二.txt' })
    expect((await undo(test))?.label).toMatchObject({ kind: 'import', what: '一.txt' })
    expect(await list(test.host)).toEqual([])
  })
})

describe('a correction', () => {
  it('wins over the machine in every answer, and what the machine read stays beside it', async () => {
    const test = await twoReports()
    const [id] = test.ids
    await ask(test.host, 'reports.correct', { report: id, field: 'jurisdiction', to: { is: 'value', value: '330000' } })
    await ask(test.host, 'reports.correct', { report: id, field: 'meeting', to: { is: 'unknown' } })
    const view = await ask<ReportView>(test.host, 'reports.read', { id })
    expect(view.report.jurisdiction).toMatchObject({ code: '330000', name: '浙江省', basis: 'person' })
    expect(view.report.meeting).toBeNull()
    expect(Object.keys(view.machine).sort()).toEqual(['jurisdiction', 'meeting'])
    const comparison = await ask<Comparison>(test.host, 'comparison.build', { reports: [id] })
    expect(comparison.columns[0]?.province?.code).toBe('330000')
  })
})

describe('a report in the bin', () => {
  it('is in no list, no search and no count, and comes back as it was', async () => {
    const test = await twoReports()
    const [id] = test.ids
    const { report } = await ask<ReportView>(test.host, 'reports.read', { id })
    await ask(test.host, 'notes.write', { note: null, report: id, theme: null, start: 0, end: 4, words: report.text.slice(0, 4), body: '记一笔' })
    await ask(test.host, 'reports.bin', { reports: [id] })
    expect(await ask(test.host, 'library.state')).toMatchObject({ reportCount: 1 })
    expect(await ask(test.host, 'search.text', { query: '慈善' })).toMatchObject({ total: 0 })
    expect(await notesOf(test.host)).toEqual([])
    expect((await ask<Comparison>(test.host, 'comparison.build', {})).columns.length).toBe(1)
    await ask(test.host, 'reports.restore', { reports: [id] })
    expect(await ask(test.host, 'search.text', { query: '慈善' })).toMatchObject({ total: 1 })
    expect((await list(test.host)).find((report) => report.id === id)?.notes).toBe(1)
  })
})

describe('a file whose import was undone', () => {
  it('given again says that its reports lie in the bin', async () => {
    const test = await twoReports()
    await undo(test)
    const [outcome] = await upload(test, { '二.txt': second })
    expect(outcome).toMatchObject({ state: 'already-there', warnings: [{ kind: 'in-bin' }] })
    await redo(test)
    expect((await upload(test, { '二.txt': second }))[0]).toMatchObject({ state: 'already-there', warnings: [] })
  })
})

describe('a word on an absent theme', () => {
  it('stands in the cell, and of several reports only when all were judged', async () => {
    const test = await twoReports()
    const judged = async (by: string): Promise<(string | null)[]> => {
      const { rows } = await ask<Comparison>(test.host, 'comparison.build', { reports: test.ids, themes: ['marriage'], by })
      return rows.flatMap(({ cells }) => cells.map(({ state: found, verdict }) => (found === 'present' ? 'present' : verdict)))
    }
    expect(await judged('report')).toEqual([null, null])
    await ask(test.host, 'cells.judge', { reports: [test.ids[0]], theme: 'marriage', verdict: 'absent' })
    expect(await judged('report')).toEqual(expect.arrayContaining(['absent', null]))
    await undo(test)
    expect(await judged('report')).toEqual([null, null])
  })

  it('calls what was found a mention in passing, and nothing else; a group of reports where all that speak of it do', async () => {
    const test = await twoReports()
    const said = async (by: string): Promise<(string | null)[]> => {
      const { rows } = await ask<Comparison>(test.host, 'comparison.build', { reports: test.ids, themes: ['elderly_care'], by })
      return rows.flatMap(({ cells }) => cells.map(({ state: found, verdict }) => (found === 'present' ? verdict : 'nothing')))
    }
    const before = await said('report')
    expect(before).not.toContain('nothing')
    await ask(test.host, 'cells.judge', { reports: [test.ids[0]], theme: 'elderly_care', verdict: 'absent' })
    expect(await said('report')).toEqual([null, null])
    await ask(test.host, 'cells.judge', { reports: test.ids, theme: 'elderly_care', verdict: 'in-passing' })
    expect(await said('report')).toEqual(['in-passing', 'in-passing'])
    await undo(test)
    expect(await said('report')).toEqual([null, null])
  })

  it('on a theme of one codebook says nothing of another that has a theme of the same name', async () => {
    const test = await twoReports()
    await ask(test.host, 'cells.judge', { reports: test.ids, theme: 'marriage', codebook: 'other', verdict: 'absent' })
    const { rows } = await ask<Comparison>(test.host, 'comparison.build', { reports: test.ids, themes: ['marriage'] })
    expect(rows[0]?.cells.map(({ verdict }) => verdict)).toEqual([null, null])
    await undo(test)
    expect((await ask<{ recent: { state: string }[] }>(test.host, 'changes.state')).recent[0]?.state).toBe('undone')
  })
})

describe('a note', () => {
  it('stands on its characters, is edited as one change, removed and brought back', async () => {
    const test = await twoReports()
    const [id] = test.ids
    const { report } = await ask<ReportView>(test.host, 'reports.read', { id })
    const start = report.text.indexOf('养老服务')
    const note = await ask<Note>(test.host, 'notes.write', { note: null, report: id, theme: 'elderly_care', start, end: start + 4, words: '养老服务', body: '只讲' })
    await ask(test.host, 'notes.write', { note: note.id, report: id, theme: 'elderly_care', start, end: start + 4, words: '养老服务', body: '只讲方向' })
    const [kept] = await notesOf(test.host, { reports: [id] })
    expect(kept).toMatchObject({ quote: '养老服务', place: { start, end: start + 4 }, body: '只讲方向' })
    await ask(test.host, 'notes.remove', { note: note.id })
    expect(await notesOf(test.host)).toEqual([])
    await undo(test)
    expect(await notesOf(test.host)).toEqual([kept])
    await undo(test)
    expect(await notesOf(test.host), 'the note and its edit are one change').toEqual([])
  })
})

describe('a pair of reports that a person decided on', () => {
  it('goes back to what it was', async () => {
    const test = await twoReports()
    const [a, b] = test.ids
    await ask(test.host, 'duplicates.decide', { first: a, second: b, state: 'version' })
    expect((await list(test.host)).map(({ links }) => links.length)).toEqual([1, 1])
    await undo(test)
    expect((await list(test.host)).map(({ links }) => links.length)).toEqual([0, 0])
  })

  it('goes back also where they are less alike since, for one was read anew', async () => {
    const test = await twoReports()
    const [first, second] = test.ids
    await ask(test.host, 'duplicates.decide', { first, second, state: 'version' })
    test.host.library.write((library) => void library.run(sql`UPDATE report_pairs SET likeness = 0.75`))
    await ask(test.host, 'duplicates.decide', { first, second, state: 'different' })
    expect((await undo(test))?.label.kind).toBe('pair')
    expect((await list(test.host)).map(({ links }) => links.map(({ kind }) => kind))).toEqual([['version'], ['version']])
  })

  it('is not asked about again while one lies in the bin', async () => {
    const test = await twoReports()
    const [first, second] = test.ids
    await ask(test.host, 'duplicates.decide', { first, second, state: 'version' })
    await ask(test.host, 'reports.bin', { reports: [first] })
    await ask(test.host, 'duplicates.decide', { first, second, state: 'offered' })
    expect(await ask(test.host, 'duplicates.list')).toEqual([])
    await ask(test.host, 'reports.restore', { reports: [first] })
    expect(await ask(test.host, 'duplicates.list')).toHaveLength(1)
  })
})

describe('the place in the window', () => {
  it('is kept with the library and is no change of it', async () => {
    const test = openTestHost()
    const before = await state(test)
    await ask(test.host, 'workspace.write', { name: 'matrix', value: { themes: ['elderly_care'], top: 120 } })
    await test.host.close()
    const again = openTestHost({ library: test.path })
    expect(await ask(again.host, 'workspace.read')).toEqual({ matrix: { themes: ['elderly_care'], top: 120 } })
    expect(await state(again)).toEqual(before)
  })
})

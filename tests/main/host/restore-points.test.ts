import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change, ChangesState } from '#core/contract/change-calls.ts'
import type { ReportView } from '#core/contract/calls.ts'
import type { Note } from '#core/contract/edit-calls.ts'
import type { PointPreview, RestorePoint, WentBack } from '#core/contract/restore-point-calls.ts'
import { useCodebook } from '../../../src-main/library/codebooks.ts'
import { checkLibrary } from '../../../src-main/library/integrity.ts'
import { removeReport } from '../../../src-main/library/reports.ts'
import { sql } from '../../../src-main/library/sql.ts'
import { storedCodebook, storeReports } from '../library/stored.ts'
import { ask, list, notesOf, openTestHost, upload, type TestHost } from './test-host.ts'

// 虚构样例

const text = '甘南省召开民政工作会议\n2023年3月1日，甘南省召开民政工作会议。会议强调，要健全养老服务体系。要发展慈善事业。要推进社区治理。'

/** Two reports, without a parser. */
function twoReports(): TestHost {
  const test = openTestHost()
  test.host.library.write((library) => {
    useCodebook(library, storedCodebook)
    storeReports(library, ['完善养老服务体系。发展慈善事业。', '购买养老服务。社会救助。'])
  })
  return test
}

const points = (test: TestHost): Promise<readonly RestorePoint[]> => ask(test.host, 'points.list')
const keep = (test: TestHost, name: string): Promise<null> => ask(test.host, 'points.add', { name })
const preview = (test: TestHost, point: string): Promise<PointPreview> => ask(test.host, 'points.preview', { point })
const goBack = (test: TestHost, point: string): Promise<WentBack | null> => ask(test.host, 'points.goBack', { point })
const turn = (test: TestHost, way: 'undo' | 'redo', change?: string): Promise<Change | null> => ask(test.host, `changes.${way}`, change === undefined ? {} : { change })
const correct = (test: TestHost, report: string, issuer: string): Promise<null> => ask(test.host, 'reports.correct', { report, field: 'issuer', to: { is: 'value', value: issuer } })
const note = (test: TestHost, body: string, known: string | null = null): Promise<Note> =>
  ask(test.host, 'notes.write', { note: known, report: '1', theme: null, start: 0, end: 0, words: '', body })

/** All that a person has made. */
const work = ({ host }: TestHost): unknown => [
  host.library.read.all(sql`SELECT * FROM notes ORDER BY id`),
  host.library.read.all(sql`SELECT * FROM corrections ORDER BY report_id, field`),
  host.library.read.all(sql`SELECT * FROM verdicts ORDER BY report_id, theme`),
  host.library.read.all(sql`SELECT * FROM bin ORDER BY report_id`),
  host.library.read.all(sql`SELECT * FROM person_codings ORDER BY id`)
]

describe('a restore point', () => {
  it('says what has changed since, and going back brings the library to it in one act, that is undone and done again', async () => {
    const test = twoReports()
    await note(test, '先前的')
    await keep(test, '交稿前')
    const then = work(test)
    expect(await points(test)).toMatchObject([{ name: '交稿前', before: null, since: [] }])
    await note(test, '后来的')
    await correct(test, '1', '甘南省民政厅')
    await correct(test, '1', '甘南省政府')
    await ask(test.host, 'cells.judge', { reports: ['1', '2'], theme: 'charity', verdict: 'absent' })
    await ask(test.host, 'reports.bin', { reports: ['2'] })
    const now = work(test)
    const [point] = await points(test)
    const since = [{ thing: 'report-out', count: 1 }, { thing: 'note', count: 1 }, { thing: 'verdict', count: 2 }, { thing: 'correction', count: 1 }]
    expect(point!.since).toEqual(since)
    expect(await preview(test, point!.id)).toMatchObject({ point, leaving: 0, returning: 1, notes: 1, reports: 2, staying: 0 })
    expect(work(test), 'nothing is changed by asking').toEqual(now)

    expect(await goBack(test, point!.id)).toMatchObject({ change: { label: { kind: 'went-back', what: '交稿前' } }, stayed: 0 })
    expect(work(test)).toEqual(then)
    expect((await points(test)).find(({ id }) => id === point!.id)!.since).toEqual([])
    expect(await goBack(test, point!.id), 'there is nothing to go back over').toBeNull()
    expect(await turn(test, 'undo')).toMatchObject({ label: { kind: 'went-back' } })
    expect(work(test)).toEqual(now)
    await turn(test, 'redo')
    expect(work(test)).toEqual(then)
    expect(checkLibrary(test.host.library.read)).toEqual([])
  })

  it('stands after a restart, and so does the way back from it', async () => {
    const test = openTestHost()
    await upload(test, { '一.txt': text })
    await keep(test, '初稿')
    const then = work(test)
    await note(test, '记一笔')
    await test.host.close()
    const again = openTestHost({ library: test.path })
    const [point] = await points(again)
    expect(point).toMatchObject({ name: '初稿', since: [{ thing: 'note', count: 1 }] })
    await goBack(again, point!.id)
    expect(work(again)).toEqual(then)
    await again.host.close()
    const third = openTestHost({ library: test.path })
    await turn(third, 'undo')
    expect(await notesOf(third.host)).toMatchObject([{ body: '记一笔' }])
  })

  it('ends the note that is being typed: what is typed on is a change after it', async () => {
    const test = twoReports()
    const { id } = await note(test, '半句')
    await keep(test, '半句')
    await note(test, '半句话写完了', id)
    const [point] = await points(test)
    expect(point!.since).toEqual([{ thing: 'note', count: 1 }])
    await goBack(test, point!.id)
    expect(await notesOf(test.host)).toMatchObject([{ body: '半句' }])
  })

  it('is taken away without changing anything else', async () => {
    const test = twoReports()
    await note(test, '留着')
    await keep(test, '不要了')
    const then = work(test)
    await ask(test.host, 'points.remove', { point: (await points(test))[0]!.id })
    expect(await points(test)).toEqual([])
    expect(work(test)).toEqual(then)
    expect(await test.host.answer('points.goBack', { point: '1' })).toMatchObject({ ok: false, problem: { kind: 'not-found' } })
  })

  it('is kept before an import, a reading in another encoding and a going back, without being asked; not twice at one place', async () => {
    const test = openTestHost()
    await upload(test, { '一.txt': text })
    await upload(test, { '一.txt': text })
    const [report] = await list(test.host)
    await ask(test.host, 'sources.readAs', { source: report!.source.id, encoding: 'gb18030' })
    await upload(test, { '二.txt': text.replaceAll('甘南', '云岭') })
    const kept = (await points(test)).map(({ name, before }) => [name, before])
    expect(kept).toEqual([['', 'import'], ['', 'encoding'], ['', 'import']])
    await goBack(test, (await points(test)).at(-1)!.id)
    expect((await points(test))[0]!.before).toBe('went-back')
    expect(await list(test.host)).toEqual([])
  })
})

describe('going back over the reading of a file', () => {
  it('takes away what was put on the new text, reads the file as it was, and brings back what stood on that', async () => {
    const test = openTestHost()
    await upload(test, { '一.txt': text })
    const [summary] = await list(test.host)
    const decide = async (words: string, decision: string | null): Promise<void> => {
      const { report } = await ask<ReportView>(test.host, 'reports.read', { id: summary!.id })
      const { start, end } = report.statements.find((statement) => report.text.slice(statement.start, statement.end).includes(words)) ?? report.statements[0]!
      await ask(test.host, 'codings.decide', { report: summary!.id, start, end, words: report.text.slice(start, end), theme: 'funeral', decision })
    }
    await decide('慈善', 'assigned')
    await keep(test, '重读之前')
    const then = [work(test), await ask(test.host, 'reports.read', { id: summary!.id })]
    await decide('慈善', null)
    await ask(test.host, 'sources.readAs', { source: summary!.source.id, encoding: 'gb18030' })
    await decide('no such words', 'assigned')
    const now = [work(test), await ask(test.host, 'reports.read', { id: summary!.id })]
    const point = (await points(test)).find(({ name }) => name === '重读之前')!
    expect(point.since).toEqual([{ thing: 'reading', count: 1 }, { thing: 'coding', count: 2 }])
    await goBack(test, point.id)
    expect([work(test), await ask(test.host, 'reports.read', { id: summary!.id })]).toEqual(then)
    await turn(test, 'undo')
    expect([work(test), await ask(test.host, 'reports.read', { id: summary!.id })]).toEqual(now)
  })

  it('leaves what has lost its report, and says so; the rest goes back', async () => {
    const test = twoReports()
    const lost = await ask<Note>(test.host, 'notes.write', { note: null, report: '2', theme: null, start: 0, end: 0, words: '', body: '记一笔' })
    await keep(test, '此处')
    await ask(test.host, 'notes.remove', { note: lost.id })
    await correct(test, '1', '甘南省民政厅')
    test.host.library.write((library) => removeReport(library, 2))
    const [point] = await points(test)
    expect(await goBack(test, point!.id)).toMatchObject({ stayed: 1 })
    expect(test.host.library.read.all(sql`SELECT * FROM corrections`)).toEqual([])
  })
})

/** What a person may do next; numbers pick among what there is. */
type Act =
  | { readonly is: 'correct'; readonly report: string; readonly issuer: string }
  | { readonly is: 'judge'; readonly report: string }
  | { readonly is: 'note'; readonly on: number }
  | { readonly is: 'bin' | 'restore'; readonly report: string }
  | { readonly is: 'undo' | 'redo'; readonly which: number }
  | { readonly is: 'back'; readonly which: number }
  | { readonly is: 'keep' }

const report = fc.constantFrom('1', '2')
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ is: fc.constant('correct' as const), report, issuer: fc.constantFrom('甲', '乙') }),
  fc.record({ is: fc.constant('judge' as const), report }),
  fc.record({ is: fc.constant('note' as const), on: fc.nat(3) }),
  fc.record({ is: fc.constantFrom('bin' as const, 'restore' as const), report }),
  fc.record({ is: fc.constantFrom('undo' as const, 'redo' as const), which: fc.nat(8) }),
  fc.record({ is: fc.constantFrom('undo' as const, 'redo' as const), which: fc.constant(0) }),
  fc.record({ is: fc.constant('back' as const), which: fc.nat(3) }),
  fc.record({ is: fc.constant('keep' as const) })
)

async function run(test: TestHost, done: Act): Promise<void> {
  switch (done.is) {
    case 'correct':
      return void (await correct(test, done.report, done.issuer))
    case 'judge':
      return void (await ask(test.host, 'cells.judge', { reports: [done.report], theme: 'charity', verdict: 'absent' }))
    case 'note': {
      const known = test.host.library.read.all<{ id: number }>(sql`SELECT id FROM notes ORDER BY id`)[done.on]
      // refused while its report lies in the bin
      return void (await test.host.answer('notes.write', { note: known === undefined ? null : String(known.id), report: '1', theme: null, start: 0, end: 0, words: '', body: `虚构 ${String(done.on)}` }))
    }
    case 'bin':
    case 'restore':
      return void (await ask(test.host, `reports.${done.is}`, { reports: [done.report] }))
    case 'undo':
    case 'redo': {
      const { recent } = await ask<ChangesState>(test.host, 'changes.state')
      const [picked] = recent.filter(({ state }) => (state === 'done') === (done.is === 'undo')).slice(done.which)
      if (picked !== undefined) await test.host.answer(`changes.${done.is}`, { change: picked.id }) // may be refused: a later one stands on it
      return
    }
    case 'back': {
      const point = (await points(test))[done.which]
      if (point !== undefined) await goBack(test, point.id)
      return
    }
    case 'keep':
      await keep(test, '此处')
  }
}

describe('while several persons code a report apart', () => {
  it('going back leaves a round in which another has coded: it does not go away under work that is hidden', async () => {
    const test = openTestHost()
    await upload(test, { '一.txt': text })
    const { id: report } = (await list(test.host))[0]!
    await keep(test, '之前')
    await ask(test.host, 'coders.open', { name: '试', coders: ['甲', '乙'], start: 'draft', reports: [report] })
    await ask(test.host, 'coders.sit', { coder: '乙' })
    const { report: { text: read } } = await ask<ReportView>(test.host, 'reports.read', { id: report })
    const words = '慈善'
    await ask(test.host, 'codings.decide', { report, start: read.indexOf(words), end: read.indexOf(words) + 2, words, theme: 'marriage', decision: 'assigned' })
    await ask(test.host, 'coders.sit', { coder: '甲' })
    const before = work(test)
    const [point] = (await points(test)).filter(({ name }) => name === '之前')
    expect(await goBack(test, point!.id)).toBeNull()
    expect(work(test)).toEqual(before)
    expect(checkLibrary(test.host.library.read)).toEqual([])
  })
})

describe('whatever was done, undone and done again', () => {
  it('every restore point brings back exactly what was there when it was kept, and undone exactly what was there before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 24 }), async (acts) => {
        const test = twoReports()
        const then = new Map<string, unknown>()
        for (const done of [{ is: 'keep' } as const, ...acts]) {
          await run(test, done)
          const [newest] = await points(test)
          if (!then.has(newest!.id) && done.is === 'keep') then.set(newest!.id, work(test))
        }
        for (const { id, since } of await points(test)) expect((await preview(test, id)).point.since, 'counted for all at once and for each by itself').toEqual(since)
        for (const [point, kept] of then) {
          const before = work(test)
          const gone = await goBack(test, point)
          expect(gone?.stayed ?? 0).toBe(0)
          expect(work(test)).toEqual(kept)
          if (gone === null) continue
          await turn(test, 'undo')
          expect(work(test)).toEqual(before)
        }
        await test.host.close()
      }),
      { seed: 20_261_127, numRuns: 40 }
    )
  }, 240_000)
})

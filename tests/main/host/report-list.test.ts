import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ReportsAnswer, ReportView } from '#core/contract/calls.ts'
import { unpackSummaries } from '#core/listing/packed-summaries.ts'
import { speaksOf } from '#core/listing/packed-themes.ts'
import { openLibrary } from '../../../src-main/library/open.ts'
import { sql } from '../../../src-main/library/sql.ts'
import { ask, list, openTestHost } from './test-host.ts'

const seed = resolve(import.meta.dirname, '..', '..', '..', 'seeds', '000_8625d94934d53eac.txt')

/** A host that has read the two reports of the seed, and an answer of its list. */
async function listed() {
  const test = openTestHost()
  await test.host.importPaths([seed]).ended
  const first = await ask<ReportsAnswer>(test.host, 'reports.list')
  const since = (stamp: string): Promise<ReportsAnswer> => ask(test.host, 'reports.list', { since: stamp })
  const ids = unpackSummaries(first.reports).map(({ id }) => id)
  return { test, first, ids, since }
}

describe('the list of reports', () => {
  it('is whole at first, and tells nothing to who has it already', async () => {
    const { first, ids, since } = await listed()
    expect(first).toMatchObject({ isWhole: true, gone: [] })
    expect(ids).toHaveLength(2)
    expect(await since(first.stamp)).toEqual({ stamp: first.stamp, isWhole: false, reports: { parts: [], row: [] }, gone: [] })
  })

  it('tells of a corrected report alone', async () => {
    const { test, first, ids, since } = await listed()
    await ask(test.host, 'reports.correct', { report: ids[1], field: 'title', to: { is: 'value', value: '改过的题目' } })
    const next = await since(first.stamp)
    expect(unpackSummaries(next.reports)).toMatchObject([{ id: ids[1], title: '改过的题目' }])
    expect(next).toMatchObject({ isWhole: false, gone: [] })
    // who asks with the newer stamp has heard of it
    expect((await since(next.stamp)).reports.row).toEqual([])
  })

  it('unpacks a coded report once, and again only when its codings or its reading are others', async () => {
    const { test, first, ids, since } = await listed()
    const decide = async (theme: string): Promise<void> => {
      const { report } = await ask<ReportView>(test.host, 'reports.read', { id: ids[0] })
      const { start, end } = report.statements[0]!
      await ask(test.host, 'codings.decide', { report: ids[0], start, end, words: report.text.slice(start, end), theme, decision: 'assigned' })
    }
    await decide('funeral')
    const coded = await since(first.stamp)
    expect(speaksOf(unpackSummaries(coded.reports)[0]!.themes, 'funeral')).toBe(true)
    // statements that cannot be unpacked, as long as they were: nobody looks at them until the codings change
    const spoil = sql`UPDATE machine_codings SET statements = printf('%.*c', octet_length(statements), 'x') WHERE report_id = ${Number(ids[0])}`
    const kept = test.host.library.read.get<{ statements: string }>(sql`SELECT statements FROM machine_codings WHERE report_id = ${Number(ids[0])}`)!.statements
    test.host.library.write((library) => library.run(spoil))
    expect(unpackSummaries((await since(coded.stamp)).reports)).toEqual([])
    test.host.library.write((library) => library.run(sql`UPDATE machine_codings SET statements = ${kept} WHERE report_id = ${Number(ids[0])}`))
    await decide('charity')
    expect(speaksOf(unpackSummaries((await since(coded.stamp)).reports)[0]!.themes, 'charity')).toBe(true)
  })

  it('tells what has gone into the bin, and of its coming back', async () => {
    const { test, first, ids, since } = await listed()
    await ask(test.host, 'reports.bin', { reports: [ids[0]] })
    const binned = await since(first.stamp)
    expect(binned.gone).toEqual([ids[0]])
    await ask(test.host, 'changes.undo')
    const back = await since(binned.stamp)
    expect(back.gone).toEqual([])
    expect(unpackSummaries(back.reports)).toMatchObject([{ id: ids[0] }])
    // who was away for both has nothing to let go of
    expect((await since(first.stamp)).gone).toEqual([])
  })

  it('tells of what another program wrote into the library', async () => {
    const { test, first, ids, since } = await listed()
    const other = openLibrary({ path: test.path, now: '2026-03-02T08:00:00.000Z' })
    other.write((library) => library.run(sql`UPDATE reports SET issuer = '某厅' WHERE id = ${Number(ids[0])}`))
    other.close()
    expect(unpackSummaries((await since(first.stamp)).reports)).toMatchObject([{ id: ids[0], issuer: '某厅' }])
  })

  it('is whole again for who brings the stamp of another host', async () => {
    const { test, ids, since } = await listed()
    for (const stamp of ['', 'abc-1', 'nonsense']) {
      const answer = await since(stamp)
      expect(answer.isWhole).toBe(true)
      expect(unpackSummaries(answer.reports).map(({ id }) => id)).toEqual(ids)
    }
    expect((await list(test.host)).map(({ id }) => id)).toEqual(ids)
  })
})

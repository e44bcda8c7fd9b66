import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { split, merge, type Arrangement } from '#core/arrangement/arrangement.ts'
import type { ArticlesPage, ArticlesPreview } from '#core/contract/articles-calls.ts'
import type { Change } from '#core/contract/change-calls.ts'
import type { ReportSummary } from '#core/contract/calls.ts'
import type { Note } from '#core/contract/edit-calls.ts'
import { readerVersion } from '../../../src-main/host/store-files.ts'
import { checkLibrary } from '../../../src-main/library/integrity.ts'
import { sql } from '../../../src-main/library/sql.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { ask, list, notesOf, openTestHost, upload, type TestHost } from './test-host.ts'

const seedBytes = readFileSync(new URL('../../../seeds/000_8625d94934d53eac.txt', import.meta.url))
const seedText = seedBytes.toString('utf8')

async function withSeed(): Promise<{ test: TestHost; source: string; page: ArticlesPage; ids: string[] }> {
  const test = openTestHost()
  await upload(test, { 'seed.txt': seedBytes })
  const reports = await list(test.host)
  const source = reports[0]!.source.id
  return { test, source, page: await ask<ArticlesPage>(test.host, 'articles.read', { source }), ids: reports.map(({ id }) => id) }
}

/** By position in the source, not in the order of the list. */
const inSource = ({ host }: TestHost): Promise<string[]> =>
  Promise.resolve(host.library.read.all<{ id: number }>(sql`SELECT id FROM reports ORDER BY position`).map(({ id }) => String(id)))

const provinces = (reports: readonly ReportSummary[]): string[] => reports.map(({ jurisdiction }) => jurisdiction?.province?.name ?? '?').sort()

const arrange = ({ host }: TestHost, source: string, arrangement: Arrangement | null): Promise<{ reports: string[] }> =>
  ask(host, 'articles.arrange', { source, arrangement })

const cutWrongly = ({ arrangement }: ArticlesPage): Arrangement => split(arrangement, seedText.indexOf('王文序要求'))

describe('the articles of the seed’s page', () => {
  it('are shown with every character, as the machine divided them', async () => {
    const { page } = await withSeed()
    expect(page.isByHand).toBe(false)
    expect(page.arrangement).toEqual(page.machine)
    expect(page.units.map(({ start, end }) => seedText.slice(start, end)).join('')).toBe(seedText)
    expect(page.units.some(({ kind, text }) => kind === 'reporter' && text.includes('本报记者'))).toBe(true)
  })

  it('are shown as they would come out, before anything is changed', async () => {
    const { test, source, page } = await withSeed()
    const preview = await ask<ArticlesPreview>(test.host, 'articles.preview', { source, arrangement: cutWrongly(page) })
    expect(preview.reports).toHaveLength(3)
    expect(preview.reports.filter(({ keeps }) => keeps !== null)).toHaveLength(2)
    expect(preview.lost).toEqual([])
    expect(await list(test.host)).toHaveLength(2)
  })

  it('divided wrongly by hand are three reports; undone they are the two that were there, done again the same three', async () => {
    const { test, source, page } = await withSeed()
    const before = await inSource(test)
    const { reports } = await arrange(test, source, cutWrongly(page))
    expect(reports).toHaveLength(3)
    expect(await ask<Change>(test.host, 'changes.undo')).toMatchObject({ state: 'undone', label: { kind: 'articles', what: 'seed.txt' } })
    expect(await inSource(test)).toEqual(before)
    expect(provinces(await list(test.host))).toEqual(['浙江省', '湖北省'])
    await ask(test.host, 'changes.redo')
    expect(await inSource(test)).toEqual(reports)
    expect(checkLibrary(test.host.library.read)).toEqual([])
  })

  it('merged are one report, and undone the very two, so that what was undone before them can be undone still', async () => {
    const { test, source, page } = await withSeed()
    const before = await inSource(test)
    await ask(test.host, 'reports.correct', { report: before[0], field: 'meeting', to: { is: 'value', value: '甲会' } })
    await ask(test.host, 'reports.correct', { report: before[0], field: 'meeting', to: { is: 'machine' } })
    expect((await arrange(test, source, merge(page.arrangement, 0))).reports).toHaveLength(1)
    await ask(test.host, 'changes.undo')
    expect(await inSource(test)).toEqual(before)
    await ask(test.host, 'changes.undo')
    expect((await list(test.host)).find(({ id }) => id === before[0])?.meeting).toBe('甲会')
  })

  it('keep a person’s correction with most of its text', async () => {
    const { test, source, page } = await withSeed()
    const [first] = await inSource(test)
    await ask(test.host, 'reports.correct', { report: first, field: 'meeting', to: { is: 'value', value: '甲会' } })
    const { reports } = await arrange(test, source, cutWrongly(page))
    expect(reports).toContain(first)
    expect((await list(test.host)).find(({ id }) => id === first)?.meeting).toBe('甲会')
    await arrange(test, source, null)
    expect((await list(test.host)).find(({ id }) => id === first)?.meeting).toBe('甲会')
  })

  it('are not divided so that a report with a person’s work is gone: refused by name, nothing changed', async () => {
    const { test, source, page } = await withSeed()
    const before = await inSource(test)
    for (const report of before) await ask(test.host, 'reports.correct', { report, field: 'meeting', to: { is: 'value', value: '甲会' } })
    const merged = merge(page.arrangement, 0)
    const preview = await ask<ArticlesPreview>(test.host, 'articles.preview', { source, arrangement: merged })
    expect(preview.lost).toHaveLength(1)
    expect(await test.host.answer('articles.arrange', { source, arrangement: merged })).toMatchObject({ ok: false, problem: { kind: 'carries-work', place: preview.lost[0]!.report } })
    expect(await inSource(test)).toEqual(before)
  })

  it('stay as a person divided them when a newer version of the program reads them again', async () => {
    const { test, source, page } = await withSeed()
    const { reports } = await arrange(test, source, cutWrongly(page))
    test.host.library.write((library) => void library.run(sql`UPDATE sources SET read_by = '0'`))
    await test.host.close()
    const again = openTestHost({ library: test.path })
    await again.host.current
    expect(await inSource(again)).toEqual(reports)
    expect(await ask<ArticlesPage>(again.host, 'articles.read', { source })).toMatchObject({ isByHand: true })
    // and the way back is still open
    await ask(again.host, 'changes.undo')
    expect(await list(again.host)).toHaveLength(2)
  })

  it('undone meanwhile, hold against a reading that began before', async () => {
    const { test, source, page } = await withSeed()
    await arrange(test, source, cutWrongly(page))
    test.host.library.write((library) => void library.run(sql`UPDATE sources SET read_by = '0'`))
    await test.host.close()
    const again = openTestHost({ library: test.path })
    again.host.library.write((library) => {
      library.run(sql`UPDATE sources SET read_by = ${readerVersion}`) // as whatever divides it now leaves it
      library.run(sql`UPDATE reports SET confidence = 0.125`)
    })
    await again.host.current
    expect(again.host.library.read.all(sql`SELECT DISTINCT confidence FROM reports`)).toEqual([{ confidence: 0.125 }])
  })

  it('being undone hold up new notes, of which each gets a place of its own', async () => {
    const { test, source, page, ids } = await withSeed()
    await arrange(test, source, cutWrongly(page))
    const note = (body: string): Promise<Note> => ask(test.host, 'notes.write', { note: null, report: ids[0], theme: null, start: 0, end: 0, words: '', body })
    const [, ...written] = await Promise.all([ask(test.host, 'changes.undo'), note('甲'), note('乙')])
    expect(new Set(written.map(({ id }) => id)).size).toBe(2)
    expect((await notesOf(test.host)).map(({ body }) => body)).toEqual(['甲', '乙'])
  })

  it('go back to the machine’s division', async () => {
    const { test, source, page } = await withSeed()
    await arrange(test, source, cutWrongly(page))
    expect((await arrange(test, source, null)).reports).toHaveLength(2)
    expect(await ask<ArticlesPage>(test.host, 'articles.read', { source })).toMatchObject({ isByHand: false })
  })
})

// 虚构样例
const sheet = '标题,省份,日期,正文\n甲会,浙江,2023,会议强调，要建好邻里食堂。会议要求，要兜住民生底线。\n乙会,湖北,2023,会议强调，要办好养老服务。会议要求，要兜住民生底线。\n'

describe('refusals', () => {
  it('an unknown source, and an arrangement with nothing in the text', async () => {
    const { test, source } = await withSeed()
    expect(await test.host.answer('articles.read', { source: '99' })).toMatchObject({ ok: false, problem: { kind: 'not-found' } })
    const far = { articles: [{ stretches: [{ start: 10_000_000, end: 10_000_001 }] }] }
    expect(await test.host.answer('articles.arrange', { source, arrangement: far })).toMatchObject({ ok: false, problem: { kind: 'bad-request' } })
  })

  it('a sheet, whose rows are its reports (虚构样例)', async () => {
    const test = openTestHost()
    const path = join(temporaryFolder(), 'sheet.csv')
    writeFileSync(path, sheet)
    await test.host.importPaths([path]).ended
    const reports = await list(test.host)
    expect(reports).toHaveLength(2)
    expect(await test.host.answer('articles.read', { source: reports[0]!.source.id })).toMatchObject({ ok: false, problem: { kind: 'bad-request' } })
  })
})

describe('another encoding (虚构样例)', () => {
  it('is a change like others: undone, the file is read as it was, the reports are the same ones', async () => {
    const test = openTestHost()
    const text = '浙江召开全省民政工作会议\n2月10日，全省民政工作会议在杭州召开。会议强调，要建好邻里食堂。\n'
    await upload(test, { 'a.txt': text })
    const [report] = await list(test.host)
    const before = await ask<{ report: { text: string } }>(test.host, 'reports.read', { id: report!.id })
    await ask(test.host, 'sources.readAs', { source: report!.source.id, encoding: 'gb18030' })
    const wrong = await ask<{ report: { text: string } }>(test.host, 'reports.read', { id: report!.id })
    expect(wrong.report.text).not.toBe(before.report.text)
    expect(await ask<Change>(test.host, 'changes.undo')).toMatchObject({ label: { kind: 'encoding', what: 'a.txt' } })
    expect((await ask<{ report: { text: string } }>(test.host, 'reports.read', { id: report!.id })).report.text).toBe(before.report.text)
    await ask(test.host, 'changes.redo')
    expect((await ask<{ report: { text: string } }>(test.host, 'reports.read', { id: report!.id })).report.text).toBe(wrong.report.text)
  })

  it('leaves a division by hand behind, and undone brings it back', async () => {
    const { test, source, page } = await withSeed()
    const { reports } = await arrange(test, source, cutWrongly(page))
    await ask(test.host, 'sources.readAs', { source, encoding: 'gb18030' })
    expect(await ask<ArticlesPage>(test.host, 'articles.read', { source })).toMatchObject({ isByHand: false })
    await ask(test.host, 'changes.undo')
    expect(await inSource(test)).toEqual(reports)
    expect(await ask<ArticlesPage>(test.host, 'articles.read', { source })).toMatchObject({ isByHand: true })
  })
})

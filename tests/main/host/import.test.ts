import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { ReportView } from '#core/contract/calls.ts'
import type { Comparison } from '#core/compare/comparison.ts'
import { toSource } from '#core/text/offset-map.ts'
import { browserShell } from '../../../src-main/host/shell.ts'
import { checkLibrary } from '../../../src-main/library/integrity.ts'
import { sql } from '../../../src-main/library/sql.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { ask, list, openTestHost, upload } from './test-host.ts'

const seed = join(import.meta.dirname, '../../../seeds/000_8625d94934d53eac.txt')

/** 虚构样例: a small report, another one for each number. */
const report = (n: number): string =>
  `云岭市召开第${n}次民政工作会议\n${(n % 12) + 1}月5日，云岭市民政工作会议召开。会议要求，要健全养老服务体系，建设社区食堂${n}个。要提高低保标准。\n`

function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder()
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

describe('the seed, from file to comparison', () => {
  it('gives two reports, traced to the characters of the file', async () => {
    const { host } = openTestHost({ samples: [seed] })
    await host.importPaths([seed]).ended
    const reports = await list(host)
    expect(reports.map(({ title }) => title).sort()).toEqual(['浙江召开全省民政工作座谈会', '湖北召开全省民政工作会议'])
    for (const { id } of reports) {
      const { report, source } = await ask<ReportView>(host, 'reports.read', { id })
      const original = readFileSync(seed, 'utf8')
      const span = { start: 10, end: 40 }
      const traced = toSource(report.map, span).map(({ start, end }) => original.slice(start, end)).join('')
      expect(traced).toBe(report.text.slice(span.start, span.end).replaceAll('\n', ''))
      expect(source.lines.map(({ text }) => text)).toEqual(original.split('\n'))
    }
    const comparison = await ask<Comparison>(host, 'comparison.build', { by: 'province' })
    expect(comparison.columns.map(({ province }) => province?.name)).toEqual(['浙江省', '湖北省'])
  })

  it('comes with one call as the sample, and a second time adds nothing', async () => {
    const test = openTestHost({ samples: [seed] })
    for (const state of ['imported', 'already-there']) {
      test.events.length = 0
      await ask(test.host, 'library.addSample')
      await expect.poll(() => test.events.find(({ name }) => name === 'job-ended')?.payload, { timeout: 10_000 }).toMatchObject({ outcomes: [{ state }] })
    }
    expect(await list(test.host)).toHaveLength(2)
  })

  it.each(['xlsx', 'csv', 'md', 'html', 'json'])('exports as %s, named by the day', async (format) => {
    const { host } = openTestHost()
    await host.importPaths([seed]).ended
    const exported = await ask<{ fileName: string; base64: string }>(host, 'comparison.export', { format })
    expect(exported.fileName).toMatch(new RegExp(`^对照表 2026-03-01\\.${format}$`))
    expect(Buffer.from(exported.base64, 'base64').length).toBeGreaterThan(1000)
  })
})

describe('虚构样例: importing files', () => {
  it('says of each what happened, in the order given', async () => {
    const test = openTestHost()
    const outcomes = await upload(test, { 'a.txt': report(1), 'empty.txt': '', 'blank.txt': ' \n　\n', 'b.txt': report(2), 'again.txt': report(1) })
    expect(outcomes.map(({ file, state, problem }) => [file, state, problem?.kind ?? null])).toEqual([
      ['a.txt', 'imported', null],
      ['empty.txt', 'failed', 'no-text'],
      ['blank.txt', 'failed', 'no-text'],
      ['b.txt', 'imported', null],
      ['again.txt', 'already-there', null]
    ])
    expect(outcomes[4]!.reports).toEqual(outcomes[0]!.reports)
    expect(checkLibrary(test.host.library.read)).toEqual([])
  })

  it('changes nothing when the same bytes come again, under any name', async () => {
    const { host } = openTestHost()
    await host.importPaths([folderOf({ 'a.txt': report(1), 'b.txt': report(2) })]).ended
    const state = await ask(host, 'library.state')
    const { outcomes } = await host.importPaths([folderOf({ 'c.txt': report(2) })]).ended
    expect(outcomes).toMatchObject([{ state: 'already-there', reports: [expect.any(String) as string] }])
    expect(await ask(host, 'library.state')).toEqual(state)
  })

  it('walks folders by name, and ends where links go round', async () => {
    const folder = folderOf({ 'b.txt': report(2), 'a.txt': report(1), '.hidden': 'x', '~$a.docx': 'x' })
    mkdirSync(join(folder, 'deep'))
    writeFileSync(join(folder, 'deep', 'c.txt'), report(3))
    symlinkSync(folder, join(folder, 'deep', 'up'))
    const { host } = openTestHost()
    const { outcomes } = await host.importPaths([folder]).ended
    expect(outcomes.map(({ file }) => file.slice(folder.length + 1))).toEqual(['a.txt', 'b.txt', join('deep', 'c.txt')])
  })

  it('does the good files among bad ones; each bad one by its name', async () => {
    const folder = folderOf({
      'a.txt': report(1),
      'binary.txt': Uint8Array.from({ length: 9000 }, (_, i) => (i * 7919 + (i >> 3) * 104_729) % 256),
      'book.pdf': '%PDF-1.7\n...',
      'no-province.txt': '天气很好，适合出门散步。\n',
      'nul.txt': `${report(4)}\0`,
      'surrogate.txt': Buffer.from(`\ufeff${report(5)}\ud800。`, 'utf16le'),
      'bad-byte.txt': Buffer.concat([Buffer.from(report(6)), Buffer.from([0xff]), Buffer.from('会议强调，要推进社区治理。\n')]),
      'z.txt': report(2)
    })
    writeFileSync(join(folder, 'line.txt'), '')
    truncateSync(join(folder, 'line.txt'), 200 * 1024 * 1024)
    execFileSync('mkfifo', [join(folder, 'pipe.txt')])
    const { host } = openTestHost()
    const { outcomes } = await host.importPaths([folder, join(folder, 'missing.txt')]).ended
    const byName = Object.fromEntries(outcomes.map(({ file, state, problem }) => [file.slice(folder.length + 1), problem?.kind ?? state]))
    expect(byName).toEqual({
      'a.txt': 'imported',
      'bad-byte.txt': 'imported',
      'binary.txt': 'damaged-file',
      'book.pdf': 'damaged-file',
      'line.txt': 'too-large',
      'missing.txt': 'unreadable-file',
      'no-province.txt': 'imported',
      'nul.txt': 'imported',
      'pipe.txt': 'unreadable-file',
      'surrogate.txt': 'imported',
      'z.txt': 'imported'
    })
    const warned = outcomes.filter(({ warnings }) => warnings.length > 0).map(({ file, warnings }) => [file.slice(folder.length + 1), warnings[0]!.kind])
    expect(warned).toEqual([['bad-byte.txt', 'undecodable-bytes'], ['nul.txt', 'nul-characters'], ['surrogate.txt', 'undecodable-bytes']])
    const stranger = (await list(host)).find(({ source }) => source.fileName === 'no-province.txt')
    expect(stranger).toMatchObject({ jurisdiction: null, date: null })
    expect(checkLibrary(host.library.read)).toEqual([])
  })

  it('fails by name when the disk is full, keeps what was there, and goes on when there is room', async () => {
    const { host } = openTestHost()
    await host.importPaths([folderOf({ 'a.txt': report(1) })]).ended
    const pages = Number(host.library.pragma('page_count'))
    host.library.pragma(`max_page_count = ${pages + 4}`)
    const folder = folderOf(Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`${n + 2}.txt`, report(n + 2).repeat(20)])))
    const full = await host.importPaths([folder]).ended
    expect(new Set(full.outcomes.map(({ problem }) => problem?.kind))).toEqual(new Set(['cannot-write']))
    expect(await list(host)).toHaveLength(1)
    host.library.pragma('max_page_count = 1000000')
    const after = await host.importPaths([folder]).ended
    expect(new Set(after.outcomes.map(({ state }) => state))).toEqual(new Set(['imported']))
    expect(checkLibrary(host.library.read)).toEqual([])
  })

  it('a file that cannot be stored, by a fault of the program, costs no other file of its batch', async () => {
    const { host, path, log } = openTestHost()
    const other = new Database(path)
    other.exec("CREATE TRIGGER fault BEFORE INSERT ON reports WHEN NEW.text LIKE '%食堂2个%' BEGIN SELECT raise(ABORT, 'fault'); END")
    other.close()
    const folder = folderOf({ '1.txt': report(1), '2.txt': report(2), '3.txt': report(3) })
    const { outcomes } = await host.importPaths([folder]).ended
    expect(outcomes.map(({ state, problem }) => problem?.kind ?? state)).toEqual(['imported', 'internal', 'imported'])
    expect(log).toHaveLength(1)
    expect((await list(host)).map(({ title }) => title).sort()).toEqual(['云岭市召开第1次民政工作会议', '云岭市召开第3次民政工作会议'])
    expect(host.library.read.get(sql`SELECT count(*) AS n FROM sources`)).toEqual({ n: 2 })
    expect(checkLibrary(host.library.read)).toEqual([])
  })

  it('tells of progress and of its end, and only of what is on the disk', async () => {
    const test = openTestHost()
    const files = Object.fromEntries(Array.from({ length: 150 }, (_, n) => [`${n}.txt`, report(n)]))
    test.host.subscribe((name, payload) => {
      if (name !== 'job-progress' || !('done' in payload)) return
      const { n } = test.host.library.read.get<{ n: number }>(sql`SELECT count(*) AS n FROM sources`)!
      expect(n).toBeGreaterThanOrEqual(payload.done)
    })
    const outcomes = await upload(test, files)
    const done = test.events.flatMap(({ name, payload }) => (name === 'job-progress' && 'done' in payload ? [payload.done] : []))
    expect(done).toEqual(Array.from({ length: 150 }, (_, i) => i + 1))
    expect(new Set(outcomes.map(({ state }) => state))).toEqual(new Set(['imported']))
  })

  it('can be cancelled: what was done is there and named, nothing is half there', async () => {
    const test = openTestHost()
    const folder = folderOf(Object.fromEntries(Array.from({ length: 1500 }, (_, n) => [`${n}.txt`, report(n)])))
    const { job, ended } = test.host.importPaths([folder])
    await expect.poll(() => test.events.some(({ name }) => name === 'job-progress'), { timeout: 10_000, interval: 5 }).toBe(true)
    const start = performance.now()
    expect(await ask(test.host, 'jobs.cancel', { job })).toEqual({ cancelled: true })
    const { cancelled, outcomes } = await ended
    expect(performance.now() - start).toBeLessThan(1000)
    expect(cancelled).toBe(true)
    expect(outcomes.length).toBeLessThan(1500)
    expect(await list(test.host)).toHaveLength(outcomes.flatMap(({ reports }) => reports).length)
    expect(checkLibrary(test.host.library.read)).toEqual([])
    expect(await ask(test.host, 'jobs.cancel', { job })).toEqual({ cancelled: false })
  })

  it('is not offered by the browser’s shell as a dialog, and is by the desktop’s', async () => {
    expect(await openTestHost().host.answer('sources.choose', {})).toMatchObject({ ok: false, problem: { kind: 'bad-request' } })
    const closed = openTestHost({ shell: { ...browserShell, kind: 'desktop', chooseFiles: () => Promise.resolve(null) } })
    expect(await closed.host.answer('sources.choose', {})).toEqual({ ok: true, value: null })
    const folder = folderOf({ 'a.txt': report(1) })
    const chosen = openTestHost({ shell: { ...browserShell, kind: 'desktop', chooseFiles: () => Promise.resolve([folder]) } })
    await ask(chosen.host, 'sources.choose')
    await expect.poll(() => list(chosen.host), { timeout: 10_000 }).toHaveLength(1)
  })
})

describe('a library from another version of the program', () => {
  it('is read again when it is opened, and what a person corrected stays', async () => {
    const first = openTestHost()
    await first.host.importPaths([seed]).ended
    const id = (await list(first.host)).find(({ title }) => title?.startsWith('湖北'))!.id
    first.host.library.write((writable) => {
      writable.run(sql`INSERT INTO corrections (report_id, field, value, corrected_by, corrected_at) VALUES (${Number(id)}, 'meeting', '"改过的会议"', '甲', '2026-03-01')`)
      writable.run(sql`UPDATE sources SET read_by = '0'`)
      writable.run(sql`UPDATE machine_codings SET statements = '[[],[],[]]', themes = '[]'`)
    })
    await first.host.close()
    const second = openTestHost({ library: first.path, createMissing: false })
    await second.host.current
    const report = (await list(second.host)).find((summary) => summary.id === id)!
    expect(report.meeting).toBe('改过的会议')
    expect(report.themes.length).toBeGreaterThan(5)
    expect(second.host.library.read.all(sql`SELECT read_by AS by FROM sources WHERE read_by = '0'`)).toEqual([])
    expect(checkLibrary(second.host.library.read)).toEqual([])
  })

  it('loses no other file’s new reading to one that cannot be stored', async () => {
    const first = openTestHost()
    await first.host.importPaths([folderOf({ '1.txt': report(1), '2.txt': report(2), '3.txt': report(3) })]).ended
    first.host.library.write((writable) => writable.run(sql`UPDATE sources SET read_by = '0'`))
    await first.host.close()
    const second = openTestHost({ library: first.path })
    const other = new Database(first.path)
    other.exec("CREATE TRIGGER fault BEFORE UPDATE ON reports WHEN NEW.text LIKE '%食堂2个%' BEGIN SELECT raise(ABORT, 'fault'); END")
    other.close()
    await second.host.current
    const old = second.host.library.read.all(sql`SELECT file_name AS name FROM sources WHERE read_by = '0'`)
    expect(old).toEqual([{ name: '2.txt' }])
    expect(second.log).toHaveLength(1)
    expect(await list(second.host)).toHaveLength(3)
    expect(checkLibrary(second.host.library.read)).toEqual([])
  })
})

describe('opening a host', () => {
  it('makes a library only where it is told to', () => {
    const path = join(temporaryFolder(), 'none.duizhao')
    expect(() => openTestHost({ library: path, createMissing: false })).toThrow(/not there/)
    expect(existsSync(path)).toBe(false)
    const copy = join(temporaryFolder(), 'notes.duizhao')
    copyFileSync(seed, copy)
    expect(() => openTestHost({ library: copy })).toThrow(/not a library/)
    const link = join(temporaryFolder(), 'link.duizhao')
    symlinkSync(join(temporaryFolder(), 'a disk that is not connected', 'library.duizhao'), link)
    expect(() => openTestHost({ library: link })).toThrow(/not there/)
    expect(readFileSync(copy)).toEqual(readFileSync(seed))
  })
})

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { DuplicatePair, ReportView } from '#core/contract/calls.ts'
import { toSource } from '#core/text/offset-map.ts'
import { checkLibrary } from '../../../src-main/library/integrity.ts'
import { sql } from '../../../src-main/library/sql.ts'
import { encodeAs } from '../readers/encode.ts'
import { docxOfParagraphs } from '../readers/make-docx.ts'
import { ofdOfLines } from '../readers/make-ofd.ts'
import { makeZip } from '../readers/make-zip.ts'
import { writtenPdf } from '../readers/pdf/written-pdf.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { ask, ended, list, openTestHost, upload } from './test-host.ts'

// 虚构样例: files of every format, from the folder to the library. A parser process starts for each host.
vi.setConfig({ testTimeout: 120_000 })

const seed = join(import.meta.dirname, '../../../seeds/000_8625d94934d53eac.txt')

const lines = (n: number): string[] => [
  `云岭市召开第${n}次民政工作会议`,
  `2024年3月${n}日，云岭市民政工作会议召开。会议要求，要健全养老服务体系，建设社区食堂${n}个。`,
  '要提高低保标准，完善分层分类的社会救助体系。'
]

describe('files of every format', () => {
  it('come from folders and archives, with their path as part of their name; what cannot be read is named', async () => {
    const folder = join(temporaryFolder(), '2024')
    mkdirSync(join(folder, '云岭'), { recursive: true })
    writeFileSync(join(folder, '云岭', 'a.docx'), docxOfParagraphs(lines(1)))
    writeFileSync(
      join(folder, 'b.zip'),
      makeZip([
        { name: '内/c.ofd', bytes: ofdOfLines(lines(2)) },
        { name: '内/d.txt', bytes: encodeAs(lines(3).join('\n'), 'gb18030') },
        { name: '../e.txt', bytes: '会议' },
        { name: '__MACOSX/x', bytes: 'x' },
        { name: 'f.zip', bytes: makeZip([{ name: 'g.txt', bytes: lines(4).join('\n') }, { name: 'h.zip', bytes: makeZip([{ name: 'i.txt', bytes: '会议' }]) }]) }
      ])
    )
    const { host } = openTestHost()
    const { outcomes } = await host.importPaths([folder]).ended
    expect(outcomes.map(({ file, state, problem }) => [file.slice(folder.length + 1), problem?.kind ?? state])).toEqual([
      ['b.zip/../e.txt', 'unsafe-name'],
      ['b.zip/f.zip/g.txt', 'imported'],
      ['b.zip/f.zip/h.zip', 'nested-too-deep'],
      ['b.zip/内/c.ofd', 'imported'],
      ['b.zip/内/d.txt', 'imported'],
      ['云岭/a.docx', 'imported']
    ])
    const sources = (await list(host)).map(({ title, source }) => [title, [...source.folders, source.fileName].join('/')])
    expect(sources.sort()).toEqual([
      [lines(1)[0], '2024/云岭/a.docx'],
      [lines(2)[0], '2024/b.zip/内/c.ofd'],
      [lines(3)[0], '2024/b.zip/内/d.txt'],
      [lines(4)[0], '2024/b.zip/f.zip/g.txt']
    ])
    expect(checkLibrary(host.library.read)).toEqual([])
  })

  it('keep what the format says of their lines, and lead back to it', async () => {
    const { host } = openTestHost()
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.ofd'), ofdOfLines(lines(1)))
    await host.importPaths([folder]).ended
    const [summary] = await list(host)
    const { report, source } = await ask<ReportView>(host, 'reports.read', { id: summary!.id })
    expect(source.pages).toHaveLength(1)
    const at = report.text.indexOf('健全养老服务体系')
    const found = toSource(report.map, { start: at, end: at + 8 }).map((span) => {
      const line = source.lines.find(({ start, end }) => start <= span.start && span.end <= end)!
      expect(line).toMatchObject({ page: 1, box: { x: expect.any(Number) as number } })
      return line.text.slice(span.start - line.start, span.end - line.start)
    })
    expect(found.join('')).toBe('健全养老服务体系')
  })

  it('show their pages as pictures, PDF by PDF', async () => {
    const { host } = openTestHost()
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.pdf'), writtenPdf([{ content: 'BT /F1 12 Tf 50 700 Td (Meeting report of the province) Tj ET' }]))
    const { outcomes } = await host.importPaths([folder]).ended
    expect(outcomes[0]!.state).toBe('imported')
    const [summary] = await list(host)
    const picture = await ask<{ width: number; height: number; mediaType: string; base64: string }>(host, 'sources.page', { source: summary!.source.id, page: 1, pixelsPerPoint: 1 })
    expect(picture.mediaType).toBe('image/png')
    expect(Buffer.from(picture.base64, 'base64').subarray(1, 4).toString()).toBe('PNG')
    expect(picture.width).toBeGreaterThan(300)
    expect(await host.answer('sources.page', { source: summary!.source.id, page: 9 })).toMatchObject({ ok: false })
  })
})

describe('a wrong encoding', () => {
  it('is changed by the person, and the report keeps its id and its corrections', async () => {
    const { host } = openTestHost()
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.txt'), encodeAs(lines(1).join('\n'), 'gb18030'))
    await host.importPaths([folder], { encoding: 'big5' }).ended
    const [wrong] = await list(host)
    expect(wrong!.title).not.toBe(lines(1)[0])
    const { reports } = await ask<{ reports: string[] }>(host, 'sources.readAs', { source: wrong!.source.id, encoding: 'gb18030' })
    expect(reports).toEqual([wrong!.id])
    expect((await list(host)).map(({ title }) => title)).toEqual([lines(1)[0]])
    const { source } = await ask<ReportView>(host, 'reports.read', { id: wrong!.id })
    expect(source.encoding).toBe('gb18030')
    expect(checkLibrary(host.library.read)).toEqual([])
  })

  it('is not changed under a person’s codings, nor for a file that has none', async () => {
    const { host } = openTestHost()
    await host.importPaths([seed]).ended
    const [summary] = await list(host)
    host.library.write((writable) =>
      writable.run(
        sql`INSERT INTO person_codings (report_id, codebook, theme, decision, source_spans, quote, coder, coded_at)
            SELECT id, (SELECT sha256 FROM codebooks), 'charity', 'assigned', '[{"start":20,"end":24}]', '', '甲', '2026-03-01' FROM reports LIMIT 1`
      )
    )
    const before = readFileSync(seed, 'utf8')
    expect(await host.answer('sources.readAs', { source: summary!.source.id, encoding: 'big5' })).toMatchObject({ ok: false, problem: { kind: 'carries-work' } })
    const { source } = await ask<ReportView>(host, 'reports.read', { id: summary!.id })
    expect(source.lines.map(({ text }) => text).join('\n')).toBe(before)
  })
})

describe('a sheet', () => {
  const sheet = '标题,省份,日期,正文\n民政工作会议,浙江,2023-02-10,"会议要求，健全养老服务体系。"\n民政工作会议,湖北,2023-02-08,"会议强调，推进社区治理。"\n'

  it('is held in the window until its columns are confirmed; each row is then a report', async () => {
    const test = openTestHost()
    const [asked] = await upload(test, { '各省.csv': sheet })
    expect(asked).toMatchObject({
      state: 'asks-columns',
      sheet: { headers: ['标题', '省份', '日期', '正文'], guess: { text: '正文', title: '标题', province: '省份', date: '日期' } }
    })
    expect(await list(test.host)).toEqual([])
    const { job } = await ask<{ job: string }>(test.host, 'sources.importSheet', { held: asked!.sheet!.held, columns: asked!.sheet!.guess })
    expect((await ended(test, job)).map(({ state, reports }) => [state, reports.length])).toEqual([['imported', 2]])
    const rows = (await list(test.host)).map(({ jurisdiction, date, title }) => [jurisdiction?.province?.name, date?.iso, title])
    expect(rows.sort()).toEqual([['浙江省', '2023-02-10', '民政工作会议'], ['湖北省', '2023-02-08', '民政工作会议']].sort())
    expect(await test.host.answer('sources.importSheet', { held: asked!.sheet!.held, columns: asked!.sheet!.guess })).toMatchObject({ ok: false, problem: { kind: 'not-found' } })
  })

  it('is read at once by the names of its columns where nobody is there to ask', async () => {
    const { host } = openTestHost()
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.csv'), sheet)
    const { outcomes } = await host.importPaths([folder]).ended
    expect(outcomes[0]).toMatchObject({ state: 'imported', warnings: [{ kind: 'guessed-columns' }] })
  })
})

describe('the same report twice', () => {
  it('is offered as a likely duplicate, never merged, and stays what the person says', async () => {
    const { host } = openTestHost()
    const folder = temporaryFolder()
    const text = readFileSync(seed, 'utf8')
    writeFileSync(join(folder, 'a.txt'), text)
    writeFileSync(join(folder, 'b.docx'), docxOfParagraphs(text.split('\n')))
    const { outcomes } = await host.importPaths([folder]).ended
    expect(outcomes.map(({ state }) => state)).toEqual(['imported', 'imported'])
    await host.compared()
    const offered = await ask<readonly DuplicatePair[]>(host, 'duplicates.list')
    expect(offered).toHaveLength(2)
    for (const { likeness, state } of offered) expect({ isNear: likeness > 0.9, state }).toEqual({ isNear: true, state: 'offered' })
    expect(await list(host)).toHaveLength(4)
    const [first, second] = offered
    await ask(host, 'duplicates.decide', { first: first!.second, second: first!.first, state: 'version' })
    await ask(host, 'duplicates.decide', { ...pairOf(second!), state: 'different' })
    expect(await ask(host, 'duplicates.list')).toEqual([])
    const links = Object.fromEntries((await list(host)).map(({ id, links: own }) => [id, own]))
    expect(links[first!.first]).toEqual([{ report: first!.second, kind: 'version' }])
    expect(links[first!.second]).toEqual([{ report: first!.first, kind: 'version' }])
    expect(links[second!.first]).toEqual([])
    expect(await host.answer('duplicates.decide', { first: '1', second: '99', state: 'same' })).toMatchObject({ ok: false, problem: { kind: 'not-found' } })
  })

  it('is not offered for two provinces that share phrases, nor within one file', async () => {
    const { host } = openTestHost()
    await host.importPaths([seed]).ended
    await host.compared()
    expect(await ask(host, 'duplicates.list')).toEqual([])
  })
})

const pairOf = ({ first, second }: DuplicatePair) => ({ first, second })

describe('limits', () => {
  it('are shown, kept with the library, and hold for the next file', async () => {
    const test = openTestHost()
    expect(await ask(test.host, 'limits.read')).toEqual({ megabytes: 512, seconds: 10, pageSeconds: 60 })
    await ask(test.host, 'limits.write', { megabytes: 768, seconds: 20, pageSeconds: 90 })
    await test.host.close()
    const again = openTestHost({ library: test.path })
    expect(await ask(again.host, 'limits.read')).toEqual({ megabytes: 768, seconds: 20, pageSeconds: 90 })
    expect(await again.host.answer('limits.write', { megabytes: 1, seconds: 20, pageSeconds: 90 })).toMatchObject({ ok: false, problem: { kind: 'bad-request' } })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReportView } from '#core/contract/calls.ts'
import type { ConcordancePage, SearchCounts, SearchNeighbours } from '#core/contract/search-calls.ts'
import { condense } from '#core/text/folding.ts'
import { findOccurrences } from '#core/text/occurrences.ts'
import { useCodebook } from '../../../src-main/library/codebooks.ts'
import { storedCodebook, storeReports } from '../library/stored.ts'
import { ask, openTestHost, type TestHost } from './test-host.ts'

// 虚构样例: what the reports of these tests say, nobody said

const division = (code: string, name: string) => ({ code, name, level: 'province' as const, province: { code, name }, basis: 'title' as const })
const zhejiang = division('330000', '浙江省')
const hubei = division('420000', '湖北省')
const dated = (iso: string) => ({ iso, precision: 'year' as const, asWritten: iso, yearBasis: 'text' as const })

function openEmpty(): TestHost {
  const test = openTestHost()
  test.host.library.write((writable) => useCodebook(writable, storedCodebook))
  return test
}

/** Three reports: 浙江 2024 and 2026, 湖北 2026. */
function openSearched(): TestHost {
  const test = openEmpty()
  test.host.library.write((writable) => {
    storeReports(writable, ['完善养老服务体系。养老 服务补贴。'], { jurisdiction: zhejiang, date: dated('2026'), title: { text: '浙江养老\n服务会议', spans: [] } })
    storeReports(writable, ['发展养老\n服务。没有别的。'], { jurisdiction: hubei, date: dated('2026') })
    storeReports(writable, ['购买养老服务。社会救助。'], { jurisdiction: zhejiang, date: dated('2024') })
  })
  return test
}

const lines = (test: TestHost, input: object): Promise<ConcordancePage> => ask(test.host, 'search.lines', input)

describe('a concordance', () => {
  it('has every place with its exact characters and what stands around it', async () => {
    const test = openSearched()
    const page = await lines(test, { query: '养老 服务', width: 4 })
    expect({ total: page.total, reports: page.reports }).toEqual({ total: 4, reports: 3 })
    expect(page.lines.map(({ report, start, end, left, hit, right }) => [report, start, end, left, hit, right])).toEqual([
      ['1', 2, 6, '完善', '养老服务', '体系。养'],
      ['1', 9, 14, '务体系。', '养老 服务', '补贴。'],
      ['2', 2, 7, '发展', '养老\n服务', '。没有别'],
      ['3', 2, 6, '购买', '养老服务', '。社会救']
    ])
  })

  it('comes in pages', async () => {
    const test = openSearched()
    const whole = await lines(test, { query: '养老服务' })
    const pages = await Promise.all([0, 1, 2, 3, 4].map((offset) => lines(test, { query: '养老服务', offset, limit: 1 })))
    expect(pages.flatMap((page) => page.lines)).toEqual(whole.lines)
    expect(pages.at(-1)).toMatchObject({ total: 4, lines: [] })
  })

  it('is put in order by what stands beside the word, by province and by year', async () => {
    const test = openSearched()
    const order = async (name: string): Promise<string[]> => (await lines(test, { query: '养老服务', order: name, width: 8 })).lines.map(({ left, right }) => `${left.slice(-2)}|${right.slice(0, 2)}`.replaceAll('\n', ''))
    // marks first, then Chinese by pinyin: bǔtiē, tǐxì
    await expect(order('right')).resolves.toEqual(['发展|。没', '购买|。社', '系。|补贴', '完善|体系'])
    // 。, then mǎi, shàn, zhǎn
    await expect(order('left')).resolves.toEqual(['系。|补贴', '购买|。社', '完善|体系', '发展|。没'])
    await expect(order('province')).resolves.toEqual(['购买|。社', '完善|体系', '系。|补贴', '发展|。没'])
    await expect(order('year')).resolves.toEqual(['购买|。社', '完善|体系', '系。|补贴', '发展|。没'])
  })

  it('is narrowed by province, year, theme and kind of statement', async () => {
    const test = openSearched()
    const total = async (input: object): Promise<number> => (await lines(test, { query: '养老服务', ...input })).total
    await expect(total({ provinces: ['330000'] })).resolves.toBe(3)
    await expect(total({ provinces: ['330000'], years: ['2026'] })).resolves.toBe(2)
    // 养老 and 服务 stand in two statements of the second report: only the first is about elderly care
    await expect(total({ query: '服务', themes: ['elderly_care'] })).resolves.toBe(3)
    await expect(total({ query: '服务', themes: ['elderly_care'], provinces: ['420000'] })).resolves.toBe(0)
    await expect(total({ themes: ['funeral'] })).resolves.toBe(0)
    await expect(total({ kinds: ['plan'] })).resolves.toBe(4)
    await expect(total({ kinds: ['review'] })).resolves.toBe(0)
  })

  it('finds titles and notes apart from texts', async () => {
    const test = openSearched()
    const text = await lines(test, { query: '没有别的' })
    const { start, end } = text.lines[0]!
    const words = (await ask<ReportView>(test.host, 'reports.read', { id: '2' })).report.text.slice(start, end)
    await ask(test.host, 'notes.write', { note: null, report: '2', theme: null, start, end, words, body: '这里说养老，服务没说' })
    await expect(lines(test, { query: '养老服务', part: 'title' })).resolves.toMatchObject({ total: 1, lines: [{ report: '1', hit: '养老\n服务', place: { start: 0, end: 0 } }] })
    await expect(lines(test, { query: '服务没说', part: 'note' })).resolves.toMatchObject({ total: 1, lines: [{ report: '2', note: '1', hit: '服务没说', place: { start, end } }] })
    await expect(ask<SearchCounts>(test.host, 'search.counts', { query: '养老' })).resolves.toMatchObject({ parts: { text: 4, title: 1, note: 1 } })
  })

  it('is exact after every change of the library', async () => {
    const test = openSearched()
    const total = async (): Promise<number> => (await lines(test, { query: '养老服务' })).total
    await expect(total()).resolves.toBe(4)
    await ask(test.host, 'reports.bin', { reports: ['1'] })
    await expect(total()).resolves.toBe(2)
    await ask(test.host, 'changes.undo')
    await expect(total()).resolves.toBe(4)
    test.host.library.write((writable) => storeReports(writable, ['还有养老服务。']))
    await expect(total()).resolves.toBe(5)
  })
})

describe('counts', () => {
  it('are exact by province and year, with the reports and characters they rest on', async () => {
    const test = openSearched()
    const counts = await ask<SearchCounts>(test.host, 'search.counts', { query: '养老服务' })
    expect(counts.all).toMatchObject({ hits: 4, reports: 3, of: 3 })
    expect(counts.provinces.map(({ key, hits, reports, of }) => [key, hits, reports, of])).toEqual([['330000', 3, 2, 2], ['420000', 1, 1, 1]])
    expect(counts.years.map(({ key, hits, reports, of }) => [key, hits, reports, of])).toEqual([['2024', 1, 1, 1], ['2026', 3, 2, 2]])
    expect(counts.provinces.reduce((sum, { characters }) => sum + characters, 0)).toBe(counts.all.characters)
  })

  it('by province heed the years that are chosen, and the other way round', async () => {
    const test = openSearched()
    const counts = await ask<SearchCounts>(test.host, 'search.counts', { query: '养老服务', years: ['2024'] })
    expect(counts.all.hits).toBe(1)
    expect(counts.provinces.map(({ key, hits }) => [key, hits])).toEqual([['330000', 1]])
    expect(counts.years.map(({ hits }) => hits)).toEqual([1, 3])
  })

  it('tell what stands next to the word', async () => {
    const test = openSearched()
    const right = await ask<SearchNeighbours>(test.host, 'search.neighbours', { query: '养老服务', side: 'right', characters: 2 })
    expect(right.neighbours).toEqual([{ text: '。没', count: 1 }, { text: '。社', count: 1 }, { text: '体系', count: 1 }, { text: '补贴', count: 1 }])
    const left = await ask<SearchNeighbours>(test.host, 'search.neighbours', { query: '服务', side: 'left', characters: 2 })
    expect(left).toMatchObject({ different: 1, neighbours: [{ text: '养老', count: 4 }] })
  })
})

describe('a library of any texts', () => {
  const texts = fc.array(fc.string({ unit: fc.constantFrom(...'养老服务。 \nＡa', '𠮷'), minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 6 })

  it('has exactly the lines that a search of each text by itself finds, in every order', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom('养', '养老', '服务', 'a', '老 服', '𠮷', '务\n养'), fc.constantFrom('document', 'left', 'right', 'year'), async (stored, query, order) => {
        const test = openEmpty()
        const own = [...new Set(stored.map((text) => text.trim()))].filter((text) => text !== '')
        test.host.library.write((writable) => own.forEach((text) => storeReports(writable, [text])))
        const page = await lines(test, { query, order, limit: 500, width: 30 })
        const expected = own.flatMap((text, index) => findOccurrences(text, query).map(({ start, end }) => `${index + 1} ${start} ${end}`))
        expect(page.lines.map(({ report, start, end }) => `${report} ${start} ${end}`).sort()).toEqual(expected.sort())
        expect(page.total).toBe(expected.length)
        for (const { hit } of page.lines) expect(condense(hit).text).toBe(condense(query).text)
        await test.host.close()
      }),
      { seed: 41, numRuns: 40 }
    )
  })
})

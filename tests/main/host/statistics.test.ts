import { describe, expect, it } from 'vitest'
import type { StatisticsFacts } from '#core/compare/statistics-facts.ts'
import type { ReportView } from '#core/contract/calls.ts'
import type { CountedPlacesPage } from '#core/contract/statistics-calls.ts'
import { statisticsTable } from '#core/paper/statistics-table.ts'
import { useCodebook } from '../../../src-main/library/codebooks.ts'
import { sql } from '../../../src-main/library/sql.ts'
import { storedCodebook, storeReports } from '../library/stored.ts'
import { ask, ended, list, openTestHost, upload, type TestHost } from './test-host.ts'

// 虚构样例: what the reports of these tests say, nobody said

const texts = ['完善养老服务体系，养老服务补贴提标。加大养老服务资金投入，开展试点示范。发展社区食堂。', '推进社会救助。社会救助和养老服务并重。', '社会救助提质增效。']

function openCounted(): TestHost {
  const test = openTestHost()
  test.host.library.write((writable) => {
    useCodebook(writable, storedCodebook)
    for (const text of texts) storeReports(writable, [text])
  })
  return test
}

const pair = { unit: 'words', least: 1, groups: [{ name: '甲', reports: ['1'] }, { name: '乙', reports: null }] }
const each = { least: 1, groups: ['1', '2', '3'].map((id) => ({ name: id, reports: [id] })) }

const compute = (test: TestHost, input: object): Promise<StatisticsFacts> => ask(test.host, 'statistics.compute', input)

describe('statistics of a library', () => {
  it('keyness: the reference without reports is all others of the library', async () => {
    const { ground, result } = await compute(openCounted(), { ...pair, measure: 'keyness' })
    expect(ground.groups.map(({ reports }) => reports)).toEqual([1, 2])
    expect(result.measure === 'keyness' && result.rows.find(({ term }) => term === '养老')?.counts).toEqual([3, 1])
  })

  it.each([
    { ...pair, measure: 'keyness' },
    { ...each, measure: 'frequency', unit: 'words' },
    { ...each, measure: 'advantage', unit: 'characters', size: 2 },
    { ...each, measure: 'tf-idf', unit: 'themes' },
    { ...each, measure: 'company', unit: 'words', within: 'statement' },
    { ...each, measure: 'company', unit: 'words', within: 'paragraph' },
    { ...each, measure: 'company', unit: 'themes', within: 'report' },
    { ...each, measure: 'cross', unit: 'words', y: 'civil-affairs' }
  ])('every count is as many places as it says, each the very characters: $measure $unit $within', async (asked) => {
    const test = openCounted()
    const facts = await compute(test, { ...asked, top: 30 })
    const { paper, placesAt } = statisticsTable(facts, 'zh')
    let counts = 0
    for (const [row, { cells }] of paper.rows.entries()) {
      for (const [column, cell] of cells.entries()) {
        const counted = placesAt(row, column)
        if (counted === null) continue
        counts++
        const page = await ask<CountedPlacesPage>(test.host, 'statistics.places', { ...asked, ...counted, limit: 500 })
        expect(page.total).toBe(cell)
        expect(page.places).toHaveLength(page.total)
        for (const { report, start, end, hit } of page.places) expect(hit).toBe(texts[Number(report) - 1]!.slice(start, end))
        if (asked.unit === 'words' && asked.measure !== 'company' && asked.measure !== 'cross') expect(new Set(page.places.map(({ hit }) => hit))).toEqual(new Set(page.total === 0 ? [] : [cells[0]]))
      }
    }
    expect(counts).toBeGreaterThan(0)
  })

  it('policy instruments by themes: each codebook as it reads the reports, whichever is in use; nothing of it is kept', async () => {
    const test = openCounted()
    const { result } = await compute(test, { ...each, measure: 'cross', unit: 'words', y: 'civil-affairs' })
    if (result.measure !== 'cross') throw new Error('not the measure asked for')
    const { rows, columns, clauses, coded, codebooks } = result.cross
    expect(codebooks.x.name.zh).toContain('政策工具')
    const elderly = columns.findIndex(({ theme }) => theme === 'elderly_care')
    expect(rows.find(({ theme }) => theme === 'supply_funds')?.counts[elderly]).toBeGreaterThan(0)
    expect(rows.find(({ theme }) => theme === 'demand_pilot')?.numbers).toEqual([expect.stringMatching(/^1-1-\d$/)])
    expect(coded).toBeLessThanOrEqual(clauses)
    expect(rows.at(-1)?.units).toBe(coded)
    expect(test.host.library.read.all(sql`SELECT DISTINCT reading FROM machine_codings`)).toHaveLength(1)
  })

  it('a person’s word on an instrument holds in the cross table, though another codebook is in use', async () => {
    const test = openTestHost()
    await upload(test, { '一.txt': '甘南省召开民政工作会议\n2023年3月1日，甘南省召开民政工作会议。会议强调，要发展慈善事业。' })
    const [report] = await list(test.host)
    const used = async (codebook: string): Promise<void> => {
      const { job } = await ask<{ job: string | null }>(test.host, 'codebooks.use', { codebook })
      if (job !== null) await ended(test, job)
    }
    const asked = { measure: 'cross', unit: 'words', y: 'civil-affairs', groups: [{ name: '甲', reports: [report!.id] }] }
    const pilots = async (): Promise<number | undefined> => {
      const { result } = await compute(test, asked)
      return result.measure === 'cross' ? result.cross.rows.find(({ theme }) => theme === 'demand_pilot')?.units : undefined
    }
    expect(await pilots()).toBe(0)
    await used('policy-instruments')
    const { report: read } = await ask<ReportView>(test.host, 'reports.read', { id: report!.id })
    const { start, end } = read.statements.find((statement) => read.text.slice(statement.start, statement.end).includes('慈善'))!
    await ask(test.host, 'codings.decide', { report: report!.id, start, end, words: read.text.slice(start, end), theme: 'demand_pilot', decision: 'assigned' })
    expect(await pilots()).toBe(1)
    await used('civil-affairs')
    expect(await pilots()).toBe(1)
  })

  it('places come in pages', async () => {
    const test = openCounted()
    const asked = { ...each, measure: 'frequency', unit: 'words', group: null, terms: ['救助'] }
    const whole = await ask<CountedPlacesPage>(test.host, 'statistics.places', asked)
    expect(whole.total).toBe(3)
    const pages = await Promise.all([0, 1, 2, 3].map((offset) => ask<CountedPlacesPage>(test.host, 'statistics.places', { ...asked, offset, limit: 1 })))
    expect(pages.flatMap(({ places }) => places)).toEqual(whole.places)
    expect(pages.map(({ total }) => total)).toEqual([3, 3, 3, 3])
  })

  it('places are reached to the last, page by page, and what lies behind a page is not counted for it again', async () => {
    const test = openCounted()
    test.host.library.write((writable) => {
      for (const [at, word] of ['救助', '养老'].entries()) writable.run(sql`UPDATE reports SET text = ${`${word}。`.repeat(700)} WHERE id = ${at + 1}`)
    })
    const asked = { ...each, measure: 'frequency', unit: 'words', group: null, terms: ['救助'] }
    const first = await ask<CountedPlacesPage>(test.host, 'statistics.places', asked)
    const pages = [first]
    for (let offset = 100; offset < first.total; offset += 100) pages.push(await ask<CountedPlacesPage>(test.host, 'statistics.places', { ...asked, offset, total: first.total }))
    expect(pages.map(({ total }) => total)).toEqual(pages.map(() => first.total))
    const places = pages.flatMap((page) => page.places)
    expect(new Set(places.map(({ report, start }) => `${report} ${start}`)).size).toBe(first.total)
    expect(first.total).toBeGreaterThan(700)
    // the page ends in the first report: of those behind it, that which was changed meanwhile, nothing is read
    test.host.library.write((writable) => writable.run(sql`UPDATE reports SET text = '' WHERE id > 1`))
    await expect(ask<CountedPlacesPage>(test.host, 'statistics.places', { ...asked, total: first.total })).resolves.toEqual(first)
  })

  it('a text that was corrected is counted anew', async () => {
    const test = openCounted()
    const asked = { ...each, measure: 'frequency', unit: 'words' }
    const ofTerm = ({ result }: StatisticsFacts): number | undefined => (result.measure === 'frequency' ? result.rows.find(({ term }) => term === '食堂')?.sum : undefined)
    expect(ofTerm(await compute(test, asked))).toBe(1)
    test.host.library.write((writable) => writable.run(sql`UPDATE reports SET text = '食堂连着食堂。' WHERE id = 1`))
    expect(ofTerm(await compute(test, asked))).toBe(2)
  })

  it('tells how far it is, and stops when it is told to: what was asked by that name, and nothing else', async () => {
    const test = openCounted()
    const asked = { ...pair, measure: 'keyness', unit: 'characters' }
    const ofThis = test.host.answer('statistics.compute', { ...asked, reckoning: 'this window' })
    const ofAnother = test.host.answer('statistics.compute', { ...asked, reckoning: 'another window' })
    await ask(test.host, 'statistics.stop', { reckoning: 'this window' })
    await expect(ofThis).resolves.toMatchObject({ ok: false, problem: { kind: 'cancelled' } })
    await expect(ofAnother).resolves.toMatchObject({ ok: true })
    expect(test.events.filter(({ name }) => name === 'statistics-progress').at(-1)?.payload).toEqual({ reckoning: 'another window', done: 3, total: 3 })
  })

  it('a library that is closed ends what is reckoned from it: nothing reads on, and nothing is taken for a bug', async () => {
    const test = openCounted()
    const going = [
      test.host.answer('statistics.compute', { ...pair, measure: 'keyness' }),
      test.host.answer('statistics.places', { ...each, measure: 'frequency', unit: 'words', group: null, terms: ['救助'] }),
      test.host.answer('versions.compare', { before: '1', after: '2' }),
      test.host.answer('phrases.list', { reports: ['1', '2', '3'], origins: ['programme'] })
    ]
    await test.host.close()
    for (const reply of await Promise.all(going)) expect(reply).toMatchObject({ ok: false, problem: { kind: 'cancelled' } })
    expect(test.log).toEqual([])
  })

  it('refuses keyness of one group', async () => {
    await expect(openCounted().host.answer('statistics.compute', { ...pair, measure: 'keyness', groups: [pair.groups[0]] })).resolves.toMatchObject({ ok: false, problem: { kind: 'bad-request' } })
  })

  it('warns of TF-IDF among two groups, in the table and below it', async () => {
    const { paper, warnings } = statisticsTable(await compute(openCounted(), { ...pair, measure: 'tf-idf' }), 'zh')
    expect(warnings[0]).toContain('idf 只能是 0 或 ln 2')
    expect(paper.notes[0]).toBe(warnings[0])
  })

  it.each(['csv', 'xlsx', 'docx'])('is a file: %s', async (format) => {
    const file = await ask<{ fileName: string; base64: string }>(openCounted().host, 'statistics.export', { ...pair, measure: 'keyness', format })
    expect(file.fileName).toMatch(new RegExp(`^关键性.*\\.${format}$`))
    const bytes = Buffer.from(file.base64, 'base64')
    if (format === 'csv') expect(bytes.toString()).toContain('"甲 n"')
    else expect(bytes.subarray(0, 2).toString()).toBe('PK')
  })
})

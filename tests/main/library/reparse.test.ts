import { describe, expect, it } from 'vitest'
import { unpackThemes } from '#core/listing/packed-themes.ts'
import type { Report } from '#core/report/report.ts'
import { checkLibrary } from '../../../src-main/library/integrity.ts'
import { replaceReading } from '../../../src-main/library/reparse.ts'
import { readReport } from '../../../src-main/library/reports.ts'
import { reportLines, summaryReader } from '../../../src-main/library/summaries.ts'
import { searchText } from '../../../src-main/library/search.ts'
import { readSource, reportsOfSource, sourcesToReadAgain } from '../../../src-main/library/sources.ts'
import { sql, type Library } from '../../../src-main/library/sql.ts'
import { codebookHash, inventedReport, newReport, now, storedCodebook, storeReports } from './stored.ts'
import { newLibrary } from './temporary-library.ts'

// 虚构样例
const first = '会议要求，健全养老服务体系。发展慈善事业。'
const second = '青湖省召开会议。推进社区治理。'
const place = { code: '330000', name: '甲省' }
const machine: Partial<Report> = {
  jurisdiction: { ...place, level: 'province', province: place, basis: 'title' },
  date: { iso: '2023-02-10', precision: 'day', asWritten: '2月10日', yearBasis: 'text' },
  meeting: '会议'
}

function readAgain(library: Library, source: number, reports: readonly Report[]): void {
  library.write((writable) =>
    replaceReading(writable, source, { reports: reports.map(newReport), leftOver: '[]', readBy: '2', codebook: storedCodebook })
  )
}

const correct = (library: Library, report: number, [field, value]: [string, unknown]): void =>
  void library.write((writable) =>
    writable.run(
      sql`INSERT INTO corrections (report_id, field, value, corrected_by, corrected_at) VALUES (${report}, ${field}, ${JSON.stringify(value)}, '甲', ${now})`
    )
  )

const decide = (library: Library, report: number, decision: { theme: string; decision: string; start: number; end: number; quote: string }): void =>
  void library.write((writable) =>
    writable.run(
      sql`INSERT INTO person_codings (report_id, codebook, theme, decision, source_spans, quote, coder, coded_at)
          VALUES (${report}, ${codebookHash}, ${decision.theme}, ${decision.decision},
                  ${JSON.stringify([{ start: decision.start, end: decision.end }])}, ${decision.quote}, '甲', ${now})`
    )
  )

const themesOf = (library: Library, id: number): string[][] =>
  readReport(library.read, id)!.report.statements.map(({ themes }) => themes.map((theme) => theme.id))

describe('虚构样例: reading a source again', () => {
  it('keeps the ids of reports from the same characters, in whatever order they now come', () => {
    const library = newLibrary()
    const { source, reports } = library.write((writable) => storeReports(writable, [first, second]))
    readAgain(library, source, [inventedReport(second, { offset: first.length }), inventedReport(first)])
    expect(reportsOfSource(library.read, source)).toEqual([reports[1], reports[0]])
    expect(checkLibrary(library.read)).toEqual([])
  })

  it('adds what is new, removes what is gone, and the index follows', () => {
    const library = newLibrary()
    const { source, reports } = library.write((writable) => storeReports(writable, [first, second]))
    readAgain(library, source, [inventedReport(first.slice(0, 14)), inventedReport(first.slice(14), { offset: 14 })])
    expect(searchText(library.read, '社区', 9).total).toBe(0)
    expect(searchText(library.read, '慈善', 9).hits).toHaveLength(1)
    const left = reportsOfSource(library.read, source)
    expect(left).toHaveLength(2)
    expect(left).toContain(reports[0])
    expect(left).not.toContain(reports[1])
    expect(checkLibrary(library.read)).toEqual([])
  })

  it('takes the new values of what no person touched', () => {
    const library = newLibrary()
    const { source, reports } = library.write((writable) => storeReports(writable, [first], machine))
    readAgain(library, source, [inventedReport(first, { ...machine, date: null, meeting: '推进会' })])
    expect(readReport(library.read, reports[0]!)!.report).toMatchObject({ date: null, meeting: '推进会' })
  })

  it('knows which sources another reader has read', () => {
    const library = newLibrary()
    const { source } = library.write((writable) => storeReports(writable, [first]))
    expect(sourcesToReadAgain(library.read, '1')).toEqual([])
    expect(sourcesToReadAgain(library.read, '2')).toEqual([source])
    readAgain(library, source, [inventedReport(first)])
    expect(sourcesToReadAgain(library.read, '2')).toEqual([])
    expect(readSource(library.read, source)?.source.text).toBe(first)
  })
})

describe('虚构样例: what a person corrected', () => {
  it('wins over the machine, also over later readings', () => {
    const library = newLibrary()
    const { source, reports } = library.write((writable) => storeReports(writable, [first], machine))
    const id = reports[0]!
    correct(library, id, ['date', { iso: '2024-01-05', precision: 'day', asWritten: '1月5日', yearBasis: 'text' }])
    correct(library, id, ['jurisdiction', null])
    readAgain(library, source, [inventedReport(first, { ...machine, meeting: '推进会' })])
    expect(readReport(library.read, id)!.report).toMatchObject({ jurisdiction: null, date: { iso: '2024-01-05' }, meeting: '推进会' })
    expect(reportLines(library.read).map(summaryReader())).toMatchObject([{ jurisdiction: null, date: { iso: '2024-01-05' } }])
    expect(library.read.get(sql`SELECT province_code AS code, iso_date AS date FROM reports`)).toEqual({ code: null, date: '2024-01-05' })
  })

  it('keeps its report even when the new reading has none like it', () => {
    const library = newLibrary()
    const { source, reports } = library.write((writable) => storeReports(writable, [first, second]))
    correct(library, reports[1]!, ['place', '青湖'])
    readAgain(library, source, [inventedReport(first)])
    expect(reportsOfSource(library.read, source)).toEqual(reports)
    expect(readReport(library.read, reports[1]!)!.report).toMatchObject({ text: second, place: '青湖' })
    expect(checkLibrary(library.read)).toEqual([])
  })

  it('only fields that a reading has can be corrected', () => {
    const library = newLibrary()
    const { reports } = library.write((writable) => storeReports(writable, [first]))
    expect(() => correct(library, reports[0]!, ['text', '改写'])).toThrow(/CHECK/)
  })
})

describe('虚构样例: what a person coded', () => {
  it('adds and takes away themes, and the list counts by it', () => {
    const library = newLibrary()
    const { reports } = library.write((writable) => storeReports(writable, [first]))
    const id = reports[0]!
    expect(themesOf(library, id)).toEqual([['elderly_care'], []])
    decide(library, id, { theme: 'elderly_care', decision: 'rejected', start: 0, end: 14, quote: first.slice(0, 14) })
    decide(library, id, { theme: 'charity', decision: 'assigned', start: 14, end: 21, quote: first.slice(14) })
    expect(themesOf(library, id)).toEqual([[], ['charity']])
    expect(unpackThemes(summaryReader()(reportLines(library.read)[0]!).themes)).toEqual([{ id: 'charity', characters: 7 }])
  })

  it('stays with its characters when the next reading begins elsewhere', () => {
    const library = newLibrary()
    const { source, reports } = library.write((writable) => storeReports(writable, [first]))
    const id = reports[0]!
    decide(library, id, { theme: 'charity', decision: 'assigned', start: 14, end: 21, quote: first.slice(14) })
    readAgain(library, source, [inventedReport(first.slice(5), { offset: 5 })])
    const { report } = readReport(library.read, id)!
    const charity = report.statements.find(({ themes }) => themes.some((theme) => theme.id === 'charity'))!
    expect(report.text.slice(charity.start, charity.end)).toBe('发展慈善事业。')
    expect(checkLibrary(library.read)).toEqual([])
  })

  it('does not speak of a statement that it covers by less than half', () => {
    const library = newLibrary()
    const { reports } = library.write((writable) => storeReports(writable, [first]))
    decide(library, reports[0]!, { theme: 'charity', decision: 'assigned', start: 12, end: 21, quote: first.slice(12) })
    expect(themesOf(library, reports[0]!)).toEqual([['elderly_care'], ['charity']])
  })
})

import type { Jurisdiction, ReportDate } from '#core/report/report.ts'
import { foldText, phraseOf } from './folded-text.ts'
import { readReport } from './reports.ts'
import { sql, type ReadableLibrary } from './sql.ts'

export interface TextHit {
  readonly report: number
  readonly title: string | null
  readonly jurisdiction: Jurisdiction | null
  readonly date: ReportDate | null
  /** How often the query stands in the report, overlapping places counted once. */
  readonly count: number
  readonly snippets: readonly Snippet[]
}

/** `start`–`end` is of the report's reading text; `hit` is as written there. */
export interface Snippet {
  readonly start: number
  readonly end: number
  readonly before: string
  readonly hit: string
  readonly after: string
}

const contextCharacters = 24
const snippetsPerReport = 12

/**
 * The reports whose reading text has the query, exactly, but for width and case (`foldText`).
 * `total` counts all of them, `hits` has the first `limit`: newest first, undated last.
 */
export function searchText(library: ReadableLibrary, query: string, limit: number): { total: number; hits: TextHit[] } {
  const phrase = phraseOf(query)
  const { total } = library.get<{ total: number }>(
    sql`SELECT count(*) AS total FROM report_index JOIN reports r ON r.id = report_index.rowid WHERE report_index MATCH ${phrase} AND r.binned_at IS NULL`
  )!
  const rows = library.all<{ id: number }>(
    sql`SELECT r.id FROM report_index JOIN reports r ON r.id = report_index.rowid WHERE report_index MATCH ${phrase} AND r.binned_at IS NULL
        ORDER BY r.iso_date IS NULL, r.iso_date DESC, r.province_code IS NULL, r.province_code, r.id LIMIT ${limit}`
  )
  return { total, hits: rows.map(({ id }) => hitIn(library, id, query)) }
}

function hitIn(library: ReadableLibrary, id: number, query: string): TextHit {
  const { report } = readReport(library, id)!
  const places = placesOf(report.text, query)
  return {
    report: id,
    title: report.title?.text ?? null,
    jurisdiction: report.jurisdiction,
    date: report.date,
    count: places.length,
    snippets: places.slice(0, snippetsPerReport).map((start) => snippetAt(report.text, start, start + query.length))
  }
}

/** Start of each place where the folded text has the folded query. */
export function placesOf(text: string, query: string): number[] {
  const folded = foldText(text)
  const wanted = foldText(query.toWellFormed())
  const places: number[] = []
  if (wanted === '') return places
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + wanted.length)) places.push(at)
  return places
}

function snippetAt(text: string, start: number, end: number): Snippet {
  const from = Math.max(0, start - contextCharacters)
  const to = Math.min(text.length, end + contextCharacters)
  return {
    start,
    end,
    before: text.slice(isSecondHalf(text, from) ? from + 1 : from, start),
    hit: text.slice(start, end),
    after: text.slice(end, isSecondHalf(text, to) ? to - 1 : to)
  }
}

/** A cut here would split a character beyond the BMP. */
function isSecondHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code < 0xe000
}

import type { Jurisdiction, ReportDate } from '#core/report/report.ts'
import { findOccurrences, searchedWords } from '#core/text/occurrences.ts'
import type { Span } from '#core/text/span.ts'
import { correctionsOf } from './corrected.ts'
import { phraseOf } from './folded-text.ts'
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
export interface Snippet extends Span {
  readonly before: string
  readonly hit: string
  readonly after: string
}

const contextCharacters = 24
const snippetsPerReport = 12

/**
 * The reports whose reading text has the query (`findOccurrences`). `total` counts all of them, `hits`
 * has the first `limit`: newest first, undated last.
 */
export function searchText(library: ReadableLibrary, query: string, limit: number): { total: number; hits: TextHit[] } {
  if (searchedWords(query) === '') return { total: 0, hits: [] }
  const phrase = phraseOf(query)
  const { total } = library.get<{ total: number }>(
    sql`SELECT count(*) AS total FROM report_index WHERE report_index MATCH ${phrase}
          AND rowid NOT IN (SELECT report_id FROM bin)`
  )!
  const rows = library.all<{ id: number }>(
    sql`SELECT r.id FROM report_index JOIN reports r ON r.id = report_index.rowid
        WHERE report_index MATCH ${phrase} AND r.id NOT IN (SELECT report_id FROM bin)
        ORDER BY r.iso_date IS NULL, r.iso_date DESC, r.province_code IS NULL, r.province_code, r.id LIMIT ${limit}`
  )
  return { total, hits: rows.map(({ id }) => hitIn(library, id, query)) }
}

interface HitRow {
  readonly title: string | null
  readonly text: string
  /** JSON, as the machine read them */
  readonly jurisdiction: string | null
  readonly date: string | null
}

function hitIn(library: ReadableLibrary, id: number, query: string): TextHit {
  const row = library.get<HitRow>(sql`SELECT title_text AS title, text, jurisdiction, date FROM reports WHERE id = ${id}`)!
  const corrected = correctionsOf(library, id)
  const places = findOccurrences(row.text, query)
  return {
    report: id,
    title: row.title,
    jurisdiction: corrected.jurisdiction === undefined ? parseOrNull<Jurisdiction>(row.jurisdiction) : corrected.jurisdiction,
    date: corrected.date === undefined ? parseOrNull<ReportDate>(row.date) : corrected.date,
    count: places.length,
    snippets: places.slice(0, snippetsPerReport).map((span) => ({ ...span, ...contextAround(row.text, span, contextCharacters) }))
  }
}

/** The words of a span and up to `width` code units on either side, no character beyond the BMP cut in two. */
export function contextAround(text: string, { start, end }: Span, width: number): { before: string; hit: string; after: string } {
  const from = Math.max(0, start - width)
  const to = Math.min(text.length, end + width)
  return {
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

const parseOrNull = <T>(json: string | null): T | null => (json === null ? null : (JSON.parse(json) as T))

import { readingInUse } from './codebooks.ts'
import { sql, type ReadableLibrary } from './sql.ts'
import { codingSight } from './veil.ts'

/**
 * Of each of these reports the JSON of all that tells how far its readings have been looked at: how its source is
 * read, what codes it, for whom codings hold, and every word of a person on it. Whoever keeps what follows from that
 * keeps this with it.
 */
export function reviewMarks(library: ReadableLibrary, reports: readonly number[]): Map<number, string> {
  const ground = `${readingInUse(library)} ${codingSight(library)} `
  // `octet_length` is told by the head of a row: the texts themselves are not read
  const rows = library.all<{ report: number; mark: string }>(
    sql`SELECT r.id AS report,
               json_array(s.id, s.read_by, s.choices, r.position, octet_length(r.text), octet_length(r.map), octet_length(m.statements),
                          (SELECT json_group_array(json_array(p.codebook, p.theme, p.decision, p.source_spans, p.coder, p.round_id) ORDER BY p.id) FROM person_codings p WHERE p.report_id = r.id),
                          (SELECT json_group_array(json_array(w.part, w.value, w.source_spans, w.text_start, w.text_end) ORDER BY w.id) FROM reading_words w WHERE w.report_id = r.id),
                          (SELECT json_group_array(json_array(c.field, c.value) ORDER BY c.field) FROM corrections c WHERE c.report_id = r.id)) AS mark
        FROM json_each(${JSON.stringify(reports)}) j JOIN reports r ON r.id = j.value JOIN sources s ON s.id = r.source_id
          LEFT JOIN machine_codings m ON m.report_id = r.id AND m.reading = ${readingInUse(library)}`
  )
  return new Map(rows.map(({ report, mark }) => [report, ground + mark]))
}

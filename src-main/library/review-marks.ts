import { readingInUse } from './codebooks.ts'
import { sql, type ReadableLibrary } from './sql.ts'
import { codingSight } from './veil.ts'

/** All that tells how far readings have been looked at; whoever keeps what follows from that keeps this with it. */
export interface ReviewMarks {
  /** Of all reports alike: what codes them, and for whom codings hold. */
  readonly ground: string
  /** Of each report the JSON of how its source is read, and of every word of a person on it. */
  readonly of: ReadonlyMap<number, string>
}

export function reviewMarks(library: ReadableLibrary, reports: readonly number[]): ReviewMarks {
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
  return { ground: `${readingInUse(library)} ${codingSight(library)}`, of: new Map(rows.map(({ report, mark }) => [report, mark])) }
}

import { createHash } from 'node:crypto'
import { unpackReport, type PackedReport } from '#core/report/packed-report.ts'
import { namedFailure } from './failures.ts'
import { phraseOf } from './folded-text.ts'
import { sql, type ReadableLibrary } from './sql.ts'

/** One thing that is not as it must be. `place` names the row: `reports 12`. */
export interface Finding {
  readonly invariant: Invariant
  readonly place: string
  readonly detail: string
}

/** What holds in every sound library. */
export type Invariant =
  | 'file-structure'
  | 'rows-have-their-parents'
  | 'bytes-match-hash'
  | 'source-text-well-formed'
  | 'report-readable'
  | 'report-traces-to-source'
  | 'statements-within-text'
  | 'report-is-indexed'
  | 'person-coding-within-source'
  | 'work-readable'
  | 'note-has-its-words'

const mostFindings = 200

/** Checks everything; an empty list is a sound library. Changes nothing. Takes some 2 ms for each report. */
export function checkLibrary(library: ReadableLibrary): Finding[] {
  const findings = structureFindings(library)
  // a file whose pages are broken gives rows that mean nothing
  if (findings.some(({ invariant }) => invariant === 'file-structure')) return findings
  const find: Find = (invariant, place, detail) => {
    if (findings.length < mostFindings) findings.push({ invariant, place, detail })
  }
  for (const { id } of library.all<{ id: number }>(sql`SELECT id FROM sources ORDER BY id`)) checkSource(library, id, find)
  for (const { id } of library.all<{ id: number }>(sql`SELECT id FROM reports ORDER BY id`)) checkReport(library, id, find)
  checkWork(library, find)
  checkNotes(library, find)
  checkIndex(library, find)
  return findings
}

/** Pages, tables and keys, as SQLite itself checks them: what a copy must have to be a library. */
export function structureFindings(library: ReadableLibrary): Finding[] {
  const messages = library.all<{ integrity_check: string }>(sql`PRAGMA integrity_check(20)`).map((row) => row.integrity_check)
  if (messages.length !== 1 || messages[0] !== 'ok') {
    return messages.map((detail) => ({ invariant: 'file-structure', place: 'library', detail }))
  }
  return library
    .all<{ table: string; rowid: number; parent: string }>(sql`PRAGMA foreign_key_check`)
    .map(({ table, rowid, parent }) => ({ invariant: 'rows-have-their-parents', place: `${table} ${rowid}`, detail: parent }))
}

type Find = (invariant: Invariant, place: string, detail: string) => void

function checkSource(library: ReadableLibrary, id: number, find: Find): void {
  const { sha256, bytes, text } = library.get<{ sha256: string; bytes: Uint8Array; text: string }>(
    sql`SELECT sha256, bytes, text FROM sources WHERE id = ${id}`
  )!
  const actual = createHash('sha256').update(bytes).digest('hex')
  if (actual !== sha256) find('bytes-match-hash', `sources ${id}`, actual)
  if (text.includes('\0') || !text.isWellFormed()) find('source-text-well-formed', `sources ${id}`, '')
}

function checkReport(library: ReadableLibrary, id: number, find: Find): void {
  const rows = library.all<PackedReport & { source: string }>(
    sql`SELECT r.text, r.characters, r.confidence, r.title, r.jurisdiction, r.date, r.machine_meeting AS meeting, r.map,
               m.statements, m.themes, m.named, r.details, s.text AS source
        FROM reports r JOIN machine_codings m ON m.report_id = r.id JOIN sources s ON s.id = r.source_id WHERE r.id = ${id}
        ORDER BY m.reading`
  )
  if (rows.length === 0) find('report-readable', `reports ${id}`, '')
  else if (rows.every((row) => checkCoding(row, id, find))) checkPersonCodings(library, { id, source: rows[0]!.source }, find)
}

/** A report as one codebook codes it. @returns whether it can be read at all */
function checkCoding(row: PackedReport & { readonly source: string }, id: number, find: Find): boolean {
  const place = `reports ${id}`
  const report = unpacked(row)
  if (report === null) {
    find('report-readable', place, '')
    return false
  }
  const { text, map, statements } = report
  const strayed = map.pieces.find(
    ({ clean, source, length }) => text.slice(clean, clean + length) !== row.source.slice(source, source + length)
  )
  if (strayed !== undefined || map.cleanLength !== text.length) find('report-traces-to-source', place, JSON.stringify(strayed ?? null))
  let end = 0
  for (const statement of statements) {
    if (statement.start < end || statement.end <= statement.start || statement.end > text.length) {
      find('statements-within-text', place, `${statement.start}–${statement.end}`)
    }
    end = statement.end
  }
  return true
}

function unpacked(row: PackedReport): ReturnType<typeof unpackReport> | null {
  try {
    return unpackReport(row)
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError || error instanceof TypeError) return null
    throw error
  }
}

function checkPersonCodings(library: ReadableLibrary, { id, source }: { id: number; source: string }, find: Find): void {
  const rows = library.all<{ id: number; spans: string; quote: string }>(
    sql`SELECT id, source_spans AS spans, quote FROM person_codings WHERE report_id = ${id}`
  )
  for (const row of rows) {
    const spans = spansOf(row.spans)
    if (spans === null) {
      find('work-readable', `person_codings ${row.id}`, '')
      continue
    }
    const there = spans.map(({ start, end }) => source.slice(start, end)).join('')
    if (there !== row.quote.replaceAll('\n', '')) find('person-coding-within-source', `person_codings ${row.id}`, there.slice(0, 40))
  }
}

function spansOf(json: string): { start: number; end: number }[] | null {
  try {
    const spans: unknown = JSON.parse(json)
    return Array.isArray(spans) ? (spans as { start: number; end: number }[]) : null
  } catch {
    return null
  }
}

/** What a person made, and the way back from it: each is JSON that one broken row would withhold as a whole. */
function checkWork(library: ReadableLibrary, find: Find): void {
  const broken = library.all<{ place: string }>(
    sql`SELECT 'sources ' || id AS place FROM sources WHERE NOT json_valid(choices)
        UNION ALL SELECT 'corrections ' || report_id || ':' || field FROM corrections WHERE NOT json_valid(value)
        UNION ALL SELECT 'reading_words ' || id FROM reading_words WHERE NOT json_valid(value)
          OR CASE WHEN json_valid(source_spans) THEN json_type(source_spans) <> 'array' ELSE 1 END
        UNION ALL SELECT 'notes ' || id FROM notes WHERE CASE WHEN json_valid(source_spans) THEN json_type(source_spans) <> 'array' ELSE 1 END
          OR CASE WHEN json_valid(tags) THEN json_type(tags) <> 'array' ELSE 1 END
          OR CASE WHEN approved IS NULL THEN 0 WHEN json_valid(approved) THEN json_type(approved) <> 'object' ELSE 1 END
        UNION ALL SELECT 'summaries ' || codebook || ':' || theme || ':' || reports FROM summaries
          WHERE CASE WHEN json_valid(links) THEN json_type(links) <> 'array' ELSE 1 END OR CASE WHEN json_valid(reports) THEN json_type(reports) <> 'array' ELSE 1 END
        UNION ALL SELECT 'coding_rounds ' || id FROM coding_rounds WHERE CASE WHEN json_valid(coders) THEN json_type(coders) <> 'array' ELSE 1 END
        UNION ALL SELECT 'changes ' || id FROM changes
          WHERE NOT json_valid(label) OR CASE WHEN json_valid(assignments) THEN json_type(assignments) <> 'array' ELSE 1 END
        UNION ALL SELECT 'restore_points ' || id FROM restore_points WHERE CASE WHEN json_valid(not_done) THEN json_type(not_done) <> 'array' ELSE 1 END
        UNION ALL SELECT 'settings ' || name FROM settings WHERE NOT json_valid(value)`
  )
  for (const { place } of broken) find('work-readable', place, '')
}

/** A place in the text that a note or a word on a reading was made on is as long as its words. SQL counts other characters than we do, so this is no CHECK. */
function checkNotes(library: ReadableLibrary, find: Find): void {
  const rows = library.all<{ id: number; exact: string; start: number | null; end: number | null; hash: string | null }>(
    sql`SELECT id, exact, text_start AS start, text_end AS end, text_sha256 AS hash FROM notes
        WHERE text_sha256 IS NOT NULL OR text_start IS NOT NULL OR text_end IS NOT NULL`
  )
  for (const { id, exact, start, end, hash } of rows) {
    const isWhole = start !== null && end !== null && hash !== null
    if (!isWhole || end - start !== exact.length) find('note-has-its-words', `notes ${id}`, `${start}–${end}`)
  }
  const words = library.all<{ id: number; exact: string; start: number; end: number }>(sql`SELECT id, exact, text_start AS start, text_end AS "end" FROM reading_words`)
  for (const { id, exact, start, end } of words) {
    if (end - start !== exact.length) find('note-has-its-words', `reading_words ${id}`, `${start}–${end}`)
  }
}

/** The index keeps no text: that it is of this text shows in finding the report by how it begins and ends. */
function checkIndex(library: ReadableLibrary, find: Find): void {
  const stray = library.all<{ id: number }>(
    sql`SELECT id FROM report_index_docsize WHERE id NOT IN (SELECT id FROM reports)`
  )
  for (const { id } of stray) find('report-is-indexed', `report_index ${id}`, 'no such report')
  const probes = library.all<{ id: number; head: string; tail: string }>(
    sql`SELECT id, substr(text, 1, 12) AS head, substr(text, -12) AS tail FROM reports WHERE text <> ''`
  )
  for (const { id, head, tail } of probes) {
    for (const probe of [head, tail]) {
      if (!isIndexed(library, id, probe)) find('report-is-indexed', `reports ${id}`, probe)
    }
  }
}

function isIndexed(library: ReadableLibrary, id: number, probe: string): boolean {
  try {
    const phrase = phraseOf(probe)
    return library.get(sql`SELECT 1 FROM report_index WHERE report_index MATCH ${phrase} AND rowid = ${id}`) !== undefined
  } catch (error) {
    if (namedFailure(error) !== error) return false
    throw error
  }
}


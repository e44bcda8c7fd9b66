import { applyCodings, withoutThemes } from '#core/report/codings-in-force.ts'
import type { MachineReading } from '#core/contract/calls.ts'
import { withReadingWords } from '#core/report/reading-words.ts'
import { unpackReport, type PackedReport } from '#core/report/packed-report.ts'
import type { Jurisdiction, Report, ReportDate } from '#core/report/report.ts'
import type { TracedText } from '#core/source/article.ts'
import { keepCoding, readingInUse } from './codebooks.ts'
import { personsCodings } from './codings.ts'
import { correctionsOf, withCorrections, type CorrectableField, type Corrections } from './corrected.ts'
import { keepSignature } from './near-duplicates.ts'
import { placedWords, wordsInForce, type PlacedWord } from './reading-words.ts'
import { sql, type ReadableLibrary, type WritableLibrary } from './sql.ts'
import { veilOver } from './veil.ts'

export interface NewReport {
  readonly packed: PackedReport
  /** `searchTokens` of its text. */
  readonly tokens: string
  /** `textSignature` of its text. */
  readonly signature: readonly number[]
  /** Mean confidence, 0..1, where its text was recognised from a picture; else null. */
  readonly recognised: number | null
}

export interface ReportPlace {
  readonly source: number
  /** 0-based, within its source. */
  readonly position: number
  /** What its coding is kept under. */
  readonly reading: string
  /** One that no report has; null: the next. */
  readonly id?: number | null
}

/** @returns the report's id */
export function addReport(library: WritableLibrary, { packed, tokens, signature, recognised }: NewReport, place: ReportPlace): number {
  const { id } = library.run(
    sql`INSERT INTO reports (id, source_id, position, province_code, iso_date, title_text, meeting, characters, confidence,
                             text, map, title, jurisdiction, date, machine_meeting, details, recognised, issuer)
        VALUES (${place.id ?? null}, ${place.source}, ${place.position}, ${provinceCodeOf(packed)}, ${isoDateOf(packed)}, ${titleTextOf(packed)},
                ${packed.meeting}, ${packed.characters}, ${packed.confidence}, ${packed.text}, ${packed.map}, ${packed.title},
                ${packed.jurisdiction}, ${packed.date}, ${packed.meeting}, ${packed.details}, ${recognised}, json_extract(${packed.details}, '$.issuer'))`
  )
  keepCoding(library, id, { reading: place.reading, coding: packed })
  library.run(sql`INSERT INTO report_index (rowid, tokens) VALUES (${id}, ${tokens})`)
  keepSignature(library, id, signature)
  return id
}

/** Puts a new reading in the place of an old one: the id, and all that a person did to it, stay. */
export function replaceReport(library: WritableLibrary, { packed, tokens, signature, recognised }: NewReport, at: ReportPlace & { readonly id: number }): void {
  library.run(
    sql`UPDATE reports SET position = ${at.position}, characters = ${packed.characters}, confidence = ${packed.confidence},
               text = ${packed.text}, map = ${packed.map}, title = ${packed.title}, jurisdiction = ${packed.jurisdiction},
               date = ${packed.date}, machine_meeting = ${packed.meeting}, details = ${packed.details},
               recognised = ${recognised}
        WHERE id = ${at.id}`
  )
  // what other codebooks made of it is of the text that was
  library.run(sql`DELETE FROM machine_codings WHERE report_id = ${at.id}`)
  keepCoding(library, at.id, { reading: at.reading, coding: packed })
  library.run(sql`DELETE FROM report_index WHERE rowid = ${at.id}`)
  library.run(sql`INSERT INTO report_index (rowid, tokens) VALUES (${at.id}, ${tokens})`)
  keepSignature(library, at.id, signature)
  refreshColumns(library, at.id)
}

/** For a report that a person has not touched: a row that still has a person's work refuses to go. */
export function removeReport(library: WritableLibrary, id: number): void {
  library.run(sql`DELETE FROM report_index WHERE rowid = ${id}`)
  library.run(sql`DELETE FROM reports WHERE id = ${id}`)
}

/** Brings the columns for sorting and filtering in line with the reading and its corrections. */
export function refreshColumns(library: WritableLibrary, id: number): void {
  const report = readReport(library, id)
  if (report === null) return
  const { jurisdiction, date, title, meeting, issuer } = report.report
  library.run(
    sql`UPDATE reports SET province_code = ${jurisdiction?.province?.code ?? null}, iso_date = ${date?.iso ?? null},
               title_text = ${title?.text ?? null}, meeting = ${meeting}, issuer = ${issuer}
        WHERE id = ${id}`
  )
}

export interface StoredReport {
  readonly id: number
  readonly source: number
  /** What holds, as far as who sits at the desk sees it: the machine's reading with corrections, codings and words of persons. */
  readonly report: Report
  /** The same without the words on what was read inside the text. */
  readonly unsaid: Report
  /** Those words, in the order in which they were said, whether they have a place in this text or not. */
  readonly words: readonly PlacedWord[]
  /** Of the fields that a person has put right: what the program read. */
  readonly machine: MachineReading
  /** As the program read it, without a word of any person; to who codes from nothing it shows no themes. */
  readonly read: Report
  /** Mean confidence, 0..1, where its text was recognised from a picture; else null. */
  readonly recognised: number | null
}

type ReportRow = PackedReport & { readonly id: number; readonly source: number; readonly recognised: number | null }

const reportRow = (library: ReadableLibrary, id: number, reading = readingInUse(library)): ReportRow | undefined =>
  library.get<ReportRow>(
    sql`SELECT id, source_id AS source, recognised, text, characters, confidence, title, jurisdiction, date, machine_meeting AS meeting, map,
               coalesce(statements, '[[],[],[]]') AS statements, coalesce(themes, '[]') AS themes, coalesce(named, '[[],[]]') AS named, details
        FROM reports LEFT JOIN machine_codings ON report_id = id AND reading = ${reading} WHERE id = ${id}`
  )

export function readReport(library: ReadableLibrary, id: number): StoredReport | null {
  const row = reportRow(library, id)
  if (row === undefined) return null
  const corrections = correctionsOf(library, id)
  const veil = veilOver(library, id)
  const read = veil?.start === 'blank' ? withoutThemes(unpackReport(row)) : unpackReport(row)
  const unsaid = applyCodings(withCorrections(read, corrections), personsCodings(library, id, veil))
  const words = placedWords(library, id, row)
  return { id, source: row.source, report: withReadingWords(unsaid, wordsInForce(words)), unsaid, words, machine: machineReading(read, corrections), read, recognised: row.recognised }
}

/** As the program read it, without a word of any person. @param reading what its coding is kept under; absent: that in use */
export function machineReport(library: ReadableLibrary, id: number, reading?: string): Report | null {
  const row = reportRow(library, id, reading)
  return row === undefined ? null : unpackReport(row)
}

/** Of the corrected fields, as far as they are given: what the machine read. */
export function machineReading({ title, ...fields }: Partial<Pick<Report, CorrectableField>>, corrections: Corrections): MachineReading {
  const read = { ...fields, title: title?.text ?? null }
  return Object.fromEntries(Object.entries(read).filter(([field]) => field in corrections))
}

/** All report ids but those in the bin, by province, then date, then the order of import; what is not known comes last. */
export function reportIds(library: ReadableLibrary): number[] {
  return library
    .all<{ id: number }>(
      sql`SELECT id FROM reports WHERE id NOT IN (SELECT report_id FROM bin) ORDER BY province_code IS NULL, province_code, iso_date IS NULL, iso_date, id`
    )
    .map((row) => row.id)
}

/** What reports are called, in the order asked for, in the bin or not; null: untitled. */
export const titlesOf = (library: ReadableLibrary, reports: readonly number[]): Map<number, string | null> =>
  new Map(
    library
      .all<{ id: number; title: string | null }>(sql`SELECT r.id, r.title_text AS title FROM json_each(${JSON.stringify(reports)}) j JOIN reports r ON r.id = j.value ORDER BY j.key`)
      .map(({ id, title }) => [id, title])
  )

/** The texts of all reports, in the bin or not, one after the other. */
export const eachText = (library: ReadableLibrary): Iterable<{ readonly id: number; readonly title: string | null; readonly text: string }> =>
  library.all(sql`SELECT id, title_text AS title, text FROM reports ORDER BY id`)

/** The titles and texts of some reports, by their ids. */
export const textsOfReports = (library: ReadableLibrary, ids: readonly number[]): ReadonlyMap<number, { readonly title: string | null; readonly text: string }> =>
  new Map(
    library
      .all<{ id: number; title: string | null; text: string }>(sql`SELECT id, title_text AS title, text FROM reports WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
      .map(({ id, ...rest }) => [id, rest])
  )

/** Those of these ids that are of reports, in the bin or not. */
export function knownReports(library: ReadableLibrary, ids: readonly number[]): number[] {
  return library.all<{ id: number }>(sql`SELECT id FROM reports WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`).map(({ id }) => id)
}

export interface LibraryFigures {
  readonly reportCount: number
  readonly characterCount: number
  readonly savedAt: string
}

export function libraryFigures(library: ReadableLibrary): LibraryFigures {
  return library.get<LibraryFigures>(
    // one walk over the list's index for both
    sql`SELECT count(characters) AS reportCount, coalesce(sum(characters), 0) AS characterCount, (SELECT saved_at FROM library) AS savedAt
        FROM reports INDEXED BY reports_to_list WHERE id NOT IN (SELECT report_id FROM bin)`
  )!
}

/** Marks the time of a change; part of the transaction that makes it. */
export function markSaved(library: WritableLibrary, now: string): void {
  library.run(sql`UPDATE library SET saved_at = ${now}`)
}

const provinceCodeOf = (packed: PackedReport): string | null =>
  parseOrNull<Jurisdiction>(packed.jurisdiction)?.province?.code ?? null

const isoDateOf = (packed: PackedReport): string | null => parseOrNull<ReportDate>(packed.date)?.iso ?? null

const titleTextOf = (packed: PackedReport): string | null => parseOrNull<TracedText>(packed.title)?.text ?? null

function parseOrNull<T>(json: string | null): T | null {
  return json === null ? null : (JSON.parse(json) as T)
}

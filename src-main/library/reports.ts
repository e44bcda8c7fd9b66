import type { MachineReading } from '#core/contract/calls.ts'
import { themeCharacters, unpackReport, type PackedReport } from '#core/report/packed-report.ts'
import type { Jurisdiction, Report, ReportDate } from '#core/report/report.ts'
import type { TracedText } from '#core/source/article.ts'
import { applyDecisions, decisionsOn } from './codings.ts'
import { allCorrections, correctionsOf, withCorrections, type Corrections } from './corrected.ts'
import { keepSignature } from './near-duplicates.ts'
import { sql, type ReadableLibrary, type WritableLibrary } from './sql.ts'

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
  /** sha256 of the codebook. */
  readonly codebook: string
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
  library.run(
    sql`INSERT INTO machine_codings (report_id, codebook, statements, themes)
        VALUES (${id}, ${place.codebook}, ${packed.statements}, ${packed.themes})`
  )
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
  library.run(
    sql`UPDATE machine_codings SET codebook = ${at.codebook}, statements = ${packed.statements}, themes = ${packed.themes}
        WHERE report_id = ${at.id}`
  )
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
  /** What holds: the machine's reading with a person's corrections and codings. */
  readonly report: Report
  /** Of the fields that a person has put right: what the program read. */
  readonly machine: MachineReading
}

type ReportRow = PackedReport & { readonly id: number; readonly source: number }

export function readReport(library: ReadableLibrary, id: number): StoredReport | null {
  const row = library.get<ReportRow>(
    sql`SELECT id, source_id AS source, text, characters, confidence, title, jurisdiction, date, machine_meeting AS meeting, map,
               statements, themes, details
        FROM reports JOIN machine_codings ON report_id = id WHERE id = ${id}`
  )
  if (row === undefined) return null
  const corrections = correctionsOf(library, id)
  const read = unpackReport(row)
  const report = withCorrections(read, corrections)
  return { id, source: row.source, report: applyDecisions(report, decisionsOn(library, id)), machine: machineReading(read, corrections) }
}

type SummaryFields = Pick<Report, 'title' | 'jurisdiction' | 'date' | 'meeting' | 'issuer'>

function machineReading({ title, jurisdiction, date, meeting, issuer }: SummaryFields, corrections: Corrections): MachineReading {
  const read: Required<MachineReading> = { title: title?.text ?? null, jurisdiction, date, meeting, issuer }
  return Object.fromEntries(Object.entries(read).filter(([field]) => field in corrections))
}

/** All report ids but those in the bin, by province, then date, then the order of import; what is not known comes last. */
export function reportIds(library: ReadableLibrary): number[] {
  return library
    .all<{ id: number }>(
      sql`SELECT id FROM reports WHERE binned_at IS NULL ORDER BY province_code IS NULL, province_code, iso_date IS NULL, iso_date, id`
    )
    .map((row) => row.id)
}

export interface StoredSummary {
  readonly id: number
  readonly title: string | null
  readonly jurisdiction: Jurisdiction | null
  readonly date: ReportDate | null
  readonly meeting: string | null
  readonly issuer: string | null
  readonly characters: number
  readonly themes: readonly (readonly [string, number])[]
  readonly source: number
  readonly fileName: string
  readonly folders: readonly string[]
  readonly mediaType: string
  readonly confidence: number
  readonly recognised: number | null
  readonly importedAt: string
  readonly notes: number
  readonly machine: MachineReading
}

interface SummaryRow extends Omit<StoredSummary, 'jurisdiction' | 'date' | 'themes' | 'folders' | 'machine'> {
  /** JSON of the machine's reading, as are the next four. */
  readonly machineTitle: string | null
  readonly jurisdiction: string | null
  readonly date: string | null
  readonly themes: string
  readonly folders: string
  readonly machineMeeting: string | null
  /** null where there are no corrections, whatever the machine read. */
  readonly machineIssuer: string | null
  readonly isCoded: number
}

/** One line for each report, in the order of `reportIds`; or for each in the bin, last thrown away first. */
export function listReports(library: ReadableLibrary, where: 'library' | 'bin' = 'library'): StoredSummary[] {
  const isBinned = where === 'bin' ? 1 : 0
  const rows = library.all<SummaryRow>(
    sql`SELECT r.id, r.title_text AS title, r.title AS machineTitle, r.jurisdiction, r.date, r.meeting, r.machine_meeting AS machineMeeting, r.issuer,
               CASE WHEN EXISTS (SELECT 1 FROM corrections WHERE report_id = r.id) THEN json_extract(r.details, '$.issuer') END AS machineIssuer,
               r.characters, m.themes, s.id AS source, s.file_name AS fileName, s.folders, s.media_type AS mediaType, r.confidence, r.recognised,
               s.imported_at AS importedAt, (SELECT count(*) FROM notes WHERE report_id = r.id) AS notes,
               EXISTS (SELECT 1 FROM person_codings WHERE report_id = r.id) AS isCoded
        FROM reports r JOIN machine_codings m ON m.report_id = r.id JOIN sources s ON s.id = r.source_id
        WHERE (r.binned_at IS NOT NULL) = ${isBinned}
        ORDER BY CASE WHEN ${isBinned} THEN r.binned_at END DESC, r.province_code IS NULL, r.province_code, r.iso_date IS NULL, r.iso_date, r.id`
  )
  const corrections = allCorrections(library)
  return rows.map((row) => summaryOf(library, row, corrections.get(row.id) ?? {}))
}

function summaryOf(library: ReadableLibrary, row: SummaryRow, corrections: Corrections): StoredSummary {
  const { machineTitle, machineMeeting, machineIssuer, isCoded, jurisdiction, date, ...own } = row
  const read = {
    title: parseOrNull<TracedText>(machineTitle),
    jurisdiction: parseOrNull<Jurisdiction>(jurisdiction),
    date: parseOrNull<ReportDate>(date),
    meeting: machineMeeting,
    issuer: machineIssuer
  }
  return {
    ...own,
    jurisdiction: corrections.jurisdiction === undefined ? read.jurisdiction : corrections.jurisdiction,
    date: corrections.date === undefined ? read.date : corrections.date,
    folders: JSON.parse(row.folders) as string[],
    themes: isCoded === 1 ? themesAsCoded(library, row.id) : (JSON.parse(row.themes) as [string, number][]),
    machine: machineReading(read, corrections)
  }
}

/** Where a person has coded, what holds is worked out from the whole report. */
function themesAsCoded(library: ReadableLibrary, id: number): [string, number][] {
  const { text, statements } = readReport(library, id)!.report
  return themeCharacters(text, statements)
}

export interface LibraryFigures {
  readonly reportCount: number
  readonly characterCount: number
  readonly savedAt: string
}

export function libraryFigures(library: ReadableLibrary): LibraryFigures {
  return library.get<LibraryFigures>(
    sql`SELECT (SELECT count(*) FROM reports WHERE binned_at IS NULL) AS reportCount,
               (SELECT coalesce(sum(characters), 0) FROM reports WHERE binned_at IS NULL) AS characterCount,
               saved_at AS savedAt
        FROM library`
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

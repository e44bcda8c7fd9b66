import { themeCharacters } from '#core/report/packed-report.ts'
import type { MachineReading } from '#core/contract/calls.ts'
import type { Jurisdiction, ReportDate } from '#core/report/report.ts'
import type { TracedText } from '#core/source/article.ts'
import { allCorrections, type Corrections } from './corrected.ts'
import { machineReading, readReport } from './reports.ts'
import { sql, type ReadableLibrary } from './sql.ts'

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

interface SummaryRow {
  readonly id: number
  readonly source: number
  readonly title: string | null
  /** JSON of the machine's reading, as is the date. */
  readonly jurisdiction: string | null
  readonly date: string | null
  readonly meeting: string | null
  readonly issuer: string | null
  readonly characters: number
  readonly confidence: number
  readonly recognised: number | null
}

/**
 * One line for each report, in the order of `reportIds`; or for each in the bin, last thrown away first.
 *
 * Each of these queries is answered from an index that holds every column it names (0004): a row of
 * these tables has whole texts in it, and walking past ten thousand of them takes a second.
 */
export function listReports(library: ReadableLibrary, where: 'library' | 'bin' = 'library'): StoredSummary[] {
  const rows = where === 'bin' ? binnedRows(library) : libraryRows(library)
  // an empty bin asks for nothing of the whole library
  if (rows.length === 0) return []
  const aside = readAside(library)
  return rows.map((row) => summaryOf(library, row, aside))
}

const libraryRows = (library: ReadableLibrary): SummaryRow[] =>
  library.all<SummaryRow>(
    sql`SELECT id, source_id AS source, title_text AS title, jurisdiction, date, meeting, issuer, characters, confidence, recognised
        FROM reports WHERE binned_at IS NULL
        ORDER BY province_code IS NULL, province_code, iso_date IS NULL, iso_date, id`
  )

const binnedRows = (library: ReadableLibrary): SummaryRow[] =>
  library.all<SummaryRow>(
    sql`SELECT id, source_id AS source, title_text AS title, jurisdiction, date, meeting, issuer, characters, confidence, recognised
        FROM reports WHERE binned_at IS NOT NULL
        ORDER BY binned_at DESC, province_code IS NULL, province_code, iso_date IS NULL, iso_date, id`
  )

interface SourceRow {
  readonly id: number
  readonly fileName: string
  /** JSON */
  readonly folders: string
  readonly mediaType: string
  readonly importedAt: string
}

/** What belongs to the reports and stands in other tables. */
interface Aside {
  /** Report -> JSON of its themes. */
  readonly themes: ReadonlyMap<number, string>
  readonly sources: ReadonlyMap<number, SourceRow>
  readonly notes: ReadonlyMap<number, number>
  readonly corrections: ReadonlyMap<number, Corrections>
  /** Reports with codings of a person. */
  readonly coded: ReadonlySet<number>
}

function readAside(library: ReadableLibrary): Aside {
  const themes = library.all<{ report: number; themes: string }>(sql`SELECT report_id AS report, themes FROM machine_codings`)
  const sources = library.all<SourceRow>(sql`SELECT id, file_name AS fileName, folders, media_type AS mediaType, imported_at AS importedAt FROM sources`)
  const notes = library.all<{ report: number; count: number }>(sql`SELECT report_id AS report, count(*) AS count FROM notes GROUP BY report_id`)
  const coded = library.all<{ report: number }>(sql`SELECT DISTINCT report_id AS report FROM person_codings`)
  return {
    themes: new Map(themes.map((row) => [row.report, row.themes])),
    sources: new Map(sources.map((row) => [row.id, row])),
    notes: new Map(notes.map((row) => [row.report, row.count])),
    corrections: allCorrections(library),
    coded: new Set(coded.map((row) => row.report))
  }
}

function summaryOf(library: ReadableLibrary, row: SummaryRow, aside: Aside): StoredSummary {
  const corrections = aside.corrections.get(row.id)
  const { fileName, folders, mediaType, importedAt } = aside.sources.get(row.source)! // a report refers to its source
  const jurisdiction = parseOrNull<Jurisdiction>(row.jurisdiction)
  const date = parseOrNull<ReportDate>(row.date)
  return {
    ...row,
    jurisdiction: corrections?.jurisdiction === undefined ? jurisdiction : corrections.jurisdiction,
    date: corrections?.date === undefined ? date : corrections.date,
    themes: aside.coded.has(row.id) ? themesAsCoded(library, row.id) : (JSON.parse(aside.themes.get(row.id) ?? '[]') as [string, number][]),
    fileName,
    folders: JSON.parse(folders) as string[],
    mediaType,
    importedAt,
    notes: aside.notes.get(row.id) ?? 0,
    machine: corrections === undefined ? {} : readMachine(library, row.id, { jurisdiction, date, corrections })
  }
}

interface Known {
  readonly jurisdiction: Jurisdiction | null
  readonly date: ReportDate | null
  readonly corrections: Corrections
}

/** Few reports are corrected: what the machine read of these is fetched one by one. */
function readMachine(library: ReadableLibrary, id: number, { corrections, ...known }: Known): MachineReading {
  const row = library.get<{ title: string | null; meeting: string | null; issuer: string | null }>(
    sql`SELECT title, machine_meeting AS meeting, json_extract(details, '$.issuer') AS issuer FROM reports WHERE id = ${id}`
  )!
  return machineReading({ ...known, ...row, title: parseOrNull<TracedText>(row.title) }, corrections)
}

/** Where a person has coded, what holds is worked out from the whole report. */
function themesAsCoded(library: ReadableLibrary, id: number): [string, number][] {
  const { text, statements } = readReport(library, id)!.report
  return themeCharacters(text, statements)
}

function parseOrNull<T>(json: string | null): T | null {
  return json === null ? null : (JSON.parse(json) as T)
}

import type { MachineReading, ReportSummary } from '#core/contract/calls.ts'
import { themeCharacters } from '#core/report/packed-report.ts'
import type { Jurisdiction, ReportDate } from '#core/report/report.ts'
import type { TracedText } from '#core/source/article.ts'
import { allCorrections, type Corrections } from './corrected.ts'
import { linkedPairs } from './near-duplicates.ts'
import { machineReading, readReport } from './reports.ts'
import { sql, type ReadableLibrary } from './sql.ts'

/**
 * A report of the list as texts: whoever looks at ten thousand of them again and again sees by comparing
 * these what has changed, and makes summaries of nothing else.
 */
export interface ReportLine {
  readonly id: number
  readonly confidence: number
  readonly recognised: number | null
  /** JSON of what was read: `ReadFields`. */
  readonly read: string
  /** JSON of what people have made of it: the fields of a summary that differ from what was read; '' for none. */
  readonly aside: string
}

type ReadFields = readonly [
  title: string | null,
  jurisdiction: Jurisdiction | null,
  date: ReportDate | null,
  meeting: string | null,
  issuer: string | null,
  characters: number,
  themes: readonly (readonly [id: string, characters: number])[] | null,
  source: number,
  fileName: string,
  folders: readonly string[],
  mediaType: string,
  importedAt: string
]

type Aside = Partial<Pick<ReportSummary, 'jurisdiction' | 'date' | 'themes' | 'notes' | 'machine' | 'links'>>

/** One line for each report, in the order of `reportIds`; or for each in the bin, last thrown away first. */
export function reportLines(library: ReadableLibrary, where: 'library' | 'bin' = 'library'): ReportLine[] {
  const rows = where === 'bin' ? binnedRows(library) : libraryRows(library)
  // an empty bin asks for nothing of the whole library
  if (rows.length === 0) return []
  const asides = readAsides(library)
  return rows.map((row) => {
    const aside = asides.get(row.id)
    return { ...row, aside: aside === undefined ? '' : JSON.stringify(aside) }
  })
}

export function summaryOf({ id, confidence, recognised, read, aside }: ReportLine): ReportSummary {
  const [title, jurisdiction, date, meeting, issuer, characters, themes, source, fileName, folders, mediaType, importedAt] = JSON.parse(read) as ReadFields
  const summary: ReportSummary = {
    id: String(id),
    title,
    jurisdiction,
    date,
    meeting,
    issuer,
    characters,
    themes: themesOf(themes ?? []),
    source: { id: String(source), fileName, folders, mediaType },
    confidence,
    recognised,
    links: [],
    importedAt,
    notes: 0,
    machine: {}
  }
  return aside === '' ? summary : { ...summary, ...(JSON.parse(aside) as Aside) }
}

type Row = Omit<ReportLine, 'aside'>

/**
 * Each of these queries is answered from indexes that hold every column it names (0004): a row of these
 * tables has whole texts in it, and walking past ten thousand of them takes a second. SQLite is told so,
 * for by itself it would look a row up by its number, and find the text there.
 */
const libraryRows = (library: ReadableLibrary): Row[] =>
  library.all<Row>(
    sql`SELECT r.id, confidence, recognised,
               json_array(title_text, json(jurisdiction), json(date), meeting, issuer, characters, json(themes), source_id, file_name, json(folders), media_type, imported_at) AS read
        FROM reports r INDEXED BY reports_to_list
          CROSS JOIN sources s INDEXED BY sources_to_list ON s.id = source_id
          LEFT JOIN machine_codings INDEXED BY codings_to_list ON report_id = r.id
        WHERE binned_at IS NULL
        ORDER BY province_code IS NULL, province_code, iso_date IS NULL, iso_date, r.id`
  )

const binnedRows = (library: ReadableLibrary): Row[] =>
  library.all<Row>(
    sql`SELECT r.id, confidence, recognised,
               json_array(title_text, json(jurisdiction), json(date), meeting, issuer, characters, json(themes), source_id, file_name, json(folders), media_type, imported_at) AS read
        FROM reports r INDEXED BY reports_to_list
          CROSS JOIN sources s INDEXED BY sources_to_list ON s.id = source_id
          LEFT JOIN machine_codings INDEXED BY codings_to_list ON report_id = r.id
        WHERE binned_at IS NOT NULL
        ORDER BY binned_at DESC, province_code IS NULL, province_code, iso_date IS NULL, iso_date, r.id`
  )

/** Report -> what people have made of it. They have touched few. */
function readAsides(library: ReadableLibrary): Map<number, Aside> {
  const asides = new Map<number, Aside>()
  const add = (report: number, aside: Aside): void => void asides.set(report, { ...asides.get(report), ...aside })
  for (const [report, corrections] of allCorrections(library)) add(report, corrected(library, report, corrections))
  for (const { report } of library.all<{ report: number }>(sql`SELECT DISTINCT report_id AS report FROM person_codings`)) add(report, { themes: themesAsCoded(library, report) })
  for (const { report, count } of library.all<{ report: number; count: number }>(sql`SELECT report_id AS report, count(*) AS count FROM notes GROUP BY report_id`)) add(report, { notes: count })
  for (const { first, second, state } of linkedPairs(library)) {
    if (state !== 'same' && state !== 'version') continue
    for (const [from, to] of [[first, second], [second, first]] as const) add(Number(from), { links: [...(asides.get(Number(from))?.links ?? []), { report: to, kind: state }] })
  }
  return asides
}

/** What holds of a corrected report where the columns do not say it, and what the machine read. */
function corrected(library: ReadableLibrary, id: number, corrections: Corrections): Aside {
  const row = library.get<Record<'title' | 'jurisdiction' | 'date' | 'meeting' | 'issuer', string | null>>(
    sql`SELECT title, jurisdiction, date, machine_meeting AS meeting, json_extract(details, '$.issuer') AS issuer FROM reports WHERE id = ${id}`
  )!
  const read = { ...row, title: parseOrNull<TracedText>(row.title), jurisdiction: parseOrNull<Jurisdiction>(row.jurisdiction), date: parseOrNull<ReportDate>(row.date) }
  const machine: MachineReading = machineReading(read, corrections)
  return {
    ...(corrections.jurisdiction !== undefined && { jurisdiction: corrections.jurisdiction }),
    ...(corrections.date !== undefined && { date: corrections.date }),
    machine
  }
}

/** Where a person has coded, what holds is worked out from the whole report. */
function themesAsCoded(library: ReadableLibrary, id: number): ReportSummary['themes'] {
  const { text, statements } = readReport(library, id)!.report
  return themesOf(themeCharacters(text, statements))
}

const themesOf = (pairs: readonly (readonly [string, number])[]): ReportSummary['themes'] => pairs.map(([id, characters]) => ({ id, characters }))

function parseOrNull<T>(json: string | null): T | null {
  return json === null ? null : (JSON.parse(json) as T)
}

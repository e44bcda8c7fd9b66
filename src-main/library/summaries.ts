import type { MachineReading, ReportSummary } from '#core/contract/calls.ts'
import { packThemes, type PackedThemes } from '#core/listing/packed-themes.ts'
import { themeCharacters } from '#core/report/packed-report.ts'
import type { Jurisdiction, ReportDate } from '#core/report/report.ts'
import type { TracedText } from '#core/source/article.ts'
import { readingInUse } from './codebooks.ts'
import { allCorrections, type Corrections } from './corrected.ts'
import { linkedPairs } from './near-duplicates.ts'
import { noteCounts } from './notes.ts'
import { machineReading, readReport } from './reports.ts'
import { sql, type ReadableLibrary } from './sql.ts'
import { codingSight } from './veil.ts'

/**
 * A report of the list as its columns: whoever looks at ten thousand of them again and again sees by
 * comparing these what has changed, and makes summaries of nothing else.
 */
export interface ReportLine {
  readonly id: number
  readonly title: string | null
  readonly meeting: string | null
  readonly issuer: string | null
  readonly characters: number
  readonly confidence: number
  readonly recognised: number | null
  /** null where nothing has coded it. */
  readonly themes: PackedThemes | null
  /** JSON of fields that many reports have in common. */
  readonly jurisdiction: string | null
  readonly date: string | null
  readonly folders: string
  readonly source: number
  readonly fileName: string
  readonly mediaType: string
  readonly importedAt: string
  /** JSON of what people have made of it: the fields of a summary that differ from what was read; '' for none. */
  readonly aside: string
}

type Aside = Partial<Pick<ReportSummary, 'jurisdiction' | 'date' | 'themes' | 'notes' | 'machine' | 'links'>>

/**
 * One line for each report, in the order of `reportIds`; or for each in the bin, last thrown away first.
 * @param coded of the looks before: a coded report that nobody has touched since is not unpacked again
 */
export function reportLines(library: ReadableLibrary, where: 'library' | 'bin' = 'library', coded = new CodedThemes()): ReportLine[] {
  return withAsides(library, where === 'bin' ? binnedRows(library) : libraryRows(library, null), coded)
}

/** How many lines are looked for, and among how many at most. */
interface FirstLines {
  readonly least: number
  readonly most: number
}

/**
 * The lines of the whole country and of the provinces with the lowest codes, up to the one that makes them
 * `least` or more. null, where these are so many that all of the library would come as soon.
 */
export function linesOfFirstProvinces(library: ReadableLibrary, { least, most }: FirstLines): { readonly upTo: string; readonly lines: ReportLine[] } | null {
  let count = 0
  for (const { province, reports } of reportsByProvince(library)) {
    count += reports
    if (count > most) return null
    if (count >= least) return { upTo: province, lines: withAsides(library, libraryRows(library, province), new CodedThemes()) }
  }
  return null
}

function withAsides(library: ReadableLibrary, rows: readonly Row[], coded: CodedThemes): ReportLine[] {
  // an empty bin asks for nothing of the whole library
  if (rows.length === 0) return []
  const asides = readAsides(library, new Set(rows.map(({ id }) => id)), coded)
  return rows.map((row) => {
    const aside = asides.get(row.id)
    return { ...row, aside: aside === undefined ? '' : JSON.stringify(aside) }
  })
}

const reportsByProvince = (library: ReadableLibrary): { province: string; reports: number }[] =>
  library.all(sql`SELECT province_code AS province, count(*) AS reports FROM reports INDEXED BY reports_to_list WHERE province_code IS NOT NULL GROUP BY province_code ORDER BY province_code`)

/** Makes the summaries of lines; what they have in common is parsed once, and is one object in all of them. */
export function summaryReader(): (line: ReportLine) => ReportSummary {
  const known = new Map<string, unknown>()
  const parsed = <T>(json: string): T => {
    if (!known.has(json)) known.set(json, JSON.parse(json))
    return known.get(json) as T // a place, a date and a list of folders are never the same text
  }
  return ({ id, title, meeting, issuer, characters, confidence, recognised, themes, jurisdiction, date, folders, source, fileName, mediaType, importedAt, aside }) => {
    const summary: ReportSummary = {
      id: String(id),
      title,
      jurisdiction: jurisdiction === null ? null : parsed<Jurisdiction>(jurisdiction),
      date: date === null ? null : parsed<ReportDate>(date),
      meeting,
      issuer,
      characters,
      themes: themes ?? nothingCoded,
      source: { id: String(source), fileName, folders: parsed<string[]>(folders), mediaType },
      confidence,
      recognised,
      links: nothingSaid,
      importedAt,
      notes: 0,
      machine: nothingCorrected
    }
    return aside === '' ? summary : { ...summary, ...(JSON.parse(aside) as Aside) }
  }
}

const nothingCoded = packThemes([])
const nothingSaid: ReportSummary['links'] = []
const nothingCorrected: MachineReading = {}

type Row = Omit<ReportLine, 'aside'>

/**
 * Each of these queries is answered from indexes that hold every column it names (0004, 0006): a row of these
 * tables has whole texts in it, and walking past ten thousand of them takes a second. SQLite is told so,
 * for by itself it would look a row up by its number, and find the text there. A column as it is stored
 * costs a fraction of one that is computed.
 * @param upTo the code of a province, for those of it, of those with lower codes and of the whole country alone
 */
const libraryRows = (library: ReadableLibrary, upTo: string | null, reading = readingInUse(library)): Row[] =>
  library.all<Row>(
    sql`SELECT r.id, title_text AS title, meeting, issuer, characters, confidence, recognised, themes, jurisdiction, date,
               folders, source_id AS source, file_name AS fileName, media_type AS mediaType, imported_at AS importedAt
        FROM reports r INDEXED BY reports_to_list
          CROSS JOIN sources s INDEXED BY sources_to_list ON s.id = source_id
          LEFT JOIN machine_codings INDEXED BY codings_to_list ON report_id = r.id AND reading = ${reading}
        WHERE r.id NOT IN (SELECT report_id FROM bin)
          AND (${upTo} IS NULL OR province_code <= ${upTo} OR (province_code IS NULL AND jurisdiction IS NOT NULL))
        ORDER BY province_code NULLS LAST, iso_date NULLS LAST, r.id`
  )

const binnedRows = (library: ReadableLibrary, reading = readingInUse(library)): Row[] =>
  library.all<Row>(
    sql`SELECT r.id, title_text AS title, meeting, issuer, characters, confidence, recognised, themes, jurisdiction, date,
               folders, source_id AS source, file_name AS fileName, media_type AS mediaType, imported_at AS importedAt
        FROM reports r INDEXED BY reports_to_list
          CROSS JOIN bin b ON b.report_id = r.id
          CROSS JOIN sources s INDEXED BY sources_to_list ON s.id = source_id
          LEFT JOIN machine_codings c INDEXED BY codings_to_list ON c.report_id = r.id AND c.reading = ${reading}
        ORDER BY b.binned_at DESC, province_code NULLS LAST, iso_date NULLS LAST, r.id`
  )

/** Report of those listed -> what people have made of it. They have touched few. */
function readAsides(library: ReadableLibrary, listed: ReadonlySet<number>, coded: CodedThemes): Map<number, Aside> {
  const asides = new Map<number, Aside>()
  const add = (report: number, aside: Aside): void => void asides.set(report, { ...asides.get(report), ...aside })
  for (const [report, corrections] of allCorrections(library)) add(report, corrected(library, report, corrections))
  for (const [report, themes] of coded.look(library, listed)) add(report, { themes })
  for (const { report, count } of noteCounts(library)) add(report, { notes: count })
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

interface CodedReport {
  /** JSON of all that its themes follow from: the codebook in use, for whom they hold, how its source is read, which of its reports it is, and each decision. */
  readonly mark: string
  readonly themes: ReportSummary['themes']
}

/** The themes of reports that a person has coded: what holds is worked out from the whole report, and kept until it may be another. */
export class CodedThemes {
  #known: ReadonlyMap<number, CodedReport> = new Map()

  look(library: ReadableLibrary, listed: ReadonlySet<number>): [report: number, themes: ReportSummary['themes']][] {
    // `octet_length` is told by the head of a row: the texts themselves are not read
    const marks = library
      .all<{ report: number; mark: string }>(
        sql`SELECT r.id AS report,
                   json_array((SELECT codebook FROM library), s.id, s.read_by, s.choices, r.position, octet_length(r.text), octet_length(r.map), octet_length(m.statements),
                              (SELECT json_group_array(json_array(p.codebook, p.theme, p.decision, p.source_spans, p.coder, p.round_id) ORDER BY p.id) FROM person_codings p WHERE p.report_id = r.id)) AS mark
            FROM reports r JOIN sources s ON s.id = r.source_id
              LEFT JOIN machine_codings m ON m.report_id = r.id AND m.reading = ${readingInUse(library)}
            WHERE r.id IN (SELECT report_id FROM person_codings UNION SELECT report_id FROM round_reports)`
      )
      .filter(({ report }) => listed.has(report))
    const before = this.#known
    const sight = codingSight(library)
    this.#known = new Map(
      marks.map(({ report, mark: read }) => {
        const mark = sight + read
        const known = before.get(report)
        return [report, known?.mark === mark ? known : { mark, themes: themesAsCoded(library, report) }]
      })
    )
    return [...this.#known].map(([report, { themes }]) => [report, themes])
  }
}

function themesAsCoded(library: ReadableLibrary, id: number): ReportSummary['themes'] {
  const { text, statements } = readReport(library, id)!.report
  return packThemes(themeCharacters(text, statements))
}

function parseOrNull<T>(json: string | null): T | null {
  return json === null ? null : (JSON.parse(json) as T)
}

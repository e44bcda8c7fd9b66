import { unpackMap, type OffsetMap } from '#core/text/offset-map.ts'
import { mergeSpans, type Span } from '#core/text/span.ts'
import { counterparts, type OldGround } from './counterparts.ts'
import { addReport, removeReport, replaceReport, type NewReport } from './reports.ts'
import { sql, type ReadableLibrary, type WritableLibrary } from './sql.ts'

export interface NewReading {
  readonly reports: readonly NewReport[]
  /** JSON of `TracedText[]`. */
  readonly leftOver: string
  readonly readBy: string
  /** The codebook that it was coded by: hash, and what its codings are kept under. */
  readonly codebook: { readonly sha256: string; readonly reading: string }
}

/** How a report of the new reading finds the one it takes the place of. */
export type Counterpart =
  /** By the characters of the source that both have. */
  | 'same-characters'
  /** By its place in the file: the source has another text now, and positions mean nothing. */
  | 'same-position'

/** For each report of a new reading the id it is to have; null: a new one. */
export type Ids = readonly (number | null)[]

interface OldReport extends Omit<OldGround, 'spans'> {
  readonly id: number
  readonly title: string | null
  /** Packed. */
  readonly map: string
}

/** The ids that reports of these maps (packed, in order) would take over from those that a source has. */
export function idsFor(library: ReadableLibrary, source: number, { maps, by }: { readonly maps: readonly string[]; readonly by: Counterpart }): Ids {
  const before = oldReports(library, source)
  if (by === 'same-position') return maps.map((_, position) => before[position]?.id ?? null)
  const spansOf = before.map((old) => ({ ...old, spans: sourceSpans(old.map) }))
  return counterparts(spansOf, maps.map((map) => ({ spans: sourceSpans(map) }))).map((index) => (index === null ? null : before[index]!.id))
}

/** The reports of a source that carry a person's work and would have no counterpart among these ids. */
export function workWithout(library: ReadableLibrary, source: number, ids: Ids): { readonly id: number; readonly title: string | null }[] {
  return oldReports(library, source).filter(({ id, isTouched }) => isTouched && !ids.includes(id))
}

/** Whether one of these ids is that of a report of another source. */
export function reportsElsewhere(library: ReadableLibrary, source: number, ids: Ids): boolean {
  const row = library.get<{ found: number }>(
    sql`SELECT EXISTS (SELECT 1 FROM reports WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) AND source_id <> ${source}) AS found`
  )
  return row?.found === 1
}

/**
 * Puts a new reading of a source in the place of the old one. A report keeps its id where the new
 * reading has one from mostly the same characters; what a person corrected or coded is not touched,
 * and a report that carries a person's work stays, as it was, even if the new reading has none like it.
 *
 * @param ids which report becomes which; those that no report has are given to new ones
 */
export function replaceReading(library: WritableLibrary, source: number, reading: NewReading & { readonly ids?: Ids }): void {
  const ids = reading.ids ?? idsFor(library, source, { maps: reading.reports.map(({ packed }) => packed.map), by: 'same-characters' })
  const before = new Map(oldReports(library, source).map((old) => [old.id, old]))
  const { sha256: codebook, reading: coded } = reading.codebook
  reading.reports.forEach((report, position) => {
    const id = ids[position] ?? null
    if (id === null || !before.delete(id)) addReport(library, report, { source, position, reading: coded, id })
    else replaceReport(library, report, { id, source, position, reading: coded })
  })
  let position = reading.reports.length
  for (const { id, isTouched } of before.values()) {
    if (isTouched) library.run(sql`UPDATE reports SET position = ${position++} WHERE id = ${id}`)
    else removeReport(library, id)
  }
  library.run(
    sql`UPDATE sources SET left_over = ${reading.leftOver}, read_by = ${reading.readBy}, codebook = ${codebook} WHERE id = ${source}`
  )
}

function oldReports(library: ReadableLibrary, source: number): OldReport[] {
  return library
    .all<{ id: number; map: string; title: string | null; isTouched: number }>(
      sql`SELECT id, map, title_text AS title,
                 EXISTS (SELECT 1 FROM bin WHERE report_id = reports.id)
                   OR EXISTS (SELECT 1 FROM corrections WHERE report_id = reports.id)
                   OR EXISTS (SELECT 1 FROM person_codings WHERE report_id = reports.id)
                   OR EXISTS (SELECT 1 FROM reading_words WHERE report_id = reports.id)
                   OR EXISTS (SELECT 1 FROM round_reports WHERE report_id = reports.id)
                   OR EXISTS (SELECT 1 FROM notes WHERE report_id = reports.id) OR EXISTS (SELECT 1 FROM verdicts WHERE report_id = reports.id)
                   OR EXISTS (SELECT 1 FROM summaries WHERE report_id = reports.id)
                   OR EXISTS (SELECT 1 FROM summaries s, json_each(s.reports) WHERE s.report_id IS NULL AND value = reports.id)
                   OR EXISTS (SELECT 1 FROM report_pairs WHERE state <> 'offered' AND (first = reports.id OR second = reports.id)) AS isTouched
          FROM reports WHERE source_id = ${source} ORDER BY position`
    )
    .map(({ isTouched, ...old }) => ({ ...old, isTouched: isTouched === 1 }))
}

function sourceSpans(packedMap: string): Span[] {
  const map: OffsetMap = unpackMap(JSON.parse(packedMap) as number[])
  return mergeSpans(map.pieces.map(({ source, length }) => ({ start: source, end: source + length })))
}

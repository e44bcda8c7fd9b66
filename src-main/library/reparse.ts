import { unpackMap, type OffsetMap } from '#core/text/offset-map.ts'
import { mergeSpans, spanLength, type Span } from '#core/text/span.ts'
import { addReport, removeReport, replaceReport, type NewReport } from './reports.ts'
import { sql, type WritableLibrary } from './sql.ts'

export interface NewReading {
  readonly reports: readonly NewReport[]
  /** JSON of `TracedText[]`. */
  readonly leftOver: string
  readonly readBy: string
  /** sha256 */
  readonly codebook: string
}

interface OldReport {
  readonly id: number
  readonly spans: readonly Span[]
  readonly position: number
  readonly isTouched: boolean
}

/** How a report of the new reading finds the one it takes the place of. */
export type Counterpart =
  /** By the characters of the source that both have. */
  | 'same-characters'
  /** By its place in the file: the source has another text now, and positions mean nothing. */
  | 'same-position'

/**
 * Puts a new reading of a source in the place of the old one. A report keeps its id where the new
 * reading has one from mostly the same characters; what a person corrected or coded is not touched,
 * and a report that carries a person's work stays, as it was, even if the new reading has none like it.
 */
export function replaceReading(
  library: WritableLibrary,
  source: number,
  { by = 'same-characters', ...reading }: NewReading & { readonly by?: Counterpart }
): void {
  const free = oldReports(library, source)
  const { codebook } = reading
  reading.reports.forEach((report, position) => {
    const old = by === 'same-position' ? takeAt(free, position) : takeCounterpart(free, report)
    if (old === null) addReport(library, report, { source, position, codebook })
    else replaceReport(library, report, { id: old.id, source, position, codebook })
  })
  let position = reading.reports.length
  for (const { id, isTouched } of free) {
    if (isTouched) library.run(sql`UPDATE reports SET position = ${position++} WHERE id = ${id}`)
    else removeReport(library, id)
  }
  library.run(
    sql`UPDATE sources SET left_over = ${reading.leftOver}, read_by = ${reading.readBy}, codebook = ${codebook} WHERE id = ${source}`
  )
}

function oldReports(library: WritableLibrary, source: number): OldReport[] {
  return library
    .all<{ id: number; map: string; position: number; isTouched: number }>(
      sql`SELECT id, map, position,
                 EXISTS (SELECT 1 FROM corrections WHERE report_id = reports.id)
                   OR EXISTS (SELECT 1 FROM person_codings WHERE report_id = reports.id)
                   OR EXISTS (SELECT 1 FROM notes WHERE report_id = reports.id) OR EXISTS (SELECT 1 FROM verdicts WHERE report_id = reports.id)
                   OR EXISTS (SELECT 1 FROM report_pairs WHERE state <> 'offered' AND (first = reports.id OR second = reports.id)) AS isTouched
          FROM reports WHERE source_id = ${source} ORDER BY position`
    )
    .map(({ id, map, position, isTouched }) => ({ id, position, spans: sourceSpans(map), isTouched: isTouched === 1 }))
}

function takeAt(free: OldReport[], position: number): OldReport | null {
  const index = free.findIndex((old) => old.position === position)
  return index === -1 ? null : free.splice(index, 1)[0]!
}

/** Takes the old report with the most characters in common out of the list; at least half of the smaller one. */
function takeCounterpart(free: OldReport[], { packed }: NewReport): OldReport | null {
  const spans = sourceSpans(packed.map)
  let best: OldReport | null = null
  let most = 0
  for (const old of free) {
    const common = commonLength(old.spans, spans)
    if (common > most && common * 2 >= Math.min(totalLength(old.spans), totalLength(spans))) [best, most] = [old, common]
  }
  if (best !== null) free.splice(free.indexOf(best), 1)
  return best
}

function sourceSpans(packedMap: string): Span[] {
  const map: OffsetMap = unpackMap(JSON.parse(packedMap) as number[])
  return mergeSpans(map.pieces.map(({ source, length }) => ({ start: source, end: source + length })))
}

const totalLength = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + spanLength(span), 0)

/** Of two sorted lists of disjoint spans. */
function commonLength(a: readonly Span[], b: readonly Span[]): number {
  let [i, j, sum] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const common = Math.min(a[i]!.end, b[j]!.end) - Math.max(a[i]!.start, b[j]!.start)
    if (common > 0) sum += common
    if (a[i]!.end < b[j]!.end) i++
    else j++
  }
  return sum
}

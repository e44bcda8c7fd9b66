import { termPlaces, unitsWithTerms, type TermForm } from '#core/compare/term-places.ts'
import type { Parsed } from '#core/contract/calls.ts'
import type { CountedPlace, CountedPlacesPage } from '#core/contract/statistics-calls.ts'
import type { Span } from '#core/text/span.ts'
import { contextAround } from '../library/search.ts'
import { textsOfReports } from '../library/reports.ts'
import { paragraphOf } from './concordance-lines.ts'
import { cellSpans } from './statistics-cross.ts'
import { restOrEnd, type Counting, type StatisticsWork } from './term-desk.ts'

/** Characters on either side. */
const width = 24

type Asked = Parsed<'statistics.places'> & { readonly form: TermForm }

/** The places that make up a number of a table of statistics, and how many there are: as many as the number says. */
export async function placesPage(work: StatisticsWork, asked: Asked, counting: Counting): Promise<CountedPlacesPage> {
  const { desk, library } = work
  const spansOf = asked.measure === 'cross' ? await cellSpans(work, asked) : (id: number) => spansIn(desk, id, asked)
  const groups = desk.reportsOf(asked.groups)
  const reports = asked.group === null ? [...new Set(groups.flat())] : (groups[asked.group] ?? [])
  const places: CountedPlace[] = []
  let total = 0
  for (const id of reports) {
    if (asked.total !== null && places.length === asked.limit) return { total: asked.total, places }
    const spans = spansOf(id)
    const wanted = spans.slice(Math.max(0, asked.offset - total), Math.max(0, asked.offset + asked.limit - total))
    total += spans.length
    if (wanted.length > 0) {
      const { text } = textsOfReports(library.read, [id]).get(id)! // its places were just read from it
      places.push(...wanted.map((span) => countedPlace(String(id), text, span)))
    }
    await restOrEnd(counting)
  }
  return { total, places }
}

function spansIn(desk: StatisticsWork['desk'], id: number, { form, terms, within, measure }: Asked): Span[] {
  const isOfUnits = measure === 'company'
  const from = desk.textOf(id, form, isOfUnits ? within : 'report')
  // a term that is not in the text at all is no word of it
  if (form.unit !== 'themes' && !terms.every((term) => from.text.includes(term))) return []
  if (isOfUnits) return unitsWithTerms(from, form, { within, wanted: new Set(terms) }).filter(({ terms: own }) => terms.every((term) => own.has(term)))
  return [...termPlaces(from, form)].filter(({ term }) => term === terms[0])
}

/** A long unit is shown by its beginning. */
const longestHit = 160

export function countedPlace(report: string, text: string, { start, end }: Span): CountedPlace {
  const { before, hit, after } = contextAround(text, { start, end }, width)
  const isWhole = hit.length <= longestHit
  return { report, start, end, left: before, hit: isWhole ? hit : `${hit.slice(0, longestHit)}…`, right: isWhole ? after : '', paragraph: paragraphOf(text, start) }
}

import type { Statement } from '../report/report.ts'
import type { Span } from '../text/span.ts'
import type { CompanyBound } from './term-company.ts'
import { characterRuns, type TermUnit, type WordDivision } from './terms.ts'

/** What terms are read from. Of words and runs of characters the text is enough. */
export interface TermText {
  readonly text: string
  readonly statements: readonly Pick<Statement, 'start' | 'end' | 'themes'>[]
}

/** How a text is divided into what is counted. */
export interface TermForm {
  readonly unit: TermUnit
  /** Length of a run of characters. */
  readonly size: number
  readonly divide: WordDivision
  /** Names of one's own that the division knows. */
  readonly names: readonly string[]
}

export interface TermPlace extends Span {
  readonly term: string
}

/** Every place that is counted, in order: each count is the number of these. A statement of two themes is a place of each. */
export function* termPlaces({ text, statements }: TermText, { unit, size, divide }: TermForm): Generator<TermPlace, void> {
  if (unit === 'themes') {
    for (const { start, end, themes } of statements) for (const { id } of themes) yield { term: id, start, end }
    return
  }
  for (const { start, end } of unit === 'words' ? divide(text) : characterRuns(text, size)) yield { term: text.slice(start, end), start, end }
}

/** What terms stand in together, in order and without overlap. */
function companySpans({ text, statements }: TermText, within: CompanyBound): Span[] {
  if (within === 'report') return text === '' ? [] : [{ start: 0, end: text.length }]
  if (within === 'statement') return statements.map(({ start, end }) => ({ start, end }))
  const spans: Span[] = []
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf('\n', start)
    const end = stop === -1 ? text.length : stop
    if (end > start) spans.push({ start, end })
    start = end + 1
  }
  return spans
}

export interface TermUnitSpan extends Span {
  readonly terms: ReadonlySet<string>
}

/** The units of a report, each with those of the wanted terms that begin in it. */
export function unitsWithTerms(from: TermText, form: TermForm, { within, wanted }: { readonly within: CompanyBound; readonly wanted: ReadonlySet<string> }): TermUnitSpan[] {
  const units = companySpans(from, within).map((span) => ({ ...span, terms: new Set<string>() }))
  let at = 0
  for (const { term, start } of termPlaces(from, form)) {
    if (!wanted.has(term)) continue
    while (at < units.length && units[at]!.end <= start) at++
    if (at < units.length && units[at]!.start <= start) units[at]!.terms.add(term)
  }
  return units
}

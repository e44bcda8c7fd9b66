import { overlaps, spanLength, type Span } from '../text/span.ts'
import { fieldsOf, isOfOne, type TargetFields } from './reading-words.ts'
import type { Report, Statement } from './report.ts'
import { readTargets } from './targets.ts'

/** What the program reads in words that a person calls a target: as if their sentence spoke of what is planned. */
export function targetDraft({ text, statements, date }: Pick<Report, 'text' | 'statements' | 'date'>, place: Span): TargetFields {
  const plans = sentenceAround(text, statements, place).map((statement): Statement => ({ ...statement, kind: 'plan' }))
  const year = date?.iso ?? null
  const read = readTargets(text, plans, year).find((target) => isOfOne(target, place)) ?? readTargets(text, [{ ...place, kind: 'plan', themes: [] }], year)[0]
  return read === undefined ? { value: null, upper: null, unit: null, operator: '=', deadlineYear: null, deadline: null } : fieldsOf(read)
}

/** The statements of the paragraph: a deadline may stand some clauses before. */
function sentenceAround(text: string, statements: readonly Statement[], place: Span): Statement[] {
  const end = text.indexOf('\n', place.end)
  const paragraph: Span = { start: text.lastIndexOf('\n', place.start - 1) + 1, end: end < 0 ? text.length : end }
  return statements.filter((statement) => overlaps(statement, paragraph))
}

const EDGE = /[\s“”‘’「」『』"'，。；：、！？,;:!?]/

/** A stretch without the blanks and marks that a hand takes along at its ends; as it is where nothing else is in it. */
export function withoutEdges(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end]
  while (from < to && EDGE.test(text[from]!)) from += 1
  while (to > from && EDGE.test(text[to - 1]!)) to -= 1
  return spanLength({ start: from, end: to }) === 0 ? { start, end } : { start: from, end: to }
}

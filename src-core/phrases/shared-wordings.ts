import { passageSpans } from './theme-spans.ts'
import type { CountedReport } from '../compare/passages.ts'
import { sharedPhrases } from '../compare/shared-phrases.ts'

/**
 * What two reports or more have word for word in common under one theme (or under none): official phrases that
 * travel. Theme by theme, for a wording is the same phrase where it speaks of the same thing.
 * @param shortest characters of the shortest
 */
export function* sharedWordings(reports: readonly CountedReport[], shortest: number): Generator<void, Set<string>> {
  const themes = new Set(reports.flatMap(({ runs }) => [...runs.keys()]))
  const found = new Set<string>()
  for (const theme of [...themes, null]) {
    const columns = reports.map((from) => passageSpans(from, theme).map(({ start, end }) => from.report.text.slice(start, end)))
    for (const { phrase } of sharedPhrases(columns, shortest)) found.add(phrase)
    yield
  }
  return found
}

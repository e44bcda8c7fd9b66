import type { CountedReport } from '../compare/passages.ts'
import { mergeSpans, type Span } from '../text/span.ts'

/** Where a report speaks of a theme: its runs of neighbouring statements. Of null: the statements without a theme. */
export function passageSpans({ report: { statements }, runs }: CountedReport, theme: string | null): Span[] {
  if (theme === null) return mergeSpans(statements.filter(({ themes }) => themes.length === 0))
  return (runs.get(theme) ?? []).map(({ first, last }) => ({ start: statements[first]!.start, end: statements[last]!.end }))
}

import type { Target } from '../report/report.ts'
import { measureOf } from '../report/target-metric.ts'
import { memberOf } from './columns.ts'
import type { ColumnReport, Place } from './comparison.ts'
import { placeOf, type CountedReport } from './passages.ts'

/** A target by itself: its words, what it counts, and all that a citation needs. */
export interface QuotedTarget extends Target, Place {
  readonly text: string
  /** Words of the clause, `…` where the number stands between them; null where it does not say. */
  readonly metric: string | null
  readonly report: ColumnReport
}

export function quotedTarget(from: CountedReport, target: Target): QuotedTarget {
  const { text } = from.report
  const { metric } = measureOf(text, target)
  return {
    ...target,
    text: text.slice(target.start, target.end),
    metric: metric.length === 0 ? null : metric.map(({ start, end }) => text.slice(start, end)).join('…'),
    report: memberOf(from),
    ...placeOf(from, target, target.end - 1)
  }
}

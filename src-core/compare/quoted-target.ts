import type { Target } from '../report/report.ts'
import { metricText } from '../report/target-metric.ts'
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
  return {
    ...target,
    text: text.slice(target.start, target.end),
    metric: metricText(text, target),
    report: memberOf(from),
    ...placeOf(from, target, target.end - 1)
  }
}

import type { ReportSummary } from '#core/contract/calls.ts'
import type { ListedTarget, ReportTargets } from '#core/contract/target-calls.ts'
import { openPlace, routeNow } from '../../routes.ts'
import { metricKey, unitKey } from '#core/report/target-metric.ts'
import type { Jurisdiction, ReportDate } from '#core/report/report.ts'

/** A target with what the table says, sorts and groups by. */
export interface TargetRow extends ListedTarget {
  readonly id: string
  readonly report: string
  /** Words of the clause, `…` where the number stands between them; '' where it does not say. */
  readonly metricWords: string
  /** The same thing counted has one key in all reports; '' where the clause does not say. */
  readonly metricKey: string
  readonly unitKey: string
  readonly jurisdiction: Jurisdiction | null
  /** Code of the province, or of the state for a national report; '' where it is not known. */
  readonly province: string
  readonly date: ReportDate | null
  readonly iso: string
  /** '' where it is not known. */
  readonly year: string
}

/** Rows of the reports of which the library still tells; in the order of the reports and their text. */
export function targetRows(found: readonly ReportTargets[], reports: ReadonlyMap<string, ReportSummary>): TargetRow[] {
  return found.flatMap(({ report, targets }) => {
    const summary = reports.get(report)
    return summary === undefined ? [] : rowsOf(targets, summary)
  })
}

/** Made once: while targets come, all that have come are told again and again. */
const made = new WeakMap<readonly ListedTarget[], { readonly summary: ReportSummary; readonly rows: readonly TargetRow[] }>()

function rowsOf(targets: readonly ListedTarget[], summary: ReportSummary): readonly TargetRow[] {
  const known = made.get(targets)
  if (known?.summary === summary) return known.rows
  const rows = targets.map((target) => targetRow(target, summary))
  made.set(targets, { summary, rows })
  return rows
}

function targetRow(target: ListedTarget, { id, jurisdiction, date }: ReportSummary): TargetRow {
  const words = target.metric.map(([start, end]) => target.text.slice(start, end))
  const iso = date?.iso ?? ''
  return {
    ...target,
    id: `${id}:${target.start}:${target.end}`,
    report: id,
    metricWords: words.join('…'),
    metricKey: metricKey(words.join('')),
    unitKey: unitKey(target.unit),
    jurisdiction,
    province: jurisdiction === null ? '' : (jurisdiction.province?.code ?? jurisdiction.code),
    date,
    iso,
    year: iso.slice(0, 4)
  }
}

/** Shows where it stands in its report. */
export const openTarget = ({ report, start, end, theme }: TargetRow): void => openPlace({ report, start, end, theme })

/** Of several targets that stand on one point the first; then, each time, the next. */
export function openNext(rows: readonly TargetRow[]): void {
  const { place } = routeNow()
  const open = rows.findIndex(({ report, start, end }) => place?.report === report && place.start === start && place.end === end)
  openTarget(rows[(open + 1) % rows.length]!)
}

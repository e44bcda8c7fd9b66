import type { ReportSummary } from '#core/contract/calls.ts'
import type { ListedTarget, ReportTargets } from '#core/contract/target-calls.ts'
import { metricKey, unitKey } from '#core/report/target-metric.ts'
import type { Jurisdiction, ReportDate } from '#core/report/report.ts'
import { provinceCode, yearOf } from '../../report-facts.ts'

/** A target with what the table says. */
export interface PlainRow extends ListedTarget {
  readonly kind: 'row'
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

/** With what the table finds, sorts and groups it by: made once for each row, not at every letter and click. */
export interface TargetRow extends PlainRow {
  readonly folded: string
  /** One number for all rows whose values can stand on one axis: of one unit, said in one way. */
  readonly unitAxis: number
  /** The same within one metric. */
  readonly metricAxis: number
}

export function preparedRow(row: PlainRow): TargetRow {
  const unit = `${row.unitKey}\n${wayOf(row)}`
  return { ...row, folded: foldedForFinding(row.text), unitAxis: numberOf(unit), metricAxis: numberOf(`${row.metricKey}\n${unit}`) }
}

/** What is reached, grown by, multiplied and covered is not comparable, though the unit may be. */
function wayOf({ operator }: PlainRow): string {
  if (operator === '+' || operator === '-' || operator === 'x' || operator === 'coverage') return operator
  return 'amount'
}

const numbers = new Map<string, number>()

/** Equal words have one number: numbers are gathered faster than words. */
function numberOf(words: string): number {
  const known = numbers.get(words) ?? numbers.size
  if (known === numbers.size) numbers.set(words, known)
  return known
}

/** Full width and half width are one, and spaces do not count. */
export function foldedForFinding(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')
  // most texts are folded already: one string is kept, not two
  return folded === text ? text : folded
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

function targetRow(target: ListedTarget, summary: ReportSummary): TargetRow {
  const { id, jurisdiction, date } = summary
  const words = target.metric.map(([start, end]) => target.text.slice(start, end))
  return preparedRow({
    ...target,
    kind: 'row',
    id: `${id}:${target.start}:${target.end}`,
    report: id,
    metricWords: words.join('…'),
    metricKey: metricKey(words.join('')),
    unitKey: unitKey(target.unit),
    jurisdiction,
    province: provinceCode(summary),
    date,
    iso: date?.iso ?? '',
    year: yearOf(summary)
  })
}

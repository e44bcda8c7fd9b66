import type { ReportsAnswer, ReportSummary } from '../contract/calls.ts'
import { unpackSummaries } from './packed-summaries.ts'

/** By division code, then date, then title; what has no province comes last. */
export function orderReports(reports: readonly ReportSummary[]): ReportSummary[] {
  const key = (report: ReportSummary): string =>
    [report.jurisdiction?.code ?? '~', report.date?.iso ?? '~', report.title ?? '~', report.id].join(' ')
  return reports
    .map((report) => ({ report, key: key(report) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ report }) => report)
}

/**
 * The list after an answer, in order. A report that says the same as before is the same object, and a
 * list of which nothing has changed is the same list.
 * @param before the list that was asked with; null: none
 * @param kept what is to stand for a new summary: the one before where it says the same
 */
export function followList(before: readonly ReportSummary[] | null, { isWhole, reports, gone }: ReportsAnswer, kept: (before: ReportSummary, now: ReportSummary) => ReportSummary): readonly ReportSummary[] {
  const told = unpackSummaries(reports)
  if (before === null) return orderReports(told)
  if (told.length === 0 && gone.length === 0 && (!isWhole || before.length === 0)) return before
  const known = new Map(before.map((report) => [report.id, report]))
  const now = told.map((report) => {
    const old = known.get(report.id)
    return old === undefined ? report : kept(old, report)
  })
  const replaced = new Set([...gone, ...told.map(({ id }) => id)])
  const next = orderReports(isWhole ? now : [...before.filter(({ id }) => !replaced.has(id)), ...now])
  return next.length === before.length && next.every((report, index) => report === before[index]) ? before : next
}

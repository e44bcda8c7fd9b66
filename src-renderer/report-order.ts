import type { ReportSummary } from '#core/contract/calls.ts'

/** By division code, then date, then title; what has no province comes last. */
export function orderReports(reports: readonly ReportSummary[]): ReportSummary[] {
  const key = (report: ReportSummary): string =>
    [report.jurisdiction?.code ?? '~', report.date?.iso ?? '~', report.title ?? '~', report.id].join(' ')
  return reports
    .map((report) => ({ report, key: key(report) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ report }) => report)
}

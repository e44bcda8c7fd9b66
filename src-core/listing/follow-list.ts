import type { ReportsAnswer, ReportSummary } from '../contract/calls.ts'
import { follow } from './follow.ts'
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

/** The list of reports after an answer, as `follow` says. */
export const followList = (before: readonly ReportSummary[] | null, { isWhole, reports, gone }: ReportsAnswer, kept: (before: ReportSummary, now: ReportSummary) => ReportSummary): readonly ReportSummary[] =>
  follow(before, { isWhole, told: unpackSummaries(reports), gone }, { ordered: orderReports, kept })

import type { ReportSummary } from '#core/contract/calls.ts'

/** Reports that a person has called the same as one that was read before them: nobody compares a report with itself. */
export function laterCopies(reports: readonly Pick<ReportSummary, 'id' | 'links'>[]): Set<string> {
  // ids count up in the order of reading
  const isLater = ({ id, links }: Pick<ReportSummary, 'id' | 'links'>): boolean => links.some(({ kind, report }) => kind === 'same' && Number(report) < Number(id))
  return new Set(reports.filter(isLater).map(({ id }) => id))
}

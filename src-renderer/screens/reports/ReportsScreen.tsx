import type { LibraryState, ReportSummary } from '#core/contract/calls.ts'

interface ReportsScreenProps {
  readonly library: LibraryState
  /** In the order of the library. */
  readonly reports: readonly ReportSummary[]
  /** Ids of the reports being compared. */
  readonly chosen: readonly string[]
}

export function ReportsScreen(_: ReportsScreenProps) {
  return <p className="pane-message">…</p>
}

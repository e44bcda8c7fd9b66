import type { Theme } from '#core/codebook/codebook.ts'
import type { ReportSummary } from '#core/contract/calls.ts'

interface TargetsScreenProps {
  readonly reports: readonly ReportSummary[]
  /** Ids of the reports being compared. */
  readonly chosen: readonly string[]
  readonly themes: readonly Theme[]
}

export function TargetsScreen(_: TargetsScreenProps) {
  return <p className="pane-message">…</p>
}

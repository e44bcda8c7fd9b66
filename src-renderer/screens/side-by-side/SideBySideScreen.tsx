import type { Theme } from '#core/codebook/codebook.ts'
import type { ReportSummary } from '#core/contract/calls.ts'

interface SideBySideScreenProps {
  readonly reports: readonly ReportSummary[]
  /** Ids of the reports being compared. */
  readonly chosen: readonly string[]
  readonly themes: readonly Theme[]
}

export function SideBySideScreen(_: SideBySideScreenProps) {
  return <p className="pane-message">…</p>
}

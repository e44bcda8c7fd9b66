import type { Theme } from '#core/codebook/codebook.ts'
import type { ReportSummary } from '#core/contract/calls.ts'

interface SearchScreenProps {
  readonly reports: readonly ReportSummary[]
  readonly themes: readonly Theme[]
}

export function SearchScreen(_: SearchScreenProps) {
  return <p className="pane-message">…</p>
}

import type { Comparison } from '#core/compare/comparison.ts'
import type { ColumnNames } from '../../compared.ts'

interface RanksScreenProps {
  readonly comparison: Comparison
  readonly names: ColumnNames
}

export function RanksScreen(_: RanksScreenProps) {
  return <p className="pane-message">…</p>
}

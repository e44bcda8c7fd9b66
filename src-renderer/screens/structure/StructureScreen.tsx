import type { Comparison } from '#core/compare/comparison.ts'
import type { ColumnNames } from '../../compared.ts'

interface StructureScreenProps {
  readonly comparison: Comparison
  readonly names: ColumnNames
}

export function StructureScreen(_: StructureScreenProps) {
  return <p className="pane-message">…</p>
}

import type { ReactNode } from 'react'
import type { Comparison } from '#core/compare/comparison.ts'
import type { ColumnNames } from '../../compared.ts'
import type { Gap, Line } from './grid.ts'
import { AcrossHead } from './headers.tsx'
import { useLineDrag } from './line-drag.ts'

interface HeadRowProps {
  readonly across: readonly Line[]
  readonly comparison: Comparison
  readonly names: ColumnNames
  readonly onMove: (line: string, gap: Gap) => void
  readonly isWhole: boolean
  readonly measure: (element: HTMLElement | null) => void
  /** What stands in the corner. */
  readonly children: ReactNode
}

/** The heads of the columns; each can be dragged to another place. */
export function HeadRow({ across, comparison, names, onMove, isWhole, measure, children }: HeadRowProps) {
  const [drop, grab] = useLineDrag(({ line, gap }) => onMove(line, gap))
  return (
    <div role="row" className="matrix-row matrix-head" aria-rowindex={1} ref={measure} data-dragging={drop === null ? undefined : ''}>
      <div role="columnheader" className="corner" aria-colindex={1}>
        {children}
      </div>
      {across.map((line, index) => (
        <AcrossHead
          key={line.id}
          line={line}
          comparison={comparison}
          names={names}
          position={index + 1}
          isWhole={isWhole}
          drop={drop?.gap.beside === line.id && drop.line !== line.id ? drop.gap.side : null}
          onGrab={grab}
        />
      ))}
    </div>
  )
}

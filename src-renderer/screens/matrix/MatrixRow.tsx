import { memo, useCallback } from 'react'
import type { Comparison } from '#core/compare/comparison.ts'
import type { ColumnNames } from '../../compared.ts'
import { useLanguage } from '../../use-words.ts'
import { lineName, type Line } from './grid.ts'
import { DownHead } from './headers.tsx'
import { followHeight } from './heights.ts'
import { MatrixCell } from './MatrixCell.tsx'
import { useArrangement, useMoment } from './matrix-state.ts'
import { useRowFloor } from './row-floor.ts'
import { isIn, rowDrawn, useNear, type Lines } from './sight.ts'

interface MatrixRowProps {
  readonly line: Line
  readonly across: readonly Line[]
  readonly comparison: Comparison
  readonly names: ColumnNames
  readonly find: string
  /** 1-based among the rows shown. */
  readonly position: number
  readonly isHome: boolean
  /** One for each column: room for so many characters. */
  readonly charactersPerLine: readonly number[]
  /** All cells are on the page, however far away. */
  readonly isWhole: boolean
  readonly isStacked: boolean
}

const none: Lines = { first: 1, last: 0 }

/** A theme over all reports; transposed, a report over all themes. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { line, across, comparison, names, find, position, isHome, charactersPerLine, isWhole, isStacked } = props
  const language = useLanguage()
  const near = useNear((part) => (isIn(part.rows, position) ? part.columns : none))
  const active = useActiveIndex(line, across)
  const noting = useMoment((moment) => (moment.noting === null ? -1 : line.cells.findIndex(({ key }) => key === moment.noting?.cell)))
  const { floor, cells, onMeasured } = useRowFloor(line, charactersPerLine, isStacked)
  const measure = useCallback((element: HTMLElement | null) => followHeight(element, (height) => rowDrawn(line.id, height)), [line.id])
  const isOnPage = (index: number): boolean => isWhole || isIn(near, index + 1) || index === active || index === noting || (isHome && index === 0)
  return (
    <div role="row" className="matrix-row" aria-rowindex={position + 1} style={{ minHeight: floor }} ref={measure}>
      <DownHead line={line} comparison={comparison} names={names} position={position} isWhole={isWhole} />
      {across.map((other, index) => {
        const view = line.cells[index]
        const theme = line.kind === 'theme' ? line : other
        const report = line.kind === 'column' ? line : other
        if (!isOnPage(index) || view === undefined || theme.kind !== 'theme' || report.kind !== 'column') return null
        return (
          <MatrixCell
            key={other.id}
            view={view}
            row={theme.row}
            column={report.column}
            line={line.id}
            names={names.full}
            stackedName={lineName(other, { names, language })}
            find={view.hits > 0 ? find : ''}
            at={{ row: position, column: index + 1 }}
            isHome={isHome && index === 0}
            charactersPerLine={charactersPerLine[index] ?? 30}
            height={cells[index]?.height ?? 'folded'}
            room={isStacked ? (cells[index]?.pixels ?? null) : null}
            isWhole={isWhole}
            onMeasured={onMeasured}
          />
        )
      })}
    </div>
  )
})

/** The cell of this row that the keyboard is in stays on the page, or it would lose the focus. */
const useActiveIndex = (line: Line, across: readonly Line[]): number =>
  useArrangement(({ active }) => {
    if (active === null) return -1
    const [own, other] = line.kind === 'theme' ? [active.theme, active.column] : [active.column, active.theme]
    return own === line.id ? across.findIndex(({ id }) => id === other) : -1
  })

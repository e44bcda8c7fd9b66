import { memo, type PointerEvent } from 'react'
import type { Comparison } from '#core/compare/comparison.ts'
import type { ColumnNames } from '../../compared.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { ColumnEdge } from './ColumnEdge.tsx'
import { heightAction, heights, type Height } from './fold.ts'
import { lineName, type Line } from './grid.ts'
import { ColumnFacts, themeColor, ThemeFacts } from './LineFacts.tsx'
import { heightOfRow, isActive, setRowHeight, useArrangement, type CellName } from './matrix-state.ts'
import { isIn, useNear } from './sight.ts'

interface HeadProps {
  readonly line: Line
  readonly comparison: Comparison
  readonly names: ColumnNames
  /** 1-based among the lines of its direction. */
  readonly position: number
  /** All of it is on the page, however far away. */
  readonly isWhole: boolean
}

const nameOfHead = (line: Line): CellName => (line.kind === 'theme' ? { theme: line.id, column: null } : { theme: null, column: line.id })

interface FactsProps extends Pick<HeadProps, 'line' | 'comparison' | 'names'> {
  /** Far from sight the name is enough, unless the keyboard is in it. */
  readonly isNear: boolean
}

function Facts({ line, comparison, names, isNear }: FactsProps) {
  const language = useLanguage()
  if (!isNear) return <span className={line.kind === 'theme' ? 'theme-name' : 'name'}>{line.kind === 'theme' ? line.row.label[language] : names.plain[line.index]}</span>
  return line.kind === 'theme' ? (
    <ThemeFacts row={line.row} names={names} />
  ) : (
    <ColumnFacts comparison={comparison} column={line.column} index={line.index} name={names.plain[line.index] ?? ''} />
  )
}

interface AcrossHeadProps extends HeadProps {
  /** Which side of it the line that is being dragged would come to. */
  readonly drop: 'before' | 'after' | null
  readonly onGrab: (event: PointerEvent<HTMLElement>, id: string) => void
}

/** The head of a column: its facts, its edge, and a grip to move it by. */
export const AcrossHead = memo(function AcrossHead({ line, comparison, names, position, isWhole, drop, onGrab }: AcrossHeadProps) {
  const isNear = useNear(({ columns }) => isWhole || isIn(columns, position))
  const isHere = useArrangement((arrangement) => isActive(arrangement, nameOfHead(line)))
  const language = useLanguage()
  return (
    <div
      role="columnheader"
      className={`column-header ${line.kind}-head${drop === null ? '' : ` drop-${drop}`}`}
      aria-colindex={position + 1}
      data-at={`0:${position}`}
      data-line={line.id}
      tabIndex={isHere ? 0 : -1}
      style={line.kind === 'theme' ? { '--c': themeColor(line.row) } : undefined}
      onPointerDown={(event) => onGrab(event, line.id)}
    >
      <Facts line={line} comparison={comparison} names={names} isNear={isNear || isHere} />
      <ColumnEdge line={line.id} name={lineName(line, { names, language })} />
    </div>
  )
})

/** The head of a row: its facts, and how much of the row shows. */
export const DownHead = memo(function DownHead({ line, comparison, names, position, isWhole }: HeadProps) {
  const isNear = useNear(({ rows }) => isWhole || isIn(rows, position))
  const isHere = useArrangement((arrangement) => isActive(arrangement, nameOfHead(line)))
  const height = useArrangement((arrangement) => heightOfRow(arrangement, line.id))
  return (
    <div
      role="rowheader"
      className={`row-header ${line.kind}-head is-${height}`}
      aria-colindex={1}
      data-at={`${position}:0`}
      tabIndex={isHere ? 0 : -1}
      style={line.kind === 'theme' ? { '--c': themeColor(line.row) } : undefined}
    >
      <div className="row-header-inner">
        <Facts line={line} comparison={comparison} names={names} isNear={isNear || isHere} />
        {(isNear || isHere) && <RowFolds line={line} height={height} />}
      </div>
    </div>
  )
})

function RowFolds({ line, height }: { readonly line: Line; readonly height: Height }) {
  const words = useWords()
  const others = heights.filter((other) => other !== height)
  return (
    <p className="row-folds">
      {others.map((other) => {
        const label = heightAction(other, words)
        return (
          <button key={other} type="button" className="link" tabIndex={-1} title={label} aria-label={label} onClick={() => setRowHeight(line, other)}>
            {words.matrixView.height[other]}
          </button>
        )
      })}
    </p>
  )
}

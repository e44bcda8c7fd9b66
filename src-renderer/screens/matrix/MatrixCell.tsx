import { memo } from 'react'
import type { Column } from '#core/compare/comparison.ts'
import { number, targetLabel } from '../../language/labels.ts'
import { useWords } from '../../use-words.ts'
import { openPlace } from '../../routes.ts'
import { foldOf, type CellView } from './matrix-view.ts'
import { toggleFold, useMatrixState } from './matrix-state.ts'
import { Quotation } from './Quotation.tsx'

interface MatrixCellProps {
  readonly view: CellView
  readonly theme: string
  readonly column: Column
  /** Shown where the columns stand under each other. */
  readonly columnName: string
  /** `row:column`, headers counted as 0. */
  readonly at: string
  readonly ariaColumn: number
  readonly charactersPerLine: number
}

const lineHeight = 26

/** One theme in one column. Memo: a table of 31 columns has some 500 of these, and a key press concerns two. */
export const MatrixCell = memo(function MatrixCell(props: MatrixCellProps) {
  const { view, theme, column, columnName, at, ariaColumn, charactersPerLine } = props
  const words = useWords()
  const isActive = useMatrixState((state) => state.active === at)
  const isUnfolded = useMatrixState((state) => state.unfolded.has(view.key))
  const fold = foldOf(view.passages, charactersPerLine)
  const isFoldable = fold.hiddenPassages > 0 || fold.hiddenCharacters > 0
  const clamps = isUnfolded ? view.passages.map(() => null) : fold.clamps
  return (
    <div
      role="gridcell"
      className="matrix-cell"
      aria-colindex={ariaColumn}
      data-at={at}
      tabIndex={isActive ? 0 : -1}
      style={{ containIntrinsicBlockSize: `auto ${Math.min(18, 3 + clamps.length * 2) * lineHeight}px` }}
    >
      <div className="cell-head">
        <span className="stacked-name">{columnName}</span>
        {view.hits > 0 && <span className="hits">{words.matrix.found(view.hits)}</span>}
      </div>
      {view.passages.length === 0 && (
        <div className="absent">{view.cell.state === 'absent' ? words.matrix.absent : words.matrix.absentFiltered}</div>
      )}
      {clamps.map((clamp, index) => {
        const passage = view.passages[index]
        return passage && <Quotation key={passage.passage.start} view={passage} theme={theme} column={column} clamp={clamp} />
      })}
      {isFoldable && (
        <button type="button" className="link more" tabIndex={-1} aria-expanded={isUnfolded} onClick={() => toggleFold(view.key)}>
          {isUnfolded ? words.matrix.less : words.matrix.more(fold.hiddenPassages, number(fold.hiddenCharacters))}
        </button>
      )}
      {view.passages.length > 0 && <CellTags view={view} theme={theme} />}
    </div>
  )
})

/** Targets (blue: read out by the program) and coined names as chips that lead to their place. */
function CellTags({ view, theme }: { readonly view: CellView; readonly theme: string }) {
  const words = useWords()
  if (view.targets.length === 0 && view.cell.programmes.length === 0) return null
  return (
    <ul className="tags">
      {view.targets.map((target) => (
        <li key={`${target.report}:${target.start}`}>
          <button
            type="button"
            className="tag plain"
            tabIndex={-1}
            title={`${words.matrix.target}: ${target.text}`}
            onClick={() => openPlace({ report: target.report, start: target.start, end: target.end, theme })}
          >
            {targetLabel(target)}
          </button>
        </li>
      ))}
      {view.cell.programmes.map((programme) => (
        <li key={`${programme.report}:${programme.name}`}>
          <button
            type="button"
            className="tag coined plain"
            tabIndex={-1}
            title={words.matrix.programme}
            onClick={() => {
              const first = programme.occurrences[0]
              if (first !== undefined) openPlace({ report: programme.report, start: first.start, end: first.end, theme })
            }}
          >
            {words.quote(programme.name)}
          </button>
        </li>
      ))}
    </ul>
  )
}

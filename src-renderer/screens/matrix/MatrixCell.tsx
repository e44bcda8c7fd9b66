import { memo } from 'react'
import type { Column } from '#core/compare/comparison.ts'
import { number } from '../../language/labels.ts'
import type { Words } from '../../language/zh.ts'
import { useWords } from '../../use-words.ts'
import { cellTags, foldedTags } from './cell-tags.ts'
import { foldOf, type CellView, type Fold } from './matrix-view.ts'
import { toggleFold, useMatrixState } from './matrix-state.ts'
import { Quotation } from './Quotation.tsx'
import { TagList } from './TagList.tsx'

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
  const tags = cellTags(view)
  const hiddenTags = tags.length - foldedTags
  const isFoldable = fold.hiddenPassages > 0 || fold.hiddenCharacters > 0 || hiddenTags > 0
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
          {isUnfolded ? words.matrix.less : foldLabel(fold, words)}
        </button>
      )}
      {view.passages.length > 0 && <TagList tags={isUnfolded ? tags : tags.slice(0, foldedTags)} hidden={isUnfolded ? 0 : hiddenTags} theme={theme} />}
    </div>
  )
})

function foldLabel({ hiddenPassages, hiddenCharacters }: Fold, words: Words): string {
  return hiddenCharacters === 0 ? words.matrix.unfold : words.matrix.more(hiddenPassages, number(hiddenCharacters))
}

import { memo } from 'react'
import type { Column, Row } from '#core/compare/comparison.ts'
import { number } from '../../language/labels.ts'
import type { Words } from '../../language/zh.ts'
import { openPlace } from '../../routes.ts'
import { useWords } from '../../use-words.ts'
import { cellTags, foldedTags } from './cell-tags.ts'
import { CellNotes } from './CellNotes.tsx'
import { CellState } from './CellState.tsx'
import { foldOf, reckonedHeight, type Fold, type Height } from './fold.ts'
import { chosenPassage, heightOfCell, isActive, toggleCell, useArrangement, useMoment } from './matrix-state.ts'
import type { CellView } from './matrix-view.ts'
import { useNear } from './near.ts'
import { passageMarks, sharedInColumn } from './passage-marks.ts'
import { Quotation } from './Quotation.tsx'
import { TagList } from './TagList.tsx'

interface MatrixCellProps {
  readonly view: CellView
  readonly row: Row
  readonly column: Column
  /** The line of the table that it stands in. */
  readonly line: string
  /** Names of all columns of the comparison. */
  readonly names: readonly string[]
  /** Shown where the cells of a line stand under each other. */
  readonly stackedName: string
  readonly find: string
  /** `row:column`, headers counted as 0. */
  readonly at: string
  readonly ariaColumn: number
  /** Where the keyboard begins in a table that nobody has been in. */
  readonly isHome: boolean
  readonly charactersPerLine: number
}

const none: readonly never[] = []

/** One theme in one column. Memo: a table of 31 columns has some 500 of these, and a key press concerns two. */
export const MatrixCell = memo(function MatrixCell(props: MatrixCellProps) {
  const { view, row, column, line, stackedName, at, ariaColumn, isHome, charactersPerLine } = props
  const isHere = useArrangement((arrangement) => isActive(arrangement, { theme: row.theme, column: column.id }))
  const height = useArrangement((arrangement) => heightOfCell(arrangement, { row: line, cell: view.key }))
  const [isNear, near] = useNear('.matrix-scroll')
  const isNoting = useMoment((moment) => moment.noting?.cell === view.key)
  const fold = foldOf(view.passages, charactersPerLine)
  const shown: Fold = height === 'open' ? { ...fold, clamps: view.passages.map(() => null) } : fold
  const tags = Math.min(view.targets.length + view.cell.programmes.length, foldedTags)
  const reckoned = height === 'closed' ? 44 : reckonedHeight(shown, view.passages, { charactersPerLine, tags })
  return (
    <div
      role="gridcell"
      className="matrix-cell"
      aria-colindex={ariaColumn}
      data-at={at}
      tabIndex={isHere || isHome ? 0 : -1}
      ref={near}
      style={{ containIntrinsicBlockSize: `auto ${reckoned}px` }}
    >
      <span className="stacked-name">{stackedName}</span>
      {isNear || isNoting ? <CellContent {...props} isHere={isHere} height={height} fold={fold} clamps={shown.clamps} /> : <PlainContent view={view} row={row} column={column} clamps={height === 'closed' ? none : shown.clamps} />}
    </div>
  )
})

/** The words alone, for a cell that nobody sees yet. */
function PlainContent({ view, row, column, clamps }: Pick<MatrixCellProps, 'view' | 'row' | 'column'> & { readonly clamps: Fold['clamps'] }) {
  return (
    <>
      <div className="cell-head">
        <CellState subject={{ view, theme: row.theme, column }} isPlain />
      </div>
      {clamps.map((clamp, index) => {
        const passage = view.passages[index]?.passage
        return (
          passage && (
            <blockquote
              key={index}
              className={clamp === null ? undefined : 'clamped'}
              style={clamp === null ? undefined : { WebkitLineClamp: clamp }}
              onClick={() => openPlace({ report: passage.report, start: passage.start, end: passage.end, theme: row.theme })}
            >
              {passage.text}
            </blockquote>
          )
        )
      })}
    </>
  )
}

interface CellContentProps extends MatrixCellProps {
  readonly isHere: boolean
  readonly height: Height
  readonly fold: Fold
  readonly clamps: Fold['clamps']
}

function CellContent(props: CellContentProps) {
  const { view, row, column, line, height, fold } = props
  const words = useWords()
  const tags = cellTags(view)
  const isOpen = height === 'open'
  const hiddenTags = tags.length - foldedTags
  const isFoldable = fold.hiddenPassages > 0 || fold.hiddenCharacters > 0 || hiddenTags > 0
  return (
    <>
      <div className="cell-head">
        <CellState subject={{ view, theme: row.theme, column }} />
        {view.hits > 0 && <span className="hits">{words.matrix.found(view.hits)}</span>}
      </div>
      {height !== 'closed' && (
        <>
          <Quotations {...props} />
          {isFoldable && (
            <button type="button" className="link more" tabIndex={-1} aria-expanded={isOpen} onClick={() => toggleCell(line, view.key)}>
              {isOpen ? words.matrix.less : foldLabel(fold, words)}
            </button>
          )}
          {view.passages.length > 0 && <TagList tags={isOpen ? tags : tags.slice(0, foldedTags)} hidden={isOpen ? 0 : hiddenTags} theme={row.theme} />}
          <NotesOnWhole view={view} row={row} column={column} />
        </>
      )}
    </>
  )
}

function Quotations({ view, row, column, names, find, clamps, isHere }: CellContentProps) {
  const words = useWords()
  const chosen = useMoment((moment) => (isHere && view.passages.length > 1 ? chosenPassage(moment, view.key) : -1))
  const noting = useMoment((moment) => (moment.noting?.cell === view.key ? moment.noting : null))
  const shared = sharedInColumn(row.shared, view.column, { names, sharedWith: words.matrix.sharedWith, separator: words.listComma })
  return clamps.map((clamp, position) => {
    const passage = view.passages[position]
    if (passage === undefined) return null
    const targets = view.targets.filter((target) => target.passage === passage.index)
    return (
      <Quotation
        key={`${passage.passage.report} ${passage.passage.start}`}
        view={passage}
        marks={passageMarks(passage.passage, { targets, notes: passage.notes }, { find, shared })}
        theme={row.theme}
        column={column}
        cell={view.key}
        clamp={clamp}
        isChosen={position === chosen}
        noting={noting?.passage === passage.index ? noting : null}
      />
    )
  })
}

/** Notes on the theme in this column as such, among them those on what is not said. */
function NotesOnWhole({ view, row, column }: Pick<MatrixCellProps, 'view' | 'row' | 'column'>) {
  const noting = useMoment((moment) => (moment.noting?.cell === view.key && moment.noting.passage === null ? moment.noting : null))
  const report = column.reports[0]
  return (
    <CellNotes
      notes={view.notes}
      noting={noting}
      cell={view.key}
      passage={null}
      on={report === undefined ? null : { report, theme: row.theme, start: 0, end: 0 }}
      about={`${row.label.zh} · ${column.title}`}
    />
  )
}

function foldLabel({ hiddenPassages, hiddenCharacters }: Fold, words: Words): string {
  return hiddenCharacters === 0 ? words.matrix.unfold : words.matrix.more(hiddenPassages, number(hiddenCharacters))
}

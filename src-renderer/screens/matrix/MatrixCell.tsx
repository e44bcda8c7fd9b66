import { memo, useCallback, useMemo } from 'react'
import type { Column, Row } from '#core/compare/comparison.ts'
import { number } from '../../language/labels.ts'
import type { Words } from '../../language/zh.ts'
import { openPlace } from '../../routes.ts'
import { useWords } from '../../use-words.ts'
import { cellTags, foldedTags } from './cell-tags.ts'
import { CellNotes } from './CellNotes.tsx'
import { CellState } from './CellState.tsx'
import { useDrawn } from './drawing.ts'
import { clampsOf, foldOf, type Fold } from './fold.ts'
import { writePlace, type GridPlace } from './grid-keys.ts'
import { followHeight } from './heights.ts'
import { chosenPassage, isActive, toggleCell, useArrangement, useMoment } from './matrix-state.ts'
import { passageMarks, sharedInColumn } from './passage-marks.ts'
import { Quotation } from './Quotation.tsx'
import type { Drawing, OnMeasured } from './row-floor.ts'
import { TagList } from './TagList.tsx'

interface MatrixCellProps extends Content {
  /** Shown where the cells of a line stand under each other. */
  readonly stackedName: string
  readonly at: GridPlace
  /** Where the keyboard begins in a table that nobody has been in. */
  readonly isHome: boolean
  /** Pixels to be held free for the content until it is drawn; null where the row holds them. */
  readonly room: number | null
  /** Its words are on the page from the beginning: the browser's own find and a screen reader have them at once. */
  readonly isWhole: boolean
  readonly onMeasured: OnMeasured
}

/** What the content of a cell is drawn from. */
interface Content extends Drawing {
  readonly row: Row
  readonly column: Column
  /** The line of the table that it stands in. */
  readonly line: string
  /** Names of all columns of the comparison. */
  readonly names: readonly string[]
  /** Words looked for, where the cell has them. */
  readonly find: string
}

/** One theme in one column. Memo: a table of 31 columns has some 60 of these near to sight, and a key press concerns two. */
export const MatrixCell = memo(function MatrixCell(props: MatrixCellProps) {
  const { stackedName, at, isHome, room, isWhole, onMeasured, ...now } = props
  const { row, column, view } = now
  const isHere = useArrangement((arrangement) => isActive(arrangement, { theme: row.theme, column: column.id }))
  const isNoting = useMoment(({ noting }) => noting?.cell === view.key)
  const content = useSame(now)
  const lately = useDrawn(content, at.row, at.column)
  // the editor takes the keyboard at once
  const drawn = isNoting ? content : lately
  const measure = useCallback((element: HTMLElement | null) => (drawn === null ? undefined : followHeight(element, (pixels) => onMeasured(drawn, pixels))), [drawn, onMeasured])
  return (
    <div
      role="gridcell"
      className="matrix-cell"
      aria-colindex={at.column + 1}
      data-at={writePlace(at)}
      tabIndex={isHere || isHome ? 0 : -1}
      style={{ gridColumn: at.column + 1, ...(drawn === null && room !== null ? { minHeight: room } : {}) }}
    >
      <span className="stacked-name">{stackedName}</span>
      {drawn === null ? (
        <PlainContent view={view} row={row} column={column} clamps={isWhole ? clampsOf(view.passages, now.charactersPerLine, now.height) : none} />
      ) : (
        <div className="cell-body" ref={measure}>
          <CellContent content={drawn} isHere={isHere} />
        </div>
      )}
    </div>
  )
})

const none: readonly never[] = []

/** The object of before while all in it is the same. */
function useSame(now: Content): Content {
  const { view, row, column, line, names, find, charactersPerLine, height } = now
  return useMemo(() => ({ view, row, column, line, names, find, charactersPerLine, height }), [view, row, column, line, names, find, charactersPerLine, height])
}

/** What is known of it, and its words alone: for a cell that nobody sees yet. */
function PlainContent({ view, row, column, clamps }: Pick<Content, 'view' | 'row' | 'column'> & { readonly clamps: Fold['clamps'] }) {
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

interface CellContentProps {
  readonly content: Content
  readonly isHere: boolean
}

const CellContent = memo(function CellContent({ content, isHere }: CellContentProps) {
  const { view, row, column, line, height, charactersPerLine } = content
  const words = useWords()
  const tags = cellTags(view)
  const isOpen = height === 'open'
  const hiddenTags = tags.length - foldedTags
  const fold = foldOf(view.passages, charactersPerLine)
  const isFoldable = fold.hiddenPassages > 0 || fold.hiddenCharacters > 0 || hiddenTags > 0
  return (
    <>
      <div className="cell-head">
        <CellState subject={{ view, theme: row.theme, column }} />
        {view.hits > 0 && <span className="hits">{words.matrix.found(view.hits)}</span>}
      </div>
      {height !== 'closed' && (
        <>
          <Quotations content={content} isHere={isHere} />
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
})

function Quotations({ content: { view, row, column, names, find, charactersPerLine, height }, isHere }: CellContentProps) {
  const words = useWords()
  const chosen = useMoment((moment) => (isHere && view.passages.length > 1 ? chosenPassage(moment, view.key) : -1))
  const noting = useMoment((moment) => (moment.noting?.cell === view.key ? moment.noting : null))
  const shared = sharedInColumn(row.shared, view.column, { names, sharedWith: words.matrix.sharedWith, separator: words.listComma })
  return clampsOf(view.passages, charactersPerLine, height).map((clamp, position) => {
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
function NotesOnWhole({ view, row, column }: Pick<Content, 'view' | 'row' | 'column'>) {
  const noting = useMoment((moment) => (moment.noting?.cell === view.key && moment.noting.passage === null ? moment.noting : null))
  const report = column.reports[0]
  return (
    <CellNotes
      notes={view.notes}
      noting={noting}
      cell={view.key}
      passage={null}
      on={report === undefined ? null : { report, theme: row.theme, start: 0, end: 0, words: '' }}
      about={`${row.label.zh} · ${column.title}`}
    />
  )
}

function foldLabel({ hiddenPassages, hiddenCharacters }: Fold, words: Words): string {
  return hiddenCharacters === 0 ? words.matrix.unfold : words.matrix.more(hiddenPassages, number(hiddenCharacters))
}

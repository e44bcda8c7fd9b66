import { useCallback, useDeferredValue, useLayoutEffect, useMemo, useState } from 'react'
import type { ColumnGrouping, Comparison } from '#core/compare/comparison.ts'
import { useScreenCommands, type KeyList } from '../../commands.ts'
import type { ColumnNames } from '../../compared.ts'
import { useAnswer, useAskAgain, useHost } from '../../host/use-call.ts'
import { number, percent } from '../../language/labels.ts'
import { ContextMenu } from '../../parts/ContextMenu.tsx'
import { notesByReport } from '../../notes.ts'
import { useElementHeight, useElementWidth } from '../../parts/element-size.ts'
import { useMedia } from '../../parts/media.ts'
import type { Place } from '../../routes.ts'
import { useSelection } from '../../state/selection.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { leastWidth, templateOf, widthsIn } from './columns-layout.ts'
import { coverage } from './coverage.ts'
import { clearAllFilters, FilterChips } from './FilterChips.tsx'
import { onGridFocus, onGridKey, type GridGround } from './grid-events.ts'
import { gridMenu } from './grid-menu.ts'
import { gridOf, moved, type Gap, type Grid } from './grid.ts'
import { HeadRow } from './HeadRow.tsx'
import { filterBy, rememberScroll, setOrder, useArrangement, useMoment, useOwnFilter } from './matrix-state.ts'
import { inOrder, matrixView, narrowsQuotations, type MatrixFilter, type MatrixView } from './matrix-view.ts'
import { MatrixRow } from './MatrixRow.tsx'
import { followPane, layOut } from './sight.ts'
import './matrix.css'

interface MatrixScreenProps {
  readonly comparison: Comparison
  readonly names: ColumnNames
  readonly by: ColumnGrouping
  /** The place whose source is open, or null. */
  readonly place: Place | null
}

/** Narrower than this, the facts of a column head take two lines. */
const tightBelow = 430
const cellPadding = 29
const characterWidth = 15
/** A table of no more cells than this is on the page as a whole; of a larger one, what is near to sight. */
const mostWhole = 100
const none: readonly never[] = []

const keyLists: readonly KeyList[] = [{ id: 'matrix', title: (words) => words.matrixView.keysTitle, rows: (words) => words.matrixView.keys }]

/** Themes down, provinces across, their own words in the cells; or transposed. */
export function MatrixScreen({ comparison, names, by, place }: MatrixScreenProps) {
  const words = useWords()
  useScreenCommands(none, keyLists)
  const { filter, view, grid } = useMatrix(comparison)
  if (grid.down.length === 0 || grid.across.length === 0) {
    return (
      <div className="matrix-screen">
        <FilterChips rows={comparison.rows} />
        {view.absent.length > 0 ? (
          <AbsentThemes view={view} />
        ) : (
          <div className="pane-message">
            <p>{words.matrix.nothingFound}</p>
            <button type="button" onClick={clearAllFilters}>
              {words.matrix.clear}
            </button>
          </div>
        )}
      </div>
    )
  }
  return (
    <div className="matrix-screen">
      <FilterChips rows={comparison.rows} />
      <MatrixTable comparison={comparison} names={names} by={by} place={place} filter={filter} view={view} grid={grid} />
      <News />
    </div>
  )
}

function useMatrix(comparison: Comparison): { filter: MatrixFilter; view: MatrixView; grid: Grid } {
  const themes = useSelection((s) => s.themes)
  const kinds = useSelection((s) => s.kinds)
  const find = useDeferredValue(useSelection((s) => s.find))
  const onlyMentioning = useSelection((s) => s.onlyMentioning)
  const own = useOwnFilter()
  const columnOrder = useArrangement((a) => a.columnOrder)
  const themeOrder = useArrangement((a) => a.themeOrder)
  const transposed = useArrangement((a) => a.transposed)
  const reports = useMemo(() => comparison.columns.flatMap((column) => column.reports), [comparison])
  const listed = useAnswer('notes.list', { reports }) ?? none
  const notes = useMemo(() => notesByReport(listed), [listed])
  const filter = useMemo((): MatrixFilter => ({ themes, kinds, find, onlyMentioning, ...own }), [themes, kinds, find, onlyMentioning, own])
  const view = useMemo(() => matrixView(comparison, filter, { notes, columnOrder, themeOrder }), [comparison, filter, notes, columnOrder, themeOrder])
  const grid = useMemo(() => gridOf(view, comparison, transposed), [view, comparison, transposed])
  return { filter, view, grid }
}

interface MatrixTableProps extends MatrixScreenProps {
  readonly filter: MatrixFilter
  readonly view: MatrixView
  readonly grid: Grid
}

function MatrixTable({ comparison, names, by, place, filter, view, grid }: MatrixTableProps) {
  const words = useWords()
  const language = useLanguage()
  const host = useHost()
  const askAgain = useAskAgain()
  const widths = useArrangement((a) => a.widths)
  const hasActive = useArrangement((a) => isShown(a.active, grid))
  const [width, measure] = useElementWidth(20)
  const [headHeight, measureHead] = useElementHeight(1)
  const isStacked = useMedia('(max-width: 960px)')
  const [startScroll] = useState(() => scrollTo(useArrangement.getState().scroll))
  const first = width < 780 ? 124 : 168
  const columnWidths = useMemo(() => (isStacked ? grid.across.map(() => width) : widthsIn(width - first, grid.across, widths)), [grid, widths, width, first, isStacked])
  const charactersPerLine = useSameNumbers(columnWidths.map((column) => Math.max(8, Math.floor((column - cellPadding) / characterWidth))))
  const pane = usePane(measure)
  useLayoutEffect(() => {
    if (width > 0) layOut({ rows: grid.down.map(({ id }) => id), columnWidths, first, head: headHeight, isStacked })
  }, [grid, columnWidths, width, first, headHeight, isStacked])
  const isWhole = grid.down.length * grid.across.length <= mostWhole
  const onMove = (line: string, gap: Gap): void => {
    const kind = grid.across[0]?.kind ?? 'column'
    const { columnOrder, themeOrder } = useArrangement.getState()
    const all = kind === 'theme' ? inOrder(comparison.rows.map((row) => row.theme), themeOrder, String) : inOrder(comparison.columns.map((column) => column.id), columnOrder, String)
    setOrder(kind, moved(all, line, gap))
  }
  const ground: GridGround = { grid, names, language, place, words, host, askAgain, onMove }
  const isTight = Math.min(...charactersPerLine) * characterWidth + cellPadding < tightBelow
  return (
    <ContextMenu
      className="matrix-scroll"
      entriesAt={(target) => gridMenu(target, ground)}
      render={<div ref={pane} />}
    >
      <div
        role="grid"
        id="comparison"
        className={isTight ? 'matrix tight' : 'matrix'}
        aria-label={words.matrix.title}
        aria-rowcount={grid.down.length + 1}
        aria-colcount={grid.across.length + 1}
        ref={startScroll}
        style={{ '--template': templateOf(grid.across, widths), '--least': `${leastWidth(grid.across, widths)}px`, ...(headHeight > 0 ? { '--head': `${headHeight}px` } : {}) }}
        onKeyDown={(event) => onGridKey(event, ground)}
        onFocus={(event) => onGridFocus(event, grid)}
      >
        <HeadRow across={grid.across} comparison={comparison} names={names} onMove={onMove} isWhole={isWhole} measure={measureHead}>
          <Corner comparison={comparison} by={by} filter={filter} view={view} />
        </HeadRow>
        {grid.down.map((line, index) => (
          <MatrixRow
            key={line.id}
            line={line}
            across={grid.across}
            comparison={comparison}
            names={names}
            find={filter.find}
            position={index + 1}
            isHome={!hasActive && index === 0}
            charactersPerLine={charactersPerLine}
            isWhole={isWhole}
            isStacked={isStacked}
          />
        ))}
      </div>
      {view.absent.length > 0 && <AbsentThemes view={view} />}
    </ContextMenu>
  )
}

/** The pane's width is measured, and what comes near as it scrolls is drawn. */
function usePane(measure: (element: HTMLElement | null) => void): (element: HTMLElement | null) => (() => void) | undefined {
  return useCallback(
    (element) => {
      measure(element)
      if (element === null) return undefined
      const letGo = followPane(element, rememberScroll)
      return () => {
        letGo()
        measure(null)
      }
    },
    [measure]
  )
}

/** The list of before while all in it is the same: a filter leaves the columns as wide as they were. */
function useSameNumbers(now: readonly number[]): readonly number[] {
  const said = now.join(' ')
  return useMemo(() => said.split(' ').map(Number), [said])
}

/** Whether the cell that the keyboard was in is one of those shown. */
function isShown(active: { readonly theme: string | null; readonly column: string | null } | null, { down, across }: Grid): boolean {
  if (active === null) return false
  const ids = new Set([...down, ...across].map(({ id }) => id))
  return (active.theme === null || ids.has(active.theme)) && (active.column === null || ids.has(active.column))
}

/** A ref that puts the pane back where it was left, once. */
function scrollTo({ left, top }: { readonly left: number; readonly top: number }): (element: HTMLElement | null) => void {
  let isDone = left === 0 && top === 0
  return (element) => {
    if (isDone || element === null) return
    isDone = true
    requestAnimationFrame(() => element.closest('.matrix-scroll')?.scrollTo({ left, top, behavior: 'instant' }))
  }
}

interface CornerProps {
  readonly comparison: Comparison
  readonly by: ColumnGrouping
  readonly filter: MatrixFilter
  readonly view: MatrixView
}

function Corner({ comparison, by, filter, view }: CornerProps) {
  const words = useWords()
  const covered = useMemo(() => coverage(comparison), [comparison])
  const quotations = view.rows.reduce((sum, row) => sum + row.cells.reduce((n, cell) => n + cell.passages.length, 0), 0)
  const transposed = useArrangement((a) => a.transposed)
  const [downs, acrosses] = words.matrix.corners[by].split(' × ')
  const isWhole = filter.themes.length === 0 && !narrowsQuotations(filter)
  return (
    <>
      <p>{transposed ? `${acrosses} × ${downs}` : `${downs} × ${acrosses}`}</p>
      <p>
        <span>{words.quotations(number(quotations))}</span>
        {isWhole && <span>{words.matrix.covered(percent(covered))}</span>}
      </p>
    </>
  )
}

/** Themes that no column mentions: named, and shown as rows when a person wants to confirm it. */
function AbsentThemes({ view }: { readonly view: MatrixView }) {
  const words = useWords()
  const language = useLanguage()
  return (
    <p className="absent-themes">
      {words.matrixView.emptyThemesAre}
      {view.absent.map((row) => row.label[language]).join(words.listComma)}{' '}
      <button type="button" className="link" onClick={() => filterBy({ emptyThemes: true })}>
        {words.matrixView.emptyThemes}
      </button>
    </p>
  )
}

/** What a key has just done, for those who do not see it. */
function News() {
  const news = useMoment((moment) => moment.news)
  return (
    <p className="visually-hidden" role="status">
      {news}
    </p>
  )
}

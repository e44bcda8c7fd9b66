import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import type { PaperColumn } from '#core/paper/paper.ts'
import type { CountedPlaces } from '#core/paper/counted-places.ts'
import type { StatisticsTable } from '#core/paper/statistics-table.ts'
import { cellText, type TableCell } from '#core/table/table.ts'
import { clampStep, stepInGrid, type Step } from '../../parts/grid-step.ts'
import { number } from '../../language/labels.ts'
import { mostOnPaper, useIsPrinting } from '../../state/printing.ts'
import { useWords } from '../../use-words.ts'
import { nextSorting, rowOrder, type Sorting } from './sorted-rows.ts'

interface StatisticsGridProps {
  readonly table: StatisticsTable
  readonly isBusy: boolean
  /** A number was chosen: its places are asked for. */
  readonly onLook: (counted: CountedPlaces, title: string, anchor: HTMLElement) => void
}

const rowHeight = 30
const headHeight = 50
const collator = new Intl.Collator('zh')

/** The table: rows in sight alone are on the page; every count leads to its places. */
export function StatisticsGrid({ table, isBusy, onLook }: StatisticsGridProps) {
  const words = useWords()
  const { paper, placesAt } = table
  const { columns, rows } = paper
  const scroller = useRef<HTMLDivElement>(null)
  const [sorting, setSorting] = useState<Sorting | null>(null)
  const [place, setPlace] = useState<Step>({ row: 1, column: 1 })
  const order = useMemo(() => rowOrder(rows, sorting, (a, b) => collator.compare(a, b)), [rows, sorting])
  const last = { row: rows.length, column: columns.length - 1 }
  const active = clampStep(place, last)
  // eslint-disable-next-line react-hooks/incompatible-library -- the window is built without the compiler that would keep its answers
  const virtual = useVirtualizer<HTMLDivElement, Element>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    initialRect: { width: innerWidth, height: innerHeight - 260 }
  })
  const look = ({ row, column }: Step, anchor: HTMLElement): void => {
    const at = order[row - 1]
    const counted = at === undefined ? null : placesAt(at, column)
    if (counted !== null) onLook(counted, titleOf(table, at!, column), anchor)
  }
  const sort = (column: number): void => setSorting(nextSorting(sorting, column, isText(columns[column]!)))
  const go = (to: Step): void => {
    flushSync(() => {
      setPlace(to)
      if (to.row > 0) virtual.scrollToIndex(to.row - 1, { align: 'auto' })
    })
    const cell = scroller.current?.querySelector<HTMLElement>(`[data-at="${to.row}:${to.column}"]`)
    cell?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (!(event.target instanceof HTMLElement) || event.altKey || event.target.dataset['at'] === undefined) return
    const to = stepInGrid(active, { key: event.key, isFar: event.ctrlKey || event.metaKey }, last) ?? pageStep(active, event.key, last)
    if (to !== null) go(to)
    else if (event.key === 'Enter' || event.key === ' ') {
      if (active.row === 0) sort(active.column)
      else look(active, event.target)
    } else if (event.key.toLowerCase() === 's' && !event.ctrlKey && !event.metaKey) sort(active.column)
    else return
    event.preventDefault()
  }
  const onFocus = ({ target }: FocusEvent<HTMLElement>): void => {
    const at = placeOf(target)
    if (at !== null && (at.row !== active.row || at.column !== active.column)) setPlace(at)
  }
  const cell = (row: number, column: number) => ({ 'data-at': `${row}:${column}`, tabIndex: row === active.row && column === active.column ? 0 : -1, 'aria-colindex': column + 1 })
  const isPrinting = useIsPrinting()
  const drawn = isPrinting ? rows.slice(0, mostOnPaper).map((_, index) => index + 1) : virtual.getVirtualItems().map(({ index }) => index + 1)
  const shown = active.row > 0 && !drawn.includes(active.row) ? [...drawn, active.row].sort((a, b) => a - b) : drawn
  return (
    <div className="statistics-scroll" ref={scroller} aria-busy={isBusy}>
      <div
        role="grid"
        className="statistics-grid"
        aria-label={paper.title}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        style={{ '--columns': columns.map(trackOf).join(' '), '--rows': rows.length } /* own properties are not in its type */}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
      >
        <div role="row" aria-rowindex={1} className="statistics-row statistics-head">
          {columns.map((column, at) => (
            <div
              key={at}
              role="columnheader"
              className={isText(column) ? 'is-text' : undefined}
              aria-sort={sorting?.column === at ? (sorting.descending ? 'descending' : 'ascending') : 'none'}
              title={words.statistics.sortBy([column.group, column.header].filter(Boolean).join(' '))}
              onClick={() => sort(at)}
              {...cell(0, at)}
            >
              {column.group !== undefined && <small>{column.group}</small>}
              <span>
                {column.header}
                <i aria-hidden="true">{sorting?.column === at ? (sorting.descending ? ' ↓' : ' ↑') : ''}</i>
              </span>
            </div>
          ))}
        </div>
        <div role="rowgroup" className="statistics-rows" style={{ height: rows.length * rowHeight }}>
          {shown.map((row) => {
            const at = order[row - 1]!
            return (
              // by its place: sorted otherwise, the keyboard stays where it was
              <div key={row} role="row" aria-rowindex={row + 1} className={rows[at]!.isTotal ? 'statistics-row is-total' : 'statistics-row'} style={{ transform: `translateY(${(row - 1) * rowHeight}px)` }}>
                {rows[at]!.cells.map((content, column) => {
                  const isOpenable = placesAt(at, column) !== null && content !== 0
                  const of = columns[column]!
                  return (
                    <div
                      key={column}
                      role={column === 0 ? 'rowheader' : 'gridcell'}
                      className={isText(of) ? 'is-text' : undefined}
                      data-openable={isOpenable || undefined}
                      title={typeof content === 'string' && content.length > 10 ? content : undefined}
                      onClick={isOpenable ? ({ currentTarget }) => look({ row, column }, currentTarget) : undefined}
                      {...cell(row, column)}
                    >
                      {shownText(content, of.kind)}
                    </div>
                  )
                })}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

/** As it is read, with a minus that is one; files have numbers as programs take them. */
function shownText(content: TableCell, kind: PaperColumn['kind']): string {
  if (content === null) return '—'
  if (typeof content !== 'number') return cellText(content, kind)
  return kind === 'count' ? number(content) : cellText(content, kind).replace('-', '−')
}

const isText = ({ kind }: PaperColumn): boolean => kind === 'label'

/** A list in a cell takes the room of one. */
function trackOf({ kind, width }: PaperColumn, at: number): string {
  if (at === 0) return 'minmax(190px, 220px)'
  if (kind === 'text' && width > 10) return 'minmax(220px, 360px)'
  return kind === 'count' ? 'minmax(76px, 110px)' : 'minmax(84px, 120px)'
}

const pageRows = 15

function pageStep(from: Step, key: string, last: Step): Step | null {
  if (key !== 'PageDown' && key !== 'PageUp') return null
  return clampStep({ ...from, row: from.row + (key === 'PageDown' ? pageRows : -pageRows) }, last)
}

/** `养老 · 浙江省`, or `养老 × 服务` where units are counted that have both. */
function titleOf({ paper: { columns, rows } }: StatisticsTable, row: number, column: number): string {
  const { group, header } = columns[column]!
  const term = cellText(rows[row]!.cells[0] ?? null, 'label')
  return term === header ? term : `${term} · ${group ?? header}`
}

function placeOf(element: Element): Step | null {
  const at = element.closest<HTMLElement>('[data-at]')?.dataset['at']
  if (at === undefined) return null
  const [row, column] = at.split(':').map(Number)
  return { row: row ?? 0, column: column ?? 0 }
}

import type { KeyboardEvent, ReactNode } from 'react'
import { clampStep, stepInGrid, type Step } from '../../parts/grid-step.ts'
import { sortCounts, useCounts } from './counts-state.ts'
import { isOwn, type CountsGrid, type Heat, type Line } from './measures.ts'
import { cellText, lineName, stateText, type CountsTexts } from './shown-table.ts'

/** Whose quotations are looked at, and beside which cell; null: of all themes, of all columns. */
export interface Asked {
  readonly theme: number | null
  readonly column: number | null
  readonly anchor: HTMLElement
}

interface CountsTableProps {
  readonly grid: CountsGrid
  readonly texts: CountsTexts
  /** null: not shaded. */
  readonly heat: ((value: number | null) => Heat) | null
  readonly at: Step
  readonly asked: Asked | null
  readonly onAsk: (asked: Asked) => void
  readonly onMove: (to: Step) => void
}

/** The table as a grid of the keyboard: every number leads to the quotations behind it. */
export function CountsTable({ grid, texts, heat, at, asked, onAsk, onMove }: CountsTableProps) {
  const w = texts.words.figures.counts
  const last = { row: grid.rows.length, column: grid.columns.length }
  const active = clampStep(at, last)
  const ask = (place: Step, anchor: HTMLElement): void => {
    const behind = behindPlace(grid, place)
    if (behind !== null) onAsk({ ...behind, anchor })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    if (!(event.target instanceof HTMLElement) || event.altKey) return
    const from = placeOf(event.target)
    if (from === null) return
    const to = stepInGrid(from, { key: event.key, isFar: event.ctrlKey || event.metaKey }, last)
    if (to !== null) {
      event.preventDefault()
      const next = event.currentTarget.querySelector<HTMLElement>(`[data-at="${to.row}:${to.column}"]`)
      next?.focus({ preventScroll: true })
      next?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      ask(from, event.target)
    } else if (event.key.toLowerCase() === 's' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      sortCounts(keyOfColumn(grid, from.column))
    }
  }
  const cell = (row: number, column: number) => ({
    tabIndex: row === active.row && column === active.column ? 0 : -1,
    'data-at': `${row}:${column}`,
    'aria-expanded': asked !== null && isSame(behindPlace(grid, { row, column }), asked) ? true : undefined
  })
  return (
    <table
      role="grid"
      aria-label={`${w.table} · ${w.measures[grid.measure]}`}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const place = placeOf(event.target)
        if (place !== null && (place.row !== at.row || place.column !== at.column)) onMove(place)
      }}
      onClick={(event) => {
        const target = event.target instanceof Element && event.target.closest('button') === null ? event.target.closest<HTMLElement>('[data-at]') : null
        const place = target === null ? null : placeOf(target)
        if (target !== null && place !== null) ask(place, target)
      }}
    >
      <thead>
        <tr>
          <ColumnHead name={grid.isTransposed ? w.column : w.theme} sortKey="order" className="first" texts={texts} attributes={cell(0, 0)} />
          {grid.columns.map((line, index) => (
            <ColumnHead key={line.key} name={lineName(grid, line, texts)} sortKey={line.key} className={classOf(line)} texts={texts} attributes={cell(0, index + 1)} isOpenable={behindPlace(grid, { row: 0, column: index + 1 }) !== null} />
          ))}
        </tr>
      </thead>
      <tbody>
        {/* by place: after sorting the keyboard stays where it was, at the top of the column */}
        {grid.rows.map((row, r) => (
          <tr key={r} className={classOf(row)}>
            <th role="rowheader" scope="row" className="first" data-openable={isOwn(row) || undefined} {...cell(r + 1, 0)} style={themeStyle(row, texts)}>
              {row.kind === 'theme' && <i className="swatch" aria-hidden="true" />}
              <span className="line-name">{lineName(grid, row, texts)}</span>
            </th>
            {grid.columns.map((column, c) => {
              const value = grid.values[r]?.[c] ?? null
              const isShaded = heat !== null && isOwn(row) && isOwn(column)
              return (
                <td
                  role="gridcell"
                  key={column.key}
                  className={classOf(column)}
                  data-heat={isShaded ? heat(value) : undefined}
                  data-openable={(hasQuotations(row, column, texts) && behindPlace(grid, { row: r + 1, column: c + 1 }) !== null) || undefined}
                  {...cell(r + 1, c + 1)}
                >
                  {stateText(grid.states?.[r]?.[c] ?? null, texts.words) ?? cellText(grid, { value, row, column }, w.none)}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface ColumnHeadProps {
  readonly name: string
  readonly sortKey: string
  readonly className: string
  readonly texts: CountsTexts
  readonly isOpenable?: boolean
  readonly attributes: Readonly<Record<string, unknown>>
}

function ColumnHead({ name, sortKey, className, texts, isOpenable = false, attributes }: ColumnHeadProps): ReactNode {
  const sorting = useCounts((s) => s.sorting)
  const isSorted = sorting.key === sortKey && (sortKey !== 'order' || sorting.descending)
  return (
    <th
      role="columnheader"
      scope="col"
      className={className}
      aria-sort={isSorted ? (sorting.descending ? 'descending' : 'ascending') : 'none'}
      data-openable={isOpenable || undefined}
      title={name}
      {...attributes}
    >
      <span className="line-name">{name}</span>
      <button
        type="button"
        className="plain sort"
        tabIndex={-1}
        aria-label={texts.words.figures.counts.sortBy(name)}
        title={texts.words.figures.counts.sortBy(name)}
        data-sorted={isSorted || undefined}
        onClick={() => sortCounts(sortKey)}
      >
        {isSorted ? (sorting.descending ? '↓' : '↑') : '↕'}
      </button>
    </th>
  )
}

const keyOfColumn = (grid: CountsGrid, column: number): string => (column === 0 ? 'order' : (grid.columns[column - 1]?.key ?? 'order'))

/** Own lines carry no class; the others are set apart by what they are. */
const classOf = (line: Line): string => (isOwn(line) ? '' : line.kind)

const themeStyle = (line: Line, { rows }: CountsTexts) => {
  const row = line.kind === 'theme' ? rows[line.index] : undefined
  return row === undefined ? undefined : { '--c': `var(--theme-${row.theme}, ${row.color})` }
}

/** Whose quotations stand behind a place; null where there are none to ask for. */
function behindPlace(grid: CountsGrid, { row, column }: Step): Omit<Asked, 'anchor'> | null {
  if (row === 0 && column === 0) return null
  const lines = [grid.rows[row - 1], grid.columns[column - 1]].filter((line) => line !== undefined)
  if (lines.some(({ kind }) => kind === 'difference' || kind === 'reports' || kind === 'base')) return null
  const theme = lines.find(({ kind }) => kind === 'theme')?.index ?? null
  const of = lines.find(({ kind }) => kind === 'column')?.index ?? null
  return { theme, column: of }
}

const isSame = (a: Omit<Asked, 'anchor'> | null, b: Asked): boolean => a !== null && a.theme === b.theme && a.column === b.column

function hasQuotations(row: Line, column: Line, { rows }: CountsTexts): boolean {
  const theme = [row, column].find(({ kind }) => kind === 'theme')
  const of = [row, column].find(({ kind }) => kind === 'column')
  if (theme === undefined || of === undefined) return true
  return (rows[theme.index]?.cells[of.index]?.passages.length ?? 0) > 0
}

function placeOf(element: Element): Step | null {
  const at = element instanceof HTMLElement ? element.dataset['at'] : undefined
  if (at === undefined) return null
  const [row, column] = at.split(':').map(Number)
  return { row: row ?? 0, column: column ?? 0 }
}

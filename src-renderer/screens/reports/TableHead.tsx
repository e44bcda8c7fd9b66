import type { KeyboardEvent, PointerEvent } from 'react'
import { useWords } from '../../use-words.ts'
import { columnWidths, type ColumnId } from './column-ids.ts'
import { useHeadDrag, type HeadDrag } from './head-drag.ts'
import { resizeColumn, sortBy, useTableView } from './reports-state.ts'
import type { Active } from './table-keys.ts'
import { narrowestColumn, widestColumn, type Sort } from './table-view.ts'

interface TableHeadProps {
  readonly columns: readonly ColumnId[]
  readonly sorting: readonly Sort[]
  readonly cellId: (cell: Active) => string
  /** The head that the keyboard is at, or -1. */
  readonly activeColumn: number
  /** Whether all listed reports are selected. */
  readonly all: boolean | 'mixed'
  readonly onAll: () => void
}

/** The heads: a click sorts, Shift adds a column, dragging moves it, the right edge sets the width. */
export function TableHead({ columns, sorting, cellId, activeColumn, all, onAll }: TableHeadProps) {
  const words = useWords()
  const [drag, startDrag] = useHeadDrag()
  return (
    <div role="rowgroup" className="grid-head">
      <div role="row" aria-rowindex={1} className="grid-row" data-line={0}>
        <div role="columnheader" aria-colindex={1} id={cellId({ line: 0, column: 0 })} className={cellClass('select', activeColumn === 0)} data-column={0}>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={words.libraryTable.selectAll}
            checked={all === true}
            ref={(box) => {
              if (box !== null) box.indeterminate = all === 'mixed'
            }}
            onChange={onAll}
          />
        </div>
        {columns.map((column, index) => {
          const rank = sorting.findIndex(({ id }) => id === column)
          const sort = sorting[rank]
          const name = words.libraryTable.columns[column]
          return (
            <div
              key={column}
              role="columnheader"
              id={cellId({ line: 0, column: index + 1 })}
              aria-colindex={index + 2}
              aria-sort={sort === undefined ? 'none' : sort.desc ? 'descending' : 'ascending'}
              className={cellClass(column, activeColumn === index + 1) + dragClass(drag, column, columns)}
              data-column={index + 1}
              data-head={column}
              onPointerDown={(event) => startDrag(column, event)}
              style={{ width: `var(--w-${column})` }}
            >
              <button type="button" className="plain" tabIndex={-1} title={words.libraryTable.sort(name)} onClick={(event) => sortBy(column, event.shiftKey)}>
                {name}
                {sort !== undefined && (
                  <span className="sort-mark">
                    <span aria-hidden="true">{sort.desc ? '▾' : '▴'}</span>
                    {sorting.length > 1 && <small aria-label={words.libraryTable.sortRank(rank + 1)}>{rank + 1}</small>}
                  </span>
                )}
              </button>
              <ColumnEdge column={column} name={name} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** Where the dragged head would come is drawn at the edge it would stand at. */
function dragClass(drag: HeadDrag | null, column: ColumnId, columns: readonly ColumnId[]): string {
  if (drag === null) return ''
  if (drag.column === column) return ' is-dragged'
  if (drag.before === column) return ' takes-before'
  return drag.before === null && columns.at(-1) === column ? ' takes-after' : ''
}

export const cellClass = (column: string, isActive: boolean): string => `grid-cell cell-${column}${isActive ? ' is-active' : ''}`

const step = 16

/** The right edge of a head: dragged, or moved with the arrows, it sets the width; a double click takes it back. */
function ColumnEdge({ column, name }: { readonly column: ColumnId; readonly name: string }) {
  const words = useWords()
  const width = useTableView((view) => view.widths[column] ?? columnWidths[column])
  const drag = (event: PointerEvent<HTMLSpanElement>): void => {
    const edge = event.currentTarget
    const from = event.clientX
    event.preventDefault()
    edge.setPointerCapture(event.pointerId)
    const move = (moved: globalThis.PointerEvent): void => resizeColumn(column, width + moved.clientX - from)
    edge.addEventListener('pointermove', move)
    edge.addEventListener('lostpointercapture', () => edge.removeEventListener('pointermove', move), { once: true })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    resizeColumn(column, width + (event.key === 'ArrowRight' ? step : -step))
  }
  return (
    <span
      role="separator"
      aria-orientation="vertical"
      aria-label={words.libraryTable.resize(name)}
      aria-valuenow={width}
      aria-valuemin={narrowestColumn}
      aria-valuemax={widestColumn}
      tabIndex={-1}
      className="reports-edge"
      onPointerDown={drag}
      onKeyDown={onKeyDown}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => {
        event.stopPropagation()
        resizeColumn(column, columnWidths[column])
      }}
    />
  )
}

import { Popover } from '@base-ui/react/popover'
import { useWords } from '../../use-words.ts'
import { moveColumn, resetColumns, showColumn, useTableView } from './reports-state.ts'

/** Which columns are shown, and in which order. The title always is: it is what a line is found by. */
export function ColumnMenu() {
  const words = useWords()
  const w = words.libraryTable
  const order = useTableView((view) => view.order)
  const hidden = useTableView((view) => view.hidden)
  return (
    <Popover.Root>
      <Popover.Trigger className="chip">{w.columnMenu.button}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="menu-positioner" align="end" sideOffset={4}>
          <Popover.Popup className="notices-popup column-menu">
            <Popover.Title>{w.columnMenu.title}</Popover.Title>
            <ul>
              {order.map((column) => (
                <li key={column}>
                  <label>
                    <input type="checkbox" checked={!hidden.includes(column)} disabled={column === 'title'} onChange={(event) => showColumn(column, event.target.checked)} />
                    {w.columns[column]}
                  </label>
                  <button type="button" aria-label={w.columnMenu.left(w.columns[column])} disabled={order[0] === column} onClick={() => moveColumn(column, -1)}>
                    ↑
                  </button>
                  <button type="button" aria-label={w.columnMenu.right(w.columns[column])} disabled={order.at(-1) === column} onClick={() => moveColumn(column, 1)}>
                    ↓
                  </button>
                </li>
              ))}
            </ul>
            <button type="button" onClick={resetColumns}>
              {w.columnMenu.reset}
            </button>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

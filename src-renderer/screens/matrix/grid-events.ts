import type { FocusEvent, KeyboardEvent } from 'react'
import { openPlace, type Place } from '../../routes.ts'
import { toggleTheme } from '../../state/selection.ts'
import { moveInGrid, readPlace, writePlace } from './grid-keys.ts'
import { activate, toggleFold } from './matrix-state.ts'
import type { CellView, MatrixView } from './matrix-view.ts'

/** The cell that has the focus is the one that Tab comes back to. */
export function onGridFocus(event: FocusEvent<HTMLElement>): void {
  const at = event.target.closest<HTMLElement>('[data-at]')?.dataset['at']
  if (at !== undefined) activate(at)
}

/** Keys of the table; those inside a cell's own buttons stay theirs. */
export function onGridKey(event: KeyboardEvent<HTMLElement>, view: MatrixView, place: Place | null): void {
  if (!(event.target instanceof HTMLElement) || event.altKey || event.shiftKey) return
  const at = event.target.closest<HTMLElement>('[data-at]')?.dataset['at']
  if (at === undefined || event.target.dataset['at'] === undefined) return
  const from = readPlace(at)
  const cellAt = (row: number, column: number): CellView | undefined => view.rows[row - 1]?.cells[column - 1]
  const shape = {
    rows: view.rows.length,
    columns: view.rows[0]?.cells.length ?? 0,
    isFilled: (to: { row: number; column: number }) => (cellAt(to.row, to.column)?.passages.length ?? 0) > 0
  }
  const to = moveInGrid(from, { key: event.key, jump: event.ctrlKey || event.metaKey }, shape)
  if (to !== null) {
    event.preventDefault()
    const next = event.currentTarget.querySelector<HTMLElement>(`[data-at="${writePlace(to)}"]`)
    next?.focus()
    next?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    return
  }
  const cell = cellAt(from.row, from.column)
  if (event.key === 'Enter') {
    event.preventDefault()
    if (cell !== undefined) openNext(cell, place, view.rows[from.row - 1]?.row.theme ?? null)
    else if (from.row === 0) event.target.querySelector('button')?.click()
    else toggleTheme(view.rows[from.row - 1]?.row.theme ?? '')
  } else if (event.key === ' ' && cell !== undefined) {
    event.preventDefault()
    toggleFold(cell.key)
  }
}

/** Enter opens the first quotation of the cell; again, the next one. */
function openNext(cell: CellView, place: Place | null, theme: string | null): void {
  const passages = cell.passages.map((view) => view.passage)
  const open = passages.findIndex((p) => p.report === place?.report && p.start === place.start && p.end === place.end)
  const next = passages[(open + 1) % passages.length]
  if (next !== undefined) openPlace({ report: next.report, start: next.start, end: next.end, theme })
}

import type { FocusEvent, KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import type { ColumnNames } from '../../compared.ts'
import type { Language } from '../../language/provinces.ts'
import { openReport, type Place } from '../../routes.ts'
import type { HandTool } from '../../state/hand.ts'
import { toggleTheme } from '../../state/selection.ts'
import { copyFrom, judgeNext, noteHere, offerQuotation, openQuotation, stepQuotation, type ActionGround, type CellSubject } from './cell-actions.ts'
import { cellAt, lineName, subjectOf, type Gap, type Grid, type Line } from './grid.ts'
import { moveInGrid, readPlace, writePlace, type GridPlace } from './grid-keys.ts'
import { activate, heightOfRow, setRowHeight, setWidth, tell, toggleCell, useArrangement, withinWidths } from './matrix-state.ts'

/** The table as its keys need it. */
export interface GridGround extends ActionGround {
  readonly grid: Grid
  readonly names: ColumnNames
  readonly language: Language
  readonly place: Place | null
  readonly onMove: (line: string, gap: Gap) => void
}

/** The cell that has the focus is the one that Tab comes back to. */
export function onGridFocus(event: FocusEvent<HTMLElement>, grid: Grid): void {
  const at = event.target.closest<HTMLElement>('[data-at]')?.dataset['at']
  if (at === undefined) return
  const { theme, column } = subjectOf(grid, readPlace(at))
  activate({ theme: theme?.theme ?? null, column: column?.id ?? null })
}

/** Keys of the table; those inside a cell's own buttons and fields stay theirs. */
export function onGridKey(event: KeyboardEvent<HTMLElement>, ground: GridGround): void {
  if (!(event.target instanceof HTMLElement) || event.nativeEvent.isComposing) return
  const at = event.target.dataset['at']
  if (at === undefined) return
  const from = readPlace(at)
  const isDone =
    from.row === 0 && event.shiftKey !== event.altKey
      ? onColumnKey(event, from, ground)
      : event.altKey
        ? false
        : goTo(event, from, ground) || (from.row > 0 && from.column > 0 ? onCellKey(event, from, ground) : onHeadKey(event, from, ground))
  if (isDone) event.preventDefault()
}

/** Moves the focus. */
function goTo(event: KeyboardEvent<HTMLElement>, from: GridPlace, { grid }: GridGround): boolean {
  if (event.shiftKey) return false
  const shape = {
    rows: grid.down.length,
    columns: grid.across.length,
    isFilled: (to: GridPlace) => (cellAt(grid, to)?.passages.length ?? 0) > 0
  }
  const to = moveInGrid(from, { key: event.key, jump: event.ctrlKey || event.metaKey }, shape)
  if (to === null) return false
  const table = event.currentTarget
  const drawn = (): HTMLElement | null => table.querySelector<HTMLElement>(`[data-at="${writePlace(to)}"]`)
  if (drawn() === null) {
    // a cell far from sight is put on the page because it is the one that is meant
    const { theme, column } = subjectOf(grid, to)
    flushSync(() => activate({ theme: theme?.theme ?? null, column: column?.id ?? null }))
  }
  const next = drawn()
  next?.focus({ preventScroll: true })
  next?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  return true
}

const handTools: Readonly<Record<string, HandTool>> = { h: 'highlight', g: 'tag', t: 'themes', l: 'link', r: 'reading' }

function onCellKey({ key, shiftKey, ctrlKey, metaKey, target }: KeyboardEvent, from: GridPlace, ground: GridGround): boolean {
  const { grid, place } = ground
  const view = cellAt(grid, from)
  const line = grid.down[from.row - 1]
  const { theme, column } = subjectOf(grid, from)
  if (view === undefined || line === undefined || theme === null || column === null || ctrlKey || metaKey) return false
  const subject: CellSubject = { view, theme: theme.theme, column }
  switch (key.toLowerCase()) {
    case 'enter':
      openQuotation(subject, (report, start, end) => place?.report === report && place.start === start && place.end === end)
      return true
    case ' ':
      if (shiftKey) toggleRow(line)
      else toggleCell(line.id, view.key)
      return true
    case 'j':
      stepQuotation(subject, 1, ground)
      return true
    case 'k':
      stepQuotation(subject, -1, ground)
      return true
    case 'h':
    case 'g':
    case 't':
    case 'l':
    case 'r':
      if (target instanceof HTMLElement) offerQuotation(subject, handTools[key.toLowerCase()] ?? 'highlight', target)
      return true
    case 'n':
      noteHere(subject, { another: shiftKey })
      return true
    case 'c':
      void copyFrom(subject, shiftKey ? 'cell' : 'quotation', ground)
      return true
    case 'v':
      judgeNext(subject, ground)
      return true
    default:
      return false
  }
}

/** Enter does what a click on the name does; Space folds a row. */
function onHeadKey({ key }: KeyboardEvent, from: GridPlace, { grid }: GridGround): boolean {
  const line = from.row > 0 ? grid.down[from.row - 1] : grid.across[from.column - 1]
  if (line === undefined) return false
  if (key === 'Enter') {
    if (line.kind === 'theme') toggleTheme(line.id)
    else if (line.column.reports[0] !== undefined) openReport(line.column.reports[0])
    return true
  }
  if (key !== ' ' || from.row === 0) return false
  toggleRow(line)
  return true
}

/** Closed, twelve lines, the whole text, and closed again. */
function toggleRow(line: Line): void {
  const height = heightOfRow(useArrangement.getState(), line.id)
  setRowHeight(line, height === 'closed' ? 'folded' : height === 'folded' ? 'open' : 'closed')
}

const widthStep = 40

/** With Shift the arrows change the width of a column, with Alt its place. */
function onColumnKey({ key, shiftKey, target }: KeyboardEvent, { column }: GridPlace, ground: GridGround): boolean {
  const line = ground.grid.across[column - 1]
  const step = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0
  if (line === undefined || step === 0) return false
  if (shiftKey) changeWidth(line, { step, from: target instanceof HTMLElement ? target.getBoundingClientRect().width : 0 }, ground)
  else moveLine(line, step, ground)
  return true
}

export function changeWidth(line: Line, { step, from }: { readonly step: number; readonly from: number }, ground: GridGround): void {
  const width = withinWidths(from + step * widthStep)
  setWidth(line.id, width)
  tell(ground.words.matrixView.widthIs(lineName(line, ground), width))
}

export function moveLine(line: Line, step: number, ground: GridGround): void {
  const { across } = ground.grid
  const to = across.findIndex(({ id }) => id === line.id) + step
  const beside = across[to]
  if (beside === undefined) return
  ground.onMove(line.id, { beside: beside.id, side: step < 0 ? 'before' : 'after' })
  // a node that changes its place loses the focus
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`.matrix [data-line="${CSS.escape(line.id)}"]`)?.focus())
  tell(ground.words.matrixView.movedTo(lineName(line, ground), to + 1, across.length))
}

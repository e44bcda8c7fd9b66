import type { KeyboardEvent, MouseEvent } from 'react'
import type { ListedField } from '#core/contract/edit-calls.ts'
import { openReport } from '../../routes.ts'
import { toggled } from '../../state/toggled.ts'
import { fieldOfColumn } from './machine-text.ts'
import { select, sortBy, toggleGroup } from './reports-state.ts'
import { toggledAll, withRange } from './selecting.ts'
import { moveInTable, type Active } from './table-keys.ts'
import type { TableLines } from './use-table-lines.ts'

export interface TableGround extends TableLines {
  /** The cell that the keyboard is at. */
  readonly at: Active
  readonly selected: readonly string[]
  /** Where a range begins: the report selected last, or null. */
  readonly anchor: string | null
  /** Lines that fit into sight. */
  readonly page: () => number
  readonly goTo: (cell: Active) => void
  readonly setAnchor: (report: string) => void
  readonly onEdit: (report: string, field: ListedField, cell: Active) => void
  readonly onBin: (reports: readonly string[]) => void
}

export const idAt = ({ lines }: TableLines, line: number): string | null => {
  const item = lines[line - 1]
  return item?.kind === 'report' ? item.report.id : null
}

/** Space or a click on a box: one report, all of a group, all that are listed; with Shift all from the last one. */
export function choose(ground: TableGround, line: number, isRange: boolean): void {
  const { lines, ids, selected, anchor } = ground
  const item = lines[line - 1]
  if (line === 0) select(toggledAll(selected, ids))
  else if (item?.kind === 'group') select(toggledAll(selected, item.reports.map((row) => row.id)))
  else if (item !== undefined) {
    select(isRange ? withRange(selected, ids, { from: anchor, to: item.report.id }) : toggled(selected, item.report.id))
    ground.setAnchor(item.report.id)
  }
}

/** @returns whether the cell holds something that can be put right; the box of a line stands for its title */
export function edit(ground: TableGround, cell: Active): boolean {
  const report = idAt(ground, cell.line)
  const column = ground.columns[cell.column - 1]
  const field = column === undefined ? 'title' : fieldOfColumn(column)
  if (report === null || field === null) return false
  ground.onEdit(report, field, cell)
  return true
}

function enter(ground: TableGround, { line, column }: Active, isAdded: boolean): void {
  const item = ground.lines[line - 1]
  const sorted = ground.columns[column - 1]
  if (line > 0) {
    if (item?.kind === 'group') toggleGroup(item.key)
    else if (item !== undefined) openReport(item.report.id)
  } else if (sorted === undefined) choose(ground, 0, false)
  else sortBy(sorted, isAdded)
}

/** Keys of the table. Those of the fields in it stay theirs. */
export function onTableKey(event: KeyboardEvent<HTMLElement>, ground: TableGround): void {
  if (event.target !== event.currentTarget || event.altKey) return
  const { at, lines, ids, selected } = ground
  const jump = event.ctrlKey || event.metaKey
  if (jump && event.key.toLowerCase() === 'a') select(toggledAll([], ids))
  else if (jump && !movingKeys.has(event.key)) return
  else if (event.key === ' ') {
    const item = lines[at.line - 1]
    if (item?.kind === 'group' && at.column > 0) toggleGroup(item.key)
    else choose(ground, at.line, event.shiftKey)
  } else if (event.key === 'Enter') enter(ground, at, event.shiftKey)
  else if (event.key === 'F2') edit(ground, at)
  else if (event.key === 'Delete') {
    const report = idAt(ground, at.line)
    const chosen = selected.length > 0 ? selected : report === null ? [] : [report]
    if (chosen.length > 0) ground.onBin(chosen)
  } else if (!move(event, ground)) return
  event.preventDefault()
}

const movingKeys: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'])

function move(event: KeyboardEvent, ground: TableGround): boolean {
  const { at, lines, columns, ids, selected } = ground
  const pressed = { key: event.key, jump: event.ctrlKey || event.metaKey }
  const to = moveInTable(at, pressed, { lines: lines.length, columns: columns.length + 1, page: ground.page() })
  if (to === null) return false
  const passed = idAt(ground, to.line)
  if (event.shiftKey && passed !== null && to.line !== at.line) {
    select(withRange(selected, ids, { from: idAt(ground, at.line), to: passed }))
    ground.setAnchor(passed)
  }
  ground.goTo(to)
  return true
}

export function onTableClick(event: MouseEvent<HTMLElement>, ground: TableGround): void {
  const cell = cellOf(event.target)
  if (cell === null || cell.line === 0) return
  const item = ground.lines[cell.line - 1]
  if (cell.column === 0) choose(ground, cell.line, event.shiftKey)
  else if (item?.kind === 'group') toggleGroup(item.key)
  else if (event.target instanceof Element && event.target.closest('[data-edit]') !== null) edit(ground, cell)
}

/** Twice on a cell: what can be put right is put right, anything else opens the report. */
export function onTableDoubleClick(event: MouseEvent<HTMLElement>, ground: TableGround): void {
  const cell = cellOf(event.target)
  if (cell === null || cell.column === 0 || idAt(ground, cell.line) === null) return
  if (event.target instanceof Element && event.target.closest('button') !== null) return
  if (!edit(ground, cell)) enter(ground, cell, false)
}

/** The cell that something on the page belongs to. */
export function cellOf(target: EventTarget): Active | null {
  if (!(target instanceof Element)) return null
  const cell = target.closest<HTMLElement>('[data-column]')
  const line = target.closest<HTMLElement>('[data-line]')
  if (cell === null || line === null) return null
  return { line: Number(line.dataset['line']), column: Number(cell.dataset['column']) }
}

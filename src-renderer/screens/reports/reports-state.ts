import { keptStore } from '../../state/kept.ts'
import { toggled } from '../../state/toggled.ts'
import { columnIds, movedColumn, placedColumn, type ColumnId } from './column-ids.ts'
import { noFilters, type Filters } from './filter-reports.ts'
import type { TableGrouping } from './group-reports.ts'
import { firstView, narrowestColumn, restoreView, toggledSort, widestColumn, withSaved, type SavedFilter, type Tab, type TableView } from './table-view.ts'

/** How the person left the library screen. */
export const useTableView = keptStore<TableView>('library-table', firstView, restoreView)

const change = (next: (view: TableView) => Partial<TableView>): void => useTableView.setState(next)

export const showTab = (tab: Tab): void => change(() => ({ tab }))

export const setFilters = (filters: Partial<Filters>): void => change((view) => ({ filters: { ...view.filters, ...filters } }))

export const clearAllFilters = (): void => change(() => ({ filters: noFilters }))

/** From the coverage: the reports of one cell, row or column. */
export const listPlaceAndYear = (filters: Pick<Filters, 'provinces' | 'years'>): void =>
  change((view) => ({ tab: 'table', filters: { ...view.filters, ...filters }, folded: [], scroll: 0 }))

export const sortBy = (column: ColumnId, isAdded: boolean): void => change((view) => ({ sorting: toggledSort(view.sorting, column, isAdded) }))

export const groupBy = (grouping: TableGrouping): void => change(() => ({ grouping, folded: [] }))

export const toggleGroup = (key: string): void => change(({ folded }) => ({ folded: toggled(folded, key) }))

export const showColumn = (column: ColumnId, isShown: boolean): void =>
  change(({ hidden }) => ({ hidden: isShown ? hidden.filter((other) => other !== column) : [...hidden.filter((other) => other !== column), column] }))

export const moveColumn = (column: ColumnId, step: -1 | 1): void => change(({ order }) => ({ order: movedColumn(order, column, step) }))

export const placeColumn = (column: ColumnId, before: ColumnId | null): void => change(({ order }) => ({ order: placedColumn(order, column, before) }))

export const resizeColumn = (column: ColumnId, width: number): void =>
  change(({ widths }) => ({ widths: { ...widths, [column]: Math.round(Math.min(widestColumn, Math.max(narrowestColumn, width))) } }))

export const resetColumns = (): void => change(() => ({ order: columnIds, hidden: firstView.hidden, widths: {} }))

export const saveFilter = (name: string): void => change((view) => withSaved(view, name))

export const applyFilter = ({ filters }: SavedFilter): void => change(() => ({ filters, tab: 'table' }))

export const removeFilter = (name: string): void => change(({ saved }) => ({ saved: saved.filter((other) => other.name !== name) }))

export const select = (selected: readonly string[]): void => change(() => ({ selected }))

export const keepScroll = (scroll: number): void => change(() => ({ scroll }))

import { savedOneOf, savedRecord, savedStrings } from '../../state/kept.ts'
import { columnIds, columnWidths, isColumnId, wholeOrder, type ColumnId } from './column-ids.ts'
import { isFiltered, noFilters, type Filters } from './filter-reports.ts'
import { groupings, type TableGrouping } from './group-reports.ts'
import { isLevel } from '../../report-facts.ts'

/** How a person left the library screen. Kept in the library, so a saved one is checked before it is believed. */
export interface TableView {
  readonly tab: Tab
  readonly filters: Filters
  readonly sorting: readonly Sort[]
  readonly grouping: TableGrouping
  /** Keys of the groups that are folded. */
  readonly folded: readonly string[]
  readonly order: readonly ColumnId[]
  readonly hidden: readonly ColumnId[]
  readonly widths: Readonly<Partial<Record<ColumnId, number>>>
  readonly saved: readonly SavedFilter[]
  /** Ids of the selected reports; some may have gone into the bin since. */
  readonly selected: readonly string[]
  /** How far the table is scrolled, in CSS pixels. */
  readonly scroll: number
}

export const tabs = ['table', 'coverage', 'bin'] as const
export type Tab = (typeof tabs)[number]

export interface Sort {
  readonly id: ColumnId
  readonly desc: boolean
}

/** A set of filters with a name. */
export interface SavedFilter {
  readonly name: string
  readonly filters: Filters
}

export const firstView: TableView = {
  tab: 'table',
  filters: noFilters,
  sorting: [],
  grouping: 'none',
  folded: [],
  order: columnIds,
  hidden: ['issuer', 'review'],
  widths: {},
  saved: [],
  selected: [],
  scroll: 0
}

/** Whether the table shows all reports, in the order of the library. */
export const isAsLibraryHasIt = ({ tab, filters, sorting, grouping }: TableView): boolean =>
  tab === 'table' && sorting.length === 0 && grouping === 'none' && !isFiltered(filters)

/** What was kept, as far as it has the form of a view; the rest as at first. */
export function restoreView(saved: unknown): TableView {
  const kept = savedRecord(saved)
  return {
    tab: savedOneOf(kept['tab'], tabs, firstView.tab),
    filters: restoreFilters(kept['filters']),
    sorting: asList(kept['sorting']).flatMap(restoreSort),
    grouping: savedOneOf(kept['grouping'], groupings, firstView.grouping),
    folded: savedStrings(kept['folded']),
    order: wholeOrder(asList(kept['order'])),
    hidden: restoreHidden(kept),
    widths: restoreWidths(kept['widths']),
    saved: asList(kept['saved']).flatMap(restoreSaved),
    selected: savedStrings(kept['selected']),
    scroll: typeof kept['scroll'] === 'number' && kept['scroll'] >= 0 ? kept['scroll'] : 0
  }
}

/** A column that there was none of when the view was kept is as at first. */
function restoreHidden({ hidden, order }: Readonly<Record<string, unknown>>): readonly ColumnId[] {
  if (!Array.isArray(hidden)) return firstView.hidden
  const known = hidden.filter(isColumnId)
  const isNew = (column: ColumnId): boolean => !known.includes(column) && Array.isArray(order) && !order.includes(column)
  return [...known, ...firstView.hidden.filter(isNew)]
}

function restoreFilters(saved: unknown): Filters {
  const kept = savedRecord(saved)
  return {
    provinces: savedStrings(kept['provinces']),
    levels: savedStrings(kept['levels']).filter(isLevel),
    years: savedStrings(kept['years']),
    themes: savedStrings(kept['themes']),
    hasNotes: kept['hasNotes'] === true,
    isCorrected: kept['isCorrected'] === true,
    isRecognised: kept['isRecognised'] === true,
    text: typeof kept['text'] === 'string' ? kept['text'] : ''
  }
}

function restoreSort(saved: unknown): Sort[] {
  const { id, desc } = savedRecord(saved)
  return isColumnId(id) ? [{ id, desc: desc === true }] : []
}

function restoreSaved(saved: unknown): SavedFilter[] {
  const { name, filters } = savedRecord(saved)
  return typeof name === 'string' && name !== '' ? [{ name, filters: restoreFilters(filters) }] : []
}

export const [narrowestColumn, widestColumn] = [48, 900]

function restoreWidths(saved: unknown): TableView['widths'] {
  const kept = savedRecord(saved)
  return Object.fromEntries(
    columnIds.flatMap((id) => {
      const width = kept[id]
      return typeof width === 'number' && width >= narrowestColumn && width <= widestColumn && width !== columnWidths[id] ? [[id, width]] : []
    })
  )
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A saved filter under this name, in the place of one that had it. */
export function withSaved(view: TableView, name: string): TableView {
  const others = view.saved.filter((saved) => saved.name !== name)
  return { ...view, saved: [...others, { name, filters: view.filters }] }
}

/** Click: this column alone, up, then down, then as the library has it. Added to others: the same, they stay. */
export function toggledSort(sorting: readonly Sort[], id: ColumnId, isAdded: boolean): readonly Sort[] {
  const now = sorting.find((sort) => sort.id === id)
  const next: readonly Sort[] = now === undefined ? [{ id, desc: false }] : now.desc ? [] : [{ id, desc: true }]
  if (!isAdded) return next
  if (now === undefined) return [...sorting, ...next]
  return sorting.flatMap((sort) => (sort.id === id ? next : [sort]))
}

import { useMemo } from 'react'
import type { ReportSummary } from '#core/contract/calls.ts'
import type { ColumnId } from './column-ids.ts'
import { groupLines, type Line } from './group-reports.ts'
import { useTableView } from './reports-state.ts'
import { useAllReviewCounts } from './review-counts.ts'
import { sortKeys, sortReports } from './sort-keys.ts'

export interface TableLines {
  /** Below the heads. */
  readonly lines: readonly Line<ReportSummary>[]
  /** In order, that of the boxes left out. */
  readonly columns: readonly ColumnId[]
  /** Of all reports listed, folded groups included, in order. */
  readonly ids: readonly string[]
}

/** The listed reports sorted and grouped as the person has it, with the columns that are shown. */
export function useTableLines(all: readonly ReportSummary[], shown: readonly ReportSummary[]): TableLines {
  const sorting = useTableView((view) => view.sorting)
  const order = useTableView((view) => view.order)
  const hidden = useTableView((view) => view.hidden)
  const by = useTableView((view) => view.grouping)
  const folded = useTableView((view) => view.folded)
  const reviewed = useAllReviewCounts(sorting.some(({ id }) => id === 'review'))
  const keys = useMemo(() => sortKeys(all, reviewed), [all, reviewed])
  const sorted = useMemo(() => sortReports(shown, sorting, keys), [shown, sorting, keys])
  const lines = useMemo(() => groupLines(sorted, (report) => report, { by, folded }), [sorted, by, folded])
  const ids = useMemo(() => sorted.map(({ id }) => id), [sorted])
  const columns = useMemo(() => order.filter((column) => !hidden.includes(column)), [order, hidden])
  return { lines, columns, ids }
}

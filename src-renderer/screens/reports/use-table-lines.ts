import { useTable, type Row } from '@tanstack/react-table'
import { useMemo } from 'react'
import type { ReportSummary } from '#core/contract/calls.ts'
import { isColumnId, type ColumnId } from './column-ids.ts'
import { groupLines, type Line } from './group-reports.ts'
import { useTableView } from './reports-state.ts'
import { features, tableColumns, type Features } from './table-columns.tsx'

export type ReportRow = Row<Features, ReportSummary>

export interface TableLines {
  /** Below the heads. */
  readonly lines: readonly Line<ReportRow>[]
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
  const definitions = useMemo(() => tableColumns(all), [all])
  const state = useMemo(
    () => ({
      sorting: [...sorting],
      columnOrder: [...order],
      columnVisibility: Object.fromEntries(hidden.map((column) => [column, false]))
    }),
    [sorting, order, hidden]
  )
  const table = useTable({ features, columns: definitions, data: shown, getRowId: (report) => report.id, state })
  const { rows } = table.getRowModel()
  const lines = useMemo(() => groupLines(rows, (row) => row.original, { by, folded }), [rows, by, folded])
  const ids = useMemo(() => rows.map((row) => row.id), [rows])
  const columns = table.getVisibleLeafColumns().flatMap(({ id }) => (isColumnId(id) ? [id] : []))
  return { lines, columns, ids }
}

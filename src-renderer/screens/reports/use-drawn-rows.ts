import { useTable, type Row } from '@tanstack/react-table'
import { useMemo } from 'react'
import type { ReportSummary } from '#core/contract/calls.ts'
import type { ColumnId } from './column-ids.ts'
import { columnIds } from './column-ids.ts'
import { features, tableColumns, type Features } from './table-columns.tsx'

/**
 * The rows of the reports that are drawn, by id. The table knows these few alone: which they are, and in
 * which order, is settled before, and a model of ten thousand rows takes longer than drawing the few.
 */
export function useDrawnRows(drawn: readonly ReportSummary[], columns: readonly ColumnId[]): ReadonlyMap<string, Row<Features, ReportSummary>> {
  const state = useMemo(
    () => ({ columnOrder: [...columns], columnVisibility: Object.fromEntries(columnIds.map((column) => [column, columns.includes(column)])) }),
    [columns]
  )
  const table = useTable({ features, columns: tableColumns, data: drawn, getRowId: (report) => report.id, state })
  return new Map(table.getRowModel().rows.map((row) => [row.id, row]))
}

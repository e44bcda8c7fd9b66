import {
  columnOrderingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures
} from '@tanstack/react-table'
import type { ReportSummary } from '#core/contract/calls.ts'
import { columnIds, type ColumnId } from './column-ids.ts'
import { CharactersCell, DateCell, IssuerCell, LevelCell, MeetingCell, NotesCell, ProvinceCell, SourceCell, ThemesCell, TitleCell } from './cells.tsx'
import { sortKeys } from './sort-keys.ts'

export const features = tableFeatures({
  columnOrderingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel()
})

export type Features = typeof features

const helper = createColumnHelper<Features, ReportSummary>()

const contents: Readonly<Record<ColumnId, (props: { readonly report: ReportSummary }) => React.ReactNode>> = {
  province: ProvinceCell,
  level: LevelCell,
  date: DateCell,
  title: TitleCell,
  meeting: MeetingCell,
  issuer: IssuerCell,
  characters: CharactersCell,
  themes: ThemesCell,
  notes: NotesCell,
  source: SourceCell
}

/** @param reports all of the library: what texts are ranked among */
export function tableColumns(reports: readonly ReportSummary[]) {
  const keys = sortKeys(reports)
  return helper.columns(
    columnIds.map((id) => {
      const Content = contents[id]
      return helper.accessor((report) => keys[id](report), {
        id,
        sortUndefined: 'last',
        sortFn: (a, b) => (a.getValue<number>(id) ?? 0) - (b.getValue<number>(id) ?? 0),
        cell: ({ row }) => <Content report={row.original} />
      })
    })
  )
}

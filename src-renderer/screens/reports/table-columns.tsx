import { columnOrderingFeature, columnVisibilityFeature, createColumnHelper, tableFeatures } from '@tanstack/react-table'
import type { ReportSummary } from '#core/contract/calls.ts'
import { columnIds, type ColumnId } from './column-ids.ts'
import { CharactersCell, DateCell, IssuerCell, LevelCell, MeetingCell, NotesCell, ProvinceCell, ReviewCell, SourceCell, ThemesCell, TitleCell } from './cells.tsx'

export const features = tableFeatures({ columnOrderingFeature, columnVisibilityFeature })

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
  review: ReviewCell,
  source: SourceCell
}

export const tableColumns = helper.columns(
  columnIds.map((id) => {
    const Content = contents[id]
    return helper.display({ id, cell: ({ row }) => <Content report={row.original} /> })
  })
)

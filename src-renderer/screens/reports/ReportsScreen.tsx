import { useMemo, useState, type ReactNode } from 'react'
import type { LibraryState, ReportSummary } from '#core/contract/calls.ts'
import { useHost } from '../../host/use-call.ts'
import { dateLabel, jurisdictionName, number, type Tongue } from '../../language/labels.ts'
import { Segmented } from '../../parts/Segmented.tsx'
import { noticeRefusal } from '../../state/notices.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { BinList } from './BinList.tsx'
import { CoverageGrid } from './CoverageGrid.tsx'
import { FilterBar } from './FilterBar.tsx'
import { filterReports, foldForFinding } from './filter-reports.ts'
import { NothingFits } from './NothingFits.tsx'
import { clearAllFilters, select, showTab, useTableView } from './reports-state.ts'
import { ReportTable } from './ReportTable.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { tabs } from './table-view.ts'
import { ThemeNamesProvider } from './theme-names.ts'
import './reports.css'

interface ReportsScreenProps {
  readonly library: LibraryState
  /** In the order of the library. */
  readonly reports: readonly ReportSummary[]
  /** Why these are not all yet: they can be read, and nothing else; null once they are. */
  readonly listing: string | null
  /** Ids of those that are compared. */
  readonly compared: readonly string[]
  /** What to do while there are no reports. */
  readonly empty: ReactNode
}

/** The library: every report as a line of a table, what is there of each province and year, and the bin. */
export function ReportsScreen({ library, reports, listing, compared, empty }: ReportsScreenProps) {
  const words = useWords()
  const language = useLanguage()
  const host = useHost()
  const w = words.libraryTable
  const tab = useTableView((view) => view.tab)
  const filters = useTableView((view) => view.filters)
  const [binned, setBinned] = useState<readonly string[]>([])
  const textOf = useMemo(() => findableTexts({ language, words }), [language, words])
  // a filter over a part of them would be a wrong answer: it holds when all are there
  const shown = useMemo(() => (listing === null ? filterReports(reports, filters, textOf) : reports), [reports, listing, filters, textOf])
  const names = useMemo(() => new Map(library.themes.map(({ id, name }) => [id, name[language]])), [library.themes, language])
  const listed = useMemo(() => new Set(reports.map(({ id }) => id)), [reports])
  const stillBinned = binned.filter((id) => !listed.has(id))
  const bin = async (ids: readonly string[]): Promise<void> => {
    const reply = await host.call('reports.bin', { reports: [...ids] })
    if (!reply.ok) return noticeRefusal(reply.problem)
    const gone = new Set(ids)
    select(useTableView.getState().selected.filter((id) => !gone.has(id)))
    setBinned(ids)
  }
  return (
    <ThemeNamesProvider value={names}>
      <header className="reports-head">
        <Segmented leading label={w.views} value={tab} options={tabs.map((value) => ({ value, label: w.tabs[value] }))} onChange={showTab} />
        {tab === 'table' && reports.length > 0 && (
          <span className="shown-count" role="status">
            {listing ?? w.shown(number(shown.length), number(reports.length))}
          </span>
        )}
        {tab === 'table' && listing === null && (reports.length > 0 || stillBinned.length > 0) && <SelectionBar reports={reports} shown={shown} binned={stillBinned} onBin={(ids) => void bin(ids)} />}
      </header>
      <div className="reports-body view" inert={listing !== null} aria-busy={listing !== null}>
        {tab === 'bin' ? (
          <BinList />
        ) : reports.length === 0 ? (
          empty
        ) : tab === 'coverage' && listing !== null ? (
          <p className="pane-message">{listing}</p>
        ) : tab === 'coverage' ? (
          <CoverageGrid reports={reports} />
        ) : (
          <>
            <FilterBar reports={reports} themes={library.themes} />
            {shown.length === 0 ? <NothingFits filters={filters} onClear={clearAllFilters} /> : <ReportTable all={reports} shown={shown} compared={compared} onBin={(ids) => void bin(ids)} />}
          </>
        )}
      </div>
    </ThemeNamesProvider>
  )
}

/** What can be found in a line by words; worked out once for each report. */
function findableTexts(tongue: Tongue): (report: ReportSummary) => string {
  const known = new WeakMap<ReportSummary, string>()
  return (report) => {
    const before = known.get(report)
    if (before !== undefined) return before
    const { title, date, meeting, issuer, source, jurisdiction } = report
    const place = jurisdictionName(jurisdiction, tongue.language, tongue.words)
    const text = foldForFinding([title, place, jurisdiction?.province?.name, jurisdiction?.name, dateLabel(date, tongue.words).text, meeting, issuer, ...source.folders, source.fileName].join('\n'))
    known.set(report, text)
    return text
  }
}

import { useMemo, useState } from 'react'
import type { Theme } from '#core/codebook/codebook.ts'
import type { LibraryState, ReportSummary } from '#core/contract/calls.ts'
import { useCall } from '../../host/use-call.ts'
import { dateLabel, jurisdictionName, number, type Tongue } from '../../language/labels.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { showDuplicates } from '../../state/panels.ts'
import { chooseReports } from '../../state/selection.ts'
import { NoticeCards } from './NoticeCards.tsx'
import { OpenFilesButton } from './OpenFilesButton.tsx'
import { ReportList } from './ReportList.tsx'
import { ThemeList } from './ThemeList.tsx'
import { ViewList } from './ViewList.tsx'
import './library.css'

interface LibraryRailProps {
  readonly library: LibraryState
  /** In the order of the list. */
  readonly reports: readonly ReportSummary[]
  /** Ids of the reports being compared. */
  readonly chosen: readonly string[]
  /** The report whose source is open. */
  readonly openReportId: string | null
  /** Quotations of each theme in the comparison. */
  readonly themeCounts: ReadonlyMap<string, number>
  readonly themes: readonly Theme[]
}

const findFrom = 9

/** What the library holds, what of it is compared, and on which themes. */
export function LibraryRail({ library, reports, chosen, openReportId, themeCounts, themes }: LibraryRailProps) {
  const words = useWords()
  const language = useLanguage()
  const [find, setFind] = useState('')
  const shown = useMemo(() => found(reports, find, { words, language }), [reports, find, words, language])
  const pairs = useCall('duplicates.list', reports.length === 0 ? null : {}).value?.length ?? 0
  /** Instead of what is chosen of those shown. */
  const chooseShown = (ids: readonly string[]): void => {
    const shownIds = new Set(shown.map(({ id }) => id))
    chooseReports([...chosen.filter((id) => !shownIds.has(id)), ...ids])
  }
  return (
    <div className="library-rail">
      <ViewList reports={library.reportCount} compared={chosen.length} />
      <section className="rail-section reports" aria-label={words.library.list}>
        <header>
          <h2>
            {words.library.list} <small>{number(library.reportCount)}</small>
          </h2>
          <OpenFilesButton shell={library.shell} />
        </header>
        {reports.length >= findFrom && (
          <input
            type="search"
            className="rail-find"
            value={find}
            placeholder={words.library.find}
            aria-label={words.library.find}
            onChange={(event) => setFind(event.target.value)}
          />
        )}
        {reports.length > 0 && (
          <div className="rail-line">
            <span>{words.library.compared(number(chosen.length), number(reports.length))}</span>
            <button type="button" className="link" onClick={() => chooseShown(shown.map(({ id }) => id))}>
              {words.library.all}
            </button>
            <button type="button" className="link" onClick={() => chooseShown([])}>
              {words.library.none}
            </button>
          </div>
        )}
        {pairs > 0 && (
          <button type="button" className="link duplicates-line" onClick={() => showDuplicates(true)}>
            {words.duplicates.line(pairs)}
          </button>
        )}
        {shown.length === 0 && reports.length > 0 && <p className="rail-note">{words.library.noneFound}</p>}
        <ReportList reports={shown} all={reports} chosen={chosen} openReportId={openReportId} themes={themes} />
      </section>
      <ThemeList themes={themes} counts={themeCounts} />
      <NoticeCards />
    </div>
  )
}

function found(reports: readonly ReportSummary[], find: string, tongue: Tongue): readonly ReportSummary[] {
  const wanted = find.trim().toLowerCase()
  return wanted === '' ? reports : reports.filter((report) => searchText(report, tongue).includes(wanted))
}

function searchText(report: ReportSummary, { words, language }: Tongue): string {
  const date = dateLabel(report.date, words).text
  return [jurisdictionName(report.jurisdiction, language, words), report.jurisdiction?.name, report.title, date, report.meeting, ...report.source.folders, report.source.fileName]
    .join(' ')
    .toLowerCase()
}

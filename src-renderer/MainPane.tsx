import { Suspense, useState } from 'react'
import type { LibraryState, ReportSummary } from '#core/contract/calls.ts'
import { useCall } from './host/use-call.ts'
import { ErrorBoundary } from './parts/ErrorBoundary.tsx'
import { CodebookScreen, CodersScreen, ComparisonPane, NotesScreen, PhrasesScreen, ReviewScreen, SearchScreen, SettingsScreen, SideBySideScreen, StatisticsScreen, TargetsScreen, VersionsScreen } from './later-parts.ts'
import { isComparisonView, showView, useRoute } from './routes.ts'
import { FirstStart } from './screens/library/FirstStart.tsx'
import { showTab, useTableView } from './screens/reports/reports-state.ts'
import { isAsLibraryHasIt } from './screens/reports/table-view.ts'
import { ReportsScreen } from './screens/reports/ReportsScreen.tsx'
import { useOpened } from './state/opened.ts'
import type { Compared } from './use-compared.ts'
import { useWords } from './use-words.ts'

interface MainPaneProps {
  readonly library: LibraryState
  /** In the order of the library. */
  readonly reports: readonly ReportSummary[]
  readonly compared: Compared
  /** Why the reports are not there yet; null once they are. An empty list would be a wrong answer. */
  readonly listing: string | null
}

/** The view that the route names. A fault in one leaves the others as they are. */
export function MainPane(props: MainPaneProps) {
  const words = useWords()
  const { view } = useRoute()
  const opened = useOpened(({ count }) => count)
  // the forms of one comparison share the bar above them: a key pressed there must not lose its focus
  const pane = isComparisonView(view) ? 'comparison' : view
  return (
    <main className="pane-main">
      <ErrorBoundary sentence={words.frame.broken} again={words.frame.tryAgain} key={`${pane} ${opened}`}>
        <Suspense>
          <ViewOfRoute {...props} />
        </Suspense>
      </ErrorBoundary>
    </main>
  )
}

function openBin(): void {
  showTab('bin')
  showView('library')
}

/** Of a large library the first reports are there before the list of all of them is, and are what its table begins with. */
function useFirstReports(isWanted: boolean): readonly ReportSummary[] | null {
  // scrolling on among them takes none of them away
  const [isAtTop] = useState(() => useTableView.getState().scroll === 0)
  // a filter typed meanwhile waits for the list: the field it is typed in stays
  const [isWhole] = useState(() => isAsLibraryHasIt(useTableView.getState()))
  const isShown = isWhole && isAtTop && isWanted
  const { value } = useCall('reports.first', isShown ? {} : null)
  return value === null || value.length === 0 ? null : value
}

function ViewOfRoute({ library, reports, compared, listing }: MainPaneProps) {
  const { view } = useRoute()
  const { themes } = library
  const { chosen } = compared
  const first = useFirstReports(listing !== null && view === 'library')
  if (view === 'codebook') return <CodebookScreen />
  if (view === 'settings') return <SettingsScreen library={library} />
  if (view === 'library' && (listing === null || first !== null)) {
    return <ReportsScreen library={library} reports={first ?? reports} listing={listing} compared={chosen} empty={<FirstStart shell={library.shell} onOpenBin={openBin} />} />
  }
  if (listing !== null) {
    return (
      <p className="pane-message" role="status">
        {listing}
      </p>
    )
  }
  if (library.reportCount === 0) return <FirstStart shell={library.shell} onOpenBin={openBin} />
  if (isComparisonView(view)) return <ComparisonPane view={view} compared={compared} />
  switch (view) {
    case 'reader':
      return <SideBySideScreen reports={reports} chosen={chosen} themes={themes} />
    case 'targets':
      return <TargetsScreen reports={reports} chosen={chosen} themes={themes} />
    case 'notes':
      return <NotesScreen reports={reports} themes={themes} />
    case 'review':
      return <ReviewScreen reports={reports} chosen={chosen} themes={themes} />
    case 'versions':
      return <VersionsScreen reports={reports} chosen={chosen} themes={themes} />
    case 'coders':
      return <CodersScreen chosen={chosen} />
    case 'phrases':
      return <PhrasesScreen reports={reports} chosen={chosen} themes={themes} />
    case 'statistics':
      return <StatisticsScreen reports={reports} chosen={chosen} />
    case 'search':
      return <SearchScreen reports={reports} themes={themes} />
  }
}

import { Suspense, useState } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import type { LibraryState, ReportSummary } from '#core/contract/calls.ts'
import { useCall } from './host/use-call.ts'
import { number } from './language/labels.ts'
import { ErrorBoundary } from './parts/ErrorBoundary.tsx'
import { useMedia } from './parts/media.ts'
import { comparedSums, passagesOfPlace, quotationsByTheme } from './compared.ts'
import { OverWindow, SourceSheet } from './later-parts.ts'
import { MainPane } from './MainPane.tsx'
import { useRoute } from './routes.ts'
import { ExportMenu } from './screens/export/ExportMenu.tsx'
import { BottomLine } from './screens/frame/BottomLine.tsx'
import { DropArea } from './screens/frame/DropArea.tsx'
import { TopBar } from './screens/frame/TopBar.tsx'
import { LibraryRail } from './screens/library/LibraryRail.tsx'
import { SearchBox } from './screens/search/SearchBox.tsx'
import { focusTable } from './focus-table.ts'
import { leaveSource } from './shortcuts.ts'
import { themeColors } from './theme-colors.ts'
import { useCompared } from './use-compared.ts'
import { useLanguage, useWords } from './use-words.ts'

const noReports: readonly ReportSummary[] = []

/** The one window: library, comparison, source. It fetches what several panes show and hands it down. */
export function Workspace({ library }: { readonly library: LibraryState }) {
  const words = useWords()
  const language = useLanguage()
  const route = useRoute()
  const isNarrow = useMedia('(max-width: 960px)')
  const [isRailOpen, setRailOpen] = useState(false)
  const list = useCall('reports.list', library.reportCount === 0 ? null : {})
  const reports = list.value ?? noReports
  const compared = useCompared(reports, route.view)
  const { comparison, names } = compared
  const rail = (
    <ErrorBoundary sentence={words.frame.broken} again={words.frame.tryAgain}>
      <LibraryRail
        library={library}
        reports={reports}
        chosen={compared.chosen}
        openReportId={route.place?.report ?? null}
        themeCounts={quotationsByTheme(comparison)}
        themes={library.themes}
      />
    </ErrorBoundary>
  )
  const sheet = route.place !== null && (
    <ErrorBoundary sentence={words.frame.broken} again={words.frame.tryAgain} key={route.place.report}>
      <Suspense>
        <SourceSheet place={route.place} passages={passagesOfPlace(comparison, route.place)} themes={library.themes} reports={reports} onClose={leaveSource} />
      </Suspense>
    </ErrorBoundary>
  )
  const main = <MainPane library={library} reports={reports} listing={library.reportCount > 0 && list.value === null ? (list.problem?.message[language] ?? words.library.listing) : null} compared={compared} />
  const crumb = comparison === null || compared.chosen.length === 0 ? '' : `${words.reports(number(compared.chosen.length))} · ${[...new Set(names.plain)].join(language === 'zh' ? '、' : ', ')}`
  return (
    <div className="window" style={themeColors(library.themes)}>
      <button type="button" className="skip-link" onClick={focusTable}>
        {words.frame.skip}
      </button>
      <DropArea>
        <TopBar library={library} crumb={crumb} isRailOpen={isRailOpen} onToggleRail={() => setRailOpen(!isRailOpen)}>
          <SearchBox reports={reports} />
          <ExportMenu selection={compared.exported} />
        </TopBar>
        {isNarrow ? (
          <div className="panes narrow">
            {main}
            {isRailOpen && <div className="rail-drawer">{rail}</div>}
            {sheet !== false && <div className="sheet-cover">{sheet}</div>}
          </div>
        ) : (
          <Group className="panes" orientation="horizontal">
            <Panel id="rail" defaultSize={216} minSize={180} maxSize={420} groupResizeBehavior="preserve-pixel-size">
              {rail}
            </Panel>
            <Separator className="pane-edge" aria-label={words.frame.resizeRail} />
            <Panel id="main" minSize={320}>
              {main}
            </Panel>
            {sheet !== false && (
              <>
                <Separator className="pane-edge" aria-label={words.frame.resizeSheet} />
                <Panel id="sheet" defaultSize="29.5%" minSize={300} maxSize="60%" groupResizeBehavior="preserve-pixel-size">
                  {sheet}
                </Panel>
              </>
            )}
          </Group>
        )}
        <BottomLine library={library} compared={comparedSums(comparison)} />
      </DropArea>
      <OverWindow library={library} reports={reports} />
    </div>
  )
}

import { useMemo } from 'react'
import type { ColumnGrouping, Comparison } from '#core/compare/comparison.ts'
import type { ColumnNames } from './compared.ts'
import { useCall } from './host/use-call.ts'
import { number } from './language/labels.ts'
import { ErrorBoundary } from './parts/ErrorBoundary.tsx'
import { useRoute, type ComparisonView, type Place } from './routes.ts'
import { CountsScreen } from './screens/counts/CountsScreen.tsx'
import { ComparisonBar } from './screens/frame/ComparisonBar.tsx'
import { useArrangement } from './screens/matrix/matrix-state.ts'
import { inOrder } from './screens/matrix/matrix-view.ts'
import { MatrixScreen } from './screens/matrix/MatrixScreen.tsx'
import { MatrixTools } from './screens/matrix/MatrixTools.tsx'
import { RanksScreen } from './screens/ranks/RanksScreen.tsx'
import { SummaryScreen } from './screens/summaries/SummaryScreen.tsx'
import { StructureScreen } from './screens/structure/StructureScreen.tsx'
import { prefer, usePreferences } from './state/preferences.ts'
import { chooseReports, columnsAtStart, useSelection } from './state/selection.ts'
import { mostReports, type Compared } from './use-compared.ts'
import { useLanguage, useWords } from './use-words.ts'

interface ComparisonPaneProps {
  readonly view: ComparisonView
  readonly compared: Compared
}

/** The comparison in the view chosen, or the sentence that says why there is none. */
export function ComparisonPane({ view, compared }: ComparisonPaneProps) {
  const words = useWords()
  const language = useLanguage()
  const { place } = useRoute()
  const grouping = usePreferences((p) => p.grouping)
  const { chosen, limit, comparison, names, problem } = compared
  if (chosen.length === 0) return <NothingChosen />
  if (limit !== null) return <TooMany chosen={chosen} limit={limit} />
  if (comparison === null) return <p className="pane-message">{problem === null ? words.matrix.loading : problem.message[language]}</p>
  return (
    <>
      <ComparisonBar view={view}>{view === 'quotations' && <MatrixTools rows={comparison.rows} />}</ComparisonBar>
      <div className="view" aria-busy={compared.loading}>
        {compared.loading && (
          <p className="busy-note" role="status">
            {words.matrix.loading}
          </p>
        )}
        <ErrorBoundary sentence={words.frame.broken} again={words.frame.tryAgain} key={view}>
          <ComparisonForm view={view} comparison={comparison} names={names} by={grouping} place={place} />
        </ErrorBoundary>
      </div>
    </>
  )
}

interface ComparisonFormProps {
  readonly view: ComparisonView
  readonly comparison: Comparison
  readonly names: ColumnNames
  readonly by: ColumnGrouping
  readonly place: Place | null
}

function ComparisonForm({ view, comparison, names, by, place }: ComparisonFormProps) {
  switch (view) {
    case 'quotations':
      return <MatrixScreen comparison={comparison} names={names} by={by} place={place} />
    case 'summaries':
      return <SummaryForm comparison={comparison} names={names} />
    case 'counts':
      return <CountsScreen comparison={comparison} names={names.full} />
    case 'structure':
      return <StructureScreen comparison={comparison} names={names} />
    case 'ranks':
      return <RanksScreen comparison={comparison} names={names} />
  }
}

/** The rows and columns that the matrix has, in its order. */
function SummaryForm({ comparison, names }: Pick<ComparisonFormProps, 'comparison' | 'names'>) {
  const words = useWords()
  const themes = useSelection((s) => s.themes)
  const columnOrder = useArrangement((a) => a.columnOrder)
  const themeOrder = useArrangement((a) => a.themeOrder)
  const emptyThemes = useArrangement((a) => a.emptyThemes)
  const columns = useMemo(() => inOrder(comparison.columns.map(({ id }) => id), columnOrder, String), [comparison, columnOrder])
  const rows = useMemo(() => inOrder(comparison.rows, themeOrder, ({ theme }) => theme).filter(({ theme }) => themes.length === 0 || themes.includes(theme)), [comparison, themeOrder, themes])
  const reports = comparison.columns.reduce((sum, column) => sum + column.reports.length, 0)
  if (reports > mostReports.report) return <p className="pane-message">{words.matrix.tooMany(number(reports), number(mostReports.report))}</p>
  return <SummaryScreen comparison={comparison} names={names} columns={columns} rows={rows} emptyThemes={emptyThemes} />
}

function NothingChosen() {
  const words = useWords()
  const reports = useCall('reports.list', {}).value ?? []
  return (
    <div className="pane-message">
      <p>{words.matrix.nothingChosen}</p>
      <p className="pane-actions">
        <button type="button" onClick={() => chooseReports(reports.slice(0, columnsAtStart).map(({ id }) => id))}>
          {reports.length > columnsAtStart ? words.matrix.firstOnly(number(columnsAtStart)) : words.around.empty.compareAll}
        </button>
      </p>
    </div>
  )
}

function TooMany({ chosen, limit }: { readonly chosen: readonly string[]; readonly limit: number }) {
  const words = useWords()
  return (
    <div className="pane-message">
      <p>{words.matrix.tooMany(number(chosen.length), number(limit))}</p>
      <p className="pane-actions">
        {chosen.length <= mostReports.province && (
          <button type="button" onClick={() => prefer({ grouping: 'province' })}>
            {words.matrix.byProvince}
          </button>
        )}
        <button type="button" onClick={() => chooseReports(chosen.slice(0, limit))}>
          {words.matrix.firstOnly(number(limit))}
        </button>
      </p>
    </div>
  )
}

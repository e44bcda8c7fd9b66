import { useMemo, useState, useSyncExternalStore } from 'react'
import type { Input, ReportSummary } from '#core/contract/calls.ts'
import { statisticsTable } from '#core/paper/statistics-table.ts'
import { useScreenCommands, type KeyList } from '../../commands.ts'
import { useAskAgain, useHost, useLastingCall } from '../../host/use-call.ts'
import { number } from '../../language/labels.ts'
import { usePreferences } from '../../state/preferences.ts'
import { TableFileMenu } from '../../TableFileMenu.tsx'
import { useLanguage, useWords } from '../../use-words.ts'
import { askedFor, groupsOf, type Hindrance } from './groups.ts'
import { PlacesPopover } from './PlacesPopover.tsx'
import { StatisticsBar } from './StatisticsBar.tsx'
import { StatisticsGrid } from './StatisticsGrid.tsx'
import { progressOf } from './statistics-progress.ts'
import { useEndOnLeave, useReckoning } from './reckoning.ts'
import { useStatistics } from './statistics-state.ts'
import './statistics.css'

interface StatisticsScreenProps {
  readonly reports: readonly ReportSummary[]
  /** Ids of the reports compared now. */
  readonly chosen: readonly string[]
}

/** A number whose places are looked at, and the cell it stands in. */
interface Looked {
  readonly asked: Input<'statistics.places'>
  readonly title: string
  readonly anchor: HTMLElement
}

/** The statistics of words, characters and themes: one measure at a time, with n, bases, formula and warnings below. */
export function StatisticsScreen({ reports, chosen }: StatisticsScreenProps) {
  const words = useWords()
  const w = words.statistics
  const language = useLanguage()
  const host = useHost()
  const state = useStatistics()
  const grouping = usePreferences((p) => p.grouping)
  const [looked, setLooked] = useState<Looked | null>(null)
  useScreenCommands(noCommands, keyLists)
  const groups = useMemo(() => {
    const wanted = new Set(chosen)
    return groupsOf(state.scope === 'all' ? reports : reports.filter(({ id }) => wanted.has(id)), grouping, { language, words })
  }, [reports, chosen, state.scope, grouping, language, words])
  const reckoning = useReckoning()
  const { input, hindrance, target } = askedFor(groups, { ...state, reckoning }, { restName: w.restName, libraryName: w.libraryName })
  const { value: facts, answered, problem, loading } = useLastingCall('statistics.compute', input)
  useEndOnLeave(loading)
  const table = useMemo(() => (facts === null ? null : statisticsTable(facts, language)), [facts, language])
  const isShown = answered !== null && table !== null && problem === null
  const titles = new Map(reports.map(({ id, title }) => [id, title ?? words.untitled]))
  return (
    <section className="statistics-screen" aria-label={w.name}>
      <StatisticsBar groups={groups} target={target}>
        {input !== null && (
          <TableFileMenu
            rows={isShown ? table.paper.rows.length : 0}
            words={w.file}
            ask={(format) => host.call('statistics.export', { ...(answered ?? input), format, language })}
            word={{ label: w.wordFile, ask: () => host.call('statistics.export', { ...(answered ?? input), format: 'docx', language }) }}
          />
        )}
      </StatisticsBar>
      {loading && <Reckoning reckoning={reckoning} />}
      {hindrance !== null && <p className="pane-message">{w.hindrances[hindrance satisfies Hindrance]}</p>}
      {input !== null && problem !== null && <Stopped sentence={problem.message[language]} />}
      {isShown && (
        <>
          <StatisticsGrid
            key={`${facts!.result.measure} ${facts!.ground.unit}`}
            table={table}
            isBusy={loading}
            onLook={({ terms, group }, title, anchor) => setLooked({ asked: { ...answered, terms: [...terms], group }, title, anchor })}
          />
          <div className="statistics-notes" tabIndex={0} role="region" aria-label={w.notes}>
            {table.warnings.map((warning) => (
              <p key={warning} className="statistics-warning">
                <b>{w.warning}</b> {warning}
              </p>
            ))}
            <p>{table.paper.notes.slice(table.warnings.length).map((note) => <span key={note}>{note}</span>)}</p>
          </div>
        </>
      )}
      {looked !== null && <PlacesPopover key={JSON.stringify(looked.asked)} {...looked} titles={titles} onClose={() => setLooked(null)} />}
    </section>
  )
}

/** How far it is, and the way to stop it. */
function Reckoning({ reckoning }: { readonly reckoning: string }) {
  const w = useWords().statistics
  const host = useHost()
  const progress = progressOf(host)
  const told = useSyncExternalStore(progress.subscribe, progress.read)
  const now = told?.reckoning === reckoning ? told : null
  return (
    <p className="statistics-reckoning" role="status">
      <span>{now === null ? w.reckoning : w.reckoned(number(now.done), number(now.total))}</span>
      <button type="button" onClick={() => void host.call('statistics.stop', { reckoning })}>
        {w.stop}
      </button>
    </p>
  )
}

function Stopped({ sentence }: { readonly sentence: string }) {
  const w = useWords().statistics
  const askAgain = useAskAgain()
  return (
    <div className="pane-message">
      <p>{sentence}</p>
      <button type="button" onClick={() => void askAgain('statistics.compute')}>
        {w.again}
      </button>
    </div>
  )
}

const noCommands: readonly never[] = []
const keyLists: readonly KeyList[] = [{ id: 'statistics', title: (w) => w.statistics.keyTitle, rows: (w) => w.statistics.keyRows.map(([keys, does]) => ({ keys, does })) }]

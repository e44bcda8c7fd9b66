import { Dialog } from '@base-ui/react/dialog'
import { useRef, useState } from 'react'
import { wholePercent } from '#core/compare/recognised.ts'
import type { DuplicatePair, ReportSummary } from '#core/contract/calls.ts'
import type { Problem } from '#core/contract/problem.ts'
import { useCall, useHost } from '../../host/use-call.ts'
import { dateLabel, filePath, jurisdictionName, number } from '../../language/labels.ts'
import { RecognisedMark } from '../../RecognisedMark.tsx'
import { openReport } from '../../routes.ts'
import { showDuplicates, usePanels } from '../../state/panels.ts'
import { useLanguage, useWords } from '../../use-words.ts'

/** Pairs in the dialog at a time; the rest come when these are decided. */
const mostShown = 40

const keyOf = ({ first, second }: DuplicatePair): string => `${first} ${second}`

/** Pairs of reports that say nearly the same: the person says what they are, and may take it back while the dialog is open. */
export function DuplicatesDialog({ reports }: { readonly reports: readonly ReportSummary[] }) {
  const isOpen = usePanels((p) => p.duplicates)
  return (
    <Dialog.Root open={isOpen} onOpenChange={showDuplicates}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog duplicates-dialog">
          <PairList reports={reports} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function PairList({ reports }: { readonly reports: readonly ReportSummary[] }) {
  const words = useWords()
  const language = useLanguage()
  const host = useHost()
  const { value, problem: unread } = useCall('duplicates.list', {})
  const [decided, setDecided] = useState<readonly DuplicatePair[]>([])
  const [problem, setProblem] = useState<Problem | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const decidedKeys = new Set(decided.map(keyOf))
  const offered = (value ?? []).filter((pair) => !decidedKeys.has(keyOf(pair)))
  const summaries = new Map(reports.map((report) => [report.id, report]))
  const decide = async (pair: DuplicatePair, state: DuplicatePair['state']): Promise<void> => {
    const reply = await host.call('duplicates.decide', { first: pair.first, second: pair.second, state })
    setProblem(reply.ok ? null : reply.problem)
    if (!reply.ok) return
    const others = decided.filter((other) => keyOf(other) !== keyOf(pair))
    setDecided(state === 'offered' ? others : [...others, { ...pair, state }])
    if (state !== 'offered') requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[data-offered] .pair-buttons button')?.focus())
  }
  const shownProblem = problem ?? unread
  return (
    <>
      <header>
        <Dialog.Title>{words.duplicates.title}</Dialog.Title>
        <Dialog.Close>{words.duplicates.close}</Dialog.Close>
      </header>
      <Dialog.Description>{words.duplicates.note}</Dialog.Description>
      {shownProblem !== null && (
        <p role="alert" className="field-problem">
          {shownProblem.message[language]}
        </p>
      )}
      <ol className="pairs" ref={list}>
        {decided.map((pair) => (
          <DecidedPair key={keyOf(pair)} pair={pair} summaries={summaries} onUndo={() => void decide(pair, 'offered')} />
        ))}
        {offered.slice(0, mostShown).map((pair, index) => (
          <li key={keyOf(pair)} className="pair" data-offered aria-label={words.duplicates.pair(index + 1)}>
            <p className="alike">{words.duplicates.alike(wholePercent(pair.likeness))}</p>
            <div className="pair-reports">
              {[pair.first, pair.second].map((id) => (
                <ReportCard key={id} id={id} report={summaries.get(id)} />
              ))}
            </div>
            <div className="pair-buttons">
              {(['same', 'version', 'different'] as const).map((state) => (
                <button key={state} type="button" title={state === 'same' ? words.duplicates.sameNote : undefined} onClick={() => void decide(pair, state)}>
                  {words.duplicates[state]}
                </button>
              ))}
            </div>
          </li>
        ))}
      </ol>
      {value !== null && offered.length === 0 && <p role="status">{words.duplicates.none}</p>}
      {offered.length > mostShown && <p>{words.duplicates.more(offered.length - mostShown)}</p>}
    </>
  )
}

interface DecidedPairProps {
  readonly pair: DuplicatePair
  readonly summaries: ReadonlyMap<string, ReportSummary>
  readonly onUndo: () => void
}

function DecidedPair({ pair, summaries, onUndo }: DecidedPairProps) {
  const words = useWords()
  const names = [pair.first, pair.second].map((id) => summaries.get(id)?.source.fileName ?? '')
  return (
    <li className="pair is-decided">
      <p>
        <span className="hand">{words.duplicates.decided(pair.state === 'offered' ? '' : words.duplicates[pair.state])}</span> <small>{names.join(' · ')}</small>
      </p>
      <button type="button" onClick={onUndo}>
        {words.duplicates.undo}
      </button>
    </li>
  )
}

function ReportCard({ id, report }: { readonly id: string; readonly report: ReportSummary | undefined }) {
  const words = useWords()
  const language = useLanguage()
  if (report === undefined) return <div className="pair-report" />
  const { source } = report
  return (
    <div className="pair-report">
      <p>
        <b>{jurisdictionName(report.jurisdiction, language, words)}</b> {dateLabel(report.date, words).text}
      </p>
      <p className="pair-title">{report.title ?? words.untitled}</p>
      <p>
        {words.characters(number(report.characters))} <RecognisedMark confidence={report.recognised} />
      </p>
      <p className="file-name">{filePath(source)}</p>
      <button
        type="button"
        className="link"
        onClick={() => {
          showDuplicates(false)
          openReport(id)
        }}
      >
        {words.duplicates.read}
      </button>
    </div>
  )
}

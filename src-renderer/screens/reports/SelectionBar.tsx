import type { ReportSummary } from '#core/contract/calls.ts'
import { useHost } from '../../host/use-call.ts'
import { number } from '../../language/labels.ts'
import { showView } from '../../routes.ts'
import { noticeRefusal } from '../../state/notices.ts'
import { showArticles } from '../../state/panels.ts'
import { chooseReports } from '../../state/selection.ts'
import { useWords } from '../../use-words.ts'
import { select, useTableView } from './reports-state.ts'

interface SelectionBarProps {
  /** All of the library. */
  readonly reports: readonly ReportSummary[]
  /** Those listed. */
  readonly shown: readonly ReportSummary[]
  /** What was put into the bin last and still lies there. */
  readonly binned: readonly string[]
  readonly onBin: (reports: readonly string[]) => void
}

const mostSideBySide = 4

/** What can be done with the selected reports; with none selected, the way back from the last bin. */
export function SelectionBar({ reports, shown, binned, onBin }: SelectionBarProps) {
  const words = useWords()
  const host = useHost()
  const w = words.libraryTable
  const wanted = new Set(useTableView((view) => view.selected))
  const chosenReports = reports.filter(({ id }) => wanted.has(id))
  const chosen = chosenReports.map(({ id }) => id)
  const sources = new Set(chosenReports.map(({ source }) => source.id))
  const listed = shown.filter(({ id }) => wanted.has(id)).length
  const compare = (view: 'quotations' | 'reader'): void => {
    chooseReports(chosen)
    showView(view)
  }
  const restore = async (): Promise<void> => {
    const reply = await host.call('reports.restore', { reports: [...binned] })
    if (!reply.ok) noticeRefusal(reply.problem)
  }
  if (chosen.length === 0) {
    if (binned.length === 0) return <span className="keys-note">{w.keys}</span>
    return (
      <span className="selection-bar" role="status">
        {w.bin.done(number(binned.length))}
        <button type="button" onClick={() => void restore()}>
          {w.bin.undo}
        </button>
      </span>
    )
  }
  return (
    <div className="selection-bar" role="group" aria-label={w.selection.label}>
      <span>
        {w.selection.count(number(chosen.length))}
        {listed < chosen.length && ` ${w.selection.hidden(number(chosen.length - listed))}`}
      </span>
      <button type="button" onClick={() => compare('quotations')}>
        {w.selection.compare}
      </button>
      <button type="button" disabled={chosen.length < 2 || chosen.length > mostSideBySide} title={w.selection.sideBySideNote} onClick={() => compare('reader')}>
        {w.selection.sideBySide}
      </button>
      <button type="button" disabled={sources.size !== 1} title={w.selection.articlesNote} onClick={() => showArticles([...sources][0] ?? null)}>
        {w.selection.articles}
      </button>
      <button type="button" onClick={() => onBin(chosen)}>
        {w.selection.bin}
      </button>
      <button type="button" className="link" onClick={() => select([])}>
        {w.selection.clear}
      </button>
    </div>
  )
}

import { useMemo } from 'react'
import type { Theme } from '#core/codebook/codebook.ts'
import type { ReportSummary, ReportView } from '#core/contract/calls.ts'
import type { Note } from '#core/contract/edit-calls.ts'
import { useCall, useLastingCall } from '../../host/use-call.ts'
import { dateLabel, jurisdictionName } from '../../language/labels.ts'
import { useMedia } from '../../parts/media.ts'
import { useIsPrinting } from '../../state/printing.ts'
import { useSelection } from '../../state/selection.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { ReaderStage } from './ReaderStage.tsx'
import { readingOf } from './reading.ts'
import { chooseColumns, columnsOf, mostColumns, useSideBySide } from '../../state/side-by-side.ts'
import { StackedReader } from './StackedReader.tsx'
import './side-by-side.css'

const noNotes: readonly Note[] = []

interface SideBySideScreenProps {
  readonly reports: readonly ReportSummary[]
  /** Ids of the reports being compared. */
  readonly chosen: readonly string[]
  readonly themes: readonly Theme[]
}

/** Two to four of the reports compared, side by side. */
export function SideBySideScreen({ reports, chosen, themes }: SideBySideScreenProps) {
  const words = useWords()
  const language = useLanguage()
  const kept = useSideBySide((s) => s.reports)
  const chosenThemes = useSelection((s) => s.themes)
  const choices = useMemo(() => {
    const compared = new Set(chosen)
    return reports.filter(({ id }) => compared.has(id))
  }, [reports, chosen])
  const isPrinting = useIsPrinting()
  const isNarrow = useMedia('(max-width: 899px)') || isPrinting
  const ids = columnsOf(kept, chosen)
  const views = useViews(ids)
  const reading = useMemo(() => (views === null || views.length < 2 ? null : readingOf(views)), [views])
  const notes = useLastingCall('notes.list', ids.length < 2 ? null : { reports: ids }).value ?? noNotes
  const names = (reading?.columns ?? []).map(({ view }, column, all) => {
    const name = jurisdictionName(view.report.jurisdiction, language, words)
    const isShared = all.some((other, at) => at !== column && jurisdictionName(other.view.report.jurisdiction, language, words) === name)
    return isShared ? `${name} ${dateLabel(view.report.date, words).text}` : name
  })
  if (ids.length < 2) return <p className="pane-message">{words.readerView.tooFew}</p>
  if (reading === null) return <p className="pane-message">{words.readerView.loading}</p>
  if (isNarrow) return <StackedReader reading={reading} names={names} choices={choices} notes={notes} themes={themes} chosenThemes={chosenThemes} />
  const free = chosen.find((id) => !ids.includes(id))
  const onAdd = ids.length < mostColumns && free !== undefined ? () => chooseColumns([...ids, free]) : null
  return (
    <ReaderStage key={ids.join(' ')} reading={reading} names={names} choices={choices} notes={notes} themes={themes} chosenThemes={chosenThemes} onAdd={onAdd} />
  )
}

/** The reports of these ids, in order; null until all are there. Those shown before stay in sight while others are fetched. */
function useViews(ids: readonly string[]): readonly ReportView[] | null {
  const ask = (at: number): { id: string } | null => (ids[at] === undefined ? null : { id: ids[at] })
  const first = useCall('reports.read', ask(0)).value
  const second = useCall('reports.read', ask(1)).value
  const third = useCall('reports.read', ask(2)).value
  const fourth = useCall('reports.read', ask(3)).value
  const count = ids.length
  return useMemo(() => {
    const views = [first, second, third, fourth].slice(0, count)
    return views.every((view) => view !== null) ? views : null
  }, [first, second, third, fourth, count])
}

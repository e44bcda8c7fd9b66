import { useMemo } from 'react'
import type { Theme } from '#core/codebook/codebook.ts'
import type { ReportSummary } from '#core/contract/calls.ts'
import { mostCommonReports, mostPhraseReports } from '#core/phrases/bounds.ts'
import { useScreenCommands, type KeyList } from '../../commands.ts'
import { Segmented } from '../../parts/Segmented.tsx'
import { useLanguage, useWords } from '../../use-words.ts'
import { CommonPane } from './CommonPane.tsx'
import { LocalPane } from './LocalPane.tsx'
import { PhrasePane } from './PhrasePane.tsx'
import { phraseTabs, setPhrases, usePhrases, type PhraseTab } from './phrases-state.ts'
import { reportNames } from './report-names.ts'
import './phrases.css'

interface PhrasesScreenProps {
  readonly reports: readonly ReportSummary[]
  /** Ids of the reports compared now. */
  readonly chosen: readonly string[]
  readonly themes: readonly Theme[]
}

/** Fixed wordings: who uses them, what two reports have word for word in common, what is a report's own beside a baseline. */
export function PhrasesScreen({ reports, chosen, themes }: PhrasesScreenProps) {
  const words = useWords()
  const w = words.phrases
  const language = useLanguage()
  const tab = usePhrases((state) => state.tab)
  const names = useMemo(() => reportNames(reports, { language, words }), [reports, language, words])
  useScreenCommands(noCommands, keyLists)
  const hindrance = hindranceOf(tab, chosen.length, w)
  const switches = <Segmented leading label={w.name} value={tab} options={phraseTabs.map((value) => ({ value, label: w.tabs[value], title: w.tabNotes[value] }))} onChange={(value) => setPhrases({ tab: value })} />
  const shared = { chosen, names, themes, switches }
  return (
    <section className="phrases-screen" aria-label={w.name}>
      {hindrance !== null ? (
        <>
          <div className="phrases-bar">{switches}</div>
          <p className="pane-message">{hindrance}</p>
        </>
      ) : tab === 'phrases' ? (
        <PhrasePane {...shared} />
      ) : tab === 'common' ? (
        <CommonPane {...shared} />
      ) : (
        <LocalPane {...shared} reports={reports} />
      )}
    </section>
  )
}

function hindranceOf(tab: PhraseTab, count: number, w: ReturnType<typeof useWords>['phrases']): string | null {
  const most = tab === 'common' ? mostCommonReports : mostPhraseReports
  if (count === 0) return w.noReports
  if (tab === 'common' && count < 2) return w.oneReport
  return count > most ? w.tooMany(most) : null
}

const noCommands: readonly never[] = []
const keyLists: readonly KeyList[] = [{ id: 'phrases', title: (w) => w.phrases.keyTitle, rows: (w) => w.phrases.keyRows.map(([keys, does]) => ({ keys, does })) }]

import { useId, useMemo, useState } from 'react'
import { phraseOrigins, type Phrase, type PhraseOrigin } from '#core/phrases/phrases.ts'
import { findOccurrences } from '#core/text/occurrences.ts'
import { useHost, useLastingCall } from '../../host/use-call.ts'
import { number } from '../../language/labels.ts'
import { PickField } from '../../parts/PickField.tsx'
import { TableFileMenu } from '../../TableFileMenu.tsx'
import { useLanguage, useWords } from '../../use-words.ts'
import { NamesDialog } from './NamesDialog.tsx'
import type { PaneProps } from './pane-props.ts'
import { PhraseDetail } from './PhraseDetail.tsx'
import { PhraseList } from './PhraseList.tsx'
import { setPhrases, shortests, usePhrases } from './phrases-state.ts'

const leasts = [1, 2, 3, 5, 10]

/** Who uses which phrase, since when, under which theme. */
export function PhrasePane({ chosen, names, themes, switches }: PaneProps) {
  const words = useWords()
  const w = words.phrases
  const language = useLanguage()
  const host = useHost()
  const { origins, least, shortest } = usePhrases()
  const [filter, setFilter] = useState('')
  const [looked, setLooked] = useState<string | null>(null)
  const [isNaming, setNaming] = useState(false)
  const asked = { reports: [...chosen], origins: [...origins], shortest, least }
  const { value: facts, problem, loading } = useLastingCall('phrases.list', asked)
  const shown = useMemo(() => fitting(facts?.phrases ?? [], filter), [facts, filter])
  const open = shown.find(({ text }) => text === looked) ?? null
  return (
    <>
      <div className="phrases-bar">
        {switches}
        <OriginBoxes origins={origins} />
        <PickField label={w.least} value={least} options={leasts.map((value) => ({ value, label: w.leastReports(value) }))} onPick={(value) => setPhrases({ least: value })} />
        {origins.includes('shared') && <PickField label={w.shortest} value={shortest} options={shortests.map((value) => ({ value, label: w.characters(value) }))} onPick={(value) => setPhrases({ shortest: value })} />}
        <input type="search" className="phrases-filter" value={filter} placeholder={w.filter} aria-label={w.filter} onChange={({ target }) => setFilter(target.value)} />
        <span className="phrases-bar-end">
          <button type="button" onClick={() => setNaming(true)}>
            {w.names.open}
          </button>
          <TableFileMenu
            rows={facts?.phrases.length ?? 0}
            words={w.file}
            ask={(format) => host.call('phrases.export', { table: { id: 'phrases', ...asked }, format, language })}
            word={{ label: w.wordFile, ask: () => host.call('phrases.export', { table: { id: 'phrases', ...asked }, format: 'docx', language }) }}
          />
        </span>
      </div>
      <p className="phrases-count" role="status">
        {facts === null || problem !== null ? (problem?.message[language] ?? w.working) : `${w.shown(number(shown.length), number(facts.total))}${facts.phrases.length < facts.total ? ` · ${w.only(number(facts.phrases.length))}` : ''}`}
      </p>
      <div className="phrases-panes" aria-busy={loading}>
        {facts !== null && shown.length === 0 ? <p className="pane-message">{w.nothing}</p> : <PhraseList phrases={shown} names={names} looked={looked} onLook={setLooked} />}
        {open === null ? <p className="phrases-detail phrases-none">{w.choose}</p> : <PhraseDetail key={open.text} phrase={open} chosen={chosen} names={names} themes={themes} />}
      </div>
      {isNaming && <NamesDialog onClose={() => setNaming(false)} />}
    </>
  )
}

const fitting = (phrases: readonly Phrase[], filter: string): readonly Phrase[] =>
  filter.trim() === '' ? phrases : phrases.filter(({ text }) => findOccurrences(text, filter).length > 0)

function OriginBoxes({ origins }: { readonly origins: readonly PhraseOrigin[] }) {
  const w = useWords().phrases
  const id = useId()
  const turn = (origin: PhraseOrigin): void => {
    const next = phraseOrigins.filter((each) => (each === origin ? !origins.includes(each) : origins.includes(each)))
    if (next.length > 0) setPhrases({ origins: next })
  }
  return (
    <span className="phrases-origins" role="group" aria-labelledby={id}>
      <span id={id}>{w.originsLabel}</span>
      {phraseOrigins.map((origin) => (
        <label key={origin}>
          <input type="checkbox" checked={origins.includes(origin)} onChange={() => turn(origin)} />
          {w.origins[origin]}
        </label>
      ))}
    </span>
  )
}

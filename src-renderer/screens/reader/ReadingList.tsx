import type { ReportWord } from '#core/contract/reading-calls.ts'
import { useAnswer } from '../../host/use-call.ts'
import { countsOf, saidInWords } from '../../reading-words.ts'
import { openPlace } from '../../routes.ts'
import { useReadingCalls } from '../../use-reading-calls.ts'
import { useLanguage, useWords } from '../../use-words.ts'

const none: readonly never[] = []

/** How many words a person said on what was read in a report, and whether they hold; nothing where there are none. */
export function ReadingCounts({ report }: { readonly report: string }) {
  const words = useWords()
  const said = useAnswer('readings.list', { report }) ?? none
  const { confirmed, corrected, lost } = countsOf(said)
  return said.length === 0 ? null : <small className="hand">{words.readings.counts(confirmed, corrected, lost)}</small>
}

/** These words, with what the program reads; also those whose characters are not there any more. */
export function ReadingList({ report }: { readonly report: string }) {
  const words = useWords()
  const said = useAnswer('readings.list', { report }) ?? none
  if (said.length === 0) return null
  return (
    <section className="reading-list" aria-label={words.readings.list}>
      <h4>{words.readings.list}</h4>
      <ul>
        {said.map((word) => (
          <ReadingLine key={word.id} word={word} />
        ))}
      </ul>
    </section>
  )
}

function ReadingLine({ word }: { readonly word: ReportWord }) {
  const words = useWords()
  const language = useLanguage()
  const calls = useReadingCalls()
  const w = words.readings
  const { part, place, state, quote, machine } = word
  const tongue = { language, words }
  return (
    <li className={`is-${state}`}>
      <q lang="zh-CN">{quote}</q>
      <span className="said">
        {w.parts[part]} · {saidInWords(part, word.value, tongue)} <small>{w.states[state]}</small>
      </span>
      {state === 'corrected' && <span className="machine">{machine === null ? w.machineNothing : w.machineRead(saidInWords(part, machine, tongue))}</span>}
      <span className="acts">
        {place !== null && (
          <button type="button" className="link" onClick={() => openPlace({ report: word.report, start: place.start, end: place.end, theme: null })}>
            {w.see}
          </button>
        )}
        <button type="button" className="link" onClick={() => void calls.remove(word.id)}>
          {w.remove}
        </button>
      </span>
    </li>
  )
}

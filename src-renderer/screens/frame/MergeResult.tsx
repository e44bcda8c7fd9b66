import type { ReactNode } from 'react'
import type { MergeReport } from '#core/contract/exchange-calls.ts'
import { conflictSentence, doubtSentence } from '#core/exchange/sentences.ts'
import { useLanguage, useWords } from '../../use-words.ts'

/** Of long lists as many are read; the whole stands in the list of notes and in the history. */
const mostShown = 200

/** What came of merging: what was new, equal and in conflict, and what a person should look at. */
export function MergeResult({ merged }: { readonly merged: MergeReport }) {
  const { exchange: w } = useWords().around
  const language = useLanguage()
  const { reports, conflicts, unplaced, doubts, codebook } = merged
  return (
    <>
      <p>
        <b>{w.merged(merged.origin)}</b>
      </p>
      <ul>
        <li>{w.reports(reports)}</li>
        <li>{w.notes(merged.notes)}</li>
        <li>{w.codings(merged.codings)}</li>
        {codebook !== null && <li>{w.codebook(codebook)}</li>}
      </ul>
      <Told title={w.inConflict} items={conflicts.map((conflict) => conflictSentence(conflict)[language])} />
      <Told title={w.unplaced} items={unplaced.map(w.quoted)} />
      <Told title={w.doubts} items={doubts.map((doubt) => doubtSentence(doubt)[language])} />
      <Told title={w.failed} items={reports.failed} />
    </>
  )
}

function Told({ title, items }: { readonly title: string; readonly items: readonly string[] }): ReactNode {
  if (items.length === 0) return null
  return (
    <details>
      <summary>
        {title} · {items.length}
      </summary>
      <ol>
        {items.slice(0, mostShown).map((item, index) => (
          // the same may be said twice
          <li key={index}>{item}</li>
        ))}
      </ol>
    </details>
  )
}

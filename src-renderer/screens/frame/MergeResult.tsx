import { useState, type ReactNode } from 'react'
import { conflictWords } from '#core/exchange/conflict-sentences.ts'
import { leftSentence } from '#core/exchange/left-words.ts'
import { doubtSentence } from '#core/exchange/sentences.ts'
import type { KeptMerge, MergeConflict, MergeReport } from '#core/contract/exchange-calls.ts'
import { useHost } from '../../host/use-call.ts'
import { settledMerge, useMerges } from '../../state/merges.ts'
import { noticeRefusal } from '../../state/notices.ts'
import { useLanguage, useWords } from '../../use-words.ts'

const kinds = ['notes', 'codings', 'links', 'corrections', 'readings', 'verdicts', 'summaries', 'codebooks', 'divisions'] as const

interface Shown {
  readonly report: MergeReport
  /** As the library has it; null where no conflict was open, or where the merge was undone. */
  readonly kept: KeptMerge | null
}

/** What came of merging: what was new, equal and in conflict, and what a person should look at. */
export function MergeResult({ report, kept }: Shown) {
  const { exchange: w } = useWords().around
  const language = useLanguage()
  const { reports, unplaced, left, doubts, codebook } = report
  const counted = kinds.filter((kind) => kind === 'notes' || kind === 'codings' || report[kind].added + report[kind].equal + report[kind].conflicts > 0)
  return (
    <>
      <p>
        <b>{w.merged(report.origin)}</b>
      </p>
      <ul>
        <li>{w.reports(reports)}</li>
        {counted.map((kind) => (
          <li key={kind}>{w.counted(kind, report[kind])}</li>
        ))}
        {codebook !== null && <li>{w.codebook(codebook)}</li>}
      </ul>
      <Conflicts report={report} kept={kept} />
      <Told title={w.unplaced} items={unplaced.map(w.quoted)} />
      <Told title={w.left} items={left.map((one) => leftSentence(one)[language])} />
      <Told title={w.doubts} items={doubts.map((doubt) => doubtSentence(doubt)[language])} />
      <Told title={w.failed} items={reports.failed} />
    </>
  )
}

/** Both values of each; mine hold until theirs is taken. */
function Conflicts({ report, kept }: Shown): ReactNode {
  const { exchange: w } = useWords().around
  const host = useHost()
  const [isBusy, setBusy] = useState(false)
  const { merge } = report
  const conflicts = kept?.report.conflicts ?? report.conflicts
  const overtaken = useMerges((s) => s.overtaken.get(merge)) ?? []
  const stateOf = ({ n, isOpen }: MergeConflict): ConflictState => {
    if (kept?.taken.includes(n) === true) return 'taken'
    if (overtaken.includes(n)) return 'overtaken'
    return isOpen ? (kept === null ? 'undone' : 'open') : 'settled'
  }
  const open = conflicts.filter((conflict) => stateOf(conflict) === 'open').map(({ n }) => n)
  const take = async (which: readonly number[]): Promise<void> => {
    setBusy(true)
    const reply = await host.call('exchange.settle', { merge, conflicts: [...which] })
    if (reply.ok) settledMerge(merge, reply.value)
    else noticeRefusal(reply.problem)
    setBusy(false)
  }
  if (conflicts.length === 0) return null
  return (
    <details open>
      <summary>
        {w.inConflict} · {conflicts.length}
      </summary>
      {open.length > 0 && (
        <p className="conflict-all">
          <span>{w.mineHold(open.length)}</span>
          <button type="button" disabled={isBusy} onClick={() => void take(open)}>
            {w.takeAll(open.length)}
          </button>
        </p>
      )}
      <Paged items={conflicts}>
        {(conflict) => <Conflict conflict={conflict} state={stateOf(conflict)} onTake={isBusy ? null : () => void take([conflict.n])} />}
      </Paged>
    </details>
  )
}

type ConflictState = 'open' | 'taken' | 'overtaken' | 'undone' | 'settled'

function Conflict({ conflict, state, onTake }: { readonly conflict: MergeConflict; readonly state: ConflictState; readonly onTake: (() => void) | null }) {
  const { exchange: w } = useWords().around
  const language = useLanguage()
  const { subject, mine, theirs } = conflictWords(conflict)
  return (
    <div className="conflict">
      <p>{subject[language]}</p>
      <dl>
        <dt>{w.here}</dt>
        <dd>{mine[language]}</dd>
        <dt>{w.there}</dt>
        <dd>{theirs[language]}</dd>
      </dl>
      {state === 'open' && (
        <button type="button" disabled={onTake === null} aria-label={w.takeThis(subject[language])} onClick={() => onTake?.()}>
          {w.theirs}
        </button>
      )}
      {state === 'taken' && <p>{w.taken}</p>}
      {state === 'overtaken' && <p>{w.overtaken}</p>}
      {state === 'undone' && <p>{w.undone}</p>}
    </div>
  )
}

function Told({ title, items }: { readonly title: string; readonly items: readonly string[] }): ReactNode {
  if (items.length === 0) return null
  return (
    <details>
      <summary>
        {title} · {items.length}
      </summary>
      <Paged items={items}>{(item) => item}</Paged>
    </details>
  )
}

const onPage = 50

/** A list of any length, so many at a time. */
function Paged<T>({ items, children }: { readonly items: readonly T[]; readonly children: (item: T, index: number) => ReactNode }) {
  const { exchange: w } = useWords().around
  const [from, setFrom] = useState(0)
  const to = Math.min(items.length, from + onPage)
  return (
    <>
      <ol start={from + 1}>
        {items.slice(from, to).map((item, offset) => (
          // the same may be said twice
          <li key={from + offset}>{children(item, from + offset)}</li>
        ))}
      </ol>
      {items.length > onPage && (
        <p className="paged">
          <button type="button" disabled={from === 0} onClick={() => setFrom(from - onPage)}>
            {w.earlier}
          </button>
          <span>{w.page({ from: from + 1, to, all: items.length })}</span>
          <button type="button" disabled={to === items.length} onClick={() => setFrom(from + onPage)}>
            {w.later}
          </button>
        </p>
      )}
    </>
  )
}

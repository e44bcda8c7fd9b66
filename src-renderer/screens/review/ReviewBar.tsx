import type { ReportSummary } from '#core/contract/calls.ts'
import { clipped, datedNote, jurisdictionName, number } from '../../language/labels.ts'
import { Segmented } from '../../parts/Segmented.tsx'
import { ProblemText } from '../../ProblemText.tsx'
import { partGroups, reviewPart, reviewReport, reviewScope, useReviewChoice, type PartGroup } from '../../state/review.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import type { Queue } from './review-queue.ts'

interface ReviewBarProps {
  readonly reports: readonly ReportSummary[]
  readonly chosen: readonly string[]
  readonly queue: Queue | null
  /** The report that alone is gone through, or null. */
  readonly only: string | null
}

/** More reports than a person finds in a list. */
const mostListed = 200

/** What is gone through, and how far. */
export function ReviewBar({ reports, chosen, queue, only }: ReviewBarProps) {
  const words = useWords()
  const language = useLanguage()
  const { scope, part } = useReviewChoice()
  const w = words.review
  const of = new Set(scope === 'library' ? reports.slice(0, mostListed).map(({ id }) => id) : chosen)
  const listed = reports.filter(({ id }) => of.has(id) || id === only)
  const name = (report: ReportSummary): string => clipped([jurisdictionName(report.jurisdiction, language, words), datedNote(report.date, words), report.title ?? words.untitled].filter((one) => one !== null).join(' · '), 44)
  return (
    <div className="review-bar">
      <Segmented leading label={w.scope} value={scope} options={(['compared', 'library'] as const).map((value) => ({ value, label: w.scopes[value] }))} onChange={reviewScope} />
      <label>
        {w.part}
        <select value={part} onChange={(event) => reviewPart(event.target.value as PartGroup /* its options are these */)}>
          {partGroups.map((group) => (
            <option key={group} value={group}>
              {w.groups[group]}
            </option>
          ))}
        </select>
      </label>
      <label className="review-of">
        {w.report}
        <select value={only ?? ''} onChange={(event) => reviewReport(event.target.value === '' ? null : event.target.value)}>
          <option value="">{w.allReports}</option>
          {listed.map((report) => (
            <option key={report.id} value={report.id}>
              {name(report)}
            </option>
          ))}
        </select>
      </label>
      {queue !== null && <Progress queue={queue} />}
      {queue !== null && queue.problem !== null && <ProblemText problem={queue.problem} />}
    </div>
  )
}

function Progress({ queue: { items, counts, isWhole, done, total } }: { readonly queue: Queue }) {
  const { review } = useWords()
  const seen = items.filter(({ state }) => state !== 'unseen').length
  return (
    <p className="review-progress" role="status">
      <b>{review.progress(number(seen), number(items.length))}</b>
      <progress max={Math.max(1, items.length)} value={seen} aria-hidden="true" />
      <small>{isWhole ? review.ofAll(number(counts.confirmed), number(counts.corrected), number(counts.unseen)) : review.loading(number(done), number(total))}</small>
    </p>
  )
}

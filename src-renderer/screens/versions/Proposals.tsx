import { useMemo } from 'react'
import type { ReportSummary } from '#core/contract/calls.ts'
import { datedNote, filePath, jurisdictionName } from '../../language/labels.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { proposals } from './proposals.ts'
import { chooseVersions } from './versions-state.ts'

/** Pairs that may be two versions; one click takes a pair, and the head still says which is which. */
export function Proposals({ reports, chosen }: { readonly reports: readonly ReportSummary[]; readonly chosen: readonly string[] }) {
  const words = useWords()
  const language = useLanguage()
  const { versions: w } = words
  const found = useMemo(() => proposals(reports, chosen), [reports, chosen])
  const date = (report: ReportSummary): string => datedNote(report.date, words) ?? words.noDate
  const title = (report: ReportSummary): string => report.title ?? filePath(report.source)
  return (
    <div className="version-proposals">
      <p>{found.length === 0 ? w.proposeNone : w.proposed}</p>
      <ul>
        {found.map(({ before, after, why }) => (
          <li key={`${before.id} ${after.id}`}>
            <button type="button" onClick={() => chooseVersions(before.id, after.id)}>
              <b>{jurisdictionName(after.jurisdiction, language, words)}</b>
              <span>
                {date(before)} → {date(after)}
              </span>
              <small>{w.why[why]}</small>
              <small>
                {title(before)} → {title(after)}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

import type { ArticlesPreview } from '#core/contract/articles-calls.ts'
import type { Problem } from '#core/contract/problem.ts'
import { dateLabel, jurisdictionName, number } from '../../language/labels.ts'
import { useLanguage, useWords } from '../../use-words.ts'

interface PreviewProps {
  readonly preview: ArticlesPreview | null
  /** Whether it is of the division as it stands. */
  readonly isFresh: boolean
  readonly problem: Problem | null
}

/** The reports that would come of the division, before anything is changed. */
export function PreviewPane({ preview, isFresh, problem }: PreviewProps) {
  const words = useWords()
  const language = useLanguage()
  return (
    <section className="articles-preview" aria-label={words.articles.previewTitle} aria-busy={!isFresh}>
      <h3>
        {words.articles.previewTitle}{' '}
        <small role="status">{isFresh && preview !== null ? words.articles.previewCount(number(preview.reports.length)) : words.articles.previewWaiting}</small>
      </h3>
      {problem !== null && (
        <p role="alert" className="field-problem">
          {problem.message[language]}
        </p>
      )}
      <ol>
        {preview?.reports.map((report) => {
          const date = dateLabel(report.date, words)
          return (
            <li key={report.article}>
              <b>{report.title ?? words.articles.untitled}</b>
              <p>
                {jurisdictionName(report.jurisdiction, language, words)} · {date.text}
                {date.mark !== null && <span className="inferred">{words.inBrackets(date.mark)}</span>} · {words.characters(number(report.characters))}
              </p>
              <small className={report.keeps === null ? 'is-new' : undefined} title={report.keeps === null ? undefined : words.articles.keepsNote}>
                {report.keeps === null ? words.articles.fresh : words.articles.keeps}
              </small>
            </li>
          )
        })}
      </ol>
      {preview !== null && preview.leftOver > 0 && <p className="preview-left">{words.articles.leftOverCharacters(number(preview.leftOver))}</p>}
      {isFresh &&
        preview?.lost.map(({ report, title }) => (
          <p key={report} role="alert" className="field-problem">
            {words.articles.lost(title ?? words.untitled)}
          </p>
        ))}
    </section>
  )
}

import { useState, type ReactNode } from 'react'
import type { ReportSummary, ReportView } from '#core/contract/calls.ts'
import { dateLabel, filePath, jurisdictionName, percent } from '../../language/labels.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { showArticles } from '../../state/panels.ts'
import { CorrectableField } from './CorrectableField.tsx'
import { EncodingField, hasEncoding } from './EncodingField.tsx'
import { LinkedReports } from './LinkedReports.tsx'
import { ReviewCounts } from './ReviewCounts.tsx'
import { ReadingCounts, ReadingList } from './ReadingList.tsx'

interface AboutReportProps {
  readonly view: ReportView
  /** All of the library: some may be linked with this one. */
  readonly reports: readonly ReportSummary[]
  readonly openAtFirst: boolean
}

/** What was read out of the report, each with what it was told by. What is not known says so. */
export function AboutReport({ view, reports, openAtFirst }: AboutReportProps) {
  const words = useWords()
  const language = useLanguage()
  const [isOpen] = useState(openAtFirst) // from then on it is the person's to open and close
  const { report, source } = view
  const { jurisdiction } = report
  const date = dateLabel(report.date, words)
  const names = words.reader.fields
  const links = reports.find(({ id }) => id === view.id)?.links ?? []
  return (
    <details className="about-report" open={isOpen}>
      <summary>
        {words.reader.about} <ReadingCounts report={view.id} />
      </summary>
      <dl>
        <CorrectableField view={view} field="jurisdiction" basis={jurisdiction && words.jurisdictionBasis[jurisdiction.basis]}>
          {jurisdiction && `${jurisdictionName(jurisdiction, language, words)} ${jurisdiction.code}`}
        </CorrectableField>
        <CorrectableField view={view} field="date" basis={report.date && words.yearBasis[report.date.yearBasis]}>
          {report.date && `${date.text}${date.text === report.date.asWritten ? '' : ` ${words.quote(report.date.asWritten)}`}`}
        </CorrectableField>
        <CorrectableField view={view} field="meeting" />
        <CorrectableField view={view} field="place" />
        <CorrectableField view={view} field="officials">
          <ul>
            {report.officials.map((official) => (
              <li key={`${official.name} ${official.title ?? ''}`}>
                {official.name}
                {official.title !== null && <small>{official.title}</small>}
              </li>
            ))}
          </ul>
        </CorrectableField>
        <CorrectableField view={view} field="reporter" />
        <CorrectableField view={view} field="attribution" />
        <CorrectableField view={view} field="documentNumber" />
        <CorrectableField view={view} field="issuer" />
        <Field name={words.review.name}>
          <ReviewCounts report={view.id} />
        </Field>
        <Field name={names.file}>
          {filePath(source)}
          {hasEncoding(source) ? <EncodingField view={view} /> : source.encoding !== null && <small>{source.encoding.toUpperCase()}</small>}
          <button type="button" className="link" onClick={() => showArticles(source.id)}>
            {words.articles.open}
          </button>
        </Field>
        <Field name={names.hash}>
          <code title={source.sha256}>{source.sha256}</code>
        </Field>
        {report.confidence < 1 && <Field name={names.confidence}>{percent(report.confidence)}</Field>}
        {links.length > 0 && (
          <Field name={words.reader.links}>
            <LinkedReports report={view.id} links={links} reports={reports} />
          </Field>
        )}
        {source.warnings.length > 0 && (
          <Field name={words.reader.warnings}>
            <ul>
              {source.warnings.map((warning, index) => (
                <li key={index}>{warning.message[language]}</li>
              ))}
            </ul>
          </Field>
        )}
      </dl>
      <ReadingList report={view.id} />
      {source.leftOver.length > 0 && (
        <section className="left-over">
          <h4>{words.reader.leftOver}</h4>
          <p>{words.reader.leftOverNote}</p>
          <ul lang="zh-CN">
            {source.leftOver.map((piece) => (
              <li key={piece.spans[0]?.start ?? piece.text}>
                <small>{lineOf(view, piece.spans[0]?.start)}</small> {piece.text}
              </li>
            ))}
          </ul>
        </section>
      )}
    </details>
  )
}

function Field({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function lineOf(view: ReportView, position: number | undefined): number | '' {
  if (position === undefined) return ''
  return view.source.lines.find((line) => position <= line.end)?.number ?? ''
}

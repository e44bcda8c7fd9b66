import { useState, type ReactNode } from 'react'
import type { ReportSummary, ReportView } from '#core/contract/calls.ts'
import { dateLabel, filePath, jurisdictionName, percent } from '../../language/labels.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { showArticles } from '../../state/panels.ts'
import { EncodingField, hasEncoding } from './EncodingField.tsx'
import { LinkedReports } from './LinkedReports.tsx'

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
      <summary>{words.reader.about}</summary>
      <dl>
        <Field name={names.jurisdiction} basis={jurisdiction && words.jurisdictionBasis[jurisdiction.basis]}>
          {jurisdiction && `${jurisdictionName(jurisdiction, language, words)} ${jurisdiction.code}`}
        </Field>
        <Field name={names.date} basis={report.date && words.yearBasis[report.date.yearBasis]}>
          {report.date && `${date.text}${date.text === report.date.asWritten ? '' : ` ${words.quote(report.date.asWritten)}`}`}
        </Field>
        <Field name={names.meeting}>{report.meeting}</Field>
        <Field name={names.place}>{report.place}</Field>
        <Field name={names.officials}>
          {report.officials.length > 0 && (
            <ul>
              {report.officials.map((official) => (
                <li key={`${official.name} ${official.title ?? ''}`}>
                  {official.name}
                  {official.title !== null && <small>{official.title}</small>}
                </li>
              ))}
            </ul>
          )}
        </Field>
        <Field name={names.reporter}>{report.reporter}</Field>
        <Field name={names.attribution}>{report.attribution}</Field>
        {report.documentNumber !== null && <Field name={names.documentNumber}>{report.documentNumber}</Field>}
        {report.issuer !== null && <Field name={names.issuer}>{report.issuer}</Field>}
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

interface FieldProps {
  readonly name: string
  /** What the value was told by, or null where it stands in the text. */
  readonly basis?: string | null
  readonly children: ReactNode
}

function Field({ name, basis = null, children }: FieldProps) {
  const words = useWords()
  const known = children !== null && children !== false
  return (
    <>
      <dt>{name}</dt>
      <dd className={known ? undefined : 'unknown'}>
        {known ? children : words.reader.unknown}
        {known && basis !== null && <small className="inferred">{basis}</small>}
      </dd>
    </>
  )
}

function lineOf(view: ReportView, position: number | undefined): number | '' {
  if (position === undefined) return ''
  return view.source.lines.find((line) => position <= line.end)?.number ?? ''
}

import { memo } from 'react'
import type { ReportSummary } from '#core/contract/calls.ts'
import { dateLabel, jurisdictionName } from '../../language/labels.ts'
import { Segmented } from '../../parts/Segmented.tsx'
import { useLanguage, useWords } from '../../use-words.ts'
import { chooseColumns, showAs, type TextForm } from '../../state/side-by-side.ts'

interface ColumnHeadProps {
  readonly index: number
  readonly name: string
  /** The reports in the columns, in order. */
  readonly shown: readonly string[]
  /** The reports that are compared. */
  readonly choices: readonly ReportSummary[]
  readonly asLines: boolean
}

/** Which report a column shows, and as what. */
export const ColumnHead = memo(function ColumnHead({ index, name, shown, choices, asLines }: ColumnHeadProps) {
  const words = useWords()
  const language = useLanguage()
  const id = shown[index]!
  const labelOf = (report: ReportSummary): string =>
    [jurisdictionName(report.jurisdiction, language, words), dateLabel(report.date, words).text, report.title ?? words.untitled].join(' · ')
  const choose = (report: string): void => {
    const other = shown.indexOf(report)
    // a report that another column has changes places with this one
    chooseColumns(shown.map((now, at) => (at === index ? report : at === other ? id : now)))
  }
  return (
    <div className="reader-head">
      <select value={id} aria-label={words.readerView.report(index + 1)} title={name} onChange={(event) => choose(event.target.value)}>
        {choices.map((report) => (
          <option key={report.id} value={report.id}>
            {labelOf(report)}
          </option>
        ))}
      </select>
      <Segmented
        label={words.readerView.form(name)}
        value={asLines ? 'lines' : 'text'}
        options={[
          { value: 'text', label: words.readerView.asText },
          { value: 'lines', label: words.readerView.asLines }
        ]}
        onChange={(form: TextForm) => showAs(id, form)}
      />
      {shown.length > 2 && (
        <button type="button" className="remove-column" aria-label={words.readerView.removeColumn(name)} onClick={() => chooseColumns(shown.filter((_, at) => at !== index))}>
          ×
        </button>
      )}
    </div>
  )
})

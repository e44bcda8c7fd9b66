import type { Report } from '#core/report/report.ts'
import { sql, type ReadableLibrary } from './sql.ts'

/** The fields of a report that a person may put right; the table `corrections` has the same list. */
export type CorrectableField =
  | 'title'
  | 'jurisdiction'
  | 'date'
  | 'meeting'
  | 'place'
  | 'officials'
  | 'reporter'
  | 'attribution'
  | 'documentNumber'
  | 'issuer'

export type Corrections = { readonly [F in CorrectableField]?: Report[F] }

interface CorrectionRow {
  readonly report: number
  readonly field: CorrectableField
  /** JSON */
  readonly value: string
}

/** A person's values, in the form of the report's fields; null says that the report does not tell. */
export function correctionsOf(library: ReadableLibrary, report: number): Corrections {
  return fieldsOf(library.all<CorrectionRow>(sql`SELECT report_id AS report, field, value FROM corrections WHERE report_id = ${report}`))
}

/** Of the whole library, by report. */
export function allCorrections(library: ReadableLibrary): Map<number, Corrections> {
  const rows = library.all<CorrectionRow>(sql`SELECT report_id AS report, field, value FROM corrections`)
  return new Map([...Map.groupBy(rows, ({ report }) => report)].map(([report, own]) => [report, fieldsOf(own)]))
}

const fieldsOf = (rows: readonly CorrectionRow[]): Corrections =>
  Object.fromEntries(rows.map(({ field, value }) => [field, JSON.parse(value) as unknown]))

/** A person's value wins over the machine's. */
export function withCorrections(report: Report, corrections: Corrections): Report {
  return { ...report, ...corrections }
}

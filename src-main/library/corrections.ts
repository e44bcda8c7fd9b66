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

/** A person's values, in the form of the report's fields; null says that the report does not tell. */
export function correctionsOf(library: ReadableLibrary, report: number): Corrections {
  const rows = library.all<{ field: CorrectableField; value: string }>(
    sql`SELECT field, value FROM corrections WHERE report_id = ${report}`
  )
  return Object.fromEntries(rows.map(({ field, value }) => [field, JSON.parse(value) as unknown]))
}

/** A person's value wins over the machine's. */
export function withCorrections(report: Report, corrections: Corrections): Report {
  return { ...report, ...corrections }
}

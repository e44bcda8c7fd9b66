import type { Json } from '#core/contract/json.ts'
import { refreshColumns } from './reports.ts'
import { sql, type ReadableLibrary } from './sql.ts'
import { splitKey, type Subject } from './subject.ts'

/** Key: `<report>:<field>`; value: `{ value, by, at }`, or null where the machine's reading holds. */
export const correctionSubject: Subject = {
  read(library, key) {
    const [report, field] = splitKey(key)
    const row = library.get<{ value: string; by: string; at: string }>(
      sql`SELECT value, corrected_by AS "by", corrected_at AS "at" FROM corrections WHERE report_id = ${report} AND field = ${field}`
    )
    return row === undefined ? null : { value: JSON.parse(row.value) as Json, by: row.by, at: row.at }
  },
  write(library, key, written) {
    const [report, field] = splitKey(key)
    if (written === null) library.run(sql`DELETE FROM corrections WHERE report_id = ${report} AND field = ${field}`)
    else {
      const { value, by, at } = written as { value: Json; by: string; at: string } // what `read` gave, or the host made
      library.run(
        sql`INSERT INTO corrections (report_id, field, value, corrected_by, corrected_at) VALUES (${report}, ${field}, ${JSON.stringify(value)}, ${by}, ${at})
            ON CONFLICT (report_id, field) DO UPDATE SET value = excluded.value, corrected_by = excluded.corrected_by, corrected_at = excluded.corrected_at`
      )
    }
    refreshColumns(library, report)
  }
}

export interface StoredCorrection {
  readonly field: string
  /** In the form of the report's own field; null: the report does not tell. */
  readonly value: Json
  readonly by: string
  readonly at: string
}

/** With whose they are, in the order of their fields. */
export const correctionsMadeOn = (library: ReadableLibrary, report: number): StoredCorrection[] =>
  library
    .all<{ field: string; value: string; by: string; at: string }>(
      sql`SELECT field, value, corrected_by AS "by", corrected_at AS "at" FROM corrections WHERE report_id = ${report} ORDER BY field`
    )
    .map(({ value, ...row }) => ({ ...row, value: JSON.parse(value) as Json }))

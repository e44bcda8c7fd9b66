import { compareAnew, forgetOffers } from './near-duplicates.ts'
import { sql, type ReadableLibrary } from './sql.ts'
import type { Subject } from './subject.ts'

/** Key: report; value: ISO time at which it went into the bin, or null. */
export const binSubject: Subject = {
  read: (library, key) => library.get<{ at: string | null }>(sql`SELECT binned_at AS "at" FROM bin WHERE report_id = ${Number(key)}`)?.at ?? null,
  write(library, key, value) {
    const report = Number(key)
    if (typeof value !== 'string') library.run(sql`DELETE FROM bin WHERE report_id = ${report}`)
    else {
      library.run(
        sql`INSERT INTO bin (report_id, binned_at) SELECT id, ${value} FROM reports WHERE id = ${report}
            ON CONFLICT (report_id) DO UPDATE SET binned_at = excluded.binned_at`
      )
    }
    // nobody is asked about a report in the bin
    if (value !== null) forgetOffers(library, report)
    else compareAnew(library, report)
  }
}

/** Whether one of these reports lies in the bin. */
export function areBinned(library: ReadableLibrary, reports: readonly number[]): boolean {
  const row = library.get<{ found: number }>(
    sql`SELECT EXISTS (SELECT 1 FROM bin WHERE report_id IN (SELECT value FROM json_each(${JSON.stringify(reports)}))) AS found`
  )
  return row?.found === 1
}

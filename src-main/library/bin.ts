import { compareAnew, forgetOffers } from './near-duplicates.ts'
import { sql, type ReadableLibrary } from './sql.ts'
import type { Subject } from './subject.ts'

/** Key: report; value: ISO time at which it went into the bin, or null. */
export const binSubject: Subject = {
  read: (library, key) => library.get<{ at: string | null }>(sql`SELECT binned_at AS "at" FROM reports WHERE id = ${Number(key)}`)?.at ?? null,
  write(library, key, value) {
    const report = Number(key)
    library.run(sql`UPDATE reports SET binned_at = ${typeof value === 'string' ? value : null} WHERE id = ${report}`)
    // nobody is asked about a report in the bin
    if (value !== null) forgetOffers(library, report)
    else compareAnew(library, report)
  }
}

/** Whether one of these reports lies in the bin. */
export function areBinned(library: ReadableLibrary, reports: readonly number[]): boolean {
  const row = library.get<{ found: number }>(
    sql`SELECT EXISTS (SELECT 1 FROM reports WHERE binned_at IS NOT NULL AND id IN (SELECT value FROM json_each(${JSON.stringify(reports)}))) AS found`
  )
  return row?.found === 1
}

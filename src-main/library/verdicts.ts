import type { Verdict } from '#core/compare/comparison.ts'
import { sql, type ReadableLibrary } from './sql.ts'
import { splitKey, type Subject } from './subject.ts'

/** Key: `<report>:<theme>`; value: the verdict, or null. */
export const verdictSubject: Subject = {
  read(library, key) {
    const [report, theme] = splitKey(key)
    return library.get<{ verdict: string }>(sql`SELECT verdict FROM verdicts WHERE report_id = ${report} AND theme = ${theme}`)?.verdict ?? null
  },
  write(library, key, value) {
    const [report, theme] = splitKey(key)
    if (typeof value !== 'string') library.run(sql`DELETE FROM verdicts WHERE report_id = ${report} AND theme = ${theme}`)
    else {
      library.run(
        sql`INSERT INTO verdicts (report_id, theme, verdict) VALUES (${report}, ${theme}, ${value})
            ON CONFLICT (report_id, theme) DO UPDATE SET verdict = excluded.verdict`
      )
    }
  }
}

/** Theme id -> what a person said of it in this report. */
export function verdictsOf(library: ReadableLibrary, report: number): Record<string, Verdict> {
  const rows = library.all<{ theme: string; verdict: Verdict }>(sql`SELECT theme, verdict FROM verdicts WHERE report_id = ${report}`)
  return Object.fromEntries(rows.map(({ theme, verdict }) => [theme, verdict]))
}

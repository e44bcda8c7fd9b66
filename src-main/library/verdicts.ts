import { firstCodebook } from '#core/codebook/codebook.ts'
import type { Verdict } from '#core/compare/comparison.ts'
import { codebookIdInUse, themeNow } from './codebooks.ts'
import { sql, type ReadableLibrary } from './sql.ts'
import type { Subject } from './subject.ts'
import { veilOver } from './veil.ts'

interface VerdictPlace {
  readonly report: string
  readonly theme: string
  /** Its id: a codebook that is revised keeps it. */
  readonly codebook: string
}

/** Without the codebook where it is the first: so they were written while there was no other, and may still be undone. */
export const verdictKey = ({ report, theme, codebook }: VerdictPlace): string => (codebook === firstCodebook ? `${report}:${theme}` : `${report}:${theme}:${codebook}`)

function placeOf(key: string): { report: number; theme: string; codebook: string } {
  const [report = '', theme = '', ...codebook] = key.split(':')
  return { report: Number(report), theme, codebook: codebook.length === 0 ? firstCodebook : codebook.join(':') }
}

/** Key: `verdictKey`; value: the verdict, or null. */
export const verdictSubject: Subject = {
  read(library, key) {
    const { report, theme, codebook } = placeOf(key)
    return library.get<{ verdict: string }>(sql`SELECT verdict FROM verdicts WHERE report_id = ${report} AND codebook = ${codebook} AND theme = ${theme}`)?.verdict ?? null
  },
  write(library, key, value) {
    const { report, theme, codebook } = placeOf(key)
    if (typeof value !== 'string') library.run(sql`DELETE FROM verdicts WHERE report_id = ${report} AND codebook = ${codebook} AND theme = ${theme}`)
    else {
      library.run(
        sql`INSERT INTO verdicts (report_id, codebook, theme, verdict) VALUES (${report}, ${codebook}, ${theme}, ${value})
            ON CONFLICT (report_id, codebook, theme) DO UPDATE SET verdict = excluded.verdict`
      )
    }
  }
}

/** Theme id -> what a person said of it in this report. */
export function verdictsOf(library: ReadableLibrary, { report, codebook }: { readonly report: number; readonly codebook: string }): Record<string, Verdict> {
  if (veilOver(library, report) !== null) return {} // nobody knows whose they are
  const rows = library.all<{ theme: string; verdict: Verdict }>(sql`SELECT theme, verdict FROM verdicts WHERE report_id = ${report} AND codebook = ${codebook}`)
  // a theme that was merged into another takes its verdict with it, where that one has none of its own
  const now = codebook === codebookIdInUse(library) ? themeNow(library) : (theme: string) => theme
  const standing = rows.flatMap(({ theme, verdict }) => (now(theme) === null ? [] : [{ theme: now(theme)!, verdict, isMoved: now(theme) !== theme }]))
  return Object.fromEntries([...standing.filter(({ isMoved }) => isMoved), ...standing.filter(({ isMoved }) => !isMoved)].map(({ theme, verdict }) => [theme, verdict]))
}

/** Under whichever codebook, as they were given; none of a report that is being coded apart. */
export const allVerdictsOn = (library: ReadableLibrary, report: number): { readonly codebook: string; readonly theme: string; readonly verdict: Verdict }[] =>
  veilOver(library, report) !== null ? [] : library.all(sql`SELECT codebook, theme, verdict FROM verdicts WHERE report_id = ${report} ORDER BY codebook, theme`)

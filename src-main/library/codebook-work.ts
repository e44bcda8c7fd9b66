import type { ThemeWork } from '#core/contract/codebook-calls.ts'
import { sql, type ReadableLibrary } from './sql.ts'
import type { SummaryKey } from './cell-summaries.ts'
import { veiled } from './veil.ts'

interface WorkRow {
  readonly theme: string
  readonly kind: keyof ThemeWork
  readonly count: number
}

const nothing: ThemeWork = { codings: 0, notes: 0, verdicts: 0, summaries: 0 }

/** Under which themes of a codebook a person has said something that who sits at the desk sees. */
export function workUnder(library: ReadableLibrary, codebook: string): Record<string, ThemeWork> {
  const { coder, round, reports } = veiled(library) ?? { coder: '', round: 0, reports: [] }
  const apart = JSON.stringify([...reports])
  const rows = library.all<WorkRow>(
    sql`SELECT theme, 'codings' AS kind, count(*) AS count FROM person_codings p JOIN codebooks c ON c.sha256 = p.codebook
          WHERE c.id = ${codebook} AND ((p.coder = ${coder} AND p.round_id = ${round}) OR report_id NOT IN (SELECT value FROM json_each(${apart}))) GROUP BY theme
        UNION ALL SELECT theme, 'notes', count(*) FROM notes
          WHERE codebook = ${codebook} AND theme IS NOT NULL AND (author = ${coder} OR report_id NOT IN (SELECT value FROM json_each(${apart}))) GROUP BY theme
        UNION ALL SELECT theme, 'verdicts', count(*) FROM verdicts
          WHERE codebook = ${codebook} AND report_id NOT IN (SELECT value FROM json_each(${apart})) GROUP BY theme
        UNION ALL SELECT theme, 'summaries', count(*) FROM summaries WHERE codebook = ${codebook} GROUP BY theme`
  )
  const work: Record<string, ThemeWork> = {}
  for (const { theme, kind, count } of rows) work[theme] = { ...(work[theme] ?? nothing), [kind]: count }
  return work
}

/** A person's codings with themes of a codebook: report by report, in the order in which they were made. */
export const codingsOfCodebook = (library: ReadableLibrary, codebook: string): { readonly id: number; readonly report: number }[] =>
  library.all(
    sql`SELECT p.id, p.report_id AS report FROM person_codings p JOIN codebooks c ON c.sha256 = p.codebook WHERE c.id = ${codebook} ORDER BY p.report_id, p.id`
  )

/** All verdicts on themes of a codebook. */
export const verdictsOfCodebook = (library: ReadableLibrary, codebook: string): { readonly report: number; readonly theme: string; readonly verdict: string }[] =>
  library.all(sql`SELECT report_id AS report, theme, verdict FROM verdicts WHERE codebook = ${codebook} ORDER BY report_id, theme`)

/** Where summaries of a codebook stand. @param theme absent: of all its themes */
export const summariesOfCodebook = (library: ReadableLibrary, codebook: string, theme: string | null = null): SummaryKey[] =>
  library
    .all<{ theme: string; part: SummaryKey['part']; reports: string }>(
      sql`SELECT theme, part, reports FROM summaries WHERE codebook = ${codebook} AND (${theme} IS NULL OR theme = ${theme}) ORDER BY theme, part, reports`
    )
    .map(({ reports, ...place }) => ({ codebook, ...place, reports: JSON.parse(reports) as number[] }))

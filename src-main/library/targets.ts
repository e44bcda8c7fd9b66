import { unpackNamed } from '#core/report/packed-report.ts'
import type { Target } from '#core/report/report.ts'
import { readingInUse } from './codebooks.ts'
import { reportsWithWords } from './reading-words.ts'
import { readReport } from './reports.ts'
import { sql, type ReadableLibrary } from './sql.ts'
import { veiled } from './veil.ts'

export interface StoredTargets {
  readonly id: number
  readonly text: string
  readonly targets: readonly Target[]
}

/** The targets of some reports, without unpacking the rest of them; reports without any are left out. */
export function readTargetsOf(library: ReadableLibrary, ids: readonly number[]): StoredTargets[] {
  const worded = reportsWithWords(library, ids, ['target'])
  const rows = library.all<{ id: number; text: string; targets: string; named: string }>(
    sql`SELECT r.id, r.text, r.details ->> '$.targets' AS targets, coalesce(c.named, '[[],[]]') AS named
        FROM json_each(${JSON.stringify(ids)}) AS wanted JOIN reports r ON r.id = wanted.value
          LEFT JOIN machine_codings c ON c.report_id = r.id AND c.reading = ${readingInUse(library)}
        WHERE json_array_length(r.details, '$.targets') > 0 OR r.id IN (SELECT value FROM json_each(${JSON.stringify([...worded])}))
        ORDER BY wanted.key`
  )
  const now = veiled(library)
  const isBlank = (id: number): boolean => now?.start === 'blank' && now.reports.has(id)
  return rows.flatMap(({ id, text, targets: json, named }) => {
    if (worded.has(id)) {
      const { targets } = readReport(library, id)!.report
      return targets.length === 0 ? [] : [{ id, text, targets }]
    }
    const { targets } = unpackNamed({ targets: JSON.parse(json) as Target[], programmes: [] }, named)
    // who codes from nothing is not told the theme that the program gave to a target
    return { id, text, targets: isBlank(id) ? targets.map((target) => ({ ...target, theme: null })) : targets }
  })
}

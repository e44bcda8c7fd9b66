import type { Target } from '#core/report/report.ts'
import { sql, type ReadableLibrary } from './sql.ts'
import { veiled } from './veil.ts'

export interface StoredTargets {
  readonly id: number
  readonly text: string
  readonly targets: readonly Target[]
}

/** The targets of some reports, without unpacking the rest of them; reports without any are left out. */
export function readTargetsOf(library: ReadableLibrary, ids: readonly number[]): StoredTargets[] {
  const rows = library.all<{ id: number; text: string; targets: string }>(
    sql`SELECT r.id, r.text, r.details ->> '$.targets' AS targets
        FROM json_each(${JSON.stringify(ids)}) AS wanted JOIN reports r ON r.id = wanted.value
        WHERE json_array_length(r.details, '$.targets') > 0
        ORDER BY wanted.key`
  )
  const now = veiled(library)
  const isBlank = (id: number): boolean => now?.start === 'blank' && now.reports.has(id)
  return rows.map(({ id, text, targets: json }) => {
    const targets = JSON.parse(json) as Target[]
    // who codes from nothing is not told the theme that the program gave to a target
    return { id, text, targets: isBlank(id) ? targets.map((target) => ({ ...target, theme: null })) : targets }
  })
}

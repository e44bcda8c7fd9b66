import type { ChangeLabel } from '#core/contract/change-calls.ts'
import type { Json } from '#core/contract/json.ts'
import { sql, type ReadableLibrary, type WritableLibrary } from './sql.ts'

/** One thing that a change set. */
export interface Assignment {
  readonly subject: string
  readonly key: string
  readonly before: Json
  readonly after: Json
}

export interface StoredChange {
  readonly id: number
  readonly label: ChangeLabel
  readonly state: 'done' | 'undone' | 'dropped'
  readonly madeAt: string
}

interface ChangeRow extends Omit<StoredChange, 'label'> {
  readonly label: string
}

const changeOf = ({ label, ...row }: ChangeRow): StoredChange => ({ ...row, label: JSON.parse(label) as ChangeLabel })

/** A new change; what was undone before it can no longer be done again. */
export function addChange(library: WritableLibrary, label: ChangeLabel, made: { readonly assignments: readonly Assignment[]; readonly at: string }): number {
  library.run(sql`UPDATE changes SET state = 'dropped' WHERE state = 'undone'`)
  return library.run(
    sql`INSERT INTO changes (label, assignments, state, made_at) VALUES (${JSON.stringify(label)}, ${JSON.stringify(made.assignments)}, 'done', ${made.at})`
  ).id
}

/** Which changes count; null: all. */
export type Sight = ((change: number) => boolean) | null

/** The change that undoing begins with, or null. */
export const lastDone = (library: ReadableLibrary, sight: Sight = null): StoredChange | null =>
  firstSeen(library.each(sql`SELECT id, label, state, made_at AS madeAt FROM changes WHERE state = 'done' ORDER BY id DESC`), sight)

/** The change that was undone last, or null. */
export const lastUndone = (library: ReadableLibrary, sight: Sight = null): StoredChange | null =>
  firstSeen(library.each(sql`SELECT id, label, state, made_at AS madeAt FROM changes WHERE state = 'undone' ORDER BY id`), sight)

function firstSeen(rows: Iterable<ChangeRow>, sight: Sight): StoredChange | null {
  for (const row of rows) if (sight === null || sight(row.id)) return changeOf(row)
  return null
}

/** The change of this number, if it stands in this state. */
export function changeIn(library: ReadableLibrary, id: number, state: StoredChange['state']): StoredChange | null {
  const row = library.get<ChangeRow>(sql`SELECT id, label, state, made_at AS madeAt FROM changes WHERE id = ${id} AND state = ${state}`)
  return row === undefined ? null : changeOf(row)
}

/** Changes after this one were made later; 0 where there is none yet. */
export function newestChange(library: ReadableLibrary): number {
  return library.get<{ id: number }>(sql`SELECT coalesce(max(id), 0) AS id FROM changes`)!.id
}

/** Newest first. */
export function recentChanges(library: ReadableLibrary, most: number, sight: Sight = null): StoredChange[] {
  const rows: Iterable<ChangeRow> = library.each(sql`SELECT id, label, state, made_at AS madeAt FROM changes WHERE state <> 'dropped' ORDER BY id DESC`)
  const seen: StoredChange[] = []
  for (const row of rows) {
    if (seen.length === most) break
    if (sight === null || sight(row.id)) seen.push(changeOf(row))
  }
  return seen
}

export function assignmentsOf(library: ReadableLibrary, change: number): Assignment[] {
  const { assignments } = library.get<{ assignments: string }>(sql`SELECT assignments FROM changes WHERE id = ${change}`)!
  return JSON.parse(assignments) as Assignment[]
}

/**
 * Whether a change stands between this one and its being turned: a later one of the same keys that is done, or, where
 * this one is undone, an earlier one that is undone too. That the values agree says nothing: the later one may have
 * set once more what this one had set.
 */
export function isHeldByAnother(library: ReadableLibrary, { id, state }: StoredChange, assignments: readonly Assignment[]): boolean {
  const keys = JSON.stringify(assignments.map(({ subject, key }) => `${subject} ${key}`))
  const row = library.get<{ found: number }>(
    sql`SELECT EXISTS (
          SELECT 1 FROM changes c, json_each(c.assignments) held
          WHERE c.state = ${state} AND (CASE WHEN ${state} = 'done' THEN c.id > ${id} ELSE c.id < ${id} END)
            AND json_extract(held.value, '$.subject') || ' ' || json_extract(held.value, '$.key') IN (SELECT value FROM json_each(${keys}))
        ) AS found`
  )
  return row?.found === 1
}

export function setState(library: WritableLibrary, change: number, state: StoredChange['state']): void {
  library.run(sql`UPDATE changes SET state = ${state} WHERE id = ${change}`)
}

/** Writes on in a change that goes on: a note that is still being typed. */
export function extendChange(library: WritableLibrary, change: number, made: { readonly assignments: readonly Assignment[]; readonly at: string }): void {
  library.run(sql`UPDATE changes SET assignments = ${JSON.stringify(made.assignments)}, made_at = ${made.at} WHERE id = ${change}`)
}

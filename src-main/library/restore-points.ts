import type { ChangeKind } from '#core/contract/change-calls.ts'
import { newestChange, type Assignment, type StoredChange } from './changes.ts'
import { sql, type ReadableLibrary, type WritableLibrary } from './sql.ts'

export interface StoredPoint {
  readonly id: number
  /** '' where the program made it. */
  readonly name: string
  /** The kind of change that the program made it before; null where a person made it. */
  readonly before: ChangeKind | null
  /** The newest change of then, 0 where there was none. */
  readonly change: number
  readonly madeAt: string
}

/** Of those that the program makes only so many are kept; a person's are all kept. */
const keptAutomatic = 20

/** A place in the log as it is now. */
export function addPoint(library: WritableLibrary, { name, before, at }: { readonly name: string; readonly before: ChangeKind | null; readonly at: string }): void {
  library.run(
    sql`INSERT INTO restore_points (name, before, change, not_done, made_at)
        VALUES (${name}, ${before}, ${newestChange(library)}, (SELECT json_group_array(id) FROM changes WHERE state <> 'done'), ${at})`
  )
  library.run(
    sql`DELETE FROM restore_points WHERE before IS NOT NULL AND id NOT IN (
          SELECT id FROM restore_points WHERE before IS NOT NULL ORDER BY id DESC LIMIT ${keptAutomatic})`
  )
}

/** Before a great change. At one place stands one: a person's stays, one before a change that came to nothing gives way. */
export function addPointBefore(library: WritableLibrary, before: ChangeKind, at: string): void {
  const newest = readPoints(library)[0]
  if (newest?.change === newestChange(library) && changesSince(library, newest).length === 0) {
    if (newest.before === null) return
    removePoint(library, newest.id)
  }
  addPoint(library, { name: '', before, at })
}

export function removePoint(library: WritableLibrary, id: number): void {
  library.run(sql`DELETE FROM restore_points WHERE id = ${id}`)
}

/** Newest first. */
export const readPoints = (library: ReadableLibrary): StoredPoint[] =>
  library.all<StoredPoint>(sql`SELECT id, name, before, change, made_at AS madeAt FROM restore_points ORDER BY id DESC`)

export const pointIn = (library: ReadableLibrary, id: number): StoredPoint | undefined =>
  library.get<StoredPoint>(sql`SELECT id, name, before, change, made_at AS madeAt FROM restore_points WHERE id = ${id}`)

/** Whether a point was made since this change was: it is closed then, and nothing goes on in it. */
export const isClosed = (library: ReadableLibrary, change: number): boolean =>
  library.get<{ found: number }>(sql`SELECT EXISTS (SELECT 1 FROM restore_points WHERE change >= ${change}) AS found`)?.found === 1

/** A change that the library has since a point, or has not since: with it, the values that it set. */
export interface ChangeSince {
  readonly id: number
  /** `new`: made since. `again`: undone then and done since. `gone`: done then and undone since. */
  readonly is: 'new' | 'again' | 'gone'
  readonly assignments: readonly Assignment[]
}

/** In the order in which they were made. */
export function changesSince(library: ReadableLibrary, { id, change }: StoredPoint): ChangeSince[] {
  return library
    .all<{ id: number; state: StoredChange['state']; assignments: string }>(
      sql`SELECT c.id, c.state, c.assignments FROM changes c, restore_points p
          WHERE p.id = ${id} AND CASE WHEN c.id > p.change THEN c.state = 'done'
                                      ELSE (c.state = 'done') = (c.id IN (SELECT value FROM json_each(p.not_done))) END
          ORDER BY c.id`
    )
    .map((row) => ({
      id: row.id,
      is: row.id > change ? 'new' : row.state === 'done' ? 'again' : 'gone',
      assignments: JSON.parse(row.assignments) as Assignment[]
    }))
}

/** Whether something of before the point was undone or done again since. */
export const isTurnedBefore = (library: ReadableLibrary, { id }: StoredPoint): boolean =>
  library.get<{ found: number }>(
    sql`SELECT EXISTS (SELECT 1 FROM changes c, restore_points p
                       WHERE p.id = ${id} AND c.id <= p.change AND (c.state = 'done') = (c.id IN (SELECT value FROM json_each(p.not_done)))) AS found`
  )?.found === 1

/** All that are done and later than this one, newest first. */
export const doneAfter = (library: ReadableLibrary, change: number): Pick<ChangeSince, 'id' | 'assignments'>[] =>
  library
    .all<{ id: number; assignments: string }>(sql`SELECT id, assignments FROM changes WHERE state = 'done' AND id > ${change} ORDER BY id DESC`)
    .map(({ id, assignments }) => ({ id, assignments: JSON.parse(assignments) as Assignment[] }))

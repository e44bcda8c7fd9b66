import type { Json } from '#core/contract/json.ts'
import { sql, type ReadableLibrary } from './sql.ts'
import type { Subject } from './subject.ts'

/** A merge of work from elsewhere of which conflicts are open. Key: its name; value: a `StoredMerge`, or null. */
export const mergeSubject: Subject = {
  read(library, key) {
    const row = library.get<MergeRow>(sql`SELECT name, report, label, merged_at AS mergedAt FROM merges WHERE name = ${key}`)
    return row === undefined ? null : { report: JSON.parse(row.report) as Json, label: JSON.parse(row.label) as Json, mergedAt: row.mergedAt }
  },
  write(library, key, value) {
    library.run(sql`DELETE FROM merges WHERE name = ${key}`)
    if (value === null) return
    const { report, label, mergedAt } = value as unknown as StoredMerge // what `read` gives
    library.run(sql`INSERT INTO merges (name, report, label, merged_at) VALUES (${key}, ${JSON.stringify(report)}, ${JSON.stringify(label)}, ${mergedAt})`)
  }
}

interface MergeRow {
  readonly name: string
  /** JSON, as is `label` */
  readonly report: string
  readonly label: string
  readonly mergedAt: string
}

export interface StoredMerge {
  /** What came of it, without its conflicts. */
  readonly report: Json
  /** Of the change that it was. */
  readonly label: Json
  readonly mergedAt: string
}

export interface StoredConflict {
  /** The report on which it is; null of codebooks and files. */
  readonly report: number | null
  readonly conflict: Json
  /** What would take theirs; null where it can never be taken. */
  readonly proposal: Json
  readonly isTaken: boolean
}

export const conflictKey = (merge: string, n: number): string => `${merge}:${n}`

/** Key: of `conflictKey`; value: a `StoredConflict`, or null. */
export const conflictSubject: Subject = {
  read(library, key) {
    const [merge, n] = partsOf(key)
    const row = library.get<ConflictRow>(sql`SELECT n, report_id AS report, conflict, proposal, taken FROM merge_conflicts WHERE merge = ${merge} AND n = ${n}`)
    return row === undefined ? null : { ...conflictOf(row) }
  },
  write(library, key, value) {
    const [merge, n] = partsOf(key)
    library.run(sql`DELETE FROM merge_conflicts WHERE merge = ${merge} AND n = ${n}`)
    if (value === null) return
    const { report, conflict, proposal, isTaken } = value as unknown as StoredConflict // what `read` gives
    library.run(
      sql`INSERT INTO merge_conflicts (merge, n, report_id, conflict, proposal, taken)
          VALUES (${merge}, ${n}, ${report}, ${JSON.stringify(conflict)}, ${proposal === null ? null : JSON.stringify(proposal)}, ${isTaken ? 1 : 0})`
    )
  }
}

interface ConflictRow {
  readonly n: number
  readonly report: number | null
  /** JSON, as is `proposal` */
  readonly conflict: string
  readonly proposal: string | null
  readonly taken: number
}

function partsOf(key: string): [merge: string, n: number] {
  const colon = key.lastIndexOf(':')
  return [key.slice(0, colon), Number(key.slice(colon + 1))]
}

const conflictOf = ({ report, conflict, proposal, taken }: ConflictRow): StoredConflict => ({
  report, conflict: JSON.parse(conflict) as Json, proposal: proposal === null ? null : (JSON.parse(proposal) as Json), isTaken: taken === 1
})

/** By their places in the list of the merge. */
export const conflictsOf = (library: ReadableLibrary, merge: string): [n: number, conflict: StoredConflict][] =>
  library
    .all<ConflictRow>(sql`SELECT n, report_id AS report, conflict, proposal, taken FROM merge_conflicts WHERE merge = ${merge} ORDER BY n`)
    .map((row) => [row.n, conflictOf(row)])

/** Names of the last merges of which conflicts were open, newest first. */
export const mergeNames = (library: ReadableLibrary, most: number): string[] =>
  library.all<{ name: string }>(sql`SELECT name FROM merges ORDER BY merged_at DESC, name LIMIT ${most}`).map(({ name }) => name)

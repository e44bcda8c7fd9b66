import { sql, type ReadableLibrary } from './sql.ts'

/**
 * The id that the next new row of a table would get: never used before, not by a row that was taken away either.
 * `main`: a temporary table that numbers its rows has a `sqlite_sequence` of its own.
 */
export function nextId(library: ReadableLibrary, table: 'notes' | 'reports' | 'person_codings' | 'reading_words' | 'sources' | 'coding_rounds' | 'links'): number {
  return (library.get<{ seq: number }>(sql`SELECT seq FROM main.sqlite_sequence WHERE name = ${table}`)?.seq ?? 0) + 1
}

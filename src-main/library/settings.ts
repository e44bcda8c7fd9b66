import { sql, type ReadableLibrary, type WritableLibrary } from './sql.ts'

/** A setting as it was written, or null. The caller checks its form: another version may have written it. */
export function readSetting(library: ReadableLibrary, name: string): unknown {
  const row = library.get<{ value: string }>(sql`SELECT value FROM settings WHERE name = ${name}`)
  return row === undefined ? null : (JSON.parse(row.value) as unknown)
}

export function writeSetting(library: WritableLibrary, name: string, value: object): void {
  library.run(
    sql`INSERT INTO settings (name, value) VALUES (${name}, ${JSON.stringify(value)}) ON CONFLICT (name) DO UPDATE SET value = excluded.value`
  )
}

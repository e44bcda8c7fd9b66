import { sql, type ReadableLibrary, type WritableLibrary } from './sql.ts'

/** A setting as it was written, or null. The caller checks its form: another version may have written it. */
export function readSetting(library: ReadableLibrary, name: string): unknown {
  const row = library.get<{ value: string }>(sql`SELECT value FROM settings WHERE name = ${name}`)
  return row === undefined ? null : (JSON.parse(row.value) as unknown)
}

/** All settings whose names begin with `prefix`, by the rest of the name. */
export function readSettings(library: ReadableLibrary, prefix: string): Record<string, unknown> {
  const rows = library.all<{ name: string; value: string }>(sql`SELECT name, value FROM settings WHERE substr(name, 1, ${prefix.length}) = ${prefix} ORDER BY name`)
  return Object.fromEntries(rows.map(({ name, value }) => [name.slice(prefix.length), JSON.parse(value) as unknown]))
}

export function writeSetting(library: WritableLibrary, name: string, value: unknown): void {
  library.run(
    sql`INSERT INTO settings (name, value) VALUES (${name}, ${JSON.stringify(value)}) ON CONFLICT (name) DO UPDATE SET value = excluded.value`
  )
}

export function removeSetting(library: WritableLibrary, name: string): void {
  library.run(sql`DELETE FROM settings WHERE name = ${name}`)
}

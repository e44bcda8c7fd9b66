import Database from 'better-sqlite3'
import { migrations } from '../../../src-main/library/migrations/versions.ts'

/** The schema that all migrations make together, as SQLite keeps it. */
export function schemaOfMigrations(): string {
  const database = new Database(':memory:')
  try {
    for (const migration of migrations) database.exec(migration)
    const rows = database
      .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'report_index_%' AND name NOT LIKE 'sqlite_%' ORDER BY rowid")
      .pluck()
      .all() as string[]
    return `-- Generated from the migrations: node tests/main/library/write-schema.ts\n\n${rows.map((row) => `${row};\n`).join('\n')}`
  } finally {
    database.close()
  }
}

import { sql, type Library } from './sql.ts'

/**
 * Which reports got another text, for those who hold texts in memory: kept by triggers of this
 * connection, so that no way of writing can be forgotten. Nothing of it is in the file.
 */
export class TextChanges {
  readonly #library: Library
  #seen = 0
  #version: unknown
  #total = -1

  constructor(library: Library) {
    this.#library = library
    library.write((writable) => {
      writable.run(sql`CREATE TEMP TABLE IF NOT EXISTS changed_texts (n INTEGER PRIMARY KEY AUTOINCREMENT, report INTEGER NOT NULL)`)
      writable.run(
        sql`CREATE TEMP TRIGGER IF NOT EXISTS text_changed AFTER UPDATE OF text ON main.reports
            BEGIN INSERT INTO changed_texts (report) VALUES (new.id); END`
      )
    })
    this.#version = library.pragma('data_version')
  }

  /** Whether anything at all was written since it was asked last: by this connection ('here') or by another program ('elsewhere'). */
  written(): 'here' | 'elsewhere' | null {
    const version = this.#library.pragma('data_version')
    const { total } = this.#library.read.get<{ total: number }>(sql`SELECT total_changes() AS total`)!
    const isElsewhere = version !== this.#version
    const isHere = total !== this.#total
    this.#version = version
    this.#total = total
    return isElsewhere ? 'elsewhere' : isHere ? 'here' : null
  }

  /** The reports whose text was written since it was asked last. */
  take(): number[] {
    const rows = this.#library.read.all<{ n: number; report: number }>(sql`SELECT n, report FROM changed_texts WHERE n > ${this.#seen} ORDER BY n`)
    this.#seen = rows.at(-1)?.n ?? this.#seen
    return rows.map(({ report }) => report)
  }
}

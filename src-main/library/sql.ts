import type Database from 'better-sqlite3'
import { namedFailure } from './failures.ts'

/** A statement with its values apart: values never become part of the text. */
export interface Query {
  readonly parts: TemplateStringsArray
  readonly values: readonly SqlValue[]
}

export type SqlValue = string | number | null | Uint8Array

/** `` sql`SELECT title FROM reports WHERE id = ${id}` `` */
export function sql(parts: TemplateStringsArray, ...values: SqlValue[]): Query {
  return { parts, values }
}

/** Statements are prepared once: a template literal is one object wherever it is evaluated. */
class Statements {
  readonly #database: Database.Database
  readonly #prepared = new WeakMap<TemplateStringsArray, Database.Statement<SqlValue[]>>()

  constructor(database: Database.Database) {
    this.#database = database
  }

  of(query: Query): Database.Statement<SqlValue[]> {
    const known = this.#prepared.get(query.parts)
    if (known !== undefined) return known
    const statement = this.#database.prepare<SqlValue[]>(query.parts.join('?'))
    this.#prepared.set(query.parts, statement)
    return statement
  }
}

/** What a function that only reads is given. The private field makes the two classes distinct types. */
export class ReadableLibrary {
  readonly #statements: Statements

  constructor(statements: Statements) {
    this.#statements = statements
  }

  all<Row>(query: Query): Row[] {
    return this.#named(() => this.#statements.of(query).all(...query.values) as Row[])
  }

  get<Row>(query: Query): Row | undefined {
    return this.#named(() => this.#statements.of(query).get(...query.values) as Row | undefined)
  }

  /** Row by row, for what would not fit into memory at once. No other statement may run meanwhile. */
  *each<Row>(query: Query): IterableIterator<Row> {
    try {
      yield* this.#statements.of(query).iterate(...query.values) as IterableIterator<Row>
    } catch (error) {
      throw namedFailure(error)
    }
  }

  protected execute(query: Query): Database.RunResult {
    return this.#named(() => this.#statements.of(query).run(...query.values))
  }

  #named<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      throw namedFailure(error)
    }
  }
}

/** What a function that writes is given: exists only inside a transaction. */
export class WritableLibrary extends ReadableLibrary {
  run(query: Query): { changes: number; id: number } {
    const { changes, lastInsertRowid } = this.execute(query)
    return { changes, id: Number(lastInsertRowid) }
  }
}

/** One open library file. Made by `openLibrary` and `createLibrary` only. */
export class Library {
  readonly path: string
  readonly read: ReadableLibrary
  readonly #database: Database.Database
  readonly #writable: WritableLibrary

  constructor(path: string, database: Database.Database) {
    this.path = path
    this.#database = database
    const statements = new Statements(database)
    this.read = new ReadableLibrary(statements)
    this.#writable = new WritableLibrary(statements)
  }

  /** One transaction, synchronous: when it returns, what was written is on the disk. */
  write<T>(work: (library: WritableLibrary) => T): T {
    try {
      return this.#database.transaction(() => work(this.#writable)).immediate()
    } catch (error) {
      throw namedFailure(error)
    }
  }

  /** A pragma of one value, as it stands for this connection. */
  pragma(name: string): unknown {
    return this.#database.pragma(name, { simple: true })
  }

  /** Differs whenever anything was written since, by this program or by another one. */
  changeStamp(): string {
    const { own } = this.read.get<{ own: number }>(sql`SELECT total_changes() AS own`)!
    return `${String(this.pragma('data_version'))} ${own}`
  }

  /** A consistent copy in a new file, as of now. */
  copyTo(path: string): void {
    try {
      this.#database.prepare('VACUUM INTO ?').run(path)
    } catch (error) {
      throw namedFailure(error)
    }
  }

  close(): void {
    this.#database.close()
  }
}

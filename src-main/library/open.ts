import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, linkSync, lstatSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import {
  libraryDamaged,
  libraryExists,
  libraryMissing,
  libraryNewer,
  libraryNotWritable,
  namedFailure
} from './failures.ts'
import { applicationId, hasUnmergedLog, inspectLibraryFile } from './inspect.ts'
import { libraryVersion, migrations } from './migrations/versions.ts'
import { Library } from './sql.ts'

/** SQLite before it can damage a WAL database that two connections use (the WAL-reset bug). */
const oldestSafeSqlite = [3, 51, 3] as const
const busyTimeoutMs = 5_000
/** Up to this size the structure of the file is checked whenever it is opened (about 0.1 s). */
const quickCheckBytes = 48 * 1024 * 1024

export interface OpenOptions {
  readonly path: string
  /** ISO time, kept in a new library. */
  readonly now: string
}

/**
 * Opens an existing library for reading and writing, and brings it to the current version.
 *
 * @throws Refusal library-missing, not-a-library, library-newer, library-damaged, library-locked,
 * unreadable-file, cannot-write. No byte of the file is changed then, and none is created.
 */
export function openLibrary({ path, now }: OpenOptions): Library {
  const inspected = inspectLibraryFile(path)
  if (inspected.version > libraryVersion) throw libraryNewer(path)
  return withFailuresNamed(path, () => {
    if (inspected.hasUnmergedLog) checkVersionBehindLog(path)
    const database = new Database(path, { fileMustExist: true, timeout: busyTimeoutMs })
    return openedOrClosed(database, () => {
      configure(database, path)
      if (inspected.bytes <= quickCheckBytes || inspected.hasUnmergedLog) checkStructure(database, path)
      migrate(database, now)
      if (!isOurSchema(database)) throw libraryDamaged(path)
      return new Library(path, database)
    })
  })
}

/**
 * Makes a new library. It appears under its name only when it is whole, and never in place of
 * another file.
 *
 * @throws Refusal file-exists, cannot-write; library-missing where the log of a library stands whose
 * own file is gone: that file is to be found again, not replaced by an empty one
 */
export function createLibrary({ path, now }: OpenOptions): Library {
  if (isTaken(path)) throw libraryExists(path)
  if (hasUnmergedLog(path)) throw libraryMissing(path)
  if (!existsSync(dirname(path))) throw libraryNotWritable(path)
  const beside = join(dirname(path), `.duizhao-${randomBytes(8).toString('hex')}.part`)
  try {
    withFailuresNamed(path, () => {
      const database = new Database(beside, { timeout: busyTimeoutMs })
      try {
        // rollback journal until the schema stands: the version is then in the file itself, not in a log
        database.pragma('journal_mode = DELETE')
        database.pragma('synchronous = EXTRA')
        database.pragma(`application_id = ${applicationId}`)
        migrate(database, now)
      } finally {
        database.close()
      }
    })
    putInPlace(beside, path)
  } finally {
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(beside + end, { force: true })
  }
  return openLibrary({ path, now })
}

/** Whether something has this name, be it a link to a disk that is not connected. */
export function isTaken(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    return false // no such place either: a part of the path is no folder, or may not be looked into
  }
}

/** A link refuses where a rename would replace: two programs that create at once cannot lose one library. */
function putInPlace(beside: string, path: string): void {
  try {
    linkSync(beside, path)
  } catch (error) {
    if (isTaken(path)) throw libraryExists(path)
    // some file systems (FAT, some network drives) have no links
    if (error instanceof Error && 'code' in error) renameSync(beside, path)
    else throw error
  }
  syncFolder(dirname(path))
}

/** Makes a new name in a folder last through a power cut. Windows has no such call, and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } catch (error) {
    // some network file systems cannot flush a folder; the file's own bytes are on the disk already
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code !== 'EINVAL' && code !== 'EBADF' && code !== 'ENOTSUP' && code !== 'EPERM') throw error
  } finally {
    closeSync(handle)
  }
}

function configure(database: Database.Database, path: string): void {
  assertSqlite(database)
  database.pragma('foreign_keys = ON')
  database.pragma('trusted_schema = OFF')
  database.pragma('cell_size_check = ON')
  database.pragma('temp_store = MEMORY')
  database.pragma('journal_size_limit = 67108864')
  database.pragma('checkpoint_fullfsync = ON')
  if (database.pragma('journal_mode = WAL', { simple: true }) !== 'wal') throw libraryNotWritable(path)
  // after WAL: better-sqlite3 is built to fall to NORMAL there, and NORMAL loses acknowledged work in a power cut
  database.pragma('synchronous = FULL')
  if (database.pragma('synchronous', { simple: true }) !== 2) throw new Error('synchronous is not FULL')
}

function assertSqlite(database: Database.Database): void {
  const version = database.prepare('SELECT sqlite_version()').pluck().get() as string
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  const [a, b, c] = oldestSafeSqlite
  const isSafe = major !== a ? major > a : minor !== b ? minor > b : patch >= c
  if (!isSafe) throw new Error(`SQLite ${version} can damage libraries; ${oldestSafeSqlite.join('.')} or newer is needed`)
}

/** The log may hold a newer schema than the file's first page says; a read-only connection leaves both alone. */
function checkVersionBehindLog(path: string): void {
  const database = new Database(path, { fileMustExist: true, readonly: true, timeout: busyTimeoutMs })
  try {
    if (Number(database.pragma('user_version', { simple: true })) > libraryVersion) throw libraryNewer(path)
  } finally {
    database.close()
  }
}

function checkStructure(database: Database.Database, path: string): void {
  if (database.pragma('quick_check(1)', { simple: true }) !== 'ok') throw libraryDamaged(path)
}

/** Exactly the tables of the migrations: a trigger or view that someone put into the file would act in our name. */
function isOurSchema(database: Database.Database): boolean {
  const ours = new Database(':memory:')
  try {
    for (const migration of migrations) ours.exec(migration)
    return schemaOf(ours) === schemaOf(database)
  } finally {
    ours.close()
  }
}

/** What ANALYZE adds (sqlite_stat…) is SQLite's own. */
const schemaOf = (database: Database.Database): string =>
  JSON.stringify(
    database.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY name").raw().all()
  )

/** All steps in one transaction: a library is wholly of the old version or wholly of the new one. */
function migrate(database: Database.Database, now: string): void {
  const version = Number(database.pragma('user_version', { simple: true }))
  if (version === libraryVersion) return
  const stepUp = database.transaction(() => {
    for (const migration of migrations.slice(version)) database.exec(migration)
    if (version === 0) {
      database.prepare('INSERT INTO library (one, created_at, saved_at) VALUES (1, ?, ?)').run(now, now)
    }
    database.pragma(`user_version = ${libraryVersion}`)
    if ((database.pragma('foreign_key_check') as unknown[]).length > 0) throw new Error('a migration left rows without their parents')
  })
  stepUp.exclusive()
  database.pragma('wal_checkpoint(TRUNCATE)')
}

function openedOrClosed<T>(database: Database.Database, work: () => T): T {
  try {
    return work()
  } catch (error) {
    database.close()
    throw error
  }
}

function withFailuresNamed<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const named = namedFailure(error, path)
    // a file with our mark that SQLite cannot read is our library, damaged
    if (isKind(named, 'not-a-library')) throw libraryDamaged(path)
    throw named
  }
}

function isKind(error: unknown, kind: string): boolean {
  return error instanceof Error && 'problem' in error && (error.problem as { kind: string }).kind === kind
}


import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, closeSync, copyFileSync, constants, existsSync, fsyncSync, openSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { libraryDamaged, libraryExists, libraryLocked, libraryNewer, libraryNotWritable, namedFailure } from './failures.ts'
import { hasUnmergedLog, inspectLibraryFile } from './inspect.ts'
import { structureFindings } from './integrity.ts'
import { libraryVersion } from './migrations/versions.ts'
import { syncFolder } from './open.ts'
import { Library, sql, type ReadableLibrary } from './sql.ts'

/**
 * Writes a copy of a library as it is now, while others may use it. The copy gets its name only
 * when it has been checked through and is on the disk; until then an earlier backup of that name stays.
 *
 * @throws Refusal file-exists (without `force`, and always for the library itself), library-locked
 * (`to` is a library in use), library-damaged, cannot-write
 */
export function backUpLibrary(library: Library, to: string, { force }: { readonly force: boolean }): void {
  if (existsSync(to) && (!force || realpathSync(to) === realpathSync(library.path))) throw libraryExists(to)
  // another file's log would be played into the copy
  if (hasUnmergedLog(to)) throw libraryLocked(to)
  withCopyBeside(to, (copy) => {
    library.copyTo(copy)
    const isSound = inCopy(copy, (read) => structureFindings(read).length === 0 && digestOf(read) === digestOf(library.read))
    if (!isSound) throw libraryDamaged(library.path)
    renameSync(copy, to)
  })
}

export interface RestoreOptions {
  readonly path: string
  /** Replace a library that is there. It is kept beside, under another name. */
  readonly force: boolean
  /** ISO time, for that name. */
  readonly now: string
}

/**
 * Puts a backup in the place of a library. The backup is checked before anything is touched.
 *
 * @returns where the replaced library was put, or null when there was none
 * @throws Refusal library-missing, not-a-library, library-damaged, library-newer, file-exists, cannot-write
 */
export function restoreLibrary(backup: string, { path, force, now }: RestoreOptions): string | null {
  const inspected = inspectLibraryFile(backup, { forWriting: false })
  if (inspected.version > libraryVersion) throw libraryNewer(backup)
  if (!force && existsSync(path)) throw libraryExists(path)
  return withCopyBeside(path, (copy) => {
    copyFileSync(backup, copy, constants.COPYFILE_EXCL)
    chmodSync(copy, 0o600) // a copy of a file that was put away may not be written to
    if (inspected.hasUnmergedLog) mergeLogInto(copy, `${backup}-wal`)
    if (inCopy(copy, (read) => structureFindings(read).length > 0)) throw libraryDamaged(backup)
    if (inspectLibraryFile(copy).version > libraryVersion) throw libraryNewer(backup)
    const kept = setAside(path, now)
    renameSync(copy, path)
    return kept
  })
}

/** A library that was copied while it was in use, or after a crash: its last changes are in its log. */
function mergeLogInto(copy: string, log: string): void {
  copyFileSync(log, `${copy}-wal`, constants.COPYFILE_EXCL)
  chmodSync(`${copy}-wal`, 0o600)
  const database = new Database(copy, { fileMustExist: true })
  try {
    database.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    database.close()
  }
}

/** The log goes with its file, or alone where that is gone: beside another file of the name it would damage it. */
function setAside(path: string, now: string): string | null {
  if (!existsSync(path) && !hasUnmergedLog(path)) return null
  const kept = path.replace(/(\.duizhao)?$/, `.before-restore-${now.replaceAll(/\D/g, '').slice(0, 14)}$1`)
  for (const end of ['-wal', '-shm', '']) if (existsSync(path + end)) renameSync(path + end, kept + end)
  return kept
}

function withCopyBeside<T>(path: string, work: (copy: string) => T): T {
  // the name does not hold the library's: that may be as long as a name can be
  const copy = join(dirname(path), `.duizhao-${randomBytes(8).toString('hex')}.part`)
  try {
    const result = work(copy)
    syncFolder(dirname(path))
    return result
  } catch (error) {
    throw namedDiskError(error, path)
  } finally {
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(copy + end, { force: true })
  }
}

/** Flushes the copy, checks it through and looks at it, in a connection that cannot write. */
function inCopy<T>(copy: string, look: (read: ReadableLibrary) => T): T {
  flush(copy)
  const database = new Database(copy, { readonly: true, fileMustExist: true })
  try {
    return look(new Library(copy, database).read)
  } finally {
    database.close()
  }
}

/** What a library holds, in one hash: every row of every table that is not the index. */
function digestOf(library: ReadableLibrary): string {
  const hash = createHash('sha256')
  const tables = [
    sql`SELECT * FROM library`,
    sql`SELECT * FROM sources ORDER BY id`,
    sql`SELECT * FROM codebooks ORDER BY sha256`,
    sql`SELECT * FROM codebook_versions ORDER BY codebook, number`,
    sql`SELECT * FROM reports ORDER BY id`,
    sql`SELECT * FROM machine_codings ORDER BY report_id, reading`,
    sql`SELECT * FROM person_codings ORDER BY id`,
    sql`SELECT * FROM coding_rounds ORDER BY id`,
    sql`SELECT * FROM round_reports ORDER BY round_id, report_id`,
    sql`SELECT * FROM round_done ORDER BY round_id, report_id, coder`,
    sql`SELECT * FROM corrections ORDER BY report_id, field`,
    sql`SELECT * FROM reading_words ORDER BY id`,
    sql`SELECT * FROM verdicts ORDER BY report_id, codebook, theme`,
    sql`SELECT * FROM summaries ORDER BY codebook, theme, part, reports`,
    sql`SELECT * FROM notes ORDER BY id`,
    sql`SELECT * FROM links ORDER BY id`,
    sql`SELECT * FROM bin ORDER BY report_id`,
    // what the program offers is found again at any time, and changes while it looks
    sql`SELECT * FROM report_pairs WHERE state <> 'offered' ORDER BY first, second`,
    sql`SELECT * FROM changes ORDER BY id`,
    sql`SELECT * FROM restore_points ORDER BY id`
  ]
  for (const rows of tables) {
    for (const row of library.each<object>(rows)) {
      for (const value of Object.values(row)) hash.update(value instanceof Uint8Array ? value : JSON.stringify(value))
    }
  }
  return hash.digest('hex')
}

function flush(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function namedDiskError(error: unknown, path: string): unknown {
  const named = namedFailure(error, path)
  if (named !== error || !(error instanceof Error) || !('code' in error) || !('syscall' in error)) return named
  return libraryNotWritable(path)
}

import { accessSync, closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { libraryDamaged, libraryMissing, libraryNotWritable, libraryUnreadable, notALibrary } from './failures.ts'

/** `DUZH`: what SQLite keeps at byte 68 of a library of this program. */
export const applicationId = 0x44555a48

export interface InspectedFile {
  readonly bytes: number
  readonly version: number
  /** The write-ahead log was not merged when the library was last used: a crash, or another program now. */
  readonly hasUnmergedLog: boolean
}

/**
 * Looks at the file without SQLite, which would make a log and merge an old one on closing: a file
 * that is refused must keep every byte, and its folder too.
 *
 * @param forWriting false: the file is only to be copied, and may be write-protected
 * @throws Refusal library-missing, not-a-library, library-damaged, unreadable-file, cannot-write
 */
export function inspectLibraryFile(path: string, { forWriting = true } = {}): InspectedFile {
  const { header, bytes } = readHeader(path)
  if (header.subarray(0, 16).toString('latin1') !== 'SQLite format 3\0') throw notALibrary(path)
  if (header.readUInt32BE(68) !== applicationId) throw notALibrary(path)
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  const isLogUnmerged = hasUnmergedLog(path)
  // with a log, the file may be shorter or longer than its header says
  if (bytes % pageSize !== 0 || (!isLogUnmerged && bytes < header.readUInt32BE(28) * pageSize)) throw libraryDamaged(path)
  if (forWriting) assertWritable(path)
  return { bytes, version: header.readUInt32BE(60), hasUnmergedLog: isLogUnmerged }
}

/** Whether a write-ahead log with something in it stands at a library's place, with or without the library. */
export function hasUnmergedLog(path: string): boolean {
  try {
    return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
  } catch {
    return false // no such place: a part of the path is no folder, or the name too long
  }
}

function readHeader(path: string): { header: Buffer; bytes: number } {
  const handle = openForReading(path)
  try {
    const stat = fstatSync(handle)
    if (!stat.isFile() || stat.size < 100) throw notALibrary(path)
    const header = Buffer.alloc(100)
    if (readSync(handle, header, 0, 100, 0) < 100) throw notALibrary(path)
    return { header, bytes: stat.size }
  } finally {
    closeSync(handle)
  }
}

function openForReading(path: string): number {
  try {
    // a pipe would otherwise wait for a writer for ever
    return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOENT' || code === 'ENOTDIR') throw libraryMissing(path)
    if (code === 'EACCES' || code === 'EPERM') throw libraryUnreadable(path)
    if (code === 'EISDIR' || code === 'ELOOP' || code === 'ENXIO' || code === 'ENAMETOOLONG') throw notALibrary(path)
    throw libraryUnreadable(path)
  }
}

/** The log stands beside the file: both the file and its folder must be writable. */
function assertWritable(path: string): void {
  try {
    accessSync(path, constants.W_OK)
    accessSync(dirname(path), constants.W_OK)
  } catch {
    throw libraryNotWritable(path)
  }
}

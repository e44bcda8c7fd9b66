import { Refusal, type ProblemKind } from '#core/contract/problem.ts'

/** Every way a library is refused, in words. `place` is the path. */

export const libraryMissing = (path: string): Refusal =>
  refusal('library-missing', path, [
    '找不到这个资料库文件：可能已移动、改名，或所在的磁盘未连接。没有新建任何文件。',
    'This library is not there: it may have been moved or renamed, or its disk is not connected. Nothing was created.'
  ])

export const libraryExists = (path: string): Refusal =>
  refusal('file-exists', path, [
    '此处已有文件，没有覆盖它。',
    'There is a file at this place already; it was not replaced.'
  ])

export const libraryUnreadable = (path: string): Refusal =>
  refusal('unreadable-file', path, ['没有读取这个资料库文件的权限。', 'This library may not be read by this user.'])

export const libraryNotWritable = (path: string): Refusal =>
  refusal('cannot-write', path, [
    '资料库文件或所在的文件夹不可写，无法保存更改。',
    'The library or its folder cannot be written to, so changes could not be saved.'
  ])

export const notALibrary = (path: string): Refusal =>
  refusal('not-a-library', path, [
    '这个文件不是对照的资料库，没有改动它。',
    'This file is not a library of Duizhao. It was not changed.'
  ])

export const libraryNewer = (path: string): Refusal =>
  refusal('library-newer', path, [
    '这个资料库由较新的版本建立，请更新对照后再打开。文件没有改动。',
    'This library was made by a newer version: update Duizhao to open it. The file was not changed.'
  ])

export const libraryDamaged = (path: string): Refusal =>
  refusal('library-damaged', path, [
    '资料库文件已损坏，没有改动它。请保留原文件，并从备份恢复。',
    'The library is damaged. It was not changed: keep the file, and restore a backup.'
  ])

export const libraryLocked = (path: string): Refusal =>
  refusal('library-locked', path, [
    '资料库正被另一个程序使用，请稍后再试。',
    'Another program is using the library: try again in a moment.'
  ])

const diskRefused = (path: string): Refusal =>
  refusal('cannot-write', path, [
    '无法写入资料库：磁盘已满，或拒绝写入。此前已保存的内容不受影响。',
    'The library could not be written: the disk is full or refuses. What was saved before is safe.'
  ])

/**
 * What SQLite reports, by name. An error that is not the disk's, the file's or another program's is
 * a bug and comes back as it is.
 */
export function namedFailure(error: unknown, path = ''): unknown {
  if (!isSqliteError(error)) return error
  const { code } = error
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return libraryLocked(path)
  if (code.startsWith('SQLITE_CORRUPT')) return libraryDamaged(path)
  if (code === 'SQLITE_NOTADB') return notALibrary(path)
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) return libraryNotWritable(path)
  if (code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR')) return diskRefused(path)
  return error
}

function isSqliteError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('SQLITE_')
}

function refusal(kind: ProblemKind, place: string, [zh, en]: readonly [string, string]): Refusal {
  return new Refusal({ kind, message: { zh, en }, place })
}

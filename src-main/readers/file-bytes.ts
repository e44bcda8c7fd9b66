import { constants, type Stats } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import type { Refusal } from '#core/contract/problem.ts'
import { refuse, refuseFile } from './refusals.ts'

/** No file is this large, archives included; reading one would only take memory away from the rest. */
export const fileByteLimit = 256 * 1024 * 1024
/** A document is held twice while it is read (as it came, and in the memory of its reader), within the limit of a process. */
export const documentByteLimit = 128 * 1024 * 1024
/** Some five million characters, fifty books: a report is never as long, and reading more would take minutes. */
export const textByteLimit = 16 * 1024 * 1024

/**
 * Reads a whole file, once, without waiting for what is not a file.
 *
 * @throws Refusal unreadable-file (missing, a folder, a pipe or device, no permission, changed while
 * it was read) or too-large
 */
export async function readFileBytes(path: string, limit: number = fileByteLimit): Promise<Uint8Array> {
  try {
    // non-blocking: a pipe would wait for a writer for ever
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      return await readHandle(handle, path, limit)
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw namedFileError(error, path)
  }
}

async function readHandle(handle: FileHandle, path: string, limit: number): Promise<Uint8Array> {
  const before = await handle.stat()
  assertReadable(before, path, limit)
  // one byte more than promised: a file that grows is noticed
  const bytes = new Uint8Array(before.size + 1)
  let length = 0
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, null)
    if (bytesRead === 0) break
    length += bytesRead
  }
  const after = await handle.stat()
  if (length !== before.size || after.size !== before.size || after.mtimeMs !== before.mtimeMs) throw changedWhileRead(path)
  return bytes.subarray(0, length)
}

function assertReadable(stat: Stats, path: string, limit: number): void {
  if (stat.isDirectory()) throw isFolder(path)
  if (!stat.isFile()) throw isNoFile(path)
  if (stat.size > limit) throw tooLarge(path, stat.size)
}

export const tooLarge = (place: string, bytes: number): Refusal => refuse('file-too-large', place, { megabytes: Math.round(bytes / 1024 / 1024) })

const isFolder = (place: string): Refusal =>
  refuseFile('unreadable-file', place, ['这是一个文件夹，不是文件。', 'This is a folder, not a file.'])

const isNoFile = (place: string): Refusal =>
  refuseFile('unreadable-file', place, [
    '这不是普通文件（管道或设备），没有读取。',
    'This is not an ordinary file (a pipe or a device); it was not read.'
  ])

const changedWhileRead = (place: string): Refusal =>
  refuseFile('unreadable-file', place, [
    '读取时文件发生了变化，请在它不再变化后重试。',
    'The file changed while it was being read: try again when it is at rest.'
  ])

/** Sentences for the errors of the operating system that a person can do something about. */
const systemErrors: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ['找不到这个文件。', 'There is no such file.'],
  ENOTDIR: ['找不到这个文件。', 'There is no such file.'],
  EACCES: ['没有读取这个文件的权限。', 'This file may not be read by this user.'],
  EPERM: ['没有读取这个文件的权限。', 'This file may not be read by this user.'],
  EISDIR: ['这是一个文件夹，不是文件。', 'This is a folder, not a file.'],
  ELOOP: ['这个链接指向自己，没有文件可读。', 'This link leads back to itself; there is no file behind it.'],
  ENAMETOOLONG: ['文件名过长。', 'The file name is too long.'],
  EBUSY: ['文件正被另一个程序占用。', 'Another program holds the file.'],
  EMFILE: ['打开的文件过多，请稍后重试。', 'Too many files are open: try again in a moment.'],
  EIO: ['磁盘读取出错。', 'The disk could not read the file.'],
  ENXIO: ['这不是普通文件（管道或设备），没有读取。', 'This is not an ordinary file (a pipe or a device); it was not read.']
}

export function namedFileError(error: unknown, place: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error
  // a path with NUL in it is refused by Node before the system sees it
  const code = error.code === 'ERR_INVALID_ARG_VALUE' ? 'ENOENT' : error.code
  const sentence = systemErrors[code]
  if (sentence !== undefined) return refuseFile('unreadable-file', place, sentence)
  if (!('syscall' in error)) return error
  return refuseFile('unreadable-file', place, [`无法读取文件（${code}）。`, `The file could not be read (${code}).`])
}

import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { link, lstat, open, realpath, rename, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Refusal } from '#core/contract/problem.ts'

/**
 * Writes a file wholly or not at all: beside its place, flushed to the disk, then renamed. Whoever
 * looks, also after a power cut, finds the old file or the new one, never half of one.
 *
 * @param force replaces an existing file, keeping its permissions; a symbolic link keeps pointing
 *   where it points. Without it an existing file is refused, also one that appears while we write.
 * @throws Refusal `file-exists` or `cannot-write`; then nothing has changed and nothing is left behind.
 */
export async function writeWholeFile(path: string, content: Uint8Array | string, { force }: { readonly force: boolean }): Promise<void> {
  try {
    await writeBeside(path, content, force)
  } catch (error) {
    throw refusalFor(error, path)
  }
}

async function writeBeside(path: string, content: Uint8Array | string, force: boolean): Promise<void> {
  const existing = await lstat(path).catch(nullIfMissing)
  if (existing !== null && !force) throw new AlreadyThere()
  const target = existing?.isSymbolicLink() === true ? await realpath(path) : path
  const replaced = existing === null ? null : await lstat(target)
  if (replaced !== null && !replaced.isFile()) throw new NotAFile()
  // The name does not hold the target's: a Chinese name may already be as long as a name can be.
  const beside = join(dirname(target), `.duizhao-${randomBytes(8).toString('hex')}.part`)
  const file = await open(beside, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, replaced?.mode ?? 0o666)
  try {
    try {
      await file.writeFile(content)
      if (replaced !== null) await file.chmod(replaced.mode & 0o777)
      await file.sync()
    } finally {
      await file.close()
    }
    if (force) await rename(beside, target)
    else await renameToNew(beside, target)
  } catch (error) {
    await unlink(beside).catch(nullIfMissing)
    throw error
  }
  await syncFolder(dirname(target))
}

/** A hard link is refused where the name is taken, which a rename is not. Some file systems (FAT, shares) have none. */
async function renameToNew(beside: string, target: string): Promise<void> {
  try {
    await link(beside, target)
  } catch (error) {
    if (!LINKS_UNSUPPORTED.has(codeOf(error) ?? '')) throw error
    if ((await lstat(target).catch(nullIfMissing)) !== null) throw new AlreadyThere()
    await rename(beside, target)
    return
  }
  await unlink(beside)
}

const LINKS_UNSUPPORTED: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EISDIR', 'UNKNOWN'])

/** Makes the new name itself last; Windows cannot open a folder and needs no such call. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, constants.O_RDONLY)
  try {
    await handle.sync()
  } catch (error) {
    // Some network file systems cannot flush a folder; the file's own bytes are on the disk already.
    if (!['EINVAL', 'EBADF', 'ENOTSUP', 'EPERM'].includes(codeOf(error) ?? '')) throw error
  } finally {
    await handle.close()
  }
}

class AlreadyThere extends Error {}
class NotAFile extends Error {}

function refusalFor(error: unknown, path: string): unknown {
  if (error instanceof AlreadyThere || codeOf(error) === 'EEXIST') {
    return new Refusal({
      kind: 'file-exists',
      message: { zh: '文件已存在；如要替换，请明确指定。', en: 'The file already exists; say so to replace it.' },
      place: path
    })
  }
  if (error instanceof NotAFile) return cannotWrite(path, { zh: '这里不是普通文件，不能替换。', en: 'What stands there is not an ordinary file and is not replaced.' })
  const code = codeOf(error)
  return code === null ? error : cannotWrite(path, REASONS[code] ?? { zh: `无法写入（${code}）。`, en: `Cannot write (${code}).` })
}

const cannotWrite = (place: string, message: { readonly zh: string; readonly en: string }): Refusal =>
  new Refusal({ kind: 'cannot-write', message, place })

const NO_PERMISSION = { zh: '没有写入此文件夹的权限。', en: 'No permission to write into this folder.' }
const NO_SPACE = { zh: '磁盘空间不足，没有写入任何内容。', en: 'The disk is full; nothing was written.' }

const REASONS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  ENOENT: { zh: '文件夹不存在。', en: 'The folder does not exist.' },
  ENOTDIR: { zh: '路径中有一段不是文件夹。', en: 'A part of the path is not a folder.' },
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  EROFS: { zh: '此磁盘是只读的。', en: 'The disk is read-only.' },
  ENOSPC: NO_SPACE,
  EDQUOT: NO_SPACE,
  ENAMETOOLONG: { zh: '文件名过长。', en: 'The file name is too long.' },
  EBUSY: { zh: '文件正被其他程序使用。', en: 'Another program is using the file.' },
  ELOOP: { zh: '符号链接循环。', en: 'The symbolic links lead in a circle.' }
}

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null

function nullIfMissing(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null
  throw error
}

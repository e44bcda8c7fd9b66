import { Refusal, type Problem } from '#core/contract/problem.ts'
import { fileByteLimit } from './file-bytes.ts'
import { refuse } from './refusals.ts'
import { ZipPackage, type ZipBounds } from './zip-package.ts'

/** An archive of a person's files. It may hold whatever one could import by itself, and no more than that together. */
const archiveBounds: ZipBounds = { totalBytes: 1024 * 1024 * 1024, partBytes: fileByteLimit, parts: 10_000 }

export interface OpenArchive {
  /** The files worth reading, in the order of their names; `problem`: known already not to be readable. */
  readonly members: readonly { readonly name: string; readonly problem: Problem | null }[]
  /** @throws Refusal password-protected, damaged-file, inflates-too-far, not-found */
  read(name: string): Promise<Uint8Array>
}

/** @throws Refusal damaged-file, too-many-parts */
export async function openArchive(bytes: Uint8Array, place: string): Promise<OpenArchive> {
  const zip = await ZipPackage.open(bytes, place, archiveBounds)
  const files = zip.members.filter(({ name, isFolder }) => !isFolder && !isByTheWay(name))
  return {
    members: files
      .map(({ name, isEncrypted }) => ({ name, problem: problemOf({ name, isEncrypted }, place) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    read: async (name) => {
      const read = await zip.read(name)
      if (read === null) throw new Refusal({ kind: 'not-found', message: { zh: '压缩包里没有这个文件。', en: 'The archive has no such file.' }, place: name })
      return read
    }
  }
}

function problemOf({ name, isEncrypted }: { name: string; isEncrypted: boolean }, place: string): Problem | null {
  if (!isSafe(name)) return refuse('unsafe-name', place, { name: name.slice(0, 120) }).problem
  return isEncrypted ? refuse('needs-password', place).problem : null
}

/** Nothing is written by these names, and yet: a name that wants out of its archive comes from somebody who means harm. */
function isSafe(name: string): boolean {
  return !name.startsWith('/') && !/^[A-Za-z]:/.test(name) && !name.includes('\0') && !name.split('/').includes('..')
}

/** What systems and word processors leave beside a person's files. */
function isByTheWay(name: string): boolean {
  const parts = name.split('/')
  const last = parts.at(-1)!
  return parts.includes('__MACOSX') || /^(?:\.(?!\.)|~\$)|^(?:Thumbs\.db|desktop\.ini)$/i.test(last)
}

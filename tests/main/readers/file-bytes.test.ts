import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Refusal } from '#core/contract/problem.ts'
import { readFileBytes } from '../../../src-main/readers/file-bytes.ts'
import { temporaryFolder } from '../temporary-folder.ts'

async function refusalOf(path: string, limit?: number): Promise<Refusal> {
  try {
    await readFileBytes(path, limit)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error(`${path} was read`)
}

/** Root may read all: the effective user is another one for the time of `work`. */
async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0 || process.seteuid === undefined) return work()
  process.seteuid(65_534)
  try {
    return await work()
  } finally {
    process.seteuid(0)
  }
}

describe('reading the bytes of a file', () => {
  it('gives exactly the bytes, also through a link', async () => {
    const folder = temporaryFolder()
    const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => i % 256)
    writeFileSync(join(folder, 'a'), bytes)
    symlinkSync(join(folder, 'a'), join(folder, 'link'))
    expect(await readFileBytes(join(folder, 'a'))).toEqual(bytes)
    expect(await readFileBytes(join(folder, 'link'))).toEqual(bytes)
  })

  it('names what is not there, a folder, a pipe, a device, a circle of links, and a name too long', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'folder'))
    execFileSync('mkfifo', [join(folder, 'pipe')])
    symlinkSync(join(folder, 'b'), join(folder, 'a'))
    symlinkSync(join(folder, 'a'), join(folder, 'b'))
    const sentences = await Promise.all(['missing', 'folder', 'pipe', 'a', '长'.repeat(100)].map((name) => refusalOf(join(folder, name))))
    const device = await refusalOf('/dev/zero')
    for (const { problem } of [...sentences, device]) expect(problem.kind).toBe('unreadable-file')
    expect(new Set(sentences.map(({ problem }) => problem.message.en)).size).toBe(5)
    expect((await refusalOf('with\0nul')).problem.kind).toBe('unreadable-file')
  })

  it('names a file and a folder without permission', async () => {
    const folder = temporaryFolder()
    chmodSync(folder, 0o755)
    const [file, closed] = [join(folder, 'secret'), join(folder, 'closed')]
    writeFileSync(file, 'x')
    mkdirSync(closed)
    writeFileSync(join(closed, 'a'), 'x')
    chmodSync(file, 0)
    chmodSync(closed, 0)
    const refusals = await asOrdinaryUser(() => Promise.all([refusalOf(file), refusalOf(join(closed, 'a'))]))
    chmodSync(closed, 0o755)
    for (const { problem } of refusals) {
      expect(problem).toMatchObject({ kind: 'unreadable-file', message: { en: expect.stringContaining('may not be read') as string } })
    }
  })

  it('refuses what is larger than the limit without reading it: 4 GB of nothing', async () => {
    const path = join(temporaryFolder(), 'sparse')
    writeFileSync(path, '')
    truncateSync(path, 4 * 1024 ** 3)
    expect((await refusalOf(path)).problem.kind).toBe('too-large')
    expect((await refusalOf(path, 10)).problem.kind).toBe('too-large')
  })

  it('notices a file that is longer than it says', async () => {
    expect((await refusalOf('/proc/self/status')).problem).toMatchObject({ kind: 'unreadable-file', message: { en: expect.stringContaining('changed') as string } })
  })
})

import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Refusal, type ProblemKind } from '#core/contract/problem.ts'
import { writeWholeFile } from '../../../src-main/writers/whole-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duizhao-whole-file-'))
  chmodSync(folder, 0o755)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const refusalOf = async (writing: Promise<void>): Promise<{ kind: ProblemKind; place: string } | null> => {
  try {
    await writing
    return null
  } catch (error) {
    if (error instanceof Refusal) return { kind: error.problem.kind, place: error.problem.place }
    throw error
  }
}

describe('writing a whole file', () => {
  it('writes text and bytes, and leaves nothing else in the folder', async () => {
    await writeWholeFile(join(folder, '对照表.csv'), '山区食堂', { force: false })
    await writeWholeFile(join(folder, 'bytes'), new Uint8Array([0, 1, 255]), { force: false })
    expect(readFileSync(join(folder, '对照表.csv'), 'utf8')).toBe('山区食堂')
    expect([...readFileSync(join(folder, 'bytes'))]).toEqual([0, 1, 255])
    expect(readdirSync(folder).sort()).toEqual(['bytes', '对照表.csv'].sort())
  })

  it('refuses an existing file and leaves every byte of it', async () => {
    const path = join(folder, 'a.csv')
    writeFileSync(path, 'old')
    expect(await refusalOf(writeWholeFile(path, 'new', { force: false }))).toEqual({ kind: 'file-exists', place: path })
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['a.csv'])
  })

  it('replaces an existing file when told to, keeping its permissions', async () => {
    const path = join(folder, 'a.csv')
    writeFileSync(path, 'old')
    chmodSync(path, 0o640)
    await writeWholeFile(path, 'new', { force: true })
    expect(readFileSync(path, 'utf8')).toBe('new')
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o640)
  })

  it('writes through a symbolic link, and refuses one that leads nowhere', async () => {
    writeFileSync(join(folder, 'real.csv'), 'old')
    symlinkSync(join(folder, 'real.csv'), join(folder, 'link.csv'))
    await writeWholeFile(join(folder, 'link.csv'), 'new', { force: true })
    expect(lstatSync(join(folder, 'link.csv')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(folder, 'real.csv'), 'utf8')).toBe('new')
    symlinkSync(join(folder, 'nowhere'), join(folder, 'broken.csv'))
    expect((await refusalOf(writeWholeFile(join(folder, 'broken.csv'), 'new', { force: true })))?.kind).toBe('cannot-write')
    expect((await refusalOf(writeWholeFile(join(folder, 'broken.csv'), 'new', { force: false })))?.kind).toBe('file-exists')
  })

  it('refuses a folder that is missing, and makes none', async () => {
    const path = join(folder, 'missing', 'a.csv')
    expect(await refusalOf(writeWholeFile(path, 'new', { force: false }))).toEqual({ kind: 'cannot-write', place: path })
    expect(existsSync(join(folder, 'missing'))).toBe(false)
  })

  it('refuses a path through a file, a folder in the file’s place, and a name too long', async () => {
    writeFileSync(join(folder, 'file'), 'old')
    mkdirSync(join(folder, 'sub'))
    expect((await refusalOf(writeWholeFile(join(folder, 'file', 'a.csv'), 'new', { force: true })))?.kind).toBe('cannot-write')
    expect((await refusalOf(writeWholeFile(join(folder, 'sub'), 'new', { force: true })))?.kind).toBe('cannot-write')
    expect((await refusalOf(writeWholeFile(join(folder, '长'.repeat(300)), 'new', { force: true })))?.kind).toBe('cannot-write')
    expect(readdirSync(folder).sort()).toEqual(['file', 'sub'])
  })

  it('writes a name as long as a name can be', async () => {
    const path = join(folder, `${'长'.repeat(83)}.csv`)
    await writeWholeFile(path, 'new', { force: false })
    expect(readFileSync(path, 'utf8')).toBe('new')
  })

  it('lets one of two writers of a new file win, and the other is refused', async () => {
    const path = join(folder, 'a.csv')
    const outcomes = await Promise.all(['one', 'two'].map((text) => refusalOf(writeWholeFile(path, text, { force: false }))))
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1)
    expect(outcomes.find((outcome) => outcome !== null)?.kind).toBe('file-exists')
    expect(readdirSync(folder)).toEqual(['a.csv'])
  })

  it('refuses a read-only folder and changes nothing in it', async () => {
    const path = join(folder, 'a.csv')
    writeFileSync(path, 'old')
    chmodSync(folder, 0o555)
    try {
      await withoutPrivileges(async () => {
        expect((await refusalOf(writeWholeFile(join(folder, 'b.csv'), 'new', { force: false })))?.kind).toBe('cannot-write')
        expect((await refusalOf(writeWholeFile(path, 'new', { force: true })))?.kind).toBe('cannot-write')
      })
    } finally {
      chmodSync(folder, 0o755)
    }
    expect(readdirSync(folder)).toEqual(['a.csv'])
    expect(readFileSync(path, 'utf8')).toBe('old')
  })
})

/** For root no folder is read-only: it becomes nobody for a while. */
async function withoutPrivileges(act: () => Promise<void>): Promise<void> {
  if (process.getuid?.() !== 0) return act()
  process.seteuid!(65534)
  try {
    await act()
  } finally {
    process.seteuid!(0)
  }
}

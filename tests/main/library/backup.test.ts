import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Refusal } from '#core/contract/problem.ts'
import { backUpLibrary, restoreLibrary } from '../../../src-main/library/backup.ts'
import { openLibrary } from '../../../src-main/library/open.ts'
import { searchText } from '../../../src-main/library/search.ts'
import { sql, type Library } from '../../../src-main/library/sql.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { now, storeReports } from './stored.ts'
import { newLibrary } from './temporary-library.ts'

const texts = (library: Library): string[] =>
  library.read.all<{ text: string }>(sql`SELECT text FROM reports ORDER BY id`).map(({ text }) => text)

function kindOf(work: () => unknown): string {
  try {
    work()
    return 'done'
  } catch (error) {
    if (error instanceof Refusal) return error.problem.kind
    throw error
  }
}

function libraryWith(...sentences: string[]): Library {
  const library = newLibrary()
  library.write((writable) => storeReports(writable, sentences))
  return library
}

describe('a backup', () => {
  it('is a whole library of its own, made while the first is in use', () => {
    const library = libraryWith('发展养老服务。')
    const to = join(temporaryFolder(), 'backup.duizhao')
    backUpLibrary(library, to, { force: false })
    library.write((writable) => storeReports(writable, ['后来的。']))
    const copy = openLibrary({ path: to, now })
    expect(texts(copy)).toEqual(['发展养老服务。'])
    expect(searchText(copy.read, '养老', 9).total).toBe(1)
    expect(readdirSync(dirname(to)).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('replaces an earlier one only when told to', () => {
    const library = libraryWith('甲。')
    const to = join(temporaryFolder(), 'backup.duizhao')
    writeFileSync(to, 'earlier')
    expect(kindOf(() => backUpLibrary(library, to, { force: false }))).toBe('file-exists')
    expect(readFileSync(to, 'utf8')).toBe('earlier')
    backUpLibrary(library, to, { force: true })
    expect(texts(openLibrary({ path: to, now }))).toEqual(['甲。'])
  })

  it('never takes the place of the library itself or of one in use, also when told to replace', () => {
    const library = libraryWith('甲。')
    const other = libraryWith('乙。')
    expect(kindOf(() => backUpLibrary(library, library.path, { force: true }))).toBe('file-exists')
    expect(kindOf(() => backUpLibrary(library, other.path, { force: true }))).toBe('library-locked')
    for (const [open, text] of [[library, '甲。'], [other, '乙。']] as const) {
      open.close()
      expect(texts(openLibrary({ path: open.path, now }))).toEqual([text])
    }
  })

  it('is refused where it cannot be written, and nothing is left behind', () => {
    const folder = temporaryFolder()
    expect(kindOf(() => backUpLibrary(libraryWith('甲。'), join(folder, 'gone', 'b.duizhao'), { force: false }))).toBe('cannot-write')
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('restoring', () => {
  it('puts the backup in place and keeps the old library beside, log and all', () => {
    const library = libraryWith('旧。')
    const backup = join(temporaryFolder(), 'backup.duizhao')
    backUpLibrary(library, backup, { force: false })
    library.write((writable) => storeReports(writable, ['新。']))
    library.close()
    expect(kindOf(() => restoreLibrary(backup, { path: library.path, force: false, now }))).toBe('file-exists')
    const kept = restoreLibrary(backup, { path: library.path, force: true, now })
    expect(texts(openLibrary({ path: library.path, now }))).toEqual(['旧。'])
    expect(texts(openLibrary({ path: kept!, now }))).toEqual(['旧。', '新。'])
  })

  it('makes a library where there is none', () => {
    const backup = join(temporaryFolder(), 'backup.duizhao')
    backUpLibrary(libraryWith('甲。'), backup, { force: false })
    const path = join(temporaryFolder(), 'again.duizhao')
    expect(restoreLibrary(backup, { path, force: false, now })).toBeNull()
    expect(texts(openLibrary({ path, now }))).toEqual(['甲。'])
  })

  it('does not play the log of a library that is gone into the restored one', () => {
    const library = libraryWith('旧。')
    const backup = join(temporaryFolder(), 'backup.duizhao')
    backUpLibrary(library, backup, { force: false })
    library.write((writable) => storeReports(writable, ['新。']))
    const path = join(temporaryFolder(), 'gone.duizhao')
    copyFileSync(`${library.path}-wal`, `${path}-wal`)
    const log = readFileSync(`${path}-wal`)
    const kept = restoreLibrary(backup, { path, force: false, now })
    expect(texts(openLibrary({ path, now }))).toEqual(['旧。'])
    expect(readFileSync(`${kept}-wal`).equals(log)).toBe(true)
  })

  it('takes what is still in the log of a library that was copied in use', () => {
    const library = libraryWith('甲。')
    const backup = join(temporaryFolder(), 'copied.duizhao')
    for (const end of ['', '-wal']) copyFileSync(library.path + end, backup + end)
    const path = join(temporaryFolder(), 'again.duizhao')
    restoreLibrary(backup, { path, force: false, now })
    expect(texts(openLibrary({ path, now }))).toEqual(['甲。'])
    expect(readdirSync(dirname(backup)).sort()).toEqual(['copied.duizhao', 'copied.duizhao-wal'])
  })

  it('takes a backup that is write-protected, and the library is writable again', () => {
    const backup = join(temporaryFolder(), 'backup.duizhao')
    backUpLibrary(libraryWith('甲。'), backup, { force: false })
    chmodSync(backup, 0o400)
    const path = join(temporaryFolder(), 'again.duizhao')
    restoreLibrary(backup, { path, force: false, now })
    rmSync(backup)
    openLibrary({ path, now }).write((writable) => storeReports(writable, ['乙。']))
  })

  it('touches nothing when the backup is missing, no library, or damaged', () => {
    const library = libraryWith('甲。')
    library.close()
    const folder = temporaryFolder()
    const damaged = join(folder, 'damaged.duizhao')
    const bytes = readFileSync(library.path)
    bytes.fill(0xff, 4096, 12_000)
    writeFileSync(damaged, bytes)
    writeFileSync(join(folder, 'notes.txt'), 'notes')
    const restore = (backup: string): string => kindOf(() => restoreLibrary(backup, { path: library.path, force: true, now }))
    expect(restore(join(folder, 'gone.duizhao'))).toBe('library-missing')
    expect(restore(join(folder, 'notes.txt'))).toBe('not-a-library')
    expect(restore(damaged)).toBe('library-damaged')
    expect(texts(openLibrary({ path: library.path, now }))).toEqual(['甲。'])
    expect(existsSync(damaged)).toBe(true)
  })
})

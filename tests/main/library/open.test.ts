import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { Refusal } from '#core/contract/problem.ts'
import { libraryVersion, migrations } from '../../../src-main/library/migrations/versions.ts'
import { createLibrary, openLibrary } from '../../../src-main/library/open.ts'
import { binSubject } from '../../../src-main/library/bin.ts'
import { checkLibrary } from '../../../src-main/library/integrity.ts'
import { reportIds } from '../../../src-main/library/reports.ts'
import { sql } from '../../../src-main/library/sql.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { now, storeReports } from './stored.ts'
import { newLibrary } from './temporary-library.ts'
import { schemaOfMigrations } from './written-schema.ts'

function kindOf(work: () => unknown): string {
  try {
    work()
    return 'opened'
  } catch (error) {
    if (error instanceof Refusal) return error.problem.kind
    throw error
  }
}

/** Every file of a folder with its bytes: what a refusal must leave as it was. */
function stateOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, createHash('sha256').update(readFileSync(join(folder, name))).digest('hex')])
  )
}

function sqliteFile(path: string, statements: string): void {
  const database = new Database(path)
  database.exec(statements)
  database.close()
}

/** A closed library with a report in it. */
function closedLibrary(): string {
  const library = newLibrary()
  library.write((writable) => storeReports(writable, ['发展养老服务。']))
  library.close()
  return library.path
}

describe('a new library', () => {
  it('has every safeguard on, read back from the connection', () => {
    const library = newLibrary()
    library.read.all(sql`SELECT * FROM sources`)
    const names = ['application_id', 'user_version', 'journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'cell_size_check']
    expect(Object.fromEntries(names.map((name) => [name, library.pragma(name)]))).toEqual({
      application_id: 0x44555a48,
      user_version: libraryVersion,
      journal_mode: 'wal',
      synchronous: 2,
      foreign_keys: 1,
      trusted_schema: 0,
      cell_size_check: 1
    })
  })

  it('has only STRICT tables beside its index', () => {
    const library = newLibrary()
    const tables = library.read.all<{ name: string; strict: number; type: string }>(sql`PRAGMA table_list`)
    const loose = tables.filter(({ name, strict, type }) => strict === 0 && type === 'table' && !name.startsWith('sqlite_'))
    expect(loose).toEqual([])
  })

  it('is never made over a file that is there', () => {
    const path = join(temporaryFolder(), 'notes.duizhao')
    writeFileSync(path, 'my notes')
    expect(kindOf(() => createLibrary({ path, now }))).toBe('file-exists')
    expect(readFileSync(path, 'utf8')).toBe('my notes')
  })

  it('is never made in place of a link whose disk is gone, nor beside the log of a library that was moved', () => {
    const folder = temporaryFolder()
    const link = join(folder, 'link.duizhao')
    symlinkSync(join(folder, 'disk', 'library.duizhao'), link)
    expect(kindOf(() => createLibrary({ path: link, now }))).toBe('file-exists')
    expect(kindOf(() => openLibrary({ path: link, now }))).toBe('library-missing')
    writeFileSync(join(folder, 'moved.duizhao-wal'), 'last changes')
    expect(kindOf(() => createLibrary({ path: join(folder, 'moved.duizhao'), now }))).toBe('library-missing')
    expect(readdirSync(folder).sort()).toEqual(['link.duizhao', 'moved.duizhao-wal'])
  })

  it('leaves nothing behind where it cannot be made', () => {
    const folder = temporaryFolder()
    expect(kindOf(() => createLibrary({ path: join(folder, 'missing', 'a.duizhao'), now }))).toBe('cannot-write')
    expect(readdirSync(folder)).toEqual([])
  })

  it('keeps what was written, and opens again sound', () => {
    const library = openLibrary({ path: closedLibrary(), now })
    expect(library.read.all(sql`SELECT text FROM reports`)).toEqual([{ text: '发展养老服务。' }])
    expect(checkLibrary(library.read)).toEqual([])
  })
})

describe('schema', () => {
  it('is what schema.sql says', () => {
    const written = readFileSync(join(import.meta.dirname, '../../../src-main/library/schema.sql'), 'utf8')
    expect(written).toBe(schemaOfMigrations())
  })
})

describe('a library that cannot be opened is refused by name, and no byte changes', () => {
  const cases: readonly [string, string, (folder: string) => string][] = [
    ['a missing file', 'library-missing', (folder) => join(folder, 'a.duizhao')],
    ['a missing folder', 'library-missing', (folder) => join(folder, 'gone', 'a.duizhao')],
    ['a file of no bytes', 'not-a-library', (folder) => written(join(folder, 'a.duizhao'), '')],
    ['a text', 'not-a-library', (folder) => written(join(folder, 'a.duizhao'), '报告'.repeat(2000))],
    ['a folder', 'not-a-library', (folder) => (mkdirSync(join(folder, 'a.duizhao')), join(folder, 'a.duizhao'))],
    ['a circle of links', 'not-a-library', (folder) => (symlinkSync(join(folder, 'a.duizhao'), join(folder, 'a.duizhao')), join(folder, 'a.duizhao'))],
    ['another program’s database', 'not-a-library', (folder) => database(join(folder, 'a.duizhao'), 'CREATE TABLE notes (a); PRAGMA application_id = 7')],
    ['an empty database', 'not-a-library', (folder) => database(join(folder, 'a.duizhao'), 'CREATE TABLE t (a); DROP TABLE t')]
  ]

  it.each(cases)('%s: %s', (_, kind, make) => {
    const folder = temporaryFolder()
    const path = make(folder)
    const before = readdirSync(folder).map((name) => name)
    expect(kindOf(() => openLibrary({ path, now }))).toBe(kind)
    expect(readdirSync(folder)).toEqual(before)
  })

  it.each([
    ['a newer version', 'library-newer', (path: string) => sqliteFile(path, `PRAGMA user_version = ${libraryVersion + 1}`)],
    ['a file cut short', 'library-damaged', (path: string) => truncateSync(path, 40_960)],
    ['pages of zeros', 'library-damaged', (path: string) => zero(path, 8192, 12_288)],
    ['a trigger that is not ours', 'library-damaged', (path: string) => sqliteFile(path, 'CREATE TRIGGER t AFTER INSERT ON reports BEGIN DELETE FROM sources; END')]
  ])('%s: %s', (_, kind, change) => {
    const path = closedLibrary()
    change(path)
    const folder = join(path, '..')
    const before = stateOf(folder)
    expect(kindOf(() => openLibrary({ path, now }))).toBe(kind)
    expect(stateOf(folder)[`library.duizhao`]).toBe(before['library.duizhao'])
  })

  it('another program holds it: library-locked', () => {
    const path = closedLibrary()
    const other = new Database(path)
    other.pragma('locking_mode = EXCLUSIVE')
    other.exec('BEGIN EXCLUSIVE')
    try {
      expect(kindOf(() => openLibrary({ path, now }))).toBe('library-locked')
    } finally {
      other.close()
    }
  }, 20_000)
})

describe('two connections to one library', () => {
  it('both read and write, none loses a row', () => {
    const first = newLibrary()
    const second = openLibrary({ path: first.path, now })
    for (let i = 0; i < 50; i++) {
      first.write((writable) => storeReports(writable, [`甲${i}。`]))
      second.write((writable) => storeReports(writable, [`乙${i}。`]))
    }
    expect(first.read.get(sql`SELECT count(*) AS n FROM reports`)).toEqual({ n: 100 })
    expect(checkLibrary(second.read)).toEqual([])
  })
})

describe('a transaction', () => {
  it('is wholly there or not at all', () => {
    const library = newLibrary()
    const failing = (): void => {
      throw new Error('stop')
    }
    expect(() =>
      library.write((writable) => {
        storeReports(writable, ['甲。'])
        failing()
      })
    ).toThrow('stop')
    library.write((writable) => storeReports(writable, ['乙。']))
    expect(library.read.all(sql`SELECT text FROM reports`)).toEqual([{ text: '乙。' }])
  })
})

describe('migrations', () => {
  it('keep a correction of what becomes a column, and let a broken row keep nobody out', () => {
    const path = join(temporaryFolder(), 'old.duizhao')
    writeFileSync(path, readFileSync(join(import.meta.dirname, 'fixtures', 'version-2.duizhao')))
    const old = new Database(path)
    const [first, ...others] = old.prepare('SELECT id FROM reports ORDER BY id').pluck().all() as number[]
    old.prepare("INSERT OR REPLACE INTO corrections VALUES (?, 'issuer', '\"甘南省民政厅\"', 'person', ?)").run(first, now)
    for (const id of others) old.prepare("UPDATE reports SET details = '{' WHERE id = ?").run(id)
    old.close()
    const library = openLibrary({ path, now })
    expect(library.read.get(sql`SELECT issuer FROM reports WHERE id = ${first!}`)).toEqual({ issuer: '甘南省民政厅' })
    expect(checkLibrary(library.read).filter(({ invariant }) => invariant === 'report-readable').length).toBe(others.length)
    library.close()
  })

  it('the stored library of version 1 opens, is sound and says what it said', () => {
    const fixture = join(import.meta.dirname, 'fixtures', 'version-1.duizhao')
    const path = join(temporaryFolder(), 'old.duizhao')
    writeFileSync(path, readFileSync(fixture))
    const library = openLibrary({ path, now })
    expect(library.pragma('user_version')).toBe(libraryVersion)
    expect(checkLibrary(library.read)).toEqual([])
    expect(library.read.all(sql`SELECT title_text AS title, province_code AS province FROM reports ORDER BY id`)).toEqual([
      { title: '云岭省召开民政工作会议', province: '530000' },
      { title: null, province: null }
    ])
    expect(library.read.all(sql`SELECT theme, decision, quote FROM person_codings`)).toEqual([
      { theme: 'charity', decision: 'assigned', quote: '发展慈善事业。' }
    ])
    library.close()
  })

  it('leave what lies in the bin there, and able to come back', () => {
    const path = join(temporaryFolder(), 'old.duizhao')
    writeFileSync(path, readFileSync(join(import.meta.dirname, 'fixtures', 'version-5.duizhao')))
    sqliteFile(path, `UPDATE reports SET binned_at = '${now}' WHERE id = 2`)
    const library = openLibrary({ path, now })
    expect(reportIds(library.read)).toEqual([1])
    expect(binSubject.read(library.read, '2')).toBe(now)
    library.write((writable) => binSubject.write(writable, '2', null))
    expect(reportIds(library.read)).toEqual([1, 2])
    expect(checkLibrary(library.read)).toEqual([])
    library.close()
  })

  it('there is a stored library of every version', () => {
    for (const [index] of migrations.entries()) {
      expect(existsSync(join(import.meta.dirname, 'fixtures', `version-${index + 1}.duizhao`))).toBe(true)
    }
  })
})

function written(path: string, content: string): string {
  writeFileSync(path, content)
  return path
}

function database(path: string, statements: string): string {
  sqliteFile(path, statements)
  return path
}

function zero(path: string, from: number, to: number): void {
  const bytes = readFileSync(path)
  bytes.fill(0, from, to)
  writeFileSync(path, bytes)
}

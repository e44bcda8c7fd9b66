import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { ask, ended, openTestHost } from '../host/test-host.ts'
import { duizhao, folderForAll, json, namedErrors, seed, type CompareAnswer } from './command.ts'

const folder = folderForAll()
const at = (name: string): string => join(folder, name)
const library = at('资料 library.duizhao')

interface ImportAnswer {
  readonly format: string
  readonly cancelled: boolean
  readonly outcomes: readonly { readonly file: string; readonly state: string; readonly reports: readonly string[]; readonly problem: { readonly kind: string } | null }[]
}
interface ListAnswer {
  readonly format: string
  readonly reports: readonly { readonly id: string; readonly title: string | null; readonly jurisdiction: { readonly province: { readonly code: string } } | null; readonly date: { readonly iso: string | null } | null; readonly characters: number }[]
}
interface SearchAnswer {
  readonly format: string
  readonly query: string
  readonly total: number
  readonly hits: readonly { readonly report: string; readonly count: number; readonly snippets: readonly { readonly before: string; readonly hit: string; readonly after: string }[] }[]
}

/** 虚构样例: a later year, another province, one report a file. */
const jilin = '吉林召开全省民政工作会议\n3月5日，2024年吉林省民政工作会议在长春召开。会议要求，健全养老服务体系，推进社区食堂建设，年底前建成老年食堂100个。\n'

beforeAll(async () => {
  mkdirSync(at('in/2024'), { recursive: true })
  writeFileSync(at('in/2024/吉林.txt'), jilin)
  writeFileSync(at('in/.hidden.txt'), jilin)
  writeFileSync(at('in/seed.txt'), readFileSync(seed))
  const { answer, code } = await json<ImportAnswer>(['import', at('in'), '--library', library, '--json'])
  expect(code).toBe(0)
  expect(answer).toMatchObject({ format: 'duizhao/import@1', cancelled: false })
  expect(answer.outcomes.map(({ file, state, reports, problem }) => [file, state, reports.length, problem])).toEqual([
    [at('in/2024/吉林.txt'), 'imported', 1, null],
    [at('in/seed.txt'), 'imported', 2, null]
  ])
})

describe('import', () => {
  it('of the same bytes again changes nothing, and says so', async () => {
    const contents = async (): Promise<unknown> => ({
      list: (await duizhao(['list', '--library', library, '--json'])).text,
      search: (await duizhao(['search', '养老', '--library', library, '--json'])).text,
      table: (await duizhao(['compare', '--library', library, '--format', 'json'])).text
    })
    const before = await contents()
    const copy = at('another name.txt')
    writeFileSync(copy, readFileSync(seed))
    const { code, text } = await duizhao(['import', at('in'), copy, '--library', library])
    expect(code).toBe(0)
    expect(text.match(/already there: .+/g)).toEqual([at('in/2024/吉林.txt'), at('in/seed.txt'), copy].map((file) => `already there: ${file}`))
    const { answer } = await json<ImportAnswer>(['import', copy, '--library', library, '--json'])
    expect(answer.outcomes).toMatchObject([{ state: 'already-there', problem: null }])
    expect(answer.outcomes[0]!.reports).toHaveLength(2)
    expect(await contents()).toEqual(before)
  })

  it('into what is no library, or where none can be, is refused and changes no file', async () => {
    const text = at('text.duizhao')
    writeFileSync(text, jilin)
    for (const [path, kind] of [[text, 'not-a-library'], [folder, 'not-a-library'], [join(text, 'x.duizhao'), 'cannot-write']] as const) {
      const ended = await duizhao(['import', seed, '--library', path])
      expect({ path, code: ended.code, text: ended.text, kind: namedErrors(ended.stderr).get(path) }).toEqual({ path, code: 1, text: '', kind })
    }
    expect(readFileSync(text, 'utf8')).toBe(jilin)
  })
})

describe('list and search', () => {
  it('list the reports with province, date and length', async () => {
    const { answer, code } = await json<ListAnswer>(['list', '--library', library, '--json'])
    expect({ code, format: answer.format }).toEqual({ code: 0, format: 'duizhao/list@1' })
    expect(answer.reports.map(({ jurisdiction, date }) => [jurisdiction?.province.code, date?.iso]).sort()).toEqual([
      ['220000', '2024-03-05'],
      ['330000', '2023-02-10'],
      ['420000', '2023-02-08']
    ])
    const { text } = await duizhao(['list', '--library', library])
    expect(text.trimEnd().split('\n')).toHaveLength(3)
  })

  it('find one- and two-character words exactly, with counts and snippets', async () => {
    const { answer, code } = await json<SearchAnswer>(['search', '养老', '--library', library, '--json'])
    expect({ code, format: answer.format, query: answer.query, total: answer.total }).toEqual({ code: 0, format: 'duizhao/search@1', query: '养老', total: answer.hits.length })
    for (const { count, snippets } of answer.hits) {
      expect(count).toBeGreaterThan(0)
      for (const { hit } of snippets) expect(hit.replaceAll(/\s/g, '')).toBe('养老')
    }
    const [one, none] = await Promise.all([
      json<SearchAnswer>(['search', '养', '--library', library, '--json', '--limit', '1']),
      json<SearchAnswer>(['search', '此处没有的词', '--library', library, '--json'])
    ])
    expect(one.answer.hits).toHaveLength(1)
    expect(none).toMatchObject({ code: 0, answer: { total: 0, hits: [] } })
  })

  it('refuse an empty query as a wrong call', async () => {
    const { code, text } = await duizhao(['search', '  ', '--library', library])
    expect({ code, text }).toEqual({ code: 2, text: '' })
  })
})

describe('compare --library', () => {
  const provinces = async (...args: string[]): Promise<(string | undefined)[]> =>
    (await json<CompareAnswer>(['compare', '--library', library, '--format', 'json', ...args])).answer.columns.map(({ province }) => province?.code).sort()

  it('takes several values of a filter, and needs all filters to fit', async () => {
    expect(await provinces('--province', '浙江', '湖北')).toEqual(['330000', '420000'])
    expect(await provinces('--province=吉林省', '--province', '420000')).toEqual(['220000', '420000'])
    expect(await provinces('--year', '2023', '2024', '--province', '吉林')).toEqual(['220000'])
  })

  it('is an empty table, said so, where no report fits', async () => {
    const { code, text, stderr } = await duizhao(['compare', '--library', library, '--year', '1999', '--format', 'json'])
    expect({ code, columns: (JSON.parse(text) as CompareAnswer).columns }).toEqual({ code: 0, columns: [] })
    expect(stderr).toContain('No report fits')
  })

  it('names a report that is not there, and compares the others', async () => {
    const { answer: list } = await json<ListAnswer>(['list', '--library', library, '--json'])
    const ids = list.reports.slice(0, 2).map(({ id }) => id)
    const { answer, code, stderr } = await json<CompareAnswer>(['compare', '--library', library, '--report', ...ids, '99', '--format', 'json'])
    expect({ code, named: [...namedErrors(stderr)] }).toEqual({ code: 1, named: [['99', 'not-found']] })
    expect(answer.columns.map(({ id }) => id)).toEqual(ids)
  })

  it('has the themes of the codebook that the library is shown by, and names it', async () => {
    const shown = at('另一编码本.duizhao')
    copyFileSync(library, shown)
    const test = openTestHost({ library: shown })
    const { job } = await ask<{ job: string | null }>(test.host, 'codebooks.use', { codebook: 'government-work' })
    if (job !== null) await ended(test, job)
    await test.host.close()
    const { answer, code } = await json<CompareAnswer>(['compare', '--library', shown, '--format', 'json'])
    expect({ code, codebook: answer.codebook.id }).toEqual({ code: 0, codebook: 'government-work' })
    expect(answer.rows.map(({ theme }) => theme)).toContain('social_security')
    expect(answer.rows.flatMap(({ cells }) => cells).filter(({ state }) => state === 'present')).not.toEqual([])
  })

  it('gives the table that the files themselves give', async () => {
    const fromFiles = await json<CompareAnswer>(['compare', at('in/seed.txt'), '--format', 'json'])
    const fromLibrary = await json<CompareAnswer>(['compare', '--library', library, '--year', '2023', '--format', 'json'])
    const withoutIds = ({ rows }: CompareAnswer): unknown =>
      JSON.parse(JSON.stringify(rows, (name, value: unknown) => (name === 'report' ? undefined : value)))
    expect(withoutIds(fromLibrary.answer)).toEqual(withoutIds(fromFiles.answer))
  })
})

describe('check, backup and restore', () => {
  it('copy a library and put it back, the replaced one kept', async () => {
    const backup = at('backup.duizhao')
    const restored = at('restored.duizhao')
    expect(await duizhao(['check', '--library', library])).toMatchObject({ code: 0, stderr: '' })
    expect(await duizhao(['backup', '--library', library, '--output', backup])).toMatchObject({ code: 0, text: `${backup}\n` })
    const again = await duizhao(['backup', '--library', library, '--output', backup])
    expect({ code: again.code, kind: namedErrors(again.stderr).get(backup) }).toEqual({ code: 1, kind: 'file-exists' })
    expect(await duizhao(['restore', backup, '--library', restored])).toMatchObject({ code: 0 })
    const table = async (path: string): Promise<string> => (await duizhao(['compare', '--library', path, '--format', 'csv'])).text
    expect(await table(restored)).toBe(await table(library))
    expect((await duizhao(['restore', backup, '--library', restored])).code).toBe(1)
    expect((await duizhao(['restore', backup, '--library', restored, '--force'])).code).toBe(0)
    expect(readdirSync(folder).filter((name) => name.includes('before-restore'))).toHaveLength(1)
  })

  it('leave a library from another version of the program as it is', async () => {
    const old = at('old.duizhao')
    expect((await duizhao(['backup', '--library', library, '--output', old])).code).toBe(0)
    const readBy = (work = ''): unknown => {
      const database = new Database(old)
      database.exec(work)
      const found = database.prepare('SELECT DISTINCT read_by FROM sources').pluck().all()
      database.close()
      return found
    }
    readBy("UPDATE sources SET read_by = '0'")
    expect(await duizhao(['check', '--library', old])).toMatchObject({ code: 0, stderr: '' })
    expect((await duizhao(['backup', '--library', old, '--output', at('old copy.duizhao')])).code).toBe(0)
    expect(readBy()).toEqual(['0'])
    expect((await duizhao(['list', '--library', old])).code).toBe(0)
    expect(readBy()).not.toEqual(['0'])
  })

  it('find damage, and restore nothing that is damaged', async () => {
    const damaged = at('damaged.duizhao')
    const bytes = readFileSync(library)
    bytes.fill(0xaa, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 8192)
    writeFileSync(damaged, bytes)
    const check = await duizhao(['check', '--library', damaged])
    expect(check.code).toBe(1)
    expect(namedErrors(check.stderr).get(damaged)).toBe('library-damaged')
    const restore = await duizhao(['restore', damaged, '--library', at('never.duizhao')])
    expect({ code: restore.code, made: existsSync(at('never.duizhao')) }).toEqual({ code: 1, made: false })
    expect(readFileSync(damaged).equals(bytes)).toBe(true)
  })

  it('every command but import refuses a library that is not there, and makes none', async () => {
    const missing = at('missing.duizhao')
    const calls = [['list'], ['search', '养老'], ['check'], ['backup', '--output', at('b')], ['compare']]
    for (const [name = '', ...args] of calls) {
      const { code, text, stderr } = await duizhao([name, ...args, '--library', missing])
      expect({ name, code, text, kind: namedErrors(stderr).get(missing) }).toEqual({ name, code: 1, text: '', kind: 'library-missing' })
    }
    expect(existsSync(missing) || existsSync(at('b'))).toBe(false)
  })
})

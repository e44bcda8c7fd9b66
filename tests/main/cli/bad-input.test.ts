import { execFileSync, type SpawnOptions } from 'node:child_process'
import { chmodSync, closeSync, existsSync, ftruncateSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { duizhao, folderForAll, json, namedErrors, seed, type CompareAnswer, type ParseAnswer } from './command.ts'

const folder = folderForAll()
const at = (name: string): string => join(folder, name)
const seedBytes = readFileSync(seed)
const seedText = seedBytes.toString('utf8')
/** The place of a line's end in the middle: what is put there breaks no character. */
const middle = seedBytes.indexOf(0x0a, seedBytes.length / 2)
const withInTheMiddle = (bytes: readonly number[]): Buffer =>
  Buffer.concat([seedBytes.subarray(0, middle), Uint8Array.from(bytes), seedBytes.subarray(middle)])

/** Bytes of no format that look the same in every run. */
const noise = Uint8Array.from({ length: 20_000 }, (_, i) => Math.imul(i + 1, 2_654_435_761) >>> 24)

const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)])

/** Content of a file, or how the place is made; and the kind of its refusal. */
const refused: Readonly<Record<string, readonly [make: Uint8Array | string | ((path: string) => unknown), kind: string]>> = {
  'empty.txt': ['', 'no-text'],
  'blank.txt': [' \t \n\n　　　\r\n\u00a0\n', 'no-text'],
  'mark-alone.txt': ['\ufeff', 'no-text'],
  'program.txt': [Buffer.concat([Buffer.from('7f454c46020101', 'hex'), noise]), 'unsupported-format'],
  'picture.txt': [Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), noise]), 'damaged-file'],
  'archive.txt': [Buffer.concat([Buffer.from('504b0304', 'hex'), noise]), 'damaged-file'],
  'portable.txt': ['%PDF-1.7\n1 0 obj\n', 'damaged-file'],
  'word97.txt': [ole, 'damaged-file'],
  'page.txt': ['<!doctype html><title></title>', 'no-text'],
  'noise.txt': [noise, 'damaged-file'],
  'nul.txt': [Buffer.alloc(5000), 'damaged-file'],
  'rich.txt': ['{\\rtf1 x}', 'unsupported-format'],
  'folder': [(path) => mkdirSync(path), 'no-text'],
  'pipe.txt': [(path) => execFileSync('mkfifo', [path]), 'unreadable-file'],
  'loop.txt': [(path) => symlinkSync(path, path), 'unreadable-file'],
  'device.txt': [(path) => symlinkSync('/dev/zero', path), 'unreadable-file'],
  'dangling.txt': [(path) => symlinkSync(`${path}.nowhere`, path), 'unreadable-file'],
  'missing.txt': [() => null, 'unreadable-file'],
  'sparse-200-mb.txt': [(path) => sparse(path, 200), 'too-large'],
  'sparse-4-gb.txt': [(path) => sparse(path, 4096), 'too-large']
}

function sparse(path: string, megabytes: number): void {
  const handle = openSync(path, 'w')
  ftruncateSync(handle, megabytes * 1024 * 1024)
  closeSync(handle)
}

/** Damaged, or under a strange name: read all the same, with what is wrong said. */
const readable: Readonly<Record<string, readonly [bytes: Buffer, warnings: readonly string[]]>> = {
  'invalid-utf8.txt': [withInTheMiddle([0xff, 0xfe, 0x80]), ['undecodable-bytes']],
  'surrogate-bytes.txt': [withInTheMiddle([0xed, 0xa0, 0x80]), ['undecodable-bytes']],
  'surrogate-unit.txt': [
    Buffer.from(`\ufeff${seedText.slice(0, seedText.indexOf('\n', 1500))}\ud842${seedText.slice(seedText.indexOf('\n', 1500))}`, 'utf16le'),
    ['undecodable-bytes']
  ],
  'nul-inside.txt': [withInTheMiddle([0, 0]), ['nul-characters']],
  'line\nbreak.txt': [seedBytes, []],
  'right-to-left\u202etxt.exe': [seedBytes, []],
  'escape\u001b[2J.txt': [seedBytes, []],
  ['长'.repeat(83) + '.txt']: [seedBytes, []],
  '-': [seedBytes, []],
  'no extension': [seedBytes, []]
}

beforeAll(() => {
  for (const [name, [make]] of Object.entries(refused)) {
    if (typeof make === 'function') make(at(name))
    else writeFileSync(at(name), make)
  }
  for (const [name, [bytes]] of Object.entries(readable)) writeFileSync(at(name), bytes)
})

describe.skipIf(process.platform === 'win32')('bad input (pipes, devices and links of Unix: not run on Windows)', () => {
  it('is named file by file, and the others are done', async () => {
    const names = Object.keys(refused)
    const files = [...names.map(at), ...Object.keys(readable).map(at), seed]
    const { answer, code, stderr } = await json<ParseAnswer>(['parse', '--json', ...files])
    expect(code).toBe(1)
    const named = namedErrors(stderr)
    for (const name of names) expect(named.get(at(name)), name).toBe(refused[name]![1])
    expect(answer.sources.map(({ file }) => file)).toEqual([...Object.keys(readable).map(at), seed])
    for (const [i, { warnings, reports }] of answer.sources.slice(0, -1).entries()) {
      const [name, [, kinds]] = Object.entries(readable)[i]!
      expect(warnings.map(({ kind }) => kind), name).toEqual(kinds)
      expect(reports.map(({ jurisdiction }) => jurisdiction?.code), name).toEqual(['330000', '420000'])
    }
    expect(stderr.split('\n')).toHaveLength(names.length + Object.values(readable).flatMap(([, kinds]) => kinds).length + 1)
    expect([...stderr].filter((c) => (c < ' ' && c !== '\n') || c === '\u202e')).toEqual([])
  })

  it('shows damaged places as U+FFFD and loses no other character', async () => {
    const { answer } = await json<ParseAnswer>(['parse', '--json', at('invalid-utf8.txt'), at('nul-inside.txt'), seed])
    const texts = answer.sources.map(({ reports, leftOver }) => [...reports.map(({ text }) => text), ...leftOver.map(({ text }) => text)].join('').replaceAll(/\s/g, ''))
    expect(texts[0]).toContain('\ufffd')
    expect(texts.map((text) => text.replaceAll('\ufffd', '').length)).toEqual(texts.map(() => texts[2]!.length))
  })

  it('of a folder: the good files are in the library, the bad ones are named, nothing is half there', async () => {
    const library = at('library.duizhao')
    const { answer, code, stderr } = await json<{ outcomes: { file: string; state: string; problem: { kind: string } | null }[] }>([
      'import', folder, at('missing.txt'), '--library', library, '--json'
    ])
    expect(code).toBe(1)
    const kinds = new Map(answer.outcomes.map(({ file, problem }) => [file, problem?.kind ?? null]))
    for (const [name, [, kind]] of Object.entries(refused)) {
      if (name !== 'folder') expect(kinds.get(at(name)), name).toBe(kind)
    }
    const named = namedErrors(stderr)
    expect(named.get(at('empty.txt'))).toBe('no-text')
    const states = Object.keys(readable).map((name) => answer.outcomes.find(({ file }) => file === at(name))?.state)
    // the files of strange names hold the very bytes of the seed, the damaged ones their own
    expect(states.filter((state) => state === 'imported')).toHaveLength(5)
    expect(states.filter((state) => state === 'already-there')).toHaveLength(Object.keys(readable).length - 5)
    expect((await duizhao(['check', '--library', library])).code).toBe(0)
    const { answer: list } = await json<{ reports: unknown[] }>(['list', '--library', library, '--json'])
    expect(list.reports).toHaveLength(10)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('keeps the other files of a comparison', async () => {
    const { answer, code, stderr } = await json<CompareAnswer>(['compare', at('missing.txt'), seed, at('noise.txt'), '--format', 'json'])
    expect(code).toBe(1)
    expect([...namedErrors(stderr).values()]).toEqual(['unreadable-file', 'damaged-file'])
    expect(answer.columns).toHaveLength(2)
    const output = at('table.csv')
    const nothing = await duizhao(['compare', at('missing.txt'), '--format', 'csv', '--output', output])
    expect({ code: nothing.code, text: nothing.text, written: existsSync(output) }).toEqual({ code: 1, text: '', written: false })
  })

  it('of a file without a province or a date is a report with nulls (虚构样例)', async () => {
    writeFileSync(at('plain.txt'), '会议强调，要健全养老服务体系，完善社会救助制度。会议要求，各级民政部门要抓好落实。\n')
    const { answer, code } = await json<ParseAnswer>(['parse', '--json', at('plain.txt')])
    expect(code).toBe(0)
    expect(answer.sources[0]!.reports).toMatchObject([{ title: null, jurisdiction: null, date: null, place: null, reporter: null, officials: [] }])
    const { answer: table } = await json<CompareAnswer>(['compare', at('plain.txt'), '--format', 'json', '--themes', 'elderly_care'])
    expect(table.columns).toMatchObject([{ title: 'plain.txt', province: null, date: null }])
    expect(table.rows).toMatchObject([{ theme: 'elderly_care', cells: [{ state: 'present' }] }])
  })

  it('of a file that may not be read is named', async (test) => {
    const closed = at('closed.txt')
    writeFileSync(closed, seedBytes)
    chmodSync(closed, 0)
    chmodSync(folder, 0o755)
    // permissions do not bind root: the program runs as another user then, if that one can reach it
    const asOther: SpawnOptions = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
    const reach = await duizhao(['--help'], asOther).catch(() => null)
    if (reach?.code !== 0) test.skip('the program cannot be run as a user whom permissions bind')
    const { code, stderr, text } = await duizhao(['parse', '--json', closed, seed], asOther)
    expect(code).toBe(1)
    expect(namedErrors(stderr)).toEqual(new Map([[closed, 'unreadable-file']]))
    expect((JSON.parse(text) as ParseAnswer).sources.map(({ file }) => file)).toEqual([seed])
    const library = await duizhao(['import', seed, '--library', at('refused.duizhao')], asOther)
    expect({ code: library.code, kind: [...namedErrors(library.stderr).values()] }).toEqual({ code: 1, kind: ['cannot-write'] })
    expect(existsSync(at('refused.duizhao'))).toBe(false)
  })
})

describe('a single line without end', () => {
  const lineOf = (path: string, megabytes: number): string => {
    const line = seedText.replaceAll(/\s/g, '')
    const times = Math.floor((megabytes * 1024 * 1024) / Buffer.byteLength(line))
    writeFileSync(path, line.repeat(times))
    return path
  }

  it('of 200 MB ends in a named error within seconds, and is not taken into memory', async () => {
    const path = at('line-200.txt')
    const handle = openSync(path, 'w')
    for (let i = 0; i < 200; i++) writeFileSync(handle, '民'.repeat(349_525))
    closeSync(handle)
    const started = performance.now()
    const { code, stderr } = await duizhao(['parse', '--json', path, seed])
    rmSync(path)
    expect({ code, kind: namedErrors(stderr).get(path) }).toEqual({ code: 1, kind: 'too-large' })
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('of 2 MB and of 32 MB is a report or a named error; the time grows with the length and no faster', async () => {
    const seconds = async (megabytes: number): Promise<number> => {
      const path = lineOf(at('line.txt'), megabytes)
      const started = performance.now()
      const { code, stderr } = await duizhao(['parse', path], { env: { ...process.env, NODE_OPTIONS: '--max-old-space-size=1500' } })
      if (code !== 0) expect(namedErrors(stderr).get(path)).toBe('too-large')
      return (performance.now() - started) / 1000
    }
    const [small, large, huge] = [await seconds(0.5), await seconds(2), await seconds(32)]
    expect(large).toBeLessThan(small * 4 * 2.5 + 1)
    expect(huge).toBeLessThan(20)
  })
})

import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { LibraryState } from '#core/contract/calls.ts'
import type { KnownLibraries } from '#core/contract/program-calls.ts'
import type { ProblemKind } from '#core/contract/problem.ts'
import { openProgram, type Program, type ProgramOptions } from '../../../src-main/host/open-program.ts'
import { browserShell } from '../../../src-main/host/shell.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const seed = resolve(import.meta.dirname, '..', '..', '..', 'seeds', '000_8625d94934d53eac.txt')

interface Running {
  readonly program: Program
  readonly events: { readonly name: string; readonly payload: unknown }[]
  readonly data: string
}

function start(data: string, options: Partial<ProgramOptions> = {}): Running {
  let minutes = 0
  const program = openProgram({
    library: null,
    defaultLibrary: join(data, 'library.duizhao'),
    data,
    shell: browserShell,
    samples: [seed],
    now: () => new Date(Date.UTC(2026, 2, 1, 8, minutes++)),
    log: () => {},
    ...options
  })
  const events: Running['events'] = []
  program.subscribe((name, payload) => events.push({ name, payload }))
  let isOpen = true
  const close = async (): Promise<void> => {
    if (isOpen) await program.close()
    isOpen = false
  }
  onTestFinished(close)
  return { program: { ...program, close }, events, data }
}

async function ask<T>({ program }: Running, name: string, input: object = {}): Promise<T> {
  const reply = await program.answer(name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.problem.kind} ${reply.problem.message.en}`)
  return reply.value as T
}

async function refusal({ program }: Running, name: string, input: object = {}): Promise<ProblemKind | null> {
  const reply = await program.answer(name, input)
  return reply.ok ? null : reply.problem.kind
}

const nameOf = async (running: Running): Promise<string | null> => (await ask<LibraryState>(running, 'library.state')).name
const listOf = async (running: Running): Promise<readonly string[]> => (await ask<KnownLibraries>(running, 'libraries.recent')).list.map(({ name }) => name)

async function addSample(running: Running): Promise<void> {
  const { job } = await ask<{ job: string }>(running, 'library.addSample')
  await expect.poll(() => running.events.some(({ name, payload }) => name === 'job-ended' && (payload as { job: string }).job === job), { timeout: 30_000 }).toBe(true)
}

describe('libraries, one open at a time', () => {
  it('a new one is made in the program’s folder, opened at once, and told to the windows; the one before keeps what it holds', async () => {
    const running = start(join(temporaryFolder(), '对照'))
    await addSample(running)
    await expect(ask(running, 'libraries.create', { name: '长三角 2023' })).resolves.toEqual({ name: '长三角 2023' })
    expect(existsSync(join(running.data, '长三角 2023.duizhao'))).toBe(true)
    expect(running.events.at(-1)).toEqual({ name: 'library-switched', payload: { name: '长三角 2023' } })
    await expect(ask<LibraryState>(running, 'library.state')).resolves.toMatchObject({ name: '长三角 2023', reportCount: 0 })
    await expect(listOf(running)).resolves.toEqual(['长三角 2023', 'library'])
    await ask(running, 'libraries.open', { path: join(running.data, 'library.duizhao') })
    await expect(ask<LibraryState>(running, 'library.state')).resolves.toMatchObject({ name: 'library', reportCount: 2 })
    await expect(listOf(running)).resolves.toEqual(['library', '长三角 2023'])
  })

  it('the one open last opens at the next start; one that the person names goes before it', async () => {
    const first = start(temporaryFolder())
    await ask(first, 'libraries.create', { name: '华东' })
    await first.program.close()
    await expect(nameOf(start(first.data))).resolves.toBe('华东')
    await expect(nameOf(start(first.data, { library: join(first.data, '另一个.duizhao') }))).resolves.toBe('另一个')
  })

  it('where the one open last is gone, the default one opens and it is said why', async () => {
    const data = temporaryFolder()
    const gone = join(data, '已移走.duizhao')
    writeFileSync(join(data, 'program.json'), JSON.stringify({ version: 1, preferences: {}, recent: [{ path: gone, openedAt: '2026-01-01T00:00:00.000Z' }] }))
    const running = start(data)
    await expect(nameOf(running)).resolves.toBe('library')
    const { startProblem, list } = await ask<KnownLibraries>(running, 'libraries.recent')
    expect(startProblem).toMatchObject({ kind: 'library-missing', place: gone })
    expect(list.find(({ name }) => name === '已移走')).toMatchObject({ isThere: false })
    await ask(running, 'libraries.forget', { path: gone })
    await expect(listOf(running)).resolves.toEqual(['library'])
  })

  it('calls that come while one is swapped for the other are answered by the new one', async () => {
    const running = start(temporaryFolder())
    const swapped = ask(running, 'libraries.create', { name: '新' })
    const names = await Promise.all(Array.from({ length: 20 }, () => nameOf(running)))
    await swapped
    expect(new Set(names)).toEqual(new Set(['新']))
  })

  it('a change that comes while one is swapped for the other is made in neither: its numbers mean something else there', async () => {
    const running = start(temporaryFolder())
    await ask(running, 'libraries.create', { name: '新' })
    const swapped = ask(running, 'libraries.open', { path: join(running.data, 'library.duizhao') })
    await expect(refusal(running, 'workspace.write', { name: 'selection', value: { reports: ['7'] } })).resolves.toBe('overtaken')
    await swapped
    await expect(ask(running, 'workspace.read')).resolves.toEqual({})
    await expect(refusal(running, 'workspace.write', { name: 'selection', value: {} })).resolves.toBeNull()
  })

  it('no job has the name of one of another library, which the window may still show', async () => {
    const running = start(temporaryFolder())
    const { job } = await ask<{ job: string }>(running, 'library.addSample')
    await ask(running, 'libraries.create', { name: '新' })
    expect((await ask<{ job: string }>(running, 'library.addSample')).job).not.toBe(job)
  })

  it.each([
    ['a file that is no library', 'not-a-library'],
    ['a file that is not there', 'library-missing'],
    ['a folder', 'not-a-library'],
    ['a path that is not whole', 'unsafe-name'],
    ['a share of another computer', 'unsafe-name']
  ] as const)('%s is refused by name, unchanged, and the open library stays', async (what, kind) => {
    const running = start(temporaryFolder())
    const other = join(temporaryFolder(), '笔记.txt')
    writeFileSync(other, '虚构样例：不是资料库。')
    const path = { 'a file that is no library': other, 'a file that is not there': other + 'x', 'a folder': dirname(other), 'a path that is not whole': 'library.duizhao', 'a share of another computer': '//server/share/a.duizhao' }[what]
    await expect(refusal(running, 'libraries.open', { path })).resolves.toBe(kind)
    expect(readFileSync(other, 'utf8')).toBe('虚构样例：不是资料库。')
    expect(readdirSync(dirname(other))).toEqual(['笔记.txt'])
    await expect(nameOf(running)).resolves.toBe('library')
  })

  it.each(['../外面', 'a/b', 'a\\b', '.隐藏', '结尾.', 'CON', 'a\u0007', 'a:b'])('%j is no name of a library', async (name) => {
    const running = start(join(temporaryFolder(), '资料'))
    await expect(refusal(running, 'libraries.create', { name })).resolves.toBe('unsafe-name')
    expect(readdirSync(dirname(running.data))).toEqual(['资料'])
  })

  it('a name that is taken replaces nothing', async () => {
    const running = start(temporaryFolder())
    await addSample(running)
    await expect(refusal(running, 'libraries.create', { name: 'library' })).resolves.toBe('file-exists')
    await expect(ask<LibraryState>(running, 'library.state')).resolves.toMatchObject({ reportCount: 2 })
  })
})

describe('how a person likes the window', () => {
  it('is kept from start to start, and whoever writes one thing leaves the others', async () => {
    const first = start(temporaryFolder())
    await ask(first, 'preferences.write', { change: { language: 'en', look: 'dark' } })
    await ask(first, 'preferences.write', { change: { look: 'light' } })
    await first.program.close()
    await expect(ask(start(first.data), 'preferences.read')).resolves.toEqual({ language: 'en', look: 'light' })
  })

  it.each(['', '{', '[]', '{"version":9}', '{"version":1,"preferences":[],"recent":{}}', '\u0000'])('a file of preferences that holds %j reads as none, and the next change mends it', async (content) => {
    const data = temporaryFolder()
    writeFileSync(join(data, 'program.json'), content)
    const running = start(data)
    await expect(ask(running, 'preferences.read')).resolves.toEqual({})
    await ask(running, 'preferences.write', { change: { language: 'zh' } })
    await expect(ask(running, 'preferences.read')).resolves.toEqual({ language: 'zh' })
  })

  it('cannot be kept where nothing can be written: refused by name, and the program works on', async () => {
    const data = temporaryFolder()
    mkdirSync(join(data, 'program.json'))
    const running = start(data)
    await expect(refusal(running, 'preferences.write', { change: { look: 'dark' } })).resolves.toBe('cannot-write')
    await expect(nameOf(running)).resolves.toBe('library')
  })
})

describe.skipIf(process.platform === 'win32')('a library file that is moved away while it is open', () => {
  it('is said to be missing, by its place, until it lies there again', async () => {
    const data = temporaryFolder()
    const running = start(data)
    const place = join(data, 'library.duizhao')
    const missing = async (): Promise<string | null> => (await ask<LibraryState>(running, 'library.state')).missingAt
    await expect(missing()).resolves.toBeNull()
    renameSync(place, join(data, 'moved.duizhao'))
    await expect(missing()).resolves.toBe(place)
    writeFileSync(place, 'another file under its name')
    await expect(missing()).resolves.toBe(place)
    renameSync(join(data, 'moved.duizhao'), place)
    await expect(missing()).resolves.toBeNull()
  })
})

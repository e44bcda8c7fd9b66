import { resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { PageProgress } from '../../../src-main/readers/reader.ts'
import { defaultLimits, type ReadingLimits } from '../../../src-main/parser/limits.ts'
import type { TaskResult } from '../../../src-main/parser/messages.ts'
import { ParserPool, type RunOptions } from '../../../src-main/parser/pool.ts'
import type { WeighedTask } from '../../../src-main/parser/process.ts'
import type { Given } from '../../../src-main/parser/run.ts'
import { spawnOnNode } from '../../../src-main/parser/spawn.ts'

const hostile = new URL('./hostile-process.ts', import.meta.url)
const root = resolve(import.meta.dirname, '../../..')
const pools: ParserPool[] = []
const noScans = () => Promise.reject(new Error('nothing is recognised here'))

function newPool({ entry = hostile, size = 1, limits = {} }: { entry?: URL; size?: number; limits?: Partial<ReadingLimits> } = {}): ParserPool {
  const pool = new ParserPool({ entry, size, spawn: spawnOnNode(root), recognise: noScans, limits: { ...defaultLimits, seconds: 1, ...limits } })
  pools.push(pool)
  return pool
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()))
})

const task = (name: string, id: number, cost = 1): WeighedTask => ({ task: { id, kind: 'text', name, text: '', layout: null, folders: [] }, bytes: 1000, cost })
const tasks = (names: readonly string[]): WeighedTask[] => names.map((name, id) => task(name, id))

async function all(pool: ParserPool, given: Iterable<Given>, options: RunOptions = {}): Promise<TaskResult[]> {
  const results: TaskResult[] = []
  for await (const batch of pool.run(given, options)) results.push(...batch)
  return results.sort((a, b) => a.id - b.id)
}

/** What the process said of a task it came through, else the kind of its end. */
const outcome = (result: TaskResult): string =>
  result.kind === 'refused' ? (result.problem.kind === 'not-found' ? result.problem.message.en : result.problem.kind) : result.kind

describe('H6: a pool of parser processes', () => {
  it.each([1, 2])('answers every task once, with %i processes', async (size) => {
    const names = Array.from({ length: 300 }, (_, i) => `file ${i}`)
    expect((await all(newPool({ size }), tasks(names))).map(outcome)).toEqual(names)
  }, 60_000)

  it('loses only the file that spins, exits, aborts, or eats memory in whatever way', async () => {
    const names = ['a', 'spin', 'b', 'exit', 'c', 'abort', 'd', 'heap', 'e', 'buffers', 'f', 'inflate', 'g']
    const results = await all(newPool({ limits: { seconds: 10 } }), tasks(names))
    expect(results.map(outcome)).toEqual([
      'a', 'timeout', 'b', 'damaged-file', 'c', 'damaged-file', 'd', 'too-much-memory', 'e', 'too-much-memory', 'f', expect.stringMatching(/too-much-memory|timeout/), 'g'
    ])
  }, 120_000)

  it('gives up a file that sleeps, by the clock on the wall', async () => {
    const results = await all(newPool({ limits: { seconds: 0.1 } }), tasks(['a', 'sleep', 'b']))
    expect(results.map(outcome)).toEqual(['a', 'timeout', 'b'])
  }, 60_000)

  it('does not read the next document where the last one has been at the prototypes', async () => {
    const results = await all(newPool(), tasks(['is polluted 1', 'pollute', 'is polluted 2', 'is polluted 3']))
    expect(results.map(outcome)).toEqual(['undefined', 'pollute', 'undefined', 'undefined'])
  }, 60_000)

  it('lets a document read no file, write none, start no process, and reach no network', async () => {
    process.env['SECRET'] = 'not for documents'
    const names = ['read a file', 'write a file', 'start a process', 'connect', 'listen', 'fetch', 'environment']
    const said = (await all(newPool(), tasks(names))).map(outcome)
    delete process.env['SECRET']
    expect(said).toEqual(['ERR_ACCESS_DENIED', 'ERR_ACCESS_DENIED', 'ERR_ACCESS_DENIED', 'A parser process has no network', 'A parser process has no network', 'undefined', 'undefined'])
  }, 60_000)

  it('takes what is settled already, in its turn', async () => {
    const given: Given[] = [task('a', 0), { settled: { id: 1, kind: 'known' } }, task('b', 2)]
    expect((await all(newPool(), given)).map(outcome)).toEqual(['a', 'known', 'b'])
    expect((await all(newPool(), [{ settled: { id: 0, kind: 'known' } }])).map(outcome)).toEqual(['known'])
  })

  it('is ready for the next run after each', async () => {
    const pool = newPool({ size: 2 })
    expect((await all(pool, tasks(['a', 'exit']))).map(outcome)).toEqual(['a', 'damaged-file'])
    expect((await all(pool, tasks(['b', 'c']))).map(outcome)).toEqual(['b', 'c'])
    expect(await all(pool, [])).toEqual([])
  }, 60_000)

  it('draws no more tasks than it may hold while results are not taken', async () => {
    let drawn = 0
    function* endless(): Generator<WeighedTask> {
      for (;;) yield task('x', drawn++)
    }
    const run = newPool().run(endless())
    await run.next()
    await new Promise((later) => setTimeout(later, 300))
    expect(drawn).toBeLessThan(400)
    await run.return(undefined)
  })

  it('holds few large files at once', async () => {
    let drawn = 0
    function* large(): Generator<WeighedTask> {
      for (; drawn < 50; ) yield { ...task('x', drawn++), bytes: 20 * 1024 * 1024 }
    }
    const run = newPool().run(large())
    await run.next()
    expect(drawn).toBeLessThan(8)
    await run.return(undefined)
  })

  it('stops within a second when cancelled, in the middle of a file too', async () => {
    const controller = new AbortController()
    const pool = newPool({ limits: { seconds: 30 } })
    await all(pool, tasks(['warm']))
    setTimeout(() => controller.abort(), 150)
    const start = performance.now()
    const results = await all(pool, tasks(['a', 'spin', 'b']), { signal: controller.signal })
    expect(performance.now() - start).toBeLessThan(1000)
    expect(results.map(outcome)).not.toContain('b')
    expect((await all(pool, tasks(['c']))).map(outcome)).toEqual(['c'])
  }, 60_000)

  it('tells of every page that is recognised, and lets no file wait behind the scan', async () => {
    const pages: PageProgress[] = []
    const order: number[] = []
    const pool = newPool({ size: 2 })
    for await (const batch of pool.run(tasks(['pages', 'a', 'b']), { onPage: (id, progress) => pages.push(progress) && expect(id).toBe(0) })) order.push(...batch.map(({ id }) => id))
    expect(pages.map(({ page }) => page)).toEqual([0, 1, 2, 3])
    expect(pages[2]).toEqual({ page: 2, pages: 3, text: 'page 2', confidence: 0.9 })
    expect(order.at(-1), 'the scan ends last').toBe(0)
    expect([...order].sort()).toEqual([0, 1, 2])
  }, 60_000)

  it('says so when its process cannot start at all', async () => {
    await expect(all(newPool({ entry: new URL('./broken-process.ts', import.meta.url) }), tasks(['a']))).rejects.toThrow('cannot start')
  }, 60_000)
})

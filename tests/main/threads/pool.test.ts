import { afterEach, describe, expect, it } from 'vitest'
import type { TaskResult } from '../../../src-main/threads/messages.ts'
import { AnalysisPool, type RunOptions } from '../../../src-main/threads/pool.ts'
import type { WeighedTask } from '../../../src-main/threads/thread.ts'

const hostile = new URL('./hostile-thread.ts', import.meta.url)
const pools: AnalysisPool[] = []

function newPool(url: URL, size = 1): AnalysisPool {
  const pool = new AnalysisPool({ url, size, fileTimeoutMs: 500 })
  pools.push(pool)
  return pool
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()))
})

const task = (name: string, id: number): WeighedTask => ({ task: { id, kind: 'file', name, path: '' }, bytes: 1000 })
const tasks = (names: readonly string[]): WeighedTask[] => names.map(task)

async function all(pool: AnalysisPool, given: Iterable<WeighedTask>, options: RunOptions = {}): Promise<TaskResult[]> {
  const results: TaskResult[] = []
  for await (const batch of pool.run(given, options)) results.push(...batch)
  return results.sort((a, b) => a.id - b.id)
}

const outcome = (result: TaskResult): string =>
  result.kind === 'known' ? result.sha256 : result.kind === 'refused' ? result.problem.kind : result.kind

describe('a pool of threads', () => {
  it.each([1, 3])('answers every task once, with %i threads', async (size) => {
    const names = Array.from({ length: 500 }, (_, i) => `file ${i}`)
    expect((await all(newPool(hostile, size), tasks(names))).map(outcome)).toEqual(names)
  })

  it('loses only the file that hangs, ends the thread, throws, or eats the memory', async () => {
    const names = ['a', 'hang', 'b', 'exit', 'c', 'throw', 'd', 'memory', 'e', 'f']
    const results = await all(newPool(hostile), tasks(names))
    expect(results.map(outcome)).toEqual(['a', 'timeout', 'b', 'failed', 'c', 'failed', 'd', expect.stringMatching(/too-large|timeout/), 'e', 'f'])
  }, 60_000)

  it('is ready for the next run after each', async () => {
    const pool = newPool(hostile, 2)
    expect((await all(pool, tasks(['a', 'exit']))).map(outcome)).toEqual(['a', 'failed'])
    expect((await all(pool, tasks(['b', 'c']))).map(outcome)).toEqual(['b', 'c'])
    expect(await all(pool, [])).toEqual([])
  })

  it('draws no more tasks than it may hold while results are not taken', async () => {
    let drawn = 0
    function* endless(): Generator<WeighedTask> {
      for (;;) yield task('x', drawn++)
    }
    const run = newPool(hostile).run(endless())
    await run.next()
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(drawn).toBeLessThan(400)
    await run.return(undefined)
  })

  it('holds few large files at once', async () => {
    let drawn = 0
    function* large(): Generator<WeighedTask> {
      for (; drawn < 50; ) yield { ...task('x', drawn++), bytes: 20 * 1024 * 1024 }
    }
    const run = newPool(hostile).run(large())
    await run.next()
    expect(drawn).toBeLessThan(8)
    await run.return(undefined)
  })

  it('stops within a second when cancelled, in the middle of a file too', async () => {
    const controller = new AbortController()
    const pool = newPool(hostile)
    setTimeout(() => controller.abort(), 150)
    const start = performance.now()
    const results = await all(pool, tasks(['a', 'hang', 'b']), { signal: controller.signal })
    expect(performance.now() - start).toBeLessThan(1000)
    expect(results.map(outcome)).not.toContain('b')
    expect((await all(pool, tasks(['c']))).map(outcome)).toEqual(['c'])
  })

  it('says so when its thread cannot start at all', async () => {
    await expect(all(newPool(new URL('./broken-thread.ts', import.meta.url)), tasks(['a']))).rejects.toThrow('cannot start')
  })
})

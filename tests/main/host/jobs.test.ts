import { describe, expect, it } from 'vitest'
import { ChangeNews, Jobs, Subscribers } from '../../../src-main/host/jobs.ts'

describe('news of changes', () => {
  it('comes at most once a second, and of the last change in any case', () => {
    const told: string[] = []
    const news = new ChangeNews(({ savedAt }) => told.push(savedAt))
    const at = (ms: number): string => new Date(Date.UTC(2026, 0, 1) + ms).toISOString()
    for (const ms of [0, 200, 900, 1000, 1500]) news.changed({ savedAt: at(ms) })
    expect(told).toEqual([at(0), at(1000)])
    news.flush()
    news.flush()
    expect(told).toEqual([at(0), at(1000), at(1500)])
  })

  it('is of notes alone only where all that was not told yet is', () => {
    const told: (string | undefined)[] = []
    const news = new ChangeNews(({ only }) => told.push(only))
    const at = (ms: number): string => new Date(Date.UTC(2026, 0, 1) + ms).toISOString()
    news.changed({ savedAt: at(0), only: 'notes' })
    news.changed({ savedAt: at(10), only: 'notes' })
    news.changed({ savedAt: at(20), only: 'notes' })
    news.flush()
    news.changed({ savedAt: at(30) })
    news.changed({ savedAt: at(40), only: 'notes' })
    news.flush()
    news.changed({ savedAt: at(50), only: 'notes' })
    news.changed({ savedAt: at(60) })
    news.flush()
    expect(told).toEqual(['notes', 'notes', undefined, undefined])
  })
})

describe('jobs', () => {
  it('run one after the other, also after one that failed, and tell of their ends', async () => {
    const subscribers = new Subscribers()
    const heard: string[] = []
    const problems: (string | null)[] = []
    const unsubscribe = subscribers.add((name, payload) => {
      heard.push(`${name} ${'job' in payload ? payload.job : ''}`)
      if ('problem' in payload) problems.push(payload.problem?.kind ?? null)
    })
    const jobs = new Jobs(subscribers)
    const order: number[] = []
    const first = jobs.start(async (_signal, { progress }) => {
      await Promise.resolve()
      order.push(1)
      progress({ done: 1, total: 1, file: 'a' })
      return []
    })
    const failing = jobs.start(() => Promise.reject(new Error('stop')))
    const last = jobs.start(() => (order.push(3), Promise.resolve([])))
    await expect(failing.ended).rejects.toThrow('stop')
    expect(await last.ended).toEqual({ cancelled: false, outcomes: [] })
    await first.ended
    expect(order).toEqual([1, 3])
    expect(heard).toEqual(['job-progress job-1', 'job-ended job-1', 'job-ended job-2', 'job-ended job-3'])
    expect(problems, 'what went wrong is told with the end').toEqual([null, 'internal', null])
    unsubscribe()
    await jobs.start(() => Promise.resolve([])).ended
    expect(heard).toHaveLength(4)
  })

  it('that wait are cancelled like those that run', async () => {
    const jobs = new Jobs(new Subscribers())
    const running = jobs.start((signal) => new Promise((resolve) => (signal.aborted ? resolve([]) : signal.addEventListener('abort', () => resolve([])))))
    const waiting = jobs.start((signal) => Promise.resolve(signal.aborted ? [] : [{ file: 'a', state: 'failed', reports: [], problem: null, warnings: [] }]))
    expect([jobs.cancel(running.job), jobs.cancel(waiting.job), jobs.cancel('job-99')]).toEqual([true, true, false])
    expect(await running.ended).toEqual({ cancelled: true, outcomes: [] })
    expect(await waiting.ended).toEqual({ cancelled: true, outcomes: [] })
  })
})

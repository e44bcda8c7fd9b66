import { describe, expect, it } from 'vitest'
import type { Reply } from '#core/contract/problem.ts'
import { CallCache } from '../../../src-renderer/host/call-cache.ts'
import { hostOver } from '../../../src-renderer/host/host.ts'
import type { Transport } from '../../../src-renderer/host/transport.ts'

/** A transport that answers each call with how often it was asked. */
class Counting implements Transport {
  asked = 0
  readonly #listeners = new Set<(name: string, payload: unknown) => void>()
  call(): Promise<Reply<number>> {
    this.asked += 1
    return Promise.resolve({ ok: true, value: this.asked })
  }
  on(listener: (name: string, payload: unknown) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  tell(name: string, payload: unknown = { savedAt: '' }): void {
    for (const listener of this.#listeners) listener(name, payload)
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

describe('the call cache', () => {
  it('asks once for all who watch the same call, and answers with the same object', async () => {
    const transport = new Counting()
    const cache = new CallCache(hostOver(transport))
    const request = { name: 'duplicates.list', input: {} } as const
    cache.subscribe(request, () => {})
    cache.subscribe(request, () => {})
    await settled()
    expect(transport.asked).toBe(1)
    expect(cache.read('duplicates.list', {})).toBe(cache.read('duplicates.list', {}))
  })

  it('asks again when the library changed, and keeps the last answer in sight meanwhile', async () => {
    const transport = new Counting()
    const cache = new CallCache(hostOver(transport))
    const seen: unknown[] = []
    cache.subscribe({ name: 'duplicates.list', input: {} }, () => seen.push({ ...cache.read('duplicates.list', {}) }))
    await settled()
    transport.tell('library-changed')
    await settled()
    expect(seen).toEqual([
      { value: null, problem: null, loading: true },
      { value: 1, problem: null, loading: false },
      { value: 1, problem: null, loading: true },
      { value: 2, problem: null, loading: false }
    ])
  })

  it('asks nothing again that knows of no note, when only notes have changed', async () => {
    const transport = new Counting()
    const cache = new CallCache(hostOver(transport))
    cache.subscribe({ name: 'comparison.build', input: { by: 'report' } }, () => {})
    cache.subscribe({ name: 'changes.state', input: {} }, () => {})
    await settled()
    transport.tell('library-changed', { savedAt: '', only: 'notes' })
    await settled()
    expect(transport.asked).toBe(3)
    transport.tell('library-changed')
    transport.tell('library-changed', { savedAt: '', only: 'notes' })
    transport.tell('job-ended', { job: '1', cancelled: false, problem: null, outcomes: [] })
    await settled()
    expect(transport.asked, 'what changed beside the notes is not forgotten').toBe(5)
  })

  it('asks at once and once more at the end, not ten times, when the library changes ten times in a row', async () => {
    const transport = new Counting()
    const cache = new CallCache(hostOver(transport))
    cache.subscribe({ name: 'duplicates.list', input: {} }, () => {})
    await settled()
    for (let i = 0; i < 10; i++) transport.tell('library-changed')
    await settled()
    expect(transport.asked).toBe(2)
    await expect.poll(() => transport.asked, { timeout: 4_000 }).toBe(3)
  })

  it('asks at once what the person has changed by hand, however short ago it asked; the news may come before the answer or after it', async () => {
    const transport = new Counting()
    const cache = new CallCache(hostOver(transport))
    cache.subscribe({ name: 'duplicates.list', input: {} }, () => {})
    await settled()
    transport.tell('library-changed')
    await settled()
    expect(transport.asked).toBe(2)
    await cache.host.call('changes.undo', {})
    transport.tell('library-changed')
    await settled()
    expect(transport.asked, 'the undoing, and one look').toBe(4)
    const undone = cache.host.call('changes.undo', {})
    transport.tell('library-changed')
    await undone
    await settled()
    expect(transport.asked).toBe(6)
  })

  it('asks again when files prove to be there already: another window has read them', async () => {
    const transport = new Counting()
    const cache = new CallCache(hostOver(transport))
    cache.subscribe({ name: 'duplicates.list', input: {} }, () => {})
    await settled()
    transport.tell('job-ended', { job: '1', cancelled: false, problem: null, outcomes: [{ state: 'failed' }] })
    await settled()
    expect(transport.asked).toBe(1)
    transport.tell('job-ended', { job: '2', cancelled: false, problem: null, outcomes: [{ state: 'already-there' }] })
    await settled()
    expect(transport.asked).toBe(2)
  })

  it('asks again when a lost connection comes back, and not at the first connection', async () => {
    const connected: ((is: boolean) => void)[] = []
    const transport = Object.assign(new Counting(), { watch: (listener: (is: boolean) => void) => void connected.push(listener) })
    const cache = new CallCache(hostOver(transport))
    cache.subscribe({ name: 'duplicates.list', input: {} }, () => {})
    connected[0]!(true)
    await settled()
    expect(transport.asked).toBe(1)
    connected[0]!(false)
    connected[0]!(true)
    await settled()
    expect(transport.asked).toBe(2)
  })

  it('looks again when the person comes back, and asks for all where the library is another', async () => {
    let state = { reportCount: 0 }
    const asked: string[] = []
    const transport: Transport = {
      call: (name) => {
        asked.push(name)
        return Promise.resolve({ ok: true, value: state })
      },
      on: () => () => {}
    }
    const cache = new CallCache(hostOver(transport))
    cache.subscribe({ name: 'library.state', input: {} }, () => {})
    cache.subscribe({ name: 'duplicates.list', input: {} }, () => {})
    await settled()
    void cache.lookAgain()
    await settled()
    expect(asked).toEqual(['library.state', 'duplicates.list', 'library.state'])
    state = { reportCount: 2 }
    void cache.lookAgain()
    await settled()
    expect(asked.slice(3).sort()).toEqual(['duplicates.list', 'library.state', 'library.state'])
  })

  it('turns a broken connection into a sentence', async () => {
    const broken: Transport = { call: () => Promise.reject(new Error('gone')), on: () => () => {} }
    const reply = await hostOver(broken).call('duplicates.list', {})
    expect(reply.ok).toBe(false)
    expect(!reply.ok && reply.problem.message.zh).toContain('连接断开')
  })
})

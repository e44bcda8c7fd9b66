import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Reply } from '#core/contract/problem.ts'
import { hostOver } from '../../../../src-renderer/host/host.ts'
import type { Transport } from '../../../../src-renderer/host/transport.ts'
import { CountsLoader } from '../../../../src-renderer/screens/reports/review-counts.ts'

/** A transport that answers when the test says so. */
class Answering implements Transport {
  readonly asked: unknown[] = []
  readonly #open: ((reply: Reply<unknown>) => void)[] = []
  #listener: (name: string, payload: unknown) => void = () => undefined
  call(_name: string, input: unknown): Promise<Reply<unknown>> {
    this.asked.push(input)
    return new Promise((resolve) => this.#open.push(resolve))
  }
  on(listener: (name: string, payload: unknown) => void): () => void {
    this.#listener = listener
    return () => undefined
  }
  tell(name: string, payload: unknown): void {
    this.#listener(name, payload)
  }
  async answer(value: { readonly row: readonly number[]; readonly done: number; readonly total: number }): Promise<void> {
    this.#open.shift()!({ ok: true, value })
    await vi.advanceTimersByTimeAsync(0)
  }
}

const row = (id: number, unseen: number): number[] => [id, 0, 0, unseen]

describe('how far reports have been looked at', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const looking = (): { transport: Answering; unseen: () => unknown[] } => {
    const transport = new Answering()
    const loader = new CountsLoader(hostOver(transport))
    loader.subscribe(() => undefined)
    return { transport, unseen: () => [...loader.counted()].map(([id, counts]) => [id, counts.unseen]) }
  }

  it('is never told by the numbers of another library', async () => {
    const { transport, unseen } = looking()
    await transport.answer({ row: row(1, 5), done: 1, total: 3 })
    expect(unseen()).toEqual([['1', 5]])
    transport.tell('library-switched', { name: '虚构样例' })
    expect(unseen()).toEqual([])
    await transport.answer({ row: row(2, 6), done: 2, total: 3 })
    expect(unseen()).toEqual([])
    await vi.advanceTimersByTimeAsync(2_000)
    expect(transport.asked).toEqual([{ from: 0 }, { from: 1 }, { from: 0 }])
    await transport.answer({ row: row(1, 9), done: 1, total: 1 })
    expect(unseen()).toEqual([['1', 9]])
  })

  it('is forgotten of reports that are gone', async () => {
    const { transport, unseen } = looking()
    await transport.answer({ row: [...row(1, 5), ...row(2, 6)], done: 2, total: 2 })
    transport.tell('library-changed', { savedAt: '' })
    await vi.advanceTimersByTimeAsync(2_000)
    await transport.answer({ row: row(2, 6), done: 1, total: 1 })
    expect(unseen()).toEqual([['2', 6]])
  })
})

import { describe, expect, it } from 'vitest'
import type { Reply } from '#core/contract/problem.ts'
import { askedAhead } from '../../../src-renderer/host/ask-ahead.ts'
import { hostOver } from '../../../src-renderer/host/host.ts'

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

/** A host that answers each call with how often anything was asked. */
function counting() {
  const asked: string[] = []
  const listeners: ((name: string, payload: unknown) => void)[] = []
  const host = hostOver({
    call: (name): Promise<Reply<number>> => Promise.resolve({ ok: true, value: asked.push(name) }),
    on: (listener) => {
      listeners.push(listener)
      return () => {}
    }
  })
  return { asked, host, tell: (name: string) => listeners.forEach((listener) => listener(name, {})) }
}

describe('calls asked ahead', () => {
  it('go out at once, the long one when the window lets it, and are not asked again by who wants them first', async () => {
    const { asked, host } = counting()
    const { promise: beforeList, resolve } = Promise.withResolvers<void>()
    const ahead = askedAhead(host, { short: ['library.state', 'workspace.read'], beforeList })
    const list = ahead.call('reports.list', {})
    expect(await ahead.call('library.state', {})).toEqual({ ok: true, value: 1 })
    await settled()
    expect(asked).toEqual(['library.state', 'workspace.read'])
    resolve()
    expect(await list).toEqual({ ok: true, value: 3 })
    expect(asked).toEqual(['library.state', 'workspace.read', 'reports.list'])
  })

  it('answer once: who asks again, or for something else, is answered anew', async () => {
    const { host } = counting()
    const ahead = askedAhead(host, { short: ['library.state'], beforeList: Promise.resolve() })
    await settled()
    expect(await ahead.call('reports.list', { since: 'a-1' })).toEqual({ ok: true, value: 3 })
    expect(await ahead.call('library.state', {})).toEqual({ ok: true, value: 1 })
    expect(await ahead.call('library.state', {})).toEqual({ ok: true, value: 4 })
  })

  it('are forgotten when the library has changed before they were wanted', async () => {
    const { host, tell } = counting()
    const ahead = askedAhead(host, { short: ['library.state'], beforeList: new Promise(() => {}) })
    tell('library-changed')
    expect(await ahead.call('library.state', {})).toEqual({ ok: true, value: 2 })
    expect(await ahead.call('reports.list', {})).toEqual({ ok: true, value: 3 })
  })
})

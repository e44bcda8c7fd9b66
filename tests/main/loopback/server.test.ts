import { connect } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { EventName, Events } from '#core/contract/events.ts'
import type { HostDoor } from '../../../src-main/host/door.ts'
import { windowHeaders } from '../../../src-main/host/window-files.ts'
import { startLoopback, type Loopback } from '../../../src-main/loopback/server.ts'

const secret = '只有页面可见的内容'
const files = new Map([['/', { type: 'text/html; charset=utf-8', bytes: Buffer.from('<!doctype html>page') }]])

/** A door that remembers what it was asked. */
function recordingDoor() {
  const asked: { name: string; input: unknown }[] = []
  const listeners = new Set<<N extends EventName>(name: N, payload: Events[N]) => void>()
  const door: HostDoor = {
    answer: (name, input) => {
      asked.push({ name, input })
      return Promise.resolve({ ok: true, value: { secret } })
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
  }
  return { asked, door, emit: (savedAt: string) => listeners.forEach((listen) => listen('library-changed', { savedAt })) }
}

let open: Loopback | null = null
afterEach(async () => {
  await open?.close()
  open = null
})

async function started() {
  const recording = recordingDoor()
  open = await startLoopback({ door: recording.door, files })
  const base = `http://127.0.0.1:${open.port}`
  const code = new URL(open.address).hash.slice('#start='.length)
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(base + path, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', Origin: base, ...headers } })
  const swap = async () => ((await (await post('/start', { code })).json()) as { token: string }).token
  return { ...recording, base, code, post, swap, port: open.port }
}

/** Sends bytes as they are and gives back what came until the connection closed (or after 2 s). */
function raw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    let answer = ''
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')))
    socket.on('close', () => resolve(answer))
    socket.on('error', () => resolve(answer))
    socket.setTimeout(2000, () => socket.destroy())
  })
}

describe('the loopback host', () => {
  it('swaps the start code of the fragment for a token, once, and answers calls with it', async () => {
    const { post, code, asked, swap } = await started()
    const token = await swap()
    expect(token).toMatch(/^[\w-]{43}$/)
    expect((await post('/start', { code })).status).toBe(401)
    const reply = await post('/call/library.state', { a: 1 }, { Authorization: `Bearer ${token}` })
    expect(await reply.json()).toEqual({ ok: true, value: { secret } })
    expect(asked).toEqual([{ name: 'library.state', input: { a: 1 } }])
  })

  it('says nothing without the token, and stops guessing', async () => {
    const { post, asked, base, swap } = await started()
    const token = await swap()
    expect((await post('/call/library.state', {})).status).toBe(401)
    expect((await fetch(`${base}/events`)).status).toBe(401)
    const statuses = []
    for (let i = 0; i < 25; i++) statuses.push((await post('/call/x', {}, { Authorization: 'Bearer guess' })).status)
    expect(statuses.at(-1)).toBe(429)
    expect(asked).toEqual([])
    expect((await post('/call/x', {}, { Authorization: `Bearer ${token}` })).status).toBe(200)
  })

  it('voids the start code after twenty wrong ones', async () => {
    const { post, code } = await started()
    for (let i = 0; i < 20; i++) expect((await post('/start', { code: `wrong${i}` })).status).toBe(401)
    expect((await post('/start', { code })).status).toBe(401)
  })

  it('sends the protecting headers with every answer, refusals too, and never a cookie', async () => {
    const { base, post } = await started()
    for (const answer of [await fetch(base), await fetch(`${base}/nothing`), await fetch(`${base}/events`), await post('/start', {}), await fetch(base, { method: 'PUT' })]) {
      for (const [name, value] of Object.entries(windowHeaders)) expect(answer.headers.get(name), `${answer.status} ${name}`).toBe(value)
      expect(answer.headers.get('set-cookie')).toBeNull()
    }
  })

  it('streams events to the page that holds the token', async () => {
    const { base, swap, emit } = await started()
    const stream = await fetch(`${base}/events`, { headers: { Authorization: `Bearer ${await swap()}` } })
    emit('2026-01-01T00:00:00Z')
    const { value } = await stream.body!.getReader().read()
    expect(new TextDecoder().decode(value)).toBe('{"name":"library-changed","payload":{"savedAt":"2026-01-01T00:00:00Z"}}\n')
  })

  it('gives no byte of data to foreign hosts, absolute targets, path tricks or broken requests, and lives on', async () => {
    const { port, base } = await started()
    const own = `Host: 127.0.0.1:${port}\r\n`
    const requests = [
      `GET / HTTP/1.1\r\nHost: evil.test:${port}\r\n\r\n`,
      `GET / HTTP/1.1\r\n${own}Host: evil.test\r\n\r\n`,
      `GET http://127.0.0.1:${port}/ HTTP/1.1\r\nHost: evil.test\r\n\r\n`,
      `GET / HTTP/1.0\r\n\r\n`,
      ...['/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/..%5c..%5cwindows', '/%00', '/%c0%ae%c0%ae/', '/index.html/../../x', '/constructor', '/__proto__'].map(
        (path) => `GET ${path} HTTP/1.1\r\n${own}Connection: close\r\n\r\n`
      ),
      'nonsense\r\n\r\n',
      `GET / HTTP/1.1\r\n${own}X: ${'a'.repeat(64 * 1024)}\r\n\r\n`,
      `POST /start HTTP/1.1\r\n${own}Origin: http://127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n${'x'.repeat(8192)}`,
      `POST /start HTTP/1.1\r\n${own}Origin: http://127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: 3\r\n\r\n{x}`
    ]
    for (const request of requests) {
      const answer = await raw(port, request)
      expect(answer).not.toContain('page')
      expect(answer === '' || /^HTTP\/1\.1 (4\d\d|204)/.test(answer), request.slice(0, 60)).toBe(true)
    }
    expect(await (await fetch(base)).text()).toContain('page')
  })

  it('answers others at once while two hundred connections dawdle, and hangs up on a body of who has no token', async () => {
    const { port, base } = await started()
    const sockets = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        new Promise<ReturnType<typeof connect>>((connected) => {
          const socket = connect(port, '127.0.0.1', () => {
            socket.write(i % 2 === 0 ? 'GET / HTTP/1.1\r\nHost: 127' : 'P')
            connected(socket)
          })
          socket.on('error', () => null)
        })
      )
    )
    const began = performance.now()
    expect((await fetch(base)).status).toBe(200)
    expect(performance.now() - began).toBeLessThan(1_000)
    for (const socket of sockets) socket.destroy()
    const head = `POST /call/sources.import HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${base}\r\nContent-Type: application/json\r\nContent-Length: 1000000000\r\n\r\n`
    expect(await raw(port, head + 'x'.repeat(32 * 1024 * 1024))).toMatch(/^(HTTP\/1\.1 401|$)/)
  })

  it('lives on when a page leaves in the middle of what it sends', async () => {
    const { port, base, swap } = await started()
    const token = await swap()
    const head = `Host: 127.0.0.1:${port}\r\nOrigin: ${base}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n`
    for (const path of ['/start', '/call/sources.import']) {
      for (const leave of ['destroy', 'resetAndDestroy'] as const) {
        await new Promise<void>((left) => {
          const socket = connect(port, '127.0.0.1', () => {
            socket.write(`POST ${path} HTTP/1.1\r\n${head}Authorization: Bearer ${token}\r\n\r\n{"half":`, () => {
              setTimeout(() => socket[leave](), 20)
            })
          })
          socket.on('error', () => null)
          socket.on('close', () => left())
        })
      }
    }
    expect((await fetch(base)).status).toBe(200)
  })

  it('answers 500 to a request over which the program fails, says so in its log, and lives on', async () => {
    const log: string[] = []
    const { door } = recordingDoor()
    open = await startLoopback({ door: { ...door, answer: () => Promise.reject(new Error('a bug')) }, files, log: (line) => log.push(line) })
    const base = `http://127.0.0.1:${open.port}`
    const post = (path: string, body: unknown, token = '') =>
      fetch(base + path, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', Origin: base, Authorization: `Bearer ${token}` } })
    const { token } = (await (await post('/start', { code: new URL(open.address).hash.slice('#start='.length) })).json()) as { token: string }
    const answer = await post('/call/x', {}, token)
    expect({ status: answer.status, text: await answer.text() }).toEqual({ status: 500, text: 'internal' })
    expect(log.join()).toContain('a bug')
    expect((await fetch(base)).status).toBe(200)
  })

  it('listens on 127.0.0.1 alone', async () => {
    const { port } = await started()
    const other = await new Promise<string>((resolve) => {
      const socket = connect(port, '::1', () => resolve('connected'))
      socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'))
    })
    expect(other).not.toBe('connected')
  })
})

describe('the end of the loopback host', () => {
  /** The host's own clock is turned by hand; the sockets keep theirs. */
  async function startedByHand() {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { door } = recordingDoor()
    const ends = vi.fn()
    open = await startLoopback({ door, files, onIdle: ends })
    const base = `http://127.0.0.1:${open.port}`
    const code = new URL(open.address).hash.slice('#start='.length)
    const swap = async (): Promise<string> => {
      const answer = await fetch(`${base}/start`, {
        method: 'POST', body: JSON.stringify({ code }), headers: { 'Content-Type': 'application/json', Origin: base }
      })
      return ((await answer.json()) as { token: string }).token
    }
    return { base, ends, swap }
  }
  afterEach(() => vi.useRealTimers())

  it('comes when no page has come while the start code was good', async () => {
    const { ends } = await startedByHand()
    vi.advanceTimersByTime(60_000)
    expect(ends).not.toHaveBeenCalled()
    vi.advanceTimersByTime(30_000)
    expect(ends).toHaveBeenCalledOnce()
  })

  it('comes half a minute after the last page has gone, not while one is there', async () => {
    const { base, ends, swap } = await startedByHand()
    const token = await swap()
    const page = new AbortController()
    await fetch(`${base}/events`, { headers: { Authorization: `Bearer ${token}` }, signal: page.signal })
    vi.advanceTimersByTime(24 * 3_600_000)
    expect(ends).not.toHaveBeenCalled()
    page.abort()
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1), { interval: 10 })
    vi.advanceTimersByTime(30_000)
    expect(ends).toHaveBeenCalledOnce()
  })

  it('comes ten minutes after the last call of who took the token and never asked for events', async () => {
    const { base, ends, swap } = await startedByHand()
    const token = await swap()
    vi.advanceTimersByTime(599_000)
    await fetch(`${base}/call/x`, {
      method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json', Origin: base, Authorization: `Bearer ${token}` }
    })
    vi.advanceTimersByTime(599_000)
    expect(ends).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1_000)
    expect(ends).toHaveBeenCalledOnce()
  })
})

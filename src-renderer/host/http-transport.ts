import type { Transport } from './transport.ts'

/** The bearer token of this run lives here and nowhere else: not in storage, not in an address. */
let token: string | null = null

const reconnectMs = 1_000
const watchers = new Set<(connected: boolean) => void>()

/**
 * Swaps the one-use start code of the address for the token of this run.
 * @returns null where there is no code or the host no longer takes it: the page was reloaded or copied.
 */
export async function httpTransport(): Promise<Transport | null> {
  const code = /^#start=([\w-]+)$/.exec(location.hash)?.[1]
  if (code === undefined) return null
  history.replaceState(null, '', location.pathname)
  const response = await post('/start', { code })
  if (!response.ok) return null
  const answer: unknown = await response.json()
  if (typeof answer !== 'object' || answer === null || !('token' in answer) || typeof answer.token !== 'string') return null
  token = answer.token
  return { call, on, watch: (listener) => void watchers.add(listener) }
}

async function call(name: string, input: unknown): Promise<unknown> {
  const response = await post(`/call/${name}`, input)
  if (!response.ok) throw new Error(`The host answered ${response.status} to ${name}`)
  return response.json()
}

function on(listener: (name: string, payload: unknown) => void): () => void {
  const ended = new AbortController()
  void listen(listener, ended.signal)
  return () => ended.abort()
}

async function listen(listener: (name: string, payload: unknown) => void, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const response = await fetch('/events', { headers: authorization(), signal })
      tellWatchers(response.ok)
      if (response.body !== null) await readLines(response.body, (line) => deliver(line, listener))
    } catch {
      // said below: a stream that ends in good order is lost as well
    }
    if (!signal.aborted) tellWatchers(false)
    if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, reconnectMs))
  }
}

function tellWatchers(connected: boolean): void {
  for (const watcher of watchers) watcher(connected)
}

function deliver(line: string, listener: (name: string, payload: unknown) => void): void {
  const event: unknown = JSON.parse(line)
  if (typeof event !== 'object' || event === null || !('name' in event) || typeof event.name !== 'string') return
  listener(event.name, 'payload' in event ? event.payload : null)
}

async function readLines(body: ReadableStream<Uint8Array>, onLine: (line: string) => void): Promise<void> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line !== '') onLine(line)
  }
}

/** A browser lets no more than 64 kB outlive the page that sent it; a character takes up to three bytes. */
const mostAtTheEnd = 20_000

function post(path: string, body: unknown): Promise<Response> {
  const text = JSON.stringify(body)
  return fetch(path, {
    method: 'POST',
    headers: { ...authorization(), 'Content-Type': 'application/json' },
    body: text,
    // what is sent while the page is being closed still arrives
    keepalive: document.visibilityState === 'hidden' && text.length <= mostAtTheEnd
  })
}

const authorization = (): Record<string, string> => (token === null ? {} : { Authorization: `Bearer ${token}` })

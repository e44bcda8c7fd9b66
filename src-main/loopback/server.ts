import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { HostDoor } from '../host/door.ts'
import { windowHeaders, type WindowFile } from '../host/window-files.ts'
import { Admission, codeLifetimeMs } from './admission.ts'
import { bearerOf, guardRequest } from './request-guard.ts'

/** Files travel as base64 in JSON: 256 MB of report files is about 342 MB of body. */
const bodyLimit = 360 * 1024 * 1024
const startBodyLimit = 4096
/** A closed or reloaded page gets this long before the host ends. */
const idleMs = 30_000
/** Whoever has the token and calls, but has not asked for events (a script), gets this long between two calls. */
const quietMs = 10 * 60_000

export interface LoopbackOptions {
  readonly door: HostDoor
  readonly files: ReadonlyMap<string, WindowFile>
  /** 0 or absent: any free port. */
  readonly port?: number
  /** Called when the last page has been gone for half a minute, when no page came while one could, or none is heard of. */
  readonly onIdle?: () => void
  /** Where the details of bugs go. */
  readonly log?: (line: string) => void
}

export interface Loopback {
  readonly port: number
  /** The address to open, start code in the fragment. */
  readonly address: string
  close(): Promise<void>
}

/** Serves the window and the contract on 127.0.0.1. The only listening socket of the program. */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const session = new LoopbackSession(options)
  await session.listen(options.port ?? 0)
  return session
}

class LoopbackSession implements Loopback {
  readonly #options: LoopbackOptions
  readonly #server: Server
  readonly #admission = new Admission(Date.now())
  readonly #pages = new Set<ServerResponse>()
  readonly #unsubscribe: () => void
  #idleTimer: NodeJS.Timeout | null = null
  port = 0

  constructor(options: LoopbackOptions) {
    this.#options = options
    this.#server = createServer(
      { maxHeaderSize: 16 * 1024, headersTimeout: 10_000, requestTimeout: 120_000, connectionsCheckingInterval: 2_000 },
      (request, response) => void this.#respond(request, response)
    )
    this.#server.on('clientError', (_error, socket) => socket.destroy())
    this.#unsubscribe = options.door.subscribe((name, payload) => {
      const line = JSON.stringify({ name, payload }) + '\n'
      for (const page of this.#pages) page.write(line)
    })
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}/#start=${this.#admission.startCode}`
  }

  listen(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
        this.#endWhenIdleFor(codeLifetimeMs + idleMs)
        this.port = (this.#server.address() as AddressInfo).port // a TCP server's address is never a string
        resolve()
      })
    })
  }

  close(): Promise<void> {
    this.#stopWaiting()
    this.#unsubscribe()
    for (const page of this.#pages) page.end()
    return new Promise((resolve) => {
      this.#server.close(() => resolve())
      this.#server.closeAllConnections()
    })
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(windowHeaders)) response.setHeader(name, value)
    const { method = '', url = '', rawHeaders } = request
    const verdict = guardRequest({ method, url, rawHeaders }, this.port)
    if (!verdict.allow) return sendText(response, verdict.status, verdict.reason)
    try {
      if (method === 'GET') this.#get(verdict.path, request, response)
      else await this.#post(verdict.path, request, response)
    } catch (error) {
      this.#refuse(error, request, response)
    }
  }

  /** Whatever a request brings with it ends with that request. */
  #refuse(error: unknown, request: IncomingMessage, response: ServerResponse): void {
    if (request.destroyed && !request.complete) return // the page has gone in the middle of what it sent
    if (error instanceof BodyTooLarge) return sendText(response, 413, 'body')
    if (error instanceof SyntaxError) return sendText(response, 400, 'json')
    this.#options.log?.(error instanceof Error ? (error.stack ?? error.message) : String(error))
    if (response.headersSent) response.destroy()
    else sendText(response, 500, 'internal')
  }

  #get(path: string, request: IncomingMessage, response: ServerResponse): void {
    if (path === '/events') return this.#stream(request, response)
    const file = this.#options.files.get(path)
    if (file === undefined) return sendText(response, path === '/favicon.ico' ? 204 : 404, '')
    response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': file.bytes.length }).end(file.bytes)
  }

  async #post(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (path === '/start') return this.#start(await readJson(request, startBodyLimit), response)
    if (!this.#admitted(request, response)) return
    if (!path.startsWith('/call/')) return sendText(response, 404, '')
    if (this.#pages.size === 0) this.#endWhenIdleFor(quietMs)
    const reply = await this.#options.door.answer(path.slice('/call/'.length), await readJson(request, bodyLimit))
    sendJson(response, 200, reply)
  }

  #start(body: unknown, response: ServerResponse): void {
    const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : null
    const token = typeof code === 'string' ? this.#admission.swap(code, Date.now()) : null
    if (token === null) return sendText(response, 401, 'start')
    this.#endWhenIdleFor(quietMs)
    sendJson(response, 200, { token })
  }

  /** Events as newline-delimited JSON; open for as long as the page is. */
  #stream(request: IncomingMessage, response: ServerResponse): void {
    if (!this.#admitted(request, response)) return
    this.#stopWaiting()
    response.writeHead(200, { 'Content-Type': 'application/x-ndjson; charset=utf-8' })
    response.flushHeaders()
    this.#pages.add(response)
    response.on('close', () => {
      this.#pages.delete(response)
      if (this.#pages.size === 0 && this.#server.listening) this.#endWhenIdleFor(idleMs)
    })
  }

  #endWhenIdleFor(milliseconds: number): void {
    this.#stopWaiting()
    this.#idleTimer = setTimeout(() => this.#options.onIdle?.(), milliseconds)
  }

  #stopWaiting(): void {
    if (this.#idleTimer !== null) clearTimeout(this.#idleTimer)
  }

  #admitted(request: IncomingMessage, response: ServerResponse): boolean {
    const state = this.#admission.check(bearerOf(request.rawHeaders))
    if (state === 'ok') return true
    sendText(response, state === 'locked' ? 429 : 401, 'token')
    return false
  }
}

class BodyTooLarge extends Error {}

async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) throw new BodyTooLarge()
    chunks.push(chunk)
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown
}

function sendText(response: ServerResponse, status: number, text: string): void {
  // the body of a refused request is not read: closing is what keeps the sender from going on
  if (status >= 400) response.setHeader('Connection', 'close')
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text)
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(value))
}

import { timingSafeEqual } from 'node:crypto'

/**
 * Who may talk to the loopback host. Every program and every web page on the machine can reach a
 * port on 127.0.0.1, so the checks run in this order and before any byte of the body is read:
 *
 * 1. Host must be exactly `127.0.0.1:PORT`, once. A page that rebinds its own name to 127.0.0.1
 *    sends its own name here. This check comes first because browsers leave `Sec-Fetch-Site` out
 *    for such names, so its absence proves nothing.
 * 2. Origin, where sent, must be ours; `Sec-Fetch-Site`, where sent, must be `same-origin` or `none`.
 *    One exception: opening the page itself in a tab or window of its own, which the start file (a
 *    local page, readable by its owner only) does. That answer holds no data, changes nothing, and
 *    cannot be framed or read by the page that opened it.
 * 3. Data needs a bearer token that only our page's memory holds. No cookie: a `SameSite=Strict`
 *    cookie is sent by a form on any other port of 127.0.0.1.
 */
export interface GuardedRequest {
  readonly method: string
  readonly url: string
  /** Name, value, name, value …, as received: a joined header object hides a second Host. */
  readonly rawHeaders: readonly string[]
}

export type Verdict =
  | { readonly allow: true; readonly path: string }
  | { readonly allow: false; readonly status: 400 | 401 | 403 | 404 | 405 | 415; readonly reason: string }

const refuse = (status: 400 | 401 | 403 | 404 | 405 | 415, reason: string): Verdict => ({ allow: false, status, reason })

export function guardRequest(request: GuardedRequest, port: number): Verdict {
  const own = `127.0.0.1:${port}`
  const hosts = headerValues(request.rawHeaders, 'host')
  if (hosts.length !== 1 || hosts[0] !== own) return refuse(403, 'host')
  if (!request.url.startsWith('/') || request.url.startsWith('//')) return refuse(400, 'target')
  const origins = headerValues(request.rawHeaders, 'origin')
  if (origins.some((origin) => origin !== `http://${own}`)) return refuse(403, 'origin')
  const sites = headerValues(request.rawHeaders, 'sec-fetch-site')
  const isOpening = request.method === 'GET' && request.url === '/' && isTopLevelNavigation(request.rawHeaders)
  if (sites.some((site) => site !== 'same-origin' && site !== 'none') && !isOpening) return refuse(403, 'site')
  if (request.method === 'POST') {
    if (origins.length !== 1) return refuse(403, 'origin')
    const types = headerValues(request.rawHeaders, 'content-type')
    if (types.length !== 1 || !/^application\/json(;|$)/.test(types[0]!)) return refuse(415, 'content-type')
  } else if (request.method !== 'GET') {
    return refuse(405, 'method')
  }
  return { allow: true, path: request.url.split(/[?#]/, 1)[0]! }
}

/** The token of `Authorization: Bearer …`, or null. */
export function bearerOf(rawHeaders: readonly string[]): string | null {
  const values = headerValues(rawHeaders, 'authorization')
  const match = values.length === 1 ? /^Bearer ([\w-]{1,128})$/.exec(values[0]!) : null
  return match?.[1] ?? null
}

/** Equality that takes the same time wherever the strings differ. */
export function sameSecret(given: string, secret: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(secret)
  return a.length === b.length && timingSafeEqual(a, b)
}

function isTopLevelNavigation(rawHeaders: readonly string[]): boolean {
  return (
    headerValues(rawHeaders, 'sec-fetch-mode').join() === 'navigate' &&
    headerValues(rawHeaders, 'sec-fetch-dest').join() === 'document'
  )
}

function headerValues(rawHeaders: readonly string[], name: string): string[] {
  const values: string[] = []
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    if (rawHeaders[i]!.toLowerCase() === name) values.push(rawHeaders[i + 1]!)
  }
  return values
}

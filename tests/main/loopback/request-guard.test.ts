import { describe, expect, it } from 'vitest'
import { bearerOf, guardRequest, sameSecret } from '../../../src-main/loopback/request-guard.ts'

const port = 43210
const own = `127.0.0.1:${port}`
const get = (headers: readonly string[], url = '/') => guardRequest({ method: 'GET', url, rawHeaders: headers }, port)
const post = (headers: readonly string[]) => guardRequest({ method: 'POST', url: '/call/x', rawHeaders: headers }, port)
const json = ['Content-Type', 'application/json']

describe('the guard of the loopback host', () => {
  it('lets our own page in', () => {
    expect(get(['Host', own])).toEqual({ allow: true, path: '/' })
    expect(get(['host', own, 'Sec-Fetch-Site', 'none'], '/assets/a.js?v=1')).toEqual({ allow: true, path: '/assets/a.js' })
    expect(post(['Host', own, 'Origin', `http://${own}`, 'Sec-Fetch-Site', 'same-origin', ...json])).toMatchObject({ allow: true })
  })

  const badHosts = [
    '127.0.0.1', 'localhost', `localhost:${port}`, `0.0.0.0:${port}`, `[::1]:${port}`, `127.0.0.1:${port + 1}`, `127.0.0.1.:${port}`,
    `2130706433:${port}`, `0x7f.1:${port}`, `0177.0.0.1:${port}`, `127.1:${port}`, `127.0.0.1:${port}.evil.test`, `evil.test:${port}`,
    `evil.test`, '', ' ', `127.0.0.1:0${port}`, `127.0.0.1:${port}/`, `user@127.0.0.1:${port}`, `127.0.0.1:${port},evil.test`, `１２７.0.0.1:${port}`
  ]
  it.each(badHosts)('refuses the host %j before anything else', (host) => {
    expect(get(['Host', host])).toEqual({ allow: false, status: 403, reason: 'host' })
  })

  it('refuses no host, two hosts, and an absolute target', () => {
    expect(get([])).toMatchObject({ allow: false, reason: 'host' })
    expect(get(['Host', own, 'Host', 'evil.test'])).toMatchObject({ allow: false, reason: 'host' })
    expect(get(['Host', own, 'host', own])).toMatchObject({ allow: false, reason: 'host' })
    expect(get(['Host', own], `http://${own}/`)).toMatchObject({ allow: false, reason: 'target' })
    expect(get(['Host', own], '//evil.test/')).toMatchObject({ allow: false, reason: 'target' })
  })

  it.each(['null', 'http://evil.test', `http://127.0.0.1:${port + 1}`, `https://${own}`, `http://localhost:${port}`, `http://${own}.evil.test`])(
    'refuses the origin %j',
    (origin) => {
      expect(post(['Host', own, 'Origin', origin, ...json])).toMatchObject({ allow: false, status: 403, reason: 'origin' })
      expect(get(['Host', own, 'Origin', origin])).toMatchObject({ allow: false, status: 403, reason: 'origin' })
    }
  )

  it('refuses a post without origin, from another site or port, or in a form’s content type', () => {
    const origin = ['Origin', `http://${own}`]
    expect(post(['Host', own, ...json])).toMatchObject({ allow: false, reason: 'origin' })
    expect(post(['Host', own, ...origin, 'Sec-Fetch-Site', 'cross-site', ...json])).toMatchObject({ allow: false, reason: 'site' })
    expect(post(['Host', own, ...origin, 'Sec-Fetch-Site', 'same-site', ...json])).toMatchObject({ allow: false, reason: 'site' })
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp', 'text/plain; application/json']) {
      expect(post(['Host', own, ...origin, 'Content-Type', type])).toMatchObject({ allow: false, status: 415 })
    }
  })

  it('lets another page open ours in a window of its own, but take nothing else of it', () => {
    const foreign = ['Host', own, 'Sec-Fetch-Site', 'cross-site']
    const opening = [...foreign, 'Sec-Fetch-Mode', 'navigate', 'Sec-Fetch-Dest', 'document']
    expect(get(opening)).toMatchObject({ allow: true })
    expect(get(opening, '/events')).toMatchObject({ allow: false, reason: 'site' })
    expect(get([...foreign, 'Sec-Fetch-Mode', 'navigate', 'Sec-Fetch-Dest', 'iframe'])).toMatchObject({ allow: false })
    expect(get([...foreign, 'Sec-Fetch-Mode', 'no-cors', 'Sec-Fetch-Dest', 'script'])).toMatchObject({ allow: false })
  })

  it.each(['PUT', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'CONNECT', 'PATCH', ''])('refuses the method %j', (method) => {
    expect(guardRequest({ method, url: '/', rawHeaders: ['Host', own] }, port)).toMatchObject({ allow: false, status: 405 })
  })

  it('reads a bearer token only where there is exactly one, well formed', () => {
    expect(bearerOf(['Authorization', 'Bearer abc-_1'])).toBe('abc-_1')
    for (const headers of [[], ['Authorization', 'abc'], ['Authorization', 'Bearer a b'], ['Authorization', 'Bearer a', 'Authorization', 'Bearer a']]) {
      expect(bearerOf(headers)).toBeNull()
    }
  })

  it('compares secrets of unlike length without throwing', () => {
    expect(sameSecret('a', 'ab')).toBe(false)
    expect(sameSecret('密', '密')).toBe(true)
  })
})

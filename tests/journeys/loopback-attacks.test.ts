import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calls } from '#core/contract/calls.ts'
import { findBrowser } from '../../src-main/cli/browser.ts'
import { sharedBrowser } from './together.ts'

/**
 * What other programs, other pages and other users of the machine can get from the loopback host, tried
 * in a real browser against the real program: no byte of data, and no change.
 */

const root = resolve(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'duizhao-attacks-'))
/** Stands in the library and must come out nowhere. */
const secret = '云岭省秘密民政工作会议'

let host: ChildProcess
let base = ''
let code = ''
let token = ''
let attacker: Server
let attackerOrigin = ''

const browser = sharedBrowser()

const post = (path: string, body: unknown): Promise<Response> =>
  fetch(base + path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', Origin: base, Authorization: `Bearer ${token}` }
  })

/** What the library says of itself: equal before and after means nothing was changed. */
const state = async (): Promise<unknown> => (await post('/call/library.state', {})).json()

beforeAll(async () => {
  host = spawn(
    process.execPath,
    [join(root, 'src-main', 'run.mjs'), join(root, 'src-main', 'cli', 'main.ts'), 'serve', '--library', join(folder, 'library.duizhao'), '--no-open'],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, DUIZHAO_DATA: join(folder, 'program') } }
  )
  const address = await new Promise<URL>((found) => host.stdout?.once('data', (line: Buffer) => found(new URL(line.toString().trim()))))
  base = address.origin
  code = address.hash.slice('#start='.length)
  attacker = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end('<!doctype html><title>attacker</title><body>')
  })
  await new Promise<void>((listening) => attacker.listen(0, '127.0.0.1', listening))
  attackerOrigin = `http://127.0.0.1:${(attacker.address() as AddressInfo).port}`
}, 180_000)

afterAll(async () => {
  attacker.close()
  host.kill('SIGTERM')
  if (host.exitCode === null) await new Promise((ended) => host.once('exit', ended))
  rmSync(folder, { recursive: true, force: true })
})

async function attackerPage(): Promise<Page> {
  const context = await browser().newContext()
  const page = await context.newPage()
  await page.goto(attackerOrigin)
  return page
}

/** Everything that a page can ask of an address with `fetch`, and what came back of it: name -> text. */
async function fetchEverything(page: Page, target: string, paths: readonly string[], known: { code: string; token: string }): Promise<Record<string, string>> {
  return page.evaluate(
    async ({ target, paths, known }) => {
      const results: Record<string, string> = {}
      const json = { 'Content-Type': 'application/json' }
      const bearer = { ...json, Authorization: `Bearer ${known.token}` }
      const body = JSON.stringify({ code: known.code })
      const ways: Record<string, RequestInit> = {
        get: {},
        'get with the token': { headers: { Authorization: `Bearer ${known.token}` } },
        'get without cors': { mode: 'no-cors' },
        'get with credentials': { credentials: 'include' },
        'post as json': { method: 'POST', headers: json, body },
        'post as text': { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body },
        'post without cors': { method: 'POST', mode: 'no-cors', body },
        'post a form': { method: 'POST', mode: 'no-cors', body: new URLSearchParams({ code: known.code }) },
        'post with the token': { method: 'POST', headers: bearer, body: '{}' },
        put: { method: 'PUT', headers: json, body },
        delete: { method: 'DELETE' }
      }
      for (const path of paths) {
        for (const [way, init] of Object.entries(ways)) {
          const signal = AbortSignal.timeout(2_000)
          results[`${way} ${path}`] = await fetch(target + path, { ...init, signal }).then(
            async (answer) => `${answer.status} ${await answer.text().catch(() => 'unreadable')}`,
            (error: unknown) => String(error)
          )
        }
      }
      return results
    },
    { target, paths, known }
  )
}

/** What else brings the answers of an address into a page: name -> `load`, `error`, `open`, `message …` or nothing. */
async function embedEverything(page: Page, target: string, paths: readonly string[]): Promise<Record<string, string>> {
  return page.evaluate(
    async ({ target, paths }) => {
      const results: Record<string, string> = {}
      const waiting: Promise<void>[] = []
      const watch = (name: string, events: EventTarget): void => {
        waiting.push(
          new Promise((done) => {
            for (const type of ['load', 'error', 'open', 'message', 'loadedmetadata', 'close']) {
              events.addEventListener(type, (event) => {
                results[name] = `${results[name] ?? ''} ${type}${'data' in event ? ` ${String(event.data)}` : ''}`.trim()
                done()
              })
            }
            // a browser asks for few things at once: the last of these wait for the first
            setTimeout(done, 15_000)
          })
        )
      }
      const element = (name: string, make: () => HTMLElement): void => {
        const made = make()
        watch(name, made)
        document.body.append(made)
      }
      const withAddress = <K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Record<string, string>) => () => {
        const made = document.createElement(tag)
        for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
        return made
      }
      for (const path of paths) {
        const url = target + path
        element(`img ${path}`, withAddress('img', { src: url }))
        element(`script ${path}`, withAddress('script', { src: url }))
        element(`module ${path}`, withAddress('script', { src: url, type: 'module' }))
        element(`stylesheet ${path}`, withAddress('link', { rel: 'stylesheet', href: url }))
        element(`preload ${path}`, withAddress('link', { rel: 'preload', as: 'script', href: url }))
        element(`prefetch ${path}`, withAddress('link', { rel: 'prefetch', href: url }))
        element(`video ${path}`, withAddress('video', { src: url }))
        element(`object ${path}`, withAddress('object', { data: url }))
        element(`iframe ${path}`, withAddress('iframe', { src: url, name: `iframe ${path}` }))
        watch(`events ${path}`, new EventSource(url))
        watch(`socket ${path}`, new WebSocket(url.replace('http:', 'ws:')))
        navigator.sendBeacon(url, '{}')
        navigator.sendBeacon(url, new Blob(['{}'], { type: 'text/plain' }))
        for (const encoding of ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']) {
          const name = `form ${encoding} ${path}`
          document.body.append(withAddress('iframe', { name })())
          const form = document.createElement('form')
          Object.assign(form, { action: url, method: 'POST', enctype: encoding, target: name })
          const input = document.createElement('input')
          Object.assign(input, { name: '{"a":"', value: '"}' })
          form.append(input)
          document.body.append(form)
          form.submit()
        }
      }
      await Promise.all(waiting)
      return results
    },
    { target, paths }
  )
}

const routes = ['/', '/index.html', '/events', '/start', '/call/library.state', '/call/library.addSample', '/call/reports.list']

describe('another page of the same browser, on another port of 127.0.0.1', () => {
  it('cannot guess the start code away: the right page is still let in afterwards', async () => {
    const page = await attackerPage()
    for (let i = 0; i < 3; i++) await fetchEverything(page, base, ['/start', '/call/library.state'], { code: `wrong${i}`, token: 'wrong' })
    await page.context().close()
    const answer = await post('/start', { code })
    expect(answer.status).toBe(200)
    token = ((await answer.json()) as { token: string }).token
    const base64 = Buffer.from(`${secret}召开\n3月5日，${secret}在青湖市召开。会议要求，健全养老服务体系。\n`).toString('base64')
    await post('/call/sources.import', { files: [{ name: '虚构样例.txt', base64 }] })
    await expect.poll(async () => JSON.stringify(await (await post('/call/reports.list', {})).json()), { timeout: 20_000 }).toContain(secret)
  })

  it('reads nothing and changes nothing with fetch, not even with the token itself', async () => {
    const before = await state()
    const page = await attackerPage()
    const { port } = new URL(base)
    const names = [base, `http://localhost:${port}`, `http://[::1]:${port}`, `http://0.0.0.0:${port}`, `http://127.1:${port}`]
    for (const target of names) {
      const results = await fetchEverything(page, target, target === base ? routes : ['/', '/call/library.state'], { code, token })
      for (const [way, result] of Object.entries(results)) expect(result, `${way} at ${target}`).toMatch(/^(TypeError: Failed to fetch|0 )$/)
    }
    expect(await state()).toEqual(before)
    await page.context().close()
  })

  it('gets nothing into itself: pictures, scripts, frames, streams, sockets, forms, beacons', async () => {
    const before = await state()
    const page = await attackerPage()
    const html = await (await fetch(base)).text()
    const assets = [...html.matchAll(/(?:src|href)="\.?(\/assets\/[^"]+)"/g)].map(([, path]) => path!)
    expect(assets.length).toBeGreaterThan(0)
    const results = await embedEverything(page, base, ['/', '/events', '/call/library.addSample', ...assets])
    for (const [way, result] of Object.entries(results)) {
      // a frame and a prefetch say `load` of a refusal too: what is in the frames is looked at below
      if (!/^(iframe|prefetch|object) /.test(way)) expect(result, way).toMatch(/^(error|error close)$/)
    }
    expect(Object.keys(results).filter((way) => way.startsWith('script '))).toHaveLength(3 + assets.length)
    for (const frame of page.frames().slice(1)) {
      const content = await frame.content().catch(() => '')
      expect(content, frame.url()).not.toMatch(/对照|id="window"|assets\//)
      expect(content).not.toContain(secret)
    }
    const sizes = await page.evaluate(
      (own) => (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(({ name }) => name.startsWith(own)).map(({ decodedBodySize }) => decodedBodySize),
      base
    )
    expect(sizes.filter((size) => size > 0)).toEqual([])
    expect(await state()).toEqual(before)
    await page.context().close()
  })

  it('may open the window in a tab of its own, where it can neither see nor steer it', async () => {
    const page = await attackerPage()
    const opened = page.context().waitForEvent('page')
    const seen = await page.evaluate(async (target) => {
      const other = window.open(target)
      await new Promise((wait) => setTimeout(wait, 1_500))
      const attempt = (look: () => unknown): string => {
        try {
          return String(look())
        } catch {
          return 'refused'
        }
      }
      return [attempt(() => other?.document.body.textContent), attempt(() => other?.location.href), attempt(() => other?.closed), attempt(() => other?.length)]
    }, base)
    const other = await opened
    expect(await other.evaluate(() => window.opener === null)).toBe(true)
    // the opener holds a handle that is closed: the tab is in a browsing context group of its own
    expect(seen.slice(2)).toEqual(['true', '0'])
    for (const look of seen.slice(0, 2)) expect(look).toMatch(/^(refused|undefined|null|about:blank|)$/)
    await page.context().close()
  })

  it('sees a refusal where it sends itself to anything but the window', async () => {
    for (const path of routes.slice(2)) {
      const page = await attackerPage()
      const [answer] = await Promise.all([page.waitForResponse(base + path), page.evaluate((url) => location.assign(url), base + path)])
      expect(answer.status(), path).toBeGreaterThanOrEqual(400)
      await page.context().close()
    }
  })
})

describe('a page that rebinds its own name to 127.0.0.1', () => {
  let rebinding: Browser

  beforeAll(async () => {
    // `launchBrowser` has seen to it that there is one
    const executablePath = process.env['DUIZHAO_BROWSER'] ?? findBrowser() ?? ''
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    rebinding = await chromium.launch({ executablePath, headless: true, args: ['--host-resolver-rules=MAP evil.test 127.0.0.1', '--disable-gpu', ...sandbox] })
  }, 60_000)
  afterAll(() => rebinding.close())

  it('is refused by its name before anything else, whatever it knows', async () => {
    const before = await state()
    const { port } = new URL(base)
    const origin = `http://evil.test:${port}`
    // the attacker's own pages bring no content security policy; ours, on the refusal, is taken off
    const page = await (await rebinding.newContext({ bypassCSP: true })).newPage()
    expect((await page.goto(origin))?.status()).toBe(403)
    expect(await page.content()).not.toMatch(/对照|assets\//)
    const results = await fetchEverything(page, origin, routes, { code, token })
    expect(Object.keys(results)).toHaveLength(routes.length * 11)
    for (const [way, result] of Object.entries(results)) expect(result, way).toBe('403 host')
    const embedded = await embedEverything(page, origin, ['/', '/events', '/call/library.addSample'])
    for (const [way, result] of Object.entries(embedded)) {
      if (!/^(iframe|prefetch|object) /.test(way)) expect(result, way).toMatch(/^(error|error close)$/)
    }
    for (const frame of page.frames().slice(1)) expect(await frame.content().catch(() => ''), frame.url()).not.toMatch(/对照|id="window"|assets\//)
    expect(await state()).toEqual(before)
    await page.context().close()
  })
})

describe('the start code', () => {
  it('lets one page in: a second page with the same address sees no data', async () => {
    const page = await (await browser().newContext({ locale: 'zh-CN' })).newPage()
    const asked: number[] = []
    page.on('response', (answer) => {
      if (answer.url().endsWith('/start')) asked.push(answer.status())
    })
    await page.goto(`${base}/#start=${code}`)
    await expect.poll(() => asked).toEqual([401])
    await page.getByText('通行码已经用过').waitFor()
    expect(await page.content()).not.toContain(secret)
    await page.context().close()
  })

  it('is not in the history, in storage or in a cookie of the page that used it', async () => {
    const page = await (await browser().newContext()).newPage()
    await page.goto(`${base}/#start=${code}`)
    await page.waitForFunction(() => location.hash === '')
    expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length, history.length])).toEqual(['', 0, 0, expect.any(Number)])
    expect(await page.context().cookies()).toEqual([])
    await page.context().close()
  })
})

describe.skipIf(process.getuid?.() !== 0)('another user of the machine (run as root only, who can act as one)', () => {
  it('gets no data from any route, and its guesses are counted', async () => {
    const before = await state()
    const names = Object.keys(calls)
    const program = `
      const [base, names] = [process.argv[1], JSON.parse(process.argv[2])]
      const headers = { 'Content-Type': 'application/json', Origin: base }
      const out = []
      const ask = async (path, init) => { const a = await fetch(base + path, init); out.push([path, a.status, await a.text()]) }
      for (const path of ['/', '/index.html', '/events', '/library', '/../library.duizhao', '/%2e%2e/library.duizhao']) await ask(path, {})
      for (const name of names) await ask('/call/' + name, { method: 'POST', headers, body: '{}' })
      for (let i = 0; i < 25; i++) await ask('/start', { method: 'POST', headers, body: JSON.stringify({ code: 'guess' + i }) })
      for (let i = 0; i < 25; i++) await ask('/call/reports.list', { method: 'POST', headers: { ...headers, Authorization: 'Bearer guess' + i }, body: '{}' })
      console.log(JSON.stringify({ uid: process.getuid(), out }))`
    const child = spawn(process.execPath, ['-e', program, base, JSON.stringify(names)], { cwd: '/', uid: 65_534, gid: 65_534, env: {}, stdio: ['ignore', 'pipe', 'inherit'] })
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    await new Promise((ended) => child.once('close', ended))
    const { uid, out } = JSON.parse(printed) as { uid: number; out: [path: string, status: number, text: string][] }
    expect(uid).toBe(65_534)
    expect(printed).not.toContain(secret)
    for (const [path, status, text] of out) {
      if (path === '/' || path === '/index.html') expect(status).toBe(200)
      else expect({ path, text: text.length < 10, status: [401, 404, 429].includes(status) }).toEqual({ path, text: true, status: true })
    }
    expect(out.at(-1)![1]).toBe(429)
    expect(await state()).toEqual(before)
  })
})

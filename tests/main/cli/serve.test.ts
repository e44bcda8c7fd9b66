import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { duizhao, entry, folderForAll, namedErrors, root } from './command.ts'

const folder = folderForAll()
const running: ChildProcess[] = []

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

interface Served {
  readonly child: ChildProcess
  readonly base: string
  readonly code: string
  readonly said: () => string
  /** Exit code. */
  readonly ended: Promise<number | null>
}

/** Until the address is printed, with no screen to open it on. */
function served(script: 'main' | 'start', args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Served> {
  const child = spawn(process.execPath, [...entry(script), ...args], {
    cwd: root,
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  running.push(child)
  let out = ''
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = new Promise<number | null>((end) => child.once('close', end))
  return new Promise((found, failed) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      const [, base, code] = /^(http:\/\/127\.0\.0\.1:\d+)\/#start=([\w-]{43})\n/.exec(out) ?? []
      if (base !== undefined && code !== undefined) found({ child, base, code, said: () => said, ended })
    })
    void ended.then((exit) => failed(new Error(`ended with ${exit}: ${said}`)))
  })
}

const post = (base: string, path: string, body: unknown, token = ''): Promise<Response> =>
  fetch(base + path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', Origin: base, Authorization: `Bearer ${token}` }
  })

const swapped = async ({ base, code }: Served): Promise<string> => ((await (await post(base, '/start', { code })).json()) as { token: string }).token

const reportCount = async ({ base }: Served, token: string): Promise<number> =>
  ((await (await post(base, '/call/library.state', {}, token)).json()) as { value: { reportCount: number } }).value.reportCount

describe.skipIf(process.platform !== 'linux')('npm start without a display (Linux, where a display can be missing)', () => {
  it('says why, prints the address, serves the window and the library, and ends at a signal', { timeout: 120_000 }, async () => {
    const library = join(folder, 'new', 'place', 'library.duizhao')
    const host = await served('start', [], { DUIZHAO_LIBRARY: library })
    const page = await fetch(host.base)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const html = await page.text()
    const assets = [...html.matchAll(/(?:src|href)="\.?(\/assets\/[^"]+)"/g)].map(([, path]) => path!)
    expect(assets.length).toBeGreaterThan(0)
    for (const asset of assets) expect((await fetch(host.base + asset)).status, asset).toBe(200)
    const token = await swapped(host)
    expect(await reportCount(host, token)).toBe(0)
    await post(host.base, '/call/library.addSample', {}, token)
    await expect.poll(() => reportCount(host, token), { timeout: 20_000, interval: 100 }).toBe(2)
    expect(host.said()).toContain('没有显示器')
    // the code is in no list of processes
    expect(readFileSync(`/proc/${host.child.pid}/cmdline`, 'utf8')).not.toContain(host.code)
    host.child.kill('SIGTERM')
    expect(await host.ended).toBe(0)
    expect((await duizhao(['check', '--library', library])).code).toBe(0)
    expect(existsSync(`${library}-wal`)).toBe(false)
    await expect(fetch(host.base)).rejects.toThrow()
  })

  it('refuses a library that is none by its name, and serves nothing', { timeout: 120_000 }, async () => {
    const text = join(folder, 'text.duizhao')
    writeFileSync(text, 'not a library')
    const failure: unknown = await served('start', [], { DUIZHAO_LIBRARY: text }).catch((error: unknown) => error)
    expect(String(failure)).toContain('ended with 1')
    expect(String(failure)).toContain(`${text}: not-a-library: `)
    expect(readFileSync(text, 'utf8')).toBe('not a library')
  })
})

describe('serve', () => {
  it.skipIf(process.platform !== 'linux')('hands the browser a page that only its owner can read: the code is in no list of processes (Linux: /proc, a browser on PATH)', async () => {
    const programs = join(folder, 'programs')
    const given = join(folder, 'given')
    mkdirSync(programs)
    writeFileSync(join(programs, 'google-chrome-stable'), `#!/bin/sh\nprintf '%s\\n' "$@" > '${given}'\n`, { mode: 0o755 })
    const host = await served('main', ['serve', '--library', join(folder, 'opened.duizhao')], { PATH: `${programs}:/usr/bin:/bin` })
    await expect.poll(() => existsSync(given) && readFileSync(given, 'utf8').endsWith('\n')).toBe(true)
    const [, address = ''] = /^--app=(file:.+)\n$/.exec(readFileSync(given, 'utf8')) ?? []
    const page = fileURLToPath(address)
    expect(address).not.toContain(host.code)
    expect(readFileSync(page, 'utf8')).toContain(`${host.base}/#start=${host.code}`)
    expect([statSync(page).mode & 0o777, statSync(dirname(page)).mode & 0o777]).toEqual([0o600, 0o700])
    host.child.kill('SIGTERM')
    expect(await host.ended).toBe(0)
    expect(existsSync(dirname(page))).toBe(false)
  })

  it.skipIf(process.platform !== 'linux')('listens in one place, 127.0.0.1 (Linux: /proc/net)', async () => {
    const host = await served('main', ['serve', '--library', join(folder, 'sockets.duizhao'), '--no-open'])
    const port = Number(new URL(host.base).port).toString(16).toUpperCase().padStart(4, '0')
    const listening = ['tcp', 'tcp6'].flatMap((table) =>
      existsSync(`/proc/net/${table}`)
        ? readFileSync(`/proc/net/${table}`, 'utf8').split('\n').map((line) => line.trim().split(/\s+/)).filter(([, local, , state]) => state === '0A' && local?.endsWith(`:${port}`) === true)
        : []
    )
    expect(listening.map(([, local]) => local)).toEqual([`0100007F:${port}`])
  })

  it('opens a library again after it was killed, with all that was saved', async () => {
    const library = join(folder, 'killed.duizhao')
    const args = ['serve', '--library', library, '--no-open']
    const first = await served('main', args)
    const token = await swapped(first)
    await post(first.base, '/call/library.addSample', {}, token)
    await expect.poll(() => reportCount(first, token), { timeout: 20_000, interval: 50 }).toBe(2)
    first.child.kill('SIGKILL')
    await first.ended
    const second = await served('main', args)
    expect(await reportCount(second, await swapped(second))).toBe(2)
    second.child.kill('SIGINT')
    expect(await second.ended).toBe(0)
  })

  it('ends with 2 where the port is taken', async () => {
    const other = createServer()
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening))
    const { port } = other.address() as AddressInfo
    const { code, stderr } = await duizhao(['serve', '--library', join(folder, 'port.duizhao'), '--no-open', '--port', String(port)])
    other.close()
    expect({ code, names: stderr.includes(String(port)) }).toEqual({ code: 2, names: true })
  })

  it('refuses a damaged library by its name', async () => {
    const path = join(folder, 'damaged.duizhao')
    writeFileSync(path, 'SQLite format 3\0 and no more')
    const { code, text, stderr } = await duizhao(['serve', '--library', path, '--no-open'])
    expect({ code, text, kind: namedErrors(stderr).get(path) }).toEqual({ code: 1, text: '', kind: 'not-a-library' })
  })
})

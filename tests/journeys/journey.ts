import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'

export const root = resolve(import.meta.dirname, '..', '..')

/** Two reports on one page: 浙江 and 湖北, 2023. */
export const seed = join(root, 'seeds', '000_8625d94934d53eac.txt')

const commandLine = [join(root, 'src-main', 'run.mjs'), join(root, 'src-main', 'cli', 'main.ts')]

/** A window over a library of its own, as a person gets it from `serve`. */
export interface Journey {
  readonly page: Page
  /** A folder for files that the person drops or saves. */
  readonly folder: string
  /** Requests that left 127.0.0.1, faults of the page, and refused content: always to be empty. */
  readonly wrongs: readonly string[]
  end(): Promise<void>
  /** The host dies without a word (SIGKILL), as in a power cut; the window stays. */
  kill(): Promise<void>
}

export interface JourneyOptions extends BrowserContextOptions {
  readonly library?: string
  readonly data?: string
  readonly script?: string
}

/** @param options `library`: a library that is there; else an empty one is made. `data`: the program's own folder, of an earlier start. `script`: runs before the page's own */
export async function startJourney(browser: Browser, { library, data, script, ...options }: JourneyOptions = {}): Promise<Journey> {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-journey-'))
  const { host, address } = await serve(library ?? join(folder, 'library.duizhao'), data ?? join(folder, 'program'))
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN', acceptDownloads: true, ...options })
  if (script !== undefined) await context.addInitScript(script)
  const page = await context.newPage()
  const wrongs: string[] = []
  const own = new URL(address).origin
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.origin !== own && url.protocol !== 'data:' && url.protocol !== 'blob:') wrongs.push(`request to ${request.url()}`)
  })
  page.on('pageerror', (error) => wrongs.push(`fault: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') wrongs.push(`console: ${message.text()}`)
  })
  await page.goto(address)
  const end = async (): Promise<void> => {
    await context.close()
    await ended(host)
    rmSync(folder, { recursive: true, force: true })
  }
  return { page, folder, wrongs, end, kill: () => ended(host, 'SIGKILL') }
}

/** @param data the program's own folder */
export async function serve(library: string, data: string): Promise<{ readonly host: ChildProcess; readonly address: string }> {
  const host = spawn(process.execPath, [...commandLine, 'serve', '--library', library, '--no-open'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, DUIZHAO_DATA: data } })
  return { host, address: await addressOf(host) }
}

function addressOf(host: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let printed = ''
    let complaint = ''
    host.stdout?.on('data', (data: Buffer) => {
      printed += data.toString()
      const address = /http:\/\/127\.0\.0\.1:\d+\/#start=[\w-]+/.exec(printed)?.[0]
      if (address !== undefined) found(address)
    })
    host.stderr?.on('data', (data: Buffer) => (complaint += data.toString()))
    host.once('exit', (code) => failed(new Error(`serve ended with ${code}: ${complaint}`)))
  })
}

export function ended(host: ChildProcess, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
  if (host.exitCode !== null || host.signalCode !== null) return Promise.resolve()
  return new Promise((done) => {
    host.once('exit', () => done())
    host.kill(signal)
  })
}

/** Brings files and folders into a library by the command line. @throws with what it printed, where it does not end well */
export function importByCommand(library: string, paths: readonly string[]): void {
  execFileSync(process.execPath, [...commandLine, 'import', '--library', library, ...paths], { cwd: root, stdio: 'pipe' })
}

export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打开示例资料' }).click()
  await page.getByRole('grid', { name: '对照表' }).waitFor()
}

/** The cell of a theme (its Chinese name) in a column (0-based). */
export const cellOf = (page: Page, theme: string, column: number): Locator =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader').filter({ hasText: theme }) })
    .getByRole('gridcell')
    .nth(column)

/** Tab until the focus is there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab never comes there')
}

/** Drags the mouse over words where they stand in an element, once it has them. */
export async function dragOver(text: Locator, words: string): Promise<void> {
  await text.filter({ hasText: words }).first().waitFor()
  const ends = await text.filter({ hasText: words }).first().evaluate((element, sought) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(sought)
      if (at === -1) continue
      node.parentElement?.scrollIntoView({ block: 'center' })
      const boxOf = (from: number): DOMRect => {
        const range = document.createRange()
        range.setStart(node, from)
        range.setEnd(node, from + 1)
        return range.getBoundingClientRect()
      }
      const [first, last] = [boxOf(at), boxOf(at + sought.length - 1)]
      return { from: { x: first.left + 1, y: (first.top + first.bottom) / 2 }, to: { x: last.right - 1, y: (last.top + last.bottom) / 2 } }
    }
    throw new Error(`no ${sought} within one mark`)
  }, words)
  const { mouse } = text.page()
  await mouse.move(ends.from.x, ends.from.y)
  await mouse.down()
  await mouse.move(ends.to.x, ends.to.y, { steps: 4 })
  await mouse.up()
}

/** The characters marked as the place in a pane, as one string. */
export const markedText = async (pane: Locator): Promise<string> => (await pane.locator('.mark-place').allTextContents()).join('')

export const withoutSpace = (text: string): string => text.replaceAll(/\s/g, '')

/** A key and the wheel are answered in a frame of their own. */
export const nextFrames = (page: Page): Promise<unknown> => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))

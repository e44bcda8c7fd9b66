import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { browserArguments, browserPath } from '../journeys/browser.ts'
import { ended, serve, startJourney } from '../journeys/journey.ts'
import { timesFigure, type Figure } from './figures.ts'

const rounds = 5
const patienceMs = 60_000

/** Says when the first rows are on the screen, and when the whole list is there. */
const clock = `
  document.addEventListener('readystatechange', () => {
    if (document.readyState !== 'interactive') return
    const times = (globalThis.benchTimes = {})
    const seen = {
      firstRows: () => document.querySelector('main [role="grid"] [role="gridcell"]') !== null,
      wholeList: () => document.querySelector('main .reports-body[aria-busy="false"] [role="gridcell"]') !== null
    }
    const painted = (then) => requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => then(performance.now())
      channel.port2.postMessage(null)
    })
    const observer = new MutationObserver(() => {
      for (const [name, isSeen] of Object.entries(seen)) {
        if (!isSeen()) continue
        delete seen[name]
        painted((at) => (times[name] = at))
      }
    })
    observer.observe(document, { subtree: true, childList: true, attributes: true })
  })
`

/** Milliseconds from the start of the navigation. */
interface StartTimes {
  readonly firstRows: number
  readonly wholeList: number
}

interface Started {
  readonly library: string
  /** A folder for what the browsers and the program keep. */
  readonly work: string
}

/** How soon a window that is opened on a large library shows something. */
export async function startFigures(browser: Browser, { library, work }: Started): Promise<Figure[]> {
  await leaveInLibrary(browser, library)
  const times: StartTimes[] = []
  for (let round = 0; round < rounds; round++) times.push(await startOnce(library, join(work, `start-${round}`)))
  return [
    timesFigure('first rows of a library of 10000 reports', times.map(({ firstRows }) => firstRows), 1000),
    timesFigure('all of its reports listed', times.map(({ wholeList }) => wholeList), null)
  ]
}

async function leaveInLibrary(browser: Browser, library: string): Promise<void> {
  const journey = await startJourney(browser, { library })
  const { page } = journey
  const kept = page.waitForResponse((response) => response.url().endsWith('workspace.write'), { timeout: patienceMs })
  await page.getByRole('navigation').getByRole('button', { name: /^资料库/ }).first().click()
  await kept
  await journey.end()
}

/**
 * The driver of the journeys listens to all that a page asks and says, and the browser then reads the program
 * of the window a second time to name the lines that asked: a fifth of a second that no person waits for. Here
 * nobody listens. A cold start all the same: no profile, nothing cached.
 */
async function startOnce(library: string, folder: string): Promise<StartTimes> {
  const { host, address } = await serve(library, join(folder, 'program'))
  const browser = spawn(browserPath(), [...browserArguments(), '--headless', '--lang=zh-CN', '--window-size=1920,1080', '--remote-debugging-port=0', `--user-data-dir=${join(folder, 'profile')}`, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] })
  try {
    const page = await attach(browser)
    await page.send('Page.enable', {})
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: clock })
    await page.send('Page.navigate', { url: address })
    for (const end = Date.now() + patienceMs; Date.now() < end; ) {
      await new Promise((later) => setTimeout(later, 500))
      const { result } = (await page.send('Runtime.evaluate', { expression: 'globalThis.benchTimes', returnByValue: true })) as { result: { value?: Partial<StartTimes> } }
      const { firstRows, wholeList } = result.value ?? {}
      if (firstRows !== undefined && wholeList !== undefined) return { firstRows, wholeList }
    }
    throw new Error('the list never came')
  } finally {
    await ended(browser)
    await ended(host)
  }
}

interface DebuggedPage {
  send(method: string, params: object): Promise<unknown>
}

interface Answer {
  readonly id?: number
  readonly result?: unknown
}

/** The one page of a browser, by the few words of the debugging protocol that are needed here. */
async function attach(browser: ChildProcess): Promise<DebuggedPage> {
  const socket = new WebSocket(await debuggerAddress(browser))
  await once(socket, 'open')
  const waiting = new Map<number, (result: unknown) => void>()
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as Answer
    if (id !== undefined) waiting.get(id)?.(result)
  })
  let count = 0
  const send = (method: string, params: object, sessionId?: string): Promise<unknown> =>
    new Promise((answered) => {
      const id = ++count
      waiting.set(id, answered)
      socket.send(JSON.stringify({ id, method, params, sessionId }))
    })
  const { targetInfos } = (await send('Target.getTargets', {})) as { targetInfos: { type: string; targetId: string }[] }
  const targetId = targetInfos.find(({ type }) => type === 'page')?.targetId
  const { sessionId } = (await send('Target.attachToTarget', { targetId, flatten: true })) as { sessionId: string }
  return { send: (method, params) => send(method, params, sessionId) }
}

function debuggerAddress(browser: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = ''
    browser.stderr?.on('data', (data: Buffer) => {
      said += data.toString()
      const address = /ws:\/\/\S+/.exec(said)?.[0]
      if (address !== undefined) found(address)
    })
    browser.once('exit', () => failed(new Error(`the browser ended: ${said}`)))
  })
}

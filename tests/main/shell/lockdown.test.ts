import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { EventName, Events } from '../../../src-core/contract/events.ts'
import type { HostDoor } from '../../../src-main/host/door.ts'
import { app, ask, type BrowserWindow, forget, seen, session } from './electron-stand-in.ts'

vi.mock('electron', () => import('./electron-stand-in.ts'))

const { createWindow, registerWindowScheme, serveWindowFiles } = await import('../../../src-main/shell/window.ts')
const { lockDown } = await import('../../../src-main/shell/lockdown.ts')
const { tell, WindowLine } = await import('../../../src-main/shell/ipc.ts')
const { stoppedFiles } = await import('../../../src-main/shell/stopped.ts')
const { showPage } = await import('../../../src-main/shell/windows.ts')

const place = { area: { x: 10, y: 20, width: 1200, height: 800 }, isMaximised: false }

/** The window as the test sees it, and as the shell was given it. */
function opened(): { window: BrowserWindow; given: ReturnType<typeof createWindow> } {
  const given = createWindow(place)
  return { given, window: seen.windows.at(-1)! }
}

beforeEach(forget)

describe('the desktop window', () => {
  it('is sandboxed, isolated and without Node, spelling and, once packaged, without developer tools', () => {
    const { window } = opened()
    expect(window.options).toMatchObject({ ...place.area, minWidth: 720, minHeight: 480 })
    const { preload, ...preferences } = window.options.webPreferences!
    expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, spellcheck: false, devTools: false })
    expect(preload).toMatch(/preload[\\/]preload\.cjs$/)
    expect(window.webContents.getURL()).toBe('duizhao://window/')
  })

  it('that only shows a page has no way to the host', () => {
    showPage('licences')
    const { webPreferences } = seen.windows.at(-1)!.options
    expect(webPreferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, spellcheck: false })
    expect(seen.windows.at(-1)!.webContents.getURL()).toBe('duizhao://window/licences')
  })

  it('serves only the built files, with the protecting headers, and no path', async () => {
    registerWindowScheme()
    expect(seen.schemes).toEqual([{ scheme: 'duizhao', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])
    serveWindowFiles(new Map([['/', { type: 'text/html', bytes: Buffer.from('页') }], ...stoppedFiles()]))
    const page = ask('protocol duizhao', new Request('duizhao://window/')) as Response
    expect(await page.text()).toBe('页')
    for (const url of [
      'duizhao://window/etc/passwd', 'duizhao://window/../main/main.js', 'duizhao://window/%2e%2e/x', 'duizhao://window/..%5c..%5cx', 'duizhao://window/%2Fetc%2Fpasswd',
      'duizhao://window/constructor', 'duizhao://window//', 'duizhao://elsewhere/', 'duizhao://window.elsewhere/', 'duizhao://window/stopped/'
    ]) {
      const refused = ask('protocol duizhao', new Request(url)) as Response
      expect([url, refused.status]).toEqual([url, 404])
      expect(refused.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    }
    expect((ask('protocol duizhao', new Request('duizhao://window/', { method: 'POST' })) as Response).status).toBe(405)
    const policy = page.headers.get('Content-Security-Policy')!
    for (const part of ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"]) expect(policy.split('; ')).toContain(part)
    expect(policy).not.toContain('unsafe')
  })

  it('goes nowhere and opens nothing, but goes back to itself from the page that says why it stopped', () => {
    lockDown()
    const { webContents } = opened().window
    expect(webContents.wouldOpen()).toBe('deny')
    const goes = (event: object, name = 'will-navigate'): boolean => {
      const preventDefault = vi.fn()
      webContents.emit(name, { ...event, preventDefault })
      return preventDefault.mock.calls.length === 0
    }
    for (const name of ['will-navigate', 'will-redirect', 'will-attach-webview']) {
      for (const url of ['https://example.org/', 'file:///etc/passwd', 'javascript:alert(1)', 'duizhao://window/', 'duizhao://window/#/counts']) expect([name, url, goes({ url }, name)]).toEqual([name, url, false])
    }
    expect(goes({ url: 'duizhao://window/', isMainFrame: false }, 'will-frame-navigate')).toBe(false)
    webContents.mainFrame.url = 'duizhao://window/stopped/crashed'
    expect(goes({ url: 'https://example.org/' })).toBe(false)
    expect(goes({ url: 'duizhao://window/' })).toBe(true)
  })

  it('asks for nothing and fetches nothing; what a person copies goes to the clipboard', () => {
    lockDown()
    const request = (permission: string, details: object): unknown => {
      let decided: unknown
      ask('permission request', {}, permission, (isAllowed: boolean) => (decided = isAllowed), details)
      return decided
    }
    const ours = { requestingUrl: 'duizhao://window/#/counts', isMainFrame: true }
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'fileSystem', 'openExternal', 'local-fonts', 'hid', 'unknown']) {
      expect([permission, request(permission, ours), ask('permission check', {}, permission, 'duizhao://window/', ours)]).toEqual([permission, false, false])
    }
    const copy = 'clipboard-sanitized-write'
    expect(request(copy, ours)).toBe(true)
    expect(ask('permission check', {}, copy, 'duizhao://window', ours)).toBe(true)
    for (const other of [{ ...ours, isMainFrame: false }, { ...ours, requestingUrl: 'https://example.org/' }]) expect(request(copy, other)).toBe(false)
    expect(ask('permission check', {}, copy, 'https://example.org', ours)).toBe(false)
    expect(ask('device', {})).toBe(false)
    expect(session.defaultSession.isSpellChecked).toBe(false)
    const download = vi.fn()
    session.defaultSession.emit('will-download', { preventDefault: download })
    expect(download).toHaveBeenCalled()
    const cancels = (url: string): unknown => {
      let answer: unknown
      ask('request', { url }, (given: { cancel: boolean }) => (answer = given.cancel))
      return answer
    }
    for (const url of ['https://example.org/', 'http://127.0.0.1:1/', 'file:///etc/passwd', 'ws://x/', 'blob:duizhao://window/1', 'duizhaox://window/']) expect([url, cancels(url)]).toEqual([url, true])
    for (const url of ['duizhao://window/a.js', 'data:image/png;base64,']) expect([url, cancels(url)]).toEqual([url, false])
  })
})

describe('the one channel', () => {
  const asked: string[] = []
  let news: (<N extends EventName>(name: N, payload: Events[N]) => void) | null = null
  const door: HostDoor = {
    answer: (name) => {
      asked.push(name)
      return Promise.resolve({ ok: true, value: null })
    },
    subscribe: (listener) => {
      news = listener
      return () => undefined
    }
  }

  it('answers the main frame of every window of ours and refuses every other sender', async () => {
    asked.length = 0
    const line = new WindowLine(door)
    const [first, second, stranger] = [opened(), opened(), opened()]
    line.connect(first.given)
    line.connect(second.given)
    const from = ({ webContents }: BrowserWindow) => ({ sender: webContents, senderFrame: webContents.mainFrame })
    for (const { window } of [first, second]) expect(await ask('ipc duizhao:call', from(window), 'library.state', {})).toEqual({ ok: true, value: null })
    const own = from(first.window)
    for (const [event, name] of [
      [from(stranger.window), 'library.state'],
      [{ ...own, senderFrame: { url: 'duizhao://window/' } }, 'library.state'],
      [{ ...own, senderFrame: null }, 'library.state'],
      [{ ...own, senderFrame: second.window.webContents.mainFrame }, 'library.state'],
      [own, 7]
    ] as const) {
      expect(await ask('ipc duizhao:call', event, name, {})).toMatchObject({ ok: false, problem: { kind: 'bad-request' } })
    }
    second.window.webContents.mainFrame.url = 'https://example.org/'
    expect(await ask('ipc duizhao:call', from(second.window), 'library.state', {})).toMatchObject({ ok: false })
    first.window.close()
    expect(await ask('ipc duizhao:call', own, 'library.state', {})).toMatchObject({ ok: false })
    expect(asked).toEqual(['library.state', 'library.state'])
  })

  it('tells every open window what the host tells, and one alone what is for it', () => {
    const line = new WindowLine(door)
    const [first, second, closed] = [opened(), opened(), opened()]
    for (const { given } of [first, second, closed]) line.connect(given)
    closed.window.close()
    news!('library-changed', { savedAt: '2023-01-01' })
    tell(second.given, 'command-asked', { id: 'undo' })
    tell(closed.given, 'command-asked', { id: 'undo' })
    const told = ['duizhao:event', 'library-changed', { savedAt: '2023-01-01' }]
    expect(first.window.webContents.events).toEqual([told])
    expect(second.window.webContents.events).toEqual([told, ['duizhao:event', 'command-asked', { id: 'undo' }]])
    expect(closed.window.webContents.events).toEqual([])
  })

  it('is all that Electron is asked to listen for from a page', () => {
    new WindowLine(door)
    expect([...seen.handlers.keys()].filter((name) => name.startsWith('ipc'))).toEqual(['ipc duizhao:call'])
    expect(app.listenerCount('login')).toBe(0)
  })
})

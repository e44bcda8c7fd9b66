import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { HostDoor } from '../../../src-main/host/door.ts'

/**
 * The shell runs only inside Electron, whose binary no test machine needs to have. Electron itself is
 * replaced by a recorder; what is tested is what our code asks of it.
 */
const electron = vi.hoisted(() => {
  const handlers = new Map<string, (...args: never[]) => unknown>()
  const on = (name: string, handler: (...args: never[]) => unknown) => void handlers.set(name, handler)
  return {
    handlers,
    windowOptions: [] as { webPreferences: Record<string, unknown> }[],
    app: { on },
    ipcMain: { handle: (name: string, handler: (...args: never[]) => unknown) => on(`ipc ${name}`, handler), removeHandler: () => undefined },
    protocol: {
      registerSchemesAsPrivileged: (schemes: unknown) => handlers.set('schemes', () => schemes),
      handle: (name: string, handler: (...args: never[]) => unknown) => on(`protocol ${name}`, handler)
    },
    session: {
      defaultSession: {
        setPermissionRequestHandler: (handler: (...args: never[]) => unknown) => on('permission request', handler),
        setPermissionCheckHandler: (handler: (...args: never[]) => unknown) => on('permission check', handler),
        webRequest: { onBeforeRequest: (handler: (...args: never[]) => unknown) => on('request', handler) }
      }
    },
    BrowserWindow: class {
      loaded = ''
      webContents = { mainFrame: { frame: 'main' } }
      constructor(options: { webPreferences: Record<string, unknown> }) {
        electron.windowOptions.push(options)
      }
      once() {}
      loadURL(url: string) {
        this.loaded = url
        return Promise.resolve()
      }
      isDestroyed() {
        return false
      }
    }
  }
})
vi.mock('electron', () => electron)

const { createWindow, registerWindowScheme, serveWindowFiles } = await import('../../../src-main/shell/window.ts')
const { lockDown } = await import('../../../src-main/shell/lockdown.ts')
const { connectWindow } = await import('../../../src-main/shell/ipc.ts')

const ask = (name: string, ...args: unknown[]): unknown => electron.handlers.get(name)!(...(args as never[]))

beforeEach(() => {
  electron.handlers.clear()
  electron.windowOptions.length = 0
})

describe('the desktop window', () => {
  it('is sandboxed, isolated and without Node', () => {
    const window = createWindow() as unknown as { loaded: string }
    expect(electron.windowOptions[0]!.webPreferences).toMatchObject({
      sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true
    })
    expect(electron.windowOptions[0]!.webPreferences).not.toHaveProperty('nodeIntegrationInWorker')
    expect(window.loaded).toBe('duizhao://window/')
  })

  it('serves only the built files, with the protecting headers, and no path', async () => {
    registerWindowScheme()
    serveWindowFiles(new Map([['/', { type: 'text/html', bytes: Buffer.from('页') }]]))
    const page = ask('protocol duizhao', { url: 'duizhao://window/' }) as Response
    expect(await page.text()).toBe('页')
    expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    for (const url of ['duizhao://window/etc/passwd', 'duizhao://window/%2e%2e/x', 'duizhao://window/constructor']) {
      expect((ask('protocol duizhao', { url }) as Response).status).toBe(404)
    }
  })

  it('goes nowhere, opens nothing, asks for nothing', () => {
    lockDown()
    const events = new Map<string, (event: { preventDefault(): void }) => void>()
    let opener: (() => { action: string }) | undefined
    ask('web-contents-created', {}, {
      setWindowOpenHandler: (handler: () => { action: string }) => (opener = handler),
      on: (name: string, handler: (event: { preventDefault(): void }) => void) => events.set(name, handler)
    })
    expect(opener!()).toEqual({ action: 'deny' })
    for (const name of ['will-navigate', 'will-redirect', 'will-attach-webview']) {
      const preventDefault = vi.fn()
      events.get(name)!({ preventDefault })
      expect(preventDefault, name).toHaveBeenCalled()
    }
    const decided: unknown[] = []
    ask('permission request', {}, 'media', (allowed: boolean) => decided.push(allowed))
    for (const url of ['https://example.org/', 'http://127.0.0.1:1/', 'file:///etc/passwd', 'ws://x/', 'duizhaox://window/']) {
      ask('request', { url }, (answer: unknown) => decided.push(answer))
    }
    expect(decided).toEqual([false, ...Array.from({ length: 5 }, () => ({ cancel: true }))])
    expect(ask('permission check')).toBe(false)
    let own: unknown
    ask('request', { url: 'duizhao://window/a.js' }, (answer: unknown) => (own = answer))
    expect(own).toEqual({ cancel: false })
  })

  it('answers its own main frame and refuses every other sender', async () => {
    const asked: string[] = []
    const door: HostDoor = {
      answer: (name) => {
        asked.push(name)
        return Promise.resolve({ ok: true, value: null })
      },
      subscribe: () => () => undefined
    }
    const window = createWindow()
    connectWindow(window, door)
    const own = { sender: window.webContents, senderFrame: window.webContents.mainFrame }
    expect(await ask('ipc duizhao:call', own, 'library.state', {})).toEqual({ ok: true, value: null })
    for (const [event, name] of [
      [{ ...own, senderFrame: { frame: 'child' } }, 'library.state'],
      [{ ...own, senderFrame: null }, 'library.state'],
      [{ ...own, sender: {} }, 'library.state'],
      [own, 7]
    ] as const) {
      expect(await ask('ipc duizhao:call', event, name, {})).toMatchObject({ ok: false, problem: { kind: 'bad-request' } })
    }
    expect(asked).toEqual(['library.state'])
  })
})

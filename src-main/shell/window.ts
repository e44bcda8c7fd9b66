import { join } from 'node:path'
import { BrowserWindow, protocol } from 'electron'
import { windowHeaders, type WindowFile } from '../host/window-files.ts'
import { windowScheme } from './lockdown.ts'

/** Must run before the app is ready. */
export function registerWindowScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: windowScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } }
  ])
}

/** Serves the built window from memory: the path of a request is a key of the table, never a file path. */
export function serveWindowFiles(files: ReadonlyMap<string, WindowFile>): void {
  protocol.handle(windowScheme, (request) => {
    const file = files.get(new URL(request.url).pathname)
    if (file === undefined) return new Response(null, { status: 404, headers: windowHeaders })
    return new Response(new Uint8Array(file.bytes), { headers: { ...windowHeaders, 'Content-Type': file.type } })
  })
}

export function createWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 720,
    minHeight: 480,
    title: '对照',
    show: false,
    webPreferences: {
      preload: join(import.meta.dirname, '..', 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false
    }
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${windowScheme}://window/`)
  return window
}

import { join } from 'node:path'
import { app, BrowserWindow, protocol } from 'electron'
import { windowHeaders, type WindowFile } from '../host/window-files.ts'
import { windowAddress, windowScheme } from './lockdown.ts'
import { smallest, type Place } from './place.ts'

/** Must run before the app is ready. What has been compiled once is kept: the window is there sooner at the next start. */
export function registerWindowScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: windowScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }
  ])
}

/** Serves the built window from memory: the path of a request is a key of the table, never a file path. */
export function serveWindowFiles(files: ReadonlyMap<string, WindowFile>): void {
  protocol.handle(windowScheme, ({ url, method }) => {
    const { host, pathname } = new URL(url)
    const file = host === 'window' ? files.get(pathname) : undefined
    if (file === undefined || method !== 'GET') return new Response(null, { status: file === undefined ? 404 : 405, headers: windowHeaders })
    return new Response(new Uint8Array(file.bytes), { headers: { ...windowHeaders, 'Content-Type': file.type } })
  })
}

export function createWindow({ area, isMaximised }: Place): BrowserWindow {
  const window = new BrowserWindow({
    ...area,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: '对照',
    show: false,
    webPreferences: {
      preload: join(import.meta.dirname, '..', 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      devTools: !app.isPackaged
    }
  })
  window.once('ready-to-show', () => {
    if (isMaximised) window.maximize()
    window.show()
  })
  void window.loadURL(windowAddress)
  return window
}

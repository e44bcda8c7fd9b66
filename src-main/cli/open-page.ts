import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findBrowser } from './browser.ts'

/** A browser that lives this long has its window; what ends it later is the person. */
const startedAfterMs = 5_000

/**
 * Opens the loopback host's page as an app window where a Chromium is installed, else in the default
 * browser. The start code must not stand in the list of processes, so the browser is handed a local
 * page that only its owner can read and that leads on; it is removed once it has served.
 * `onFailure` is told where the browser did not start, or ended at once (it does not run as root).
 */
export function openPage(address: string, onFailure: () => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-')) // made with mode 0700
  const page = join(folder, 'start.html')
  writeFileSync(page, startPage(address), { mode: 0o600 })
  setTimeout(() => rmSync(folder, { recursive: true, force: true }), 60_000).unref()
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const target = pathToFileURL(page).href
  const browser = findBrowser()
  const [command, args] = browser === null ? defaultOpener(target) : [browser, [`--app=${target}`]]
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  const startedAt = Date.now()
  child.once('error', onFailure)
  child.once('exit', (code) => {
    if (code !== 0 && Date.now() - startedAt < startedAfterMs) onFailure()
  })
  child.unref()
}

function defaultOpener(target: string): [string, string[]] {
  if (process.platform === 'darwin') return ['open', [target]]
  if (process.platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', target]]
  return ['xdg-open', [target]]
}

function startPage(address: string): string {
  return `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>对照</title><meta http-equiv="refresh" content="0;url=${address}"><p>对照 …</p>\n`
}

/** Whether there is a screen to open a window on. */
export function hasDisplay(platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>): boolean {
  if (platform !== 'linux') return true
  return (env['DISPLAY'] ?? '') !== '' || (env['WAYLAND_DISPLAY'] ?? '') !== ''
}

import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildIfStale } from './build.ts'
import { explain } from './failure.ts'
import { hasDisplay } from './open-page.ts'
import { serve } from './serve.ts'
import { hindranceBefore, sayWhy, type Hindrance } from './shell-choice.ts'

/** `npm start`: builds what is stale, then the desktop window, or the same window in a browser. */

/** A window that lives this long did start; an earlier failure is the sandbox or a missing library. */
const startedAfterMs = 8_000

const root = resolve(import.meta.dirname, '..', '..')

try {
  const hindrance = await start()
  if (hindrance !== null) {
    console.error(sayWhy(hindrance))
    process.exitCode = await serve({ open: hindrance !== 'no-display' })
  }
} catch (error) {
  process.exitCode = explain(error)
}

/** Runs the desktop window to its end; or says what is in the way. */
async function start(): Promise<Hindrance | null> {
  buildIfStale(root)
  const before = hindranceBefore({
    platform: process.platform,
    uid: process.getuid?.() ?? -1,
    hasDisplay: hasDisplay(process.platform, process.env)
  })
  if (before !== null) return before
  const electron = electronPath() ?? downloadElectron()
  return electron === null ? 'runtime-missing' : runElectron(electron)
}

function electronPath(): string | null {
  const folder = join(root, 'node_modules', 'electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(executable) ? executable : null
}

function downloadElectron(): string | null {
  console.error('正在下载 Electron 运行时（仅首次） · downloading the Electron runtime (first time only) …')
  const installer = join(root, 'node_modules', 'electron', 'install.js')
  spawnSync(process.execPath, [installer], { cwd: root, stdio: ['ignore', 'ignore', 'ignore'], timeout: 15 * 60_000 })
  return electronPath()
}

function runElectron(executable: string): Promise<Hindrance | null> {
  const startedAt = Date.now()
  return new Promise((settle) => {
    const child = spawn(executable, [root], { stdio: 'inherit' })
    child.once('error', () => settle('did-not-start'))
    child.once('exit', (code) => settle(code !== 0 && Date.now() - startedAt < startedAfterMs ? 'did-not-start' : null))
  })
}

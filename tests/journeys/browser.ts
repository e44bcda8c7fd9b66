import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

/** Starts an installed Chromium-family browser, headless, with an empty profile of its own that ends with it. */
export const launchBrowser = (): Promise<Browser> => chromium.launch({ executablePath: browserPath(), headless: true, args: browserArguments() })

export const browserArguments = (): string[] => [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Chromium refuses to run its sandbox as root; only the browser of a test runs without, never the program
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
]

/** @throws with the sentence that says what to install, where there is no browser and none can be installed */
export function browserPath(): string {
  const found = installedBrowser() ?? (canInstall() ? install() : null)
  if (found !== null) return found
  throw new Error(
    'The journeys need a browser: install Chrome, Chromium or Edge (Debian: apt-get install chromium fonts-noto-cjk), ' +
      'or name one in DUIZHAO_BROWSER. · 走查测试需要浏览器：请安装 Chrome、Chromium 或 Edge，或以 DUIZHAO_BROWSER 指明路径。'
  )
}

function installedBrowser(): string | null {
  return candidates().find((path) => existsSync(path)) ?? null
}

function candidates(): string[] {
  const { env, platform } = process
  const named = env['DUIZHAO_BROWSER']
  const own = named === undefined || named === '' ? [] : [named]
  if (platform === 'darwin') {
    const programs = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    return [...own, ...programs.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)]
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter((folder) => folder !== undefined)
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']
    return [...own, ...folders.flatMap((folder) => programs.map((program) => join(folder, program)))]
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable']
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome', ...(env['PATH'] ?? '').split(':')]
  return [...own, ...folders.flatMap((folder) => names.map((name) => join(folder, name)))]
}

const canInstall = (): boolean => process.getuid?.() === 0 && existsSync('/etc/debian_version')

/** Chromium alone shows Chinese as boxes: the fonts come with it. */
function install(): string | null {
  console.error('Installing chromium and fonts-noto-cjk with apt-get (this machine has no browser) …')
  const run = (...args: string[]): boolean =>
    spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0
  const wanted = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']
  if (!run(...wanted)) {
    run('update')
    run(...wanted)
  }
  return installedBrowser()
}

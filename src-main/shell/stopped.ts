import { dialog, type BrowserWindow } from 'electron'
import type { WindowFile } from '../host/window-files.ts'
import { stoppedAddress } from './lockdown.ts'
import type { DesktopWords } from './words.ts'

type Gone = Electron.RenderProcessGoneDetails['reason'] | 'not-loaded'

/** What happened, as a person can use it: the names are Chromium's. */
const happened: Readonly<Partial<Record<Gone, readonly [zh: string, en: string]>>> = {
  oom: ['窗口用完了可用的内存，已被系统停止。', 'The window used up the memory there was, and the system stopped it.'],
  'memory-eviction': ['系统内存不足，停止了这个窗口。', 'The system ran short of memory and stopped this window.'],
  killed: ['窗口被停止了。', 'The window was stopped.'],
  'launch-failed': ['窗口未能启动。', 'The window could not be started.'],
  'integrity-failure': ['程序自己的文件与发布时不同，窗口没有载入。请重新安装。', 'The program’s own files are not as they were released, and the window was not loaded. Please install it again.'],
  'not-loaded': ['窗口未能载入。', 'The window could not be loaded.']
}

const otherwise: readonly [zh: string, en: string] = ['窗口出了错，已经停止。', 'Something went wrong in the window, and it has stopped.']

const reasons: readonly Gone[] = ['abnormal-exit', 'killed', 'crashed', 'oom', 'launch-failed', 'integrity-failure', 'memory-eviction', 'not-loaded']

/** The pages that a window shows in its place when it has stopped: no script, nothing that could stop again. They stand beside the window's own files. */
export function stoppedFiles(): ReadonlyMap<string, WindowFile> {
  const pages = reasons.map((reason): [string, WindowFile] => [`/stopped/${reason}`, { type: 'text/html; charset=utf-8', bytes: Buffer.from(stoppedPage(reason)) }])
  return new Map([...pages, ['/stopped/stopped.css', { type: 'text/css; charset=utf-8', bytes: Buffer.from(sheet) }]])
}

const stoppedPage = (reason: Gone): string => {
  const [zh, en] = happened[reason] ?? otherwise
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>对照</title>
<link rel="stylesheet" href="/stopped/stopped.css">
<main>
<h1>${zh}</h1>
<p>已经存进资料库的都在：摘录、编码、批注、更正，以及更改历史，一条不少。最近几秒里正在输入而尚未存下的文字可能丢失。没有任何内容发往别处。</p>
<p><a href="/">重新打开窗口</a></p>
<div lang="en">
<h2>${en}</h2>
<p>All that was saved is in the library: passages, codings, notes, corrections and the history of changes. What was being typed in the last seconds and was not saved yet may be lost. Nothing was sent anywhere.</p>
<p><a href="/">Open the window again</a></p>
</div>
<p class="reason">${reason}</p>
</main>
</html>
`
}

const sheet = `:root { color-scheme: light dark; --paper: #fbfaf7; --ink: #1f1d1a; --quiet: #6f695d; --machine: #2f5d7c }
@media (prefers-color-scheme: dark) { :root { --paper: #1b1a18; --ink: #ece8df; --quiet: #948e82; --machine: #8fbcd8 } }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--paper); color: var(--ink); font: 16px/1.7 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif }
main { max-width: 34em; padding: 2em }
h1 { font-size: 1.35em; margin: 0 0 .6em }
h2 { font-size: 1.1em; margin: 0 0 .6em }
div { margin-top: 2em; padding-top: 1.5em; border-top: 1px solid color-mix(in srgb, var(--quiet) 40%, transparent) }
a { color: var(--machine); text-underline-offset: .2em }
.reason { color: var(--quiet); font: 13px/1.4 monospace; margin-top: 2em }
`

interface Watching {
  readonly words: () => DesktopWords
  readonly log: (line: string) => void
}

/** A window that has stopped says so and offers to begin again; one that does not respond can be waited for. */
export function watchWindow(window: BrowserWindow, { words, log }: Watching): void {
  const { webContents } = window
  let isStopped = false
  const stop = (reason: Gone): void => {
    log(`the window stopped: ${reason}`)
    if (window.isDestroyed()) return
    isStopped = true
    void window.loadURL(stoppedAddress + reason)
  }
  const giveUp = (reason: Gone): void => {
    log(`the window cannot be shown: ${reason}`)
    const { message, detail, close } = words().notShown
    void dialog.showMessageBox({ type: 'error', message, detail, buttons: [close], noLink: true }).finally(() => {
      if (!window.isDestroyed()) window.close()
    })
  }
  webContents.on('did-navigate', (_event, address) => {
    if (!address.startsWith(stoppedAddress)) isStopped = false
  })
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    // where not even that page can be shown no page can
    if (isStopped) giveUp(reason)
    else stop(reason)
  })
  // -3: something else was loaded meanwhile
  webContents.on('did-fail-load', (...[, code, , address, isMainFrame]) => {
    if (isMainFrame && code !== -3 && !address.startsWith(stoppedAddress)) stop('not-loaded')
  })
  let asking: AbortController | null = null
  window.on('unresponsive', () => {
    if (asking !== null) return
    const asked = new AbortController()
    asking = asked
    const { message, detail, wait, reload } = words().hanging
    const options: Electron.MessageBoxOptions = { type: 'warning', message, detail, buttons: [wait, reload], defaultId: 0, cancelId: 0, noLink: true, signal: asked.signal }
    void dialog
      .showMessageBox(window, options)
      .then(({ response }) => {
        // it may have come back while the person was reading
        if (response === 1 && !asked.signal.aborted && !window.isDestroyed()) webContents.forcefullyCrashRenderer()
      })
      .finally(() => {
        if (asking === asked) asking = null
      })
  })
  window.on('responsive', () => {
    asking?.abort()
    asking = null
  })
  window.once('closed', () => asking?.abort())
}

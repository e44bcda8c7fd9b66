import { app, dialog, type BrowserWindow } from 'electron'
import { homedir } from 'node:os'
import { Refusal } from '#core/contract/problem.ts'
import { defaultLibraryPath, namedLibrary, programDataFolder } from '../host/default-library.ts'
import { sampleFiles, windowFolder } from '../host/installed.ts'
import { openProgram, type Program } from '../host/open-program.ts'
import { loadWindowFiles } from '../host/window-files.ts'
import { desktopShell } from './dialogs.ts'
import { connectWindow } from './ipc.ts'
import { lockDown } from './lockdown.ts'
import { spawnUtility } from './utility-parser.ts'
import { createWindow, registerWindowScheme, serveWindowFiles } from './window.ts'

/** The desktop entry. One program per user: a second start shows the window of the first. */
let window: BrowserWindow | null = null
let program: Program | null = null

if (app.requestSingleInstanceLock()) {
  registerWindowScheme()
  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
  })
  app.on('activate', () => {
    if (window === null && program !== null) showWindow(program)
  })
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', (event) => endOnce(event))
  void app.whenReady().then(begin)
} else {
  app.quit()
}

function begin(): void {
  lockDown()
  try {
    serveWindowFiles(loadWindowFiles(windowFolder))
    const surroundings = { platform: process.platform, home: homedir(), env: process.env }
    program = openProgram({
      library: namedLibrary(process.env),
      defaultLibrary: defaultLibraryPath(surroundings),
      data: programDataFolder(surroundings),
      shell: desktopShell(() => window),
      samples: sampleFiles(),
      spawn: spawnUtility,
      now: () => new Date(),
      log: (line) => console.error(line)
    })
    showWindow(program)
  } catch (error) {
    // whatever it is: a process without a window would stay, and hold the lock of the next start
    dialog.showErrorBox('对照', reasonOf(error))
    app.exit(1)
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Refusal)) {
    console.error(error)
    return `程序未能启动。\nThe program could not start.\n${String(error)}`
  }
  const { message, place } = error.problem
  return `${message.zh}\n${message.en}\n${place}`
}

function showWindow(running: Program): void {
  const opened = createWindow()
  connectWindow(opened, running)
  opened.once('closed', () => (window = null))
  window = opened
}

/** Quitting waits until what runs has stopped and the library is closed. */
function endOnce(event: { preventDefault(): void }): void {
  const running = program
  if (running === null) return
  event.preventDefault()
  program = null
  void running.close().finally(() => app.quit())
}

import { app, dialog } from 'electron'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { Refusal } from '#core/contract/problem.ts'
import { defaultLibraryPath, namedLibrary, programDataFolder } from '../host/default-library.ts'
import { prepareFirstAnswers } from '../host/first-answers.ts'
import { programFolder, sampleFiles, windowFolder } from '../host/installed.ts'
import { openProgram, type Program } from '../host/open-program.ts'
import { loadWindowFiles, type WindowFile } from '../host/window-files.ts'
import { desktopShell } from './dialogs.ts'
import { HandedOver, readSent } from './handed.ts'
import { lockDown } from './lockdown.ts'
import { MenuBesideHost } from './show-menu.ts'
import { stoppedFiles } from './stopped.ts'
import { spawnUtility } from './utility-parser.ts'
import { serveWindowFiles } from './window.ts'
import { showPage, Windows } from './windows.ts'
import { desktopWords } from './words.ts'

interface Running {
  readonly program: Program
  readonly windows: Windows
}

const log = (line: string): void => console.error(line)

/** The program on a desktop: what the system tells it, from the first start to the last quit. */
export class Desktop {
  readonly #handed = new HandedOver()
  #running: Running | null = null

  /** @param paths what the program was started with */
  constructor(paths: readonly string[]) {
    this.#handed.add(paths)
  }

  /** Before the program is ready: a Mac hands files over that early. */
  listen(): void {
    app.on('open-file', (event, path) => {
      event.preventDefault()
      this.#hand([path])
    })
    app.on('second-instance', (...[, , , sent]) => this.#hand(readSent(sent)))
    app.on('activate', () => void this.#running?.windows.show())
    app.on('window-all-closed', () => {
      // on a Mac a program stays when its last window is closed
      if (process.platform !== 'darwin' || this.#running === null) app.quit()
    })
    // not before: a window that closes still has something to keep
    app.on('will-quit', (event) => this.#endOnce(event))
  }

  async begin(): Promise<void> {
    lockDown()
    try {
      serveWindowFiles(new Map([...loadWindowFiles(windowFolder), ...stoppedFiles(), ...licences()]))
      const running = this.#open()
      this.#running = running
      prepareFirstAnswers(running.program)
      await running.windows.add()
    } catch (error) {
      // whatever it is: a process without a window would stay, and hold the lock of the next start
      dialog.showErrorBox('对照 Duizhao', reasonOf(error))
      app.exit(1)
    }
  }

  #open(): Running {
    const surroundings = { platform: process.platform, home: homedir(), env: process.env }
    const words = () => desktopWords[menu.language]
    const program = openProgram({
      library: namedLibrary(process.env),
      handed: this.#handed.takeLibrary(),
      defaultLibrary: defaultLibraryPath(surroundings),
      data: programDataFolder(surroundings),
      shell: desktopShell({ window: () => windows.asking, words, handed: this.#handed }),
      samples: sampleFiles(),
      spawn: spawnUtility,
      now: () => new Date(),
      log
    })
    const menu = new MenuBesideHost(program, {
      command: (id) => windows.tellFront('command-asked', { id }),
      newWindow: () => void windows.add(),
      openLibrary: (path) => this.#hand([path]),
      showLicences: () => showPage('licences')
    })
    const windows = new Windows({ door: menu, words, log })
    void menu.show()
    return { program, windows }
  }

  /** Shows the program, and has its window take what was handed over; before there is one, it takes that when it begins. */
  #hand(paths: readonly string[]): void {
    this.#handed.add(paths)
    if (this.#running === null) return
    const { windows } = this.#running
    void windows.show()
    if (!this.#handed.isEmpty) windows.tellFront('handed-over', { isLibrary: this.#handed.hasLibrary })
  }

  /** Quitting waits until what runs has stopped and the library is closed. */
  #endOnce(event: { preventDefault(): void }): void {
    const running = this.#running
    if (running === null) return
    event.preventDefault()
    this.#running = null
    void running.program.close().finally(() => app.quit())
  }
}

/** The licences of what the program is made with, as they are packed. */
function licences(): ReadonlyMap<string, WindowFile> {
  return new Map([['/licences', { type: 'text/plain; charset=utf-8', bytes: readFileSync(join(programFolder, 'resources', 'licences.txt')) }]])
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Refusal)) {
    console.error(error)
    return `程序未能启动。\nThe program could not start.\n${String(error)}`
  }
  const { message, place } = error.problem
  return `${message.zh}\n${message.en}\n${place}`
}

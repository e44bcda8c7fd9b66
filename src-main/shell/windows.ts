import { BrowserWindow, screen } from 'electron'
import type { HostDoor } from '../host/door.ts'
import { tell, WindowLine } from './ipc.ts'
import { windowAddress } from './lockdown.ts'
import { besides, placeName, placeOn, readPlace, writePlace, type Displays, type Place } from './place.ts'
import { watchWindow } from './stopped.ts'
import { createWindow } from './window.ts'
import type { DesktopWords } from './words.ts'

interface Ground {
  readonly door: HostDoor
  readonly words: () => DesktopWords
  readonly log: (line: string) => void
}

/** The windows of the program, all on the library that is open. */
export class Windows {
  readonly #ground: Ground
  readonly #line: WindowLine
  /** The one that was used last comes last. */
  #open: BrowserWindow[] = []

  constructor(ground: Ground) {
    this.#ground = ground
    this.#line = new WindowLine(ground.door)
  }

  /** The window that the person works in, or worked in last; null where there is none. */
  get front(): BrowserWindow | null {
    return this.#open.at(-1) ?? null
  }

  /** The window that a call comes from; the one in front where it is none. */
  get asking(): BrowserWindow | null {
    const { asking } = this.#line
    return asking === null || asking.isDestroyed() ? this.front : asking
  }

  /** One more, beside the one in front; the first stands where one stood last. */
  async add(): Promise<BrowserWindow> {
    const displays = displaysNow()
    const kept = this.front === null ? placeOn(displays, readPlace((await this.#preferences())[placeName(displays)])) : besides(placeOf(this.front), displays)
    const window = createWindow(kept)
    this.#open.push(window)
    this.#line.connect(window)
    watchWindow(window, this.#ground)
    window.on('focus', () => (this.#open = [...this.#open.filter((other) => other !== window), window]))
    window.on('close', () => void this.#keepPlace(window))
    window.once('closed', () => (this.#open = this.#open.filter((other) => other !== window)))
    return window
  }

  /** Brings the window in front before the person's eyes; opens one where there is none. */
  async show(): Promise<BrowserWindow> {
    const window = this.front ?? (await this.add())
    if (window.isMinimized()) window.restore()
    window.focus()
    return window
  }

  /** What comes from the menu or from the system is for one window alone. */
  readonly tellFront: (...news: TellFront) => void = (name, payload) => {
    const { front } = this
    if (front === null) void this.show()
    else tell(front, name, payload)
  }

  async #preferences(): Promise<Readonly<Record<string, unknown>>> {
    const reply = await this.#ground.door.answer('preferences.read', {})
    return reply.ok ? (reply.value as Readonly<Record<string, unknown>>) : {} // the contract has it as a record
  }

  async #keepPlace(window: BrowserWindow): Promise<void> {
    const place = writePlace(placeOf(window))
    const reply = await this.#ground.door.answer('preferences.write', { change: { [placeName(displaysNow())]: place } })
    if (!reply.ok) this.#ground.log(reply.problem.message.en)
  }
}

type TellFront = [name: 'command-asked', payload: { readonly id: string }] | [name: 'handed-over', payload: { readonly isLibrary: boolean }]

const placeOf = (window: BrowserWindow): Place => ({ area: window.getNormalBounds(), isMaximised: window.isMaximized() })

function displaysNow(): Displays {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
  return [main.workArea, ...others.map(({ workArea }) => workArea)]
}

/** A plain page of ours, with no way to the host. */
export function showPage(path: string): void {
  const page = new BrowserWindow({ width: 820, height: 720, autoHideMenuBar: true, webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, spellcheck: false } })
  void page.loadURL(windowAddress + path)
}

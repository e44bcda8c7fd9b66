import { AsyncLocalStorage } from 'node:async_hooks'
import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import type { EventName, Events } from '#core/contract/events.ts'
import type { Json } from '#core/contract/json.ts'
import type { Reply } from '#core/contract/problem.ts'
import type { HostDoor } from '../host/door.ts'
import { isOurs } from './lockdown.ts'

/** Transport 1. One channel for calls, one for events; only the main frame of a window of ours is answered. */
export class WindowLine {
  readonly #windows = new Set<BrowserWindow>()
  readonly #asking = new AsyncLocalStorage<BrowserWindow>()

  constructor(door: HostDoor) {
    ipcMain.handle('duizhao:call', (event, name: unknown, input: unknown): Promise<Reply<Json>> | Reply<Json> => {
      const asking = this.#ourWindow(event)
      if (asking === undefined || typeof name !== 'string') return refusedSender
      return this.#asking.run(asking, () => door.answer(name, input))
    })
    door.subscribe((name, payload) => {
      for (const window of this.#windows) tell(window, name, payload)
    })
  }

  connect(window: BrowserWindow): void {
    this.#windows.add(window)
    window.once('closed', () => this.#windows.delete(window))
  }

  /** The window whose call is being answered, where it is one, to whoever is asked on the way. */
  get asking(): BrowserWindow | null {
    return this.#asking.getStore() ?? null
  }

  #ourWindow({ sender, senderFrame }: IpcMainInvokeEvent): BrowserWindow | undefined {
    if (senderFrame === null || !isOurs(senderFrame.url)) return undefined
    return [...this.#windows].find(({ webContents }) => sender === webContents && senderFrame === webContents.mainFrame)
  }
}

/** An event for one window alone. */
export function tell<N extends EventName>(window: BrowserWindow, name: N, payload: Events[N]): void {
  if (!window.isDestroyed()) window.webContents.send('duizhao:event', name, payload)
}

const refusedSender: Reply<Json> = {
  ok: false,
  problem: {
    kind: 'bad-request',
    message: { zh: '此窗口无权访问资料库。', en: 'This window may not use the library.' },
    place: ''
  }
}

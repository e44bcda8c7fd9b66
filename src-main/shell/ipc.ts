import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import type { Json } from '#core/contract/json.ts'
import type { Reply } from '#core/contract/problem.ts'
import type { HostDoor } from '../host/door.ts'

/** Transport 1. One channel; only the main frame of our window is answered. */
export function connectWindow(window: BrowserWindow, door: HostDoor): void {
  ipcMain.removeHandler('duizhao:call')
  ipcMain.handle('duizhao:call', (event, name: unknown, input: unknown): Promise<Reply<Json>> | Reply<Json> => {
    if (!isOurWindow(event, window) || typeof name !== 'string') return refusedSender
    return door.answer(name, input)
  })
  const unsubscribe = door.subscribe((name, payload) => {
    if (!window.isDestroyed()) window.webContents.send('duizhao:event', name, payload)
  })
  window.once('closed', unsubscribe)
}

const refusedSender: Reply<Json> = {
  ok: false,
  problem: {
    kind: 'bad-request',
    message: { zh: '此窗口无权访问资料库。', en: 'This window may not use the library.' },
    place: ''
  }
}

function isOurWindow(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  return event.sender === window.webContents && event.senderFrame === window.webContents.mainFrame
}

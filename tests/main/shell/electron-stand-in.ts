import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'

/**
 * Stands in for the few calls of Electron that the shell makes, where its binary cannot be had. What is
 * done is written down in `seen`; what the system or a person would say is said by the test. It is
 * checked against Electron's own declarations, and loaded by Vitest and by plain Node alike.
 */
type Handler = (...given: never[]) => unknown

interface Seen {
  readonly windows: BrowserWindow[]
  readonly schemes: Electron.CustomScheme[]
  readonly menus: Electron.MenuItemConstructorOptions[][]
  readonly dialogs: { readonly kind: string; readonly parent: unknown; readonly options: object }[]
  readonly recentDocuments: string[]
  readonly errors: string[]
  readonly forks: string[]
  readonly handlers: Map<string, Handler>
  sent: unknown
  quits: number
  exits: number[]
  isSandboxed: boolean
}

export const seen: Seen = {
  windows: [],
  schemes: [],
  menus: [],
  dialogs: [],
  recentDocuments: [],
  errors: [],
  forks: [],
  handlers: new Map(),
  sent: undefined,
  quits: 0,
  exits: [],
  isSandboxed: false
}

/** What the system and the person answer. */
export const says = {
  isFirst: true,
  isPackaged: true,
  locale: 'zh-CN',
  displays: [{ id: 1, workArea: { x: 0, y: 25, width: 1920, height: 1055 } }],
  open: { canceled: true, filePaths: [] as string[] },
  save: { canceled: true, filePath: '' },
  message: 0,
  pdf: Buffer.from('%PDF')
}

/** A new start of the program. */
export function forget(): void {
  app.removeAllListeners()
  session.defaultSession.removeAllListeners()
  seen.handlers.clear()
  for (const list of [seen.windows, seen.schemes, seen.menus, seen.dialogs, seen.recentDocuments, seen.errors, seen.forks, seen.exits]) list.length = 0
  Object.assign(seen, { sent: undefined, quits: 0, isSandboxed: false })
}

/** Loads a module as Node does. */
export const importByNode = (address: string): Promise<unknown> => import(/* @vite-ignore */ address)

/** Asks the handler that was given under a name. */
export const ask = (name: string, ...given: unknown[]): unknown => {
  const handler = seen.handlers.get(name)
  if (handler === undefined) throw new Error(`nothing was given for ${name}`)
  return handler(...(given as never[]))
}

const handle = (name: string) => (handler: Handler | null) => void (handler !== null && seen.handlers.set(name, handler))

class App extends EventEmitter {
  get isPackaged(): boolean {
    return says.isPackaged
  }
  requestSingleInstanceLock(sent?: Record<string, unknown>): boolean {
    seen.sent = sent
    return says.isFirst
  }
  whenReady(): Promise<void> {
    return Promise.resolve()
  }
  enableSandbox(): void {
    seen.isSandboxed = true
  }
  setAppUserModelId(): void {}
  setAboutPanelOptions(): void {}
  getLocale(): string {
    return says.locale
  }
  getVersion(): string {
    return '0.0.0'
  }
  getPath(): string {
    return '/home/person/documents'
  }
  addRecentDocument(path: string): void {
    seen.recentDocuments.push(path)
  }
  /** As Electron: what asks to wait is waited for. */
  quit(): void {
    seen.quits += 1
    for (const window of seen.windows) window.close()
    this.emit('will-quit', { preventDefault: () => undefined })
  }
  exit(code = 0): void {
    seen.exits.push(code)
  }
}

type AppCalls = Pick<Electron.App, 'isPackaged' | 'requestSingleInstanceLock' | 'whenReady' | 'enableSandbox' | 'setAppUserModelId' | 'setAboutPanelOptions' | 'getLocale' | 'getVersion' | 'getPath' | 'addRecentDocument' | 'quit' | 'exit'>

export const app: App & AppCalls = new App()

class WebContents extends EventEmitter {
  readonly mainFrame: { url: string }
  readonly events: [channel: string, ...given: unknown[]][] = []
  crashes = 0
  prints = 0
  #opener: (() => { action: 'deny' | 'allow' }) | null = null
  constructor(mainFrame: { url: string }) {
    super()
    this.mainFrame = mainFrame
  }
  getURL(): string {
    return this.mainFrame.url
  }
  send(channel: string, ...given: unknown[]): void {
    this.events.push([channel, ...given])
  }
  setWindowOpenHandler(opener: () => { action: 'deny' | 'allow' }): void {
    this.#opener = opener
  }
  /** What becomes of a page that wants a window of its own. */
  wouldOpen(): string | undefined {
    return this.#opener?.().action
  }
  printToPDF(): Promise<Buffer> {
    this.prints += 1
    return Promise.resolve(says.pdf)
  }
  forcefullyCrashRenderer(): void {
    this.crashes += 1
  }
}

export class BrowserWindow extends EventEmitter {
  readonly options: Electron.BrowserWindowConstructorOptions
  readonly webContents = new WebContents({ url: '' })
  isThere = true
  isSmall = false
  isLarge = false
  focusCount = 0
  area: Electron.Rectangle
  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super()
    this.options = options
    this.area = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 0, height: options.height ?? 0 }
    seen.windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  loadURL(url: string): Promise<void> {
    this.webContents.mainFrame.url = url
    return Promise.resolve()
  }
  show(): void {}
  focus(): void {
    this.focusCount += 1
    this.emit('focus')
  }
  close(): void {
    if (!this.isThere) return
    this.emit('close', {})
    this.isThere = false
    this.emit('closed')
  }
  maximize(): void {
    this.isLarge = true
  }
  restore(): void {
    this.isSmall = false
  }
  isMaximized(): boolean {
    return this.isLarge
  }
  isMinimized(): boolean {
    return this.isSmall
  }
  isDestroyed(): boolean {
    return !this.isThere
  }
  getNormalBounds(): Electron.Rectangle {
    return this.area
  }
}

export const screen: { getPrimaryDisplay(): Pick<Electron.Display, 'id' | 'workArea'>; getAllDisplays(): Pick<Electron.Display, 'id' | 'workArea'>[] } = {
  getPrimaryDisplay: () => says.displays[0]!,
  getAllDisplays: () => says.displays
}

export const Menu = {
  buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => template,
  setApplicationMenu: (menu: Electron.MenuItemConstructorOptions[]) => void seen.menus.push(menu)
}

const shown = <T>(kind: string, answer: () => T) => (...given: [object, object?]): Promise<T> => {
  const [parent, options] = given.length === 2 ? given : [null, given[0]]
  seen.dialogs.push({ kind, parent, options: options ?? {} })
  return Promise.resolve(answer())
}

export const dialog = {
  showOpenDialog: shown('open', () => says.open),
  showSaveDialog: shown('save', () => says.save),
  showMessageBox: shown('message', () => ({ response: says.message })),
  showErrorBox: (title: string, content: string) => void seen.errors.push(`${title}\n${content}`)
}

export const ipcMain: Pick<Electron.IpcMain, 'handle'> = { handle: (name, handler) => void seen.handlers.set(`ipc ${name}`, handler) }

export const protocol: Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'> = {
  registerSchemesAsPrivileged: (schemes) => void seen.schemes.push(...schemes),
  handle: (name, handler) => void seen.handlers.set(`protocol ${name}`, handler)
}

class Session extends EventEmitter {
  isSpellChecked = true
  readonly webRequest = { onBeforeRequest: handle('request') }
  readonly setPermissionRequestHandler = handle('permission request')
  readonly setPermissionCheckHandler = handle('permission check')
  readonly setDevicePermissionHandler = handle('device')
  setSpellCheckerEnabled(isEnabled: boolean): void {
    this.isSpellChecked = isEnabled
  }
}

type SessionCalls = { readonly webRequest: Pick<Electron.WebRequest, 'onBeforeRequest'> } & Pick<
  Electron.Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'setSpellCheckerEnabled'
>

export const session: { defaultSession: Session & SessionCalls } = { defaultSession: new Session() as Session & SessionCalls }

/** A parser process that never answers: the shell starts none before a file is read. */
class UtilityProcess extends EventEmitter {
  readonly pid = undefined
  readonly stderr = null
  postMessage(): void {}
  kill(): boolean {
    return true
  }
}

export const utilityProcess = {
  fork: (entry: string) => {
    seen.forks.push(entry)
    return new UtilityProcess()
  }
}

/** For a preload script, which has the other half of Electron. */
export const exposed = new Map<string, unknown>()
export const contextBridge: Pick<Electron.ContextBridge, 'exposeInMainWorld'> = { exposeInMainWorld: (name, bridge: unknown) => void exposed.set(name, bridge) }

class IpcRenderer extends EventEmitter {
  readonly invoked: unknown[][] = []
  invoke(...given: unknown[]): Promise<unknown> {
    this.invoked.push(given)
    return Promise.resolve('answer')
  }
}
export const ipcRenderer: IpcRenderer & Pick<Electron.IpcRenderer, 'invoke'> = new IpcRenderer()

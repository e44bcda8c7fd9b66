import { mkdirSync, rmSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type * as StandIn from './electron-stand-in.ts'
import { temporaryFolder } from '../temporary-folder.ts'

/**
 * The whole program as the system starts it, from its sources and as it was built: loaded by Node
 * itself, not by Vitest, with the stand-in where they ask for Electron.
 */
const root = resolve(import.meta.dirname, '..', '..', '..')
const standIn = pathToFileURL(join(import.meta.dirname, 'electron-stand-in.ts')).href
registerHooks({
  resolve: (specifier, context, next) => (specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context))
})

const load = createRequire(import.meta.url)
const electron = load(join(import.meta.dirname, 'electron-stand-in.ts')) as typeof StandIn
const { app, ask, forget, importByNode, says, seen } = electron

type Window = StandIn.BrowserWindow

/** What the page of a window asks of the host. */
const call = (window: Window, name: string, input: object = {}): Promise<{ ok: boolean; value?: unknown; problem?: { kind: string } }> =>
  ask('ipc duizhao:call', { sender: window.webContents, senderFrame: window.webContents.mainFrame }, name, input) as ReturnType<typeof call>

const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await new Promise((later) => setTimeout(later, 5))
}

const menuLabels = (): (string | undefined)[] => (seen.menus.at(-1) ?? []).map(({ label }) => label)

let data = ''
let starts = 0

/** A start of the program with words on its command line. */
async function start(entry: string, words: readonly string[] = []): Promise<void> {
  const argv = process.argv
  process.argv = ['/opt/duizhao', ...words]
  starts += 1
  // what Node has loaded it keeps by its address: each start is of another one
  await importByNode(`${pathToFileURL(entry).href}?${starts}`)
  process.argv = argv
  await until(() => seen.windows.length > 0 || seen.quits > 0 || seen.exits.length > 0)
}

beforeEach(() => {
  forget()
  Object.assign(says, { isFirst: true, isPackaged: true, locale: 'zh-CN', message: 0 })
  data = temporaryFolder()
  process.env['DUIZHAO_DATA'] = data
  delete process.env['DUIZHAO_LIBRARY']
})

afterEach(async () => {
  const before = seen.quits
  app.quit()
  // the library is closed before the program is let go
  if (seen.windows.length > 0) await until(() => seen.quits > before + 1)
})

describe.each([
  ['from its sources', join(root, 'src-main', 'shell', 'main.ts')],
  ['as it was built', join(root, 'out', 'main', 'main.js')]
])('the desktop %s', (_name, entry) => {
  it('opens one window on the library, which it asks through the one channel', async () => {
    await start(entry)
    const [window] = seen.windows
    expect(window!.options.webPreferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true })
    expect(seen.isSandboxed).toBe(true)
    expect(window!.options).toMatchObject({ x: 240, y: 103, width: 1440, height: 900 })
    expect(await call(window!, 'library.state')).toMatchObject({ ok: true, value: { shell: 'desktop', reportCount: 0 } })
    expect(await call(window!, 'constructor')).toMatchObject({ ok: false })
    const page = ask('protocol duizhao', new Request('duizhao://window/')) as Response
    expect(await page.text()).toContain('<div id="window">')
    expect((ask('protocol duizhao', new Request('duizhao://window/licences')) as Response).status).toBe(200)
    expect((ask('protocol duizhao', new Request('duizhao://window/stopped/oom')) as Response).status).toBe(200)
  })

  it('speaks the language that is chosen in the window', async () => {
    await start(entry)
    await until(() => seen.menus.length > 0)
    expect(menuLabels()[0]).toBe('文件(&F)')
    await call(seen.windows[0]!, 'preferences.write', { change: { language: 'en' } })
    expect(menuLabels()[0]).toBe('&File')
    // what the menu does not show leaves it alone
    const shown = seen.menus.length
    await call(seen.windows[0]!, 'preferences.write', { change: { look: 'dark' } })
    expect(seen.menus).toHaveLength(shown)
  })

  it('does not look for libraries anew when a preference is written: their disk may be away', async () => {
    await start(entry)
    await call(seen.windows[0]!, 'libraries.create', { name: '虚构样例' })
    await call(seen.windows[0]!, 'libraries.open', { path: join(data, 'library.duizhao') })
    const shown = seen.menus.length
    rmSync(join(data, '虚构样例.duizhao'))
    await call(seen.windows[0]!, 'preferences.write', { change: { look: 'dark' } })
    expect(seen.menus).toHaveLength(shown)
    await call(seen.windows[0]!, 'preferences.write', { change: { language: 'en' } })
    expect(menuLabels()[0]).toBe('&File')
  })

  it('remembers where a window stood, and opens the next one beside it on the same library', async () => {
    await start(entry)
    seen.windows[0]!.area = { x: 60, y: 70, width: 1000, height: 700 }
    await until(() => seen.menus.length > 0)
    const newWindow = seen.menus.at(-1)!.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : [])).find(({ label }) => label === '新建窗口')!
    ;(newWindow.click as () => void)()
    await until(() => seen.windows.length === 2)
    const [first, second] = seen.windows as [Window, Window]
    expect(second.options).toMatchObject({ x: 88, y: 98, width: 1000, height: 700 })
    await call(second, 'libraries.create', { name: '虚构样例' })
    for (const { webContents } of [first, second]) expect(webContents.events).toContainEqual(['duizhao:event', 'library-switched', { name: '虚构样例' }])
    first.close()
    expect(await call(second, 'library.state')).toMatchObject({ ok: true })
    const kept = async (): Promise<unknown> => Object.entries((await call(second, 'preferences.read')).value as object).find(([name]) => name.startsWith('desktop.place.'))?.[1]
    await until(async () => (await kept()) !== undefined)
    expect(await kept()).toBe('60,70,1000,700')
  })

  it('opens the library it is started with, and keeps its files for the window to take', async () => {
    await start(entry)
    await call(seen.windows[0]!, 'libraries.create', { name: '长三角' })
    const library = join(data, '长三角.duizhao')
    await call(seen.windows[0]!, 'libraries.open', { path: join(data, 'library.duizhao') })
    app.quit()
    await until(() => seen.quits > 1)
    forget()
    await start(entry, [library, join(root, 'seeds', '000_8625d94934d53eac.txt')])
    const window = seen.windows[0]!
    expect(await call(window, 'libraries.recent')).toMatchObject({ value: { current: { path: library } } })
    // the window asks at its start
    expect(await call(window, 'libraries.open', { handed: true })).toEqual({ ok: true, value: null })
    expect(await call(window, 'sources.choose', { handed: true })).toMatchObject({ ok: true, value: { job: expect.any(String) as string } })
    expect(await call(window, 'sources.choose', { handed: true })).toEqual({ ok: true, value: null })
    expect(seen.dialogs).toEqual([])
  })

  it('opens although what it is started with is no library, and says why', async () => {
    const path = join(data, 'broken.duizhao')
    mkdirSync(path)
    await start(entry, [path])
    expect(await call(seen.windows[0]!, 'libraries.recent')).toMatchObject({ value: { current: { path: join(data, 'library.duizhao') }, startProblem: { place: path } } })
  })

  it('takes what a second start or the system hands over into the window in front', async () => {
    await start(entry)
    const window = seen.windows[0]!
    expect(seen.sent).toEqual({ paths: [] })
    window.isSmall = true
    app.emit('second-instance', {}, ['ignored'], '/', { paths: [join(root, 'seeds', '000_8625d94934d53eac.txt')] })
    await until(() => window.focusCount > 0)
    expect(window.isSmall).toBe(false)
    expect(window.webContents.events).toContainEqual(['duizhao:event', 'handed-over', { isLibrary: false }])
    let prevented = false
    app.emit('open-file', { preventDefault: () => (prevented = true) }, join(data, 'library.duizhao'))
    expect(prevented).toBe(true)
    expect(window.webContents.events).toContainEqual(['duizhao:event', 'handed-over', { isLibrary: true }])
    expect(await call(window, 'libraries.open', { handed: true })).toEqual({ ok: true, value: { name: 'library' } })
  })

  it('started a second time hands over its paths and ends', async () => {
    says.isFirst = false
    await start(entry, ['/data/a.docx'])
    expect(seen.sent).toEqual({ paths: ['/data/a.docx'] })
    expect([seen.windows.length, seen.quits, seen.handlers.size]).toEqual([0, 1, 0])
  })

  it('asks by the dialogs of the system, and saves a view as PDF', async () => {
    await start(entry)
    const window = seen.windows[0]!
    expect(await call(window, 'sources.choose')).toEqual({ ok: true, value: null })
    expect(await call(window, 'libraries.open')).toEqual({ ok: true, value: null })
    expect(await call(window, 'view.savePdf', { title: '原文对照', print: 'one' })).toEqual({ ok: true, value: null })
    expect(seen.dialogs.map(({ kind, parent }) => [kind, parent === window])).toEqual([['open', true], ['open', true], ['save', true]])
    says.save = { canceled: false, filePath: join(data, '对照.pdf') }
    onTestFinished(() => void (says.save = { canceled: true, filePath: '' }))
    expect(await call(window, 'view.savePdf', { title: '原文对照', print: 'one' })).toEqual({ ok: true, value: { fileName: join(data, '对照.pdf') } })
  })

  it('prints the window that asks, and tells it before the person is asked where to save', async () => {
    await start(entry)
    await until(() => seen.menus.length > 0)
    const newWindow = seen.menus.at(-1)!.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : [])).find(({ label }) => label === '新建窗口')!
    ;(newWindow.click as () => void)()
    await until(() => seen.windows.length === 2)
    const [behind, front] = seen.windows as [Window, Window]
    const heard: unknown[] = []
    const { save } = says
    Object.defineProperty(says, 'save', { configurable: true, get: () => (heard.push(...behind.webContents.events), save) })
    onTestFinished(() => void Object.defineProperty(says, 'save', { configurable: true, writable: true, value: save }))
    await call(behind, 'view.savePdf', { title: '原文对照', print: 'two' })
    expect(heard).toContainEqual(['duizhao:event', 'view-printed', { print: 'two' }])
    expect([behind.webContents.prints, front.webContents.prints]).toEqual([1, 0])
    expect(seen.dialogs.map(({ parent }) => parent === behind)).toEqual([true])
  })

  it('a window that stopped says what happened, and can be waited for', async () => {
    await start(entry)
    const window = seen.windows[0]!
    window.webContents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 1 })
    expect(window.webContents.getURL()).toBe('duizhao://window/stopped/oom')
    const page = ask('protocol duizhao', new Request(window.webContents.getURL())) as Response
    const text = await page.text()
    for (const part of ['窗口用完了可用的内存', '已经存进资料库的都在', 'All that was saved is in the library', '<a href="/">']) expect(text).toContain(part)
    expect(text).not.toContain('<script')
    await window.loadURL('duizhao://window/')
    window.webContents.emit('did-fail-load', {}, -3, '', 'duizhao://window/', true)
    window.webContents.emit('did-fail-load', {}, -6, '', 'duizhao://window/x.png', false)
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 })
    expect(window.webContents.getURL()).toBe('duizhao://window/')
    window.emit('unresponsive')
    window.emit('unresponsive')
    await until(() => seen.dialogs.length > 0)
    expect(seen.dialogs).toMatchObject([{ kind: 'message', options: { message: '窗口没有回应', buttons: ['继续等待', '重新载入'] } }])
    expect(window.webContents.crashes).toBe(0)
    says.message = 1
    await new Promise(setImmediate)
    window.emit('unresponsive')
    await until(() => window.webContents.crashes === 1)
    window.webContents.emit('did-fail-load', {}, -6, '', 'duizhao://window/', true)
    expect(window.webContents.getURL()).toBe('duizhao://window/stopped/not-loaded')
  })

  it('a window whose page of why it stopped stops as well is closed, and no other page is tried', async () => {
    await start(entry)
    const [window] = seen.windows as [Window]
    const gone = (reason: string): unknown => window.webContents.emit('render-process-gone', {}, { reason, exitCode: 1 })
    gone('oom')
    await window.loadURL('duizhao://window/')
    window.webContents.emit('did-navigate', {}, 'duizhao://window/', 200, 'OK')
    gone('crashed')
    window.webContents.emit('did-navigate', {}, 'duizhao://window/stopped/crashed', 200, 'OK')
    expect([window.webContents.getURL(), window.isThere]).toEqual(['duizhao://window/stopped/crashed', true])
    gone('launch-failed')
    expect(window.webContents.getURL()).toBe('duizhao://window/stopped/crashed')
    await until(() => !window.isThere)
    expect(seen.dialogs).toMatchObject([{ kind: 'message', options: { message: '窗口无法显示' } }])
  })
})

describe('the bridge to the page, as it was built', () => {
  it('is one function to ask and one to listen, and nothing else', async () => {
    load(join(root, 'out', 'preload', 'preload.cjs'))
    expect([...electron.exposed.keys()]).toEqual(['duizhao'])
    const bridge = electron.exposed.get('duizhao') as { call(name: string, input: unknown): Promise<unknown>; on(listener: (...given: unknown[]) => void): () => void }
    expect(Object.keys(bridge)).toEqual(['call', 'on'])
    expect(await bridge.call('library.state', {})).toBe('answer')
    expect(electron.ipcRenderer.invoked).toEqual([['duizhao:call', 'library.state', {}]])
    const heard: unknown[] = []
    const end = bridge.on((...given) => heard.push(given))
    electron.ipcRenderer.emit('duizhao:event', { sender: 'never handed on' }, 'library-changed', { savedAt: '' })
    end()
    electron.ipcRenderer.emit('duizhao:event', {}, 'library-changed', {})
    expect(heard).toEqual([['library-changed', { savedAt: '' }]])
  })
})

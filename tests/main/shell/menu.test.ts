import type { MenuItemConstructorOptions } from 'electron'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Command } from '../../../src-renderer/commands.ts'
import { menuTemplate, type MenuState } from '../../../src-main/shell/menu.ts'
import { desktopWords, languageOf } from '../../../src-main/shell/words.ts'

const acts = { command: vi.fn(), newWindow: vi.fn(), openLibrary: vi.fn(), showLicences: vi.fn() }

const state = (given: Partial<Omit<MenuState, 'words'>> = {}): MenuState => {
  const language = given.language ?? 'zh'
  return { isMac: false, isPackaged: true, recent: [], ...given, language, words: desktopWords[language] }
}

const menu = (given?: Partial<Omit<MenuState, 'words'>>): MenuItemConstructorOptions[] => menuTemplate(state(given), acts)

const below = (item: MenuItemConstructorOptions): MenuItemConstructorOptions[] => (Array.isArray(item.submenu) ? item.submenu : [])
const all = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] => items.flatMap((item) => [item, ...all(below(item))])
const entry = (items: readonly MenuItemConstructorOptions[], label: string): MenuItemConstructorOptions => all(items).find((item) => item.label === label)!
const press = (item: MenuItemConstructorOptions): void => (item.click as () => void)()

describe('the menu', () => {
  it('has the menus that a person looks for, in both languages', () => {
    expect(menu().map(({ label }) => label)).toEqual(['文件(&F)', '编辑(&E)', '视图(&V)', '窗口(&W)', '帮助(&H)'])
    expect(menu({ language: 'en' }).map(({ label }) => label)).toEqual(['&File', '&Edit', '&View', '&Window', '&Help'])
    expect(menu({ isMac: true }).map(({ label }) => label)).toEqual(['对照', '文件', '编辑', '视图', '窗口', '帮助'])
    expect(menu({ isMac: true, language: 'en' }).map(({ label }) => label)).toEqual(['Duizhao', 'File', 'Edit', 'View', 'Window', 'Help'])
  })

  it.each([true, false])('is the same but for its words in both languages (Mac: %s)', (isMac) => {
    const bare = (items: readonly MenuItemConstructorOptions[]): unknown => items.map(({ id, role, type, accelerator, submenu }) => ({ id, role, type, accelerator, below: bare(Array.isArray(submenu) ? submenu : []) }))
    expect(bare(menu({ isMac, language: 'en' }))).toEqual(bare(menu({ isMac })))
  })

  it.each(['zh', 'en'] as const)('says everything in %s, and nothing twice in one menu', (language) => {
    for (const isMac of [true, false]) {
      for (const item of all(menu({ isMac, language }))) {
        if (item.type !== 'separator' && item.visible !== false) expect(item.label, JSON.stringify(item)).toBeTruthy()
        const labels = below(item).flatMap(({ label, visible }) => (label === undefined || visible === false ? [] : [label]))
        expect(new Set(labels).size).toBe(labels.length)
      }
    }
  })

  it('keeps to the customs of each system', () => {
    const roles = (items: readonly MenuItemConstructorOptions[]): unknown[] => items.flatMap(({ role }) => role ?? [])
    expect(roles(below(menu({ isMac: true })[0]!))).toEqual(['about', 'services', 'hide', 'hideOthers', 'unhide', 'quit'])
    // elsewhere quitting is in the first menu, the program's name in the last
    expect(roles(below(menu()[0]!))).toEqual(['close', 'quit'])
    expect(roles(below(menu().at(-1)!))).toEqual(['about'])
    expect(roles(all(menu()))).not.toContain('services')
    for (const isMac of [true, false]) expect(all(menu({ isMac })).filter(({ role }) => role === 'quit' || role === 'about')).toHaveLength(2)
    expect(roles(all(menu()))).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll', 'zoomIn', 'zoomOut', 'resetZoom', 'togglefullscreen', 'minimize']))
  })

  it('has the tools of developers only while it is being developed', () => {
    expect(all(menu()).map(({ role }) => role)).not.toContain('toggleDevTools')
    expect(all(menu({ isPackaged: false })).map(({ role }) => role)).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']))
  })

  it('has the window run its command, and opens windows, libraries and licences itself', () => {
    press(entry(menu(), '更改历史'))
    expect(acts.command).toHaveBeenLastCalledWith('history')
    press(entry(menu(), '新建窗口'))
    press(entry(menu(), '所用软件及其许可…'))
    expect([acts.newWindow, acts.showLicences].map(({ mock }) => mock.calls.length)).toEqual([1, 1])
    const recent = entry(menu({ recent: [{ path: '/a/R&D.duizhao', name: 'R&D' }] }), '最近打开的资料库')
    expect(below(recent).map(({ label }) => label)).toEqual(['R&&D', undefined, '全部资料库…'])
    press(below(recent)[0]!)
    expect(acts.openLibrary).toHaveBeenCalledWith('/a/R&D.duizhao')
    expect(below(entry(menu(), '最近打开的资料库'))[0]).toEqual({ label: '没有其他资料库', enabled: false })
  })

  it('marks the language the window speaks', () => {
    expect(below(entry(menu({ language: 'en' }), 'Language')).map(({ label, checked }) => [label, checked])).toEqual([['中文', false], ['English', true]])
  })
})

describe('the language of the desktop', () => {
  it('is the one that was chosen, else that of the system, else English', () => {
    expect([languageOf('en', 'zh-CN'), languageOf('zh', 'en-US'), languageOf(undefined, 'zh-TW'), languageOf('fr', 'de')]).toEqual(['en', 'zh', 'zh', 'en'])
  })
})

describe('the menu and the window', () => {
  let commands: readonly Command[] = []

  // the window's own list, which is made for a page
  beforeAll(async () => {
    for (const name of ['window', 'document', 'history']) vi.stubGlobal(name, { addEventListener: () => undefined, matchMedia: () => ({ matches: false }) })
    vi.stubGlobal('location', { hash: '', pathname: '/' })
    const { frameCommands } = await import('../../../src-renderer/screens/frame/frame-commands.ts')
    commands = frameCommands({} as Parameters<typeof frameCommands>[0])
  })
  afterAll(() => vi.unstubAllGlobals())

  it('agree on commands and on their keys', () => {
    const known = new Map(commands.map(({ id, keys }) => [id, keys ?? []]))
    for (const { id, accelerator, registerAccelerator } of all(menu())) {
      if (id === undefined) continue
      expect([...known.keys()]).toContain(id)
      if (registerAccelerator === false) expect(known.get(id), id).toContain(String(accelerator).replace('CmdOrCtrl', 'Mod'))
    }
    // what the menu's own keys do the window has no other use for
    const own = all(menu()).flatMap(({ accelerator, registerAccelerator }) => (accelerator === undefined || registerAccelerator === false ? [] : [String(accelerator).replace('CmdOrCtrl', 'Mod')]))
    expect(own).toEqual(['Mod+N', 'Mod+,', 'Mod+='])
    expect([...known.values()].flat().filter((key) => own.includes(key))).toEqual([])
  })

  it('leave no view of the window out', () => {
    const shown = new Set(all(menu()).map(({ id }) => id))
    expect(commands.map(({ id }) => id).filter((id) => id.startsWith('view-') && !shown.has(id))).toEqual([])
  })
})

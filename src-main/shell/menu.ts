import type { MenuItemConstructorOptions } from 'electron'
import type { DesktopWords, Language } from './words.ts'

/** A library of the list, as the menu shows it. */
export interface RecentLibrary {
  readonly path: string
  readonly name: string
}

export interface MenuState {
  readonly words: DesktopWords
  readonly language: Language
  readonly isMac: boolean
  readonly isPackaged: boolean
  /** Those that are there and not open. */
  readonly recent: readonly RecentLibrary[]
}

/** What a choice in the menu does. */
export interface MenuActs {
  /** The window in front runs its own command of this id. */
  readonly command: (id: string) => void
  readonly newWindow: () => void
  readonly openLibrary: (path: string) => void
  readonly showLicences: () => void
}

type Item = MenuItemConstructorOptions

interface Ground extends MenuState {
  readonly acts: MenuActs
  /** An entry for a command of the window, with the key the window has for it. */
  readonly command: (label: string, id: string, key?: string) => Item
}

const line: Item = { type: 'separator' }

/** The menu of the program, by the customs of the system. Its entries run the commands of the window. */
export function menuTemplate(state: MenuState, acts: MenuActs): Item[] {
  const command = (label: string, id: string, key?: string): Item => ({
    id,
    label,
    click: () => acts.command(id),
    // the window listens to the key itself; a Mac has the menu listen to what the window has no use for
    ...(key === undefined ? {} : { accelerator: key.replace('Mod', 'CmdOrCtrl'), registerAccelerator: false })
  })
  const ground: Ground = { ...state, acts, command }
  return [...(state.isMac ? [programMenu(ground)] : []), fileMenu(ground), editMenu(ground), viewMenu(ground), windowMenu(ground), helpMenu(ground)]
}

/** A Mac has no letters to press in its menus. */
const title = ({ isMac }: Ground, label: string): string => (isMac ? label.replace(/\(&\w\)|&/, '') : label)

const settings = ({ words, command }: Ground): Item => ({ ...command(words.menu.settings, 'view-settings'), accelerator: 'CmdOrCtrl+,' })

function programMenu(ground: Ground): Item {
  const { menu, name } = ground.words
  return {
    label: name,
    submenu: [
      { role: 'about', label: menu.about },
      line,
      settings(ground),
      line,
      { role: 'services', label: menu.services },
      line,
      { role: 'hide', label: menu.hide },
      { role: 'hideOthers', label: menu.hideOthers },
      { role: 'unhide', label: menu.unhide },
      line,
      { role: 'quit', label: menu.quit }
    ]
  }
}

function fileMenu(ground: Ground): Item {
  const { words: { menu }, command, acts, isMac } = ground
  return {
    label: title(ground, menu.file),
    submenu: [
      command(menu.openFiles, 'open-files', 'Mod+O'),
      command(menu.sample, 'sample'),
      line,
      command(menu.newLibrary, 'new-library'),
      command(menu.openLibrary, 'open-library'),
      { label: menu.recent, submenu: recentLibraries(ground) },
      command(menu.exchange, 'exchange'),
      line,
      { label: menu.newWindow, accelerator: 'CmdOrCtrl+N', click: acts.newWindow },
      { role: 'close', label: menu.close },
      line,
      command(menu.print, 'print', 'Mod+P'),
      command(menu.savePdf, 'save-pdf'),
      ...(isMac ? [] : [line, settings(ground), line, { role: 'quit', label: menu.quit } as const])
    ]
  }
}

function recentLibraries({ words: { menu }, recent, acts, command }: Ground): Item[] {
  const known = recent.map(({ path, name }): Item => ({ label: name.replaceAll('&', '&&'), toolTip: path, click: () => acts.openLibrary(path) }))
  return [...(known.length === 0 ? [{ label: menu.noRecent, enabled: false }] : known), line, command(menu.allRecent, 'recent-libraries')]
}

function editMenu(ground: Ground): Item {
  const { words: { menu }, command } = ground
  return {
    label: title(ground, menu.edit),
    submenu: [
      command(menu.undo, 'undo', 'Mod+Z'),
      command(menu.redo, 'redo', 'Mod+Shift+Z'),
      line,
      { role: 'cut', label: menu.cut },
      { role: 'copy', label: menu.copy },
      { role: 'paste', label: menu.paste },
      { role: 'delete', label: menu.delete },
      { role: 'selectAll', label: menu.selectAll },
      line,
      command(menu.search, 'search', 'Mod+Shift+F'),
      command(menu.history, 'history', 'Alt+H'),
      command(menu.keepPoint, 'keep-point')
    ]
  }
}

function viewMenu(ground: Ground): Item {
  const { words: { menu }, command, isPackaged } = ground
  return {
    label: title(ground, menu.view),
    submenu: [
      ...views(ground),
      line,
      command(menu.palette, 'palette', 'Mod+K'),
      line,
      { label: menu.textSize, submenu: [command(menu.small, 'text-small'), command(menu.normal, 'text-normal'), command(menu.large, 'text-large')] },
      { label: menu.look, submenu: [command(menu.light, 'light'), command(menu.dark, 'dark'), command(menu.system, 'as-system')] },
      { label: menu.language, submenu: [marked(ground, 'zh'), marked(ground, 'en')] },
      line,
      { role: 'resetZoom', label: menu.actualSize },
      { role: 'zoomIn', label: menu.zoomIn },
      // on most keyboards + is written with Shift, and people leave that out
      { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false, acceleratorWorksWhenHidden: true },
      { role: 'zoomOut', label: menu.zoomOut },
      line,
      { role: 'togglefullscreen', label: menu.fullScreen },
      ...(isPackaged ? [] : ([line, { role: 'reload', label: menu.reload }, { role: 'toggleDevTools', label: menu.tools }] as const))
    ]
  }
}

/** In the order of the list of views, with their keys. */
const views = ({ words: { menu }, command }: Ground): Item[] => [
  command(menu.library, 'view-library', 'Alt+1'),
  command(menu.quotations, 'view-quotations', 'Alt+2'),
  command(menu.counts, 'view-counts', 'Alt+3'),
  command(menu.structure, 'view-structure', 'Alt+4'),
  command(menu.ranks, 'view-ranks', 'Alt+5'),
  command(menu.reader, 'view-reader', 'Alt+6'),
  command(menu.targets, 'view-targets', 'Alt+7'),
  command(menu.searchView, 'view-search', 'Alt+8'),
  command(menu.summaries, 'view-summaries', 'Alt+S'),
  command(menu.notes, 'view-notes', 'Alt+0'),
  command(menu.phrases, 'view-phrases', 'Alt+P'),
  command(menu.versions, 'view-versions', 'Alt+V'),
  command(menu.statistics, 'view-statistics', 'Alt+A'),
  command(menu.review, 'view-review', 'Alt+R'),
  command(menu.coders, 'view-coders', 'Alt+C'),
  command(menu.codebook, 'view-codebook', 'Alt+B')
]

const marked = ({ words: { menu }, command, language }: Ground, which: Language): Item => {
  const id = which === 'zh' ? 'chinese' : 'english'
  return { ...command(menu[id], id), type: 'radio', checked: language === which }
}

function windowMenu(ground: Ground): Item {
  const { words: { menu }, isMac } = ground
  const own: Item[] = isMac ? [{ role: 'zoom', label: menu.zoom }, line, { role: 'front', label: menu.front }] : [{ role: 'close', label: menu.close }]
  return { role: 'window', label: title(ground, menu.window), submenu: [{ role: 'minimize', label: menu.minimise }, ...own] }
}

function helpMenu(ground: Ground): Item {
  const { words: { menu }, command, acts, isMac } = ground
  return {
    role: 'help',
    label: title(ground, menu.help),
    submenu: [
      command(menu.guide, 'guide'),
      command(menu.keys, 'keys', 'F1'),
      command(menu.limits, 'limits'),
      line,
      { label: menu.licences, click: acts.showLicences },
      ...(isMac ? [] : [{ role: 'about', label: menu.about } as const])
    ]
  }
}

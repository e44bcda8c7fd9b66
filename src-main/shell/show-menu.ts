import { app, Menu } from 'electron'
import type { KnownLibraries } from '#core/contract/program-calls.ts'
import type { HostDoor } from '../host/door.ts'
import { menuTemplate, type MenuActs } from './menu.ts'
import { desktopWords, languageOf, type Language } from './words.ts'

/** Calls after which the menu may have to list other libraries. */
const listedInMenu: ReadonlySet<string> = new Set(['libraries.open', 'libraries.create', 'libraries.forget'])

/** The host as windows ask it, while the menu follows what they change: its language, the libraries opened last. */
export class MenuBesideHost implements HostDoor {
  readonly #door: HostDoor
  readonly #acts: MenuActs
  #shown = ''
  #recent: KnownLibraries['list'] = []
  language: Language = languageOf(null, app.getLocale())

  constructor(door: HostDoor, acts: MenuActs) {
    this.#door = door
    this.#acts = acts
  }

  async answer(...[name, input]: Parameters<HostDoor['answer']>): ReturnType<HostDoor['answer']> {
    const reply = await this.#door.answer(name, input)
    if (reply.ok && listedInMenu.has(name)) await this.show()
    if (reply.ok && name === 'preferences.write') await this.#showIn()
    return reply
  }

  subscribe(listener: Parameters<HostDoor['subscribe']>[0]): () => void {
    return this.#door.subscribe(listener)
  }

  /** Puts up the menu, where it would say something else than the one that is there. */
  async show(): Promise<void> {
    const libraries = await this.#door.answer('libraries.recent', {})
    this.#recent = libraries.ok ? (libraries.value as unknown as KnownLibraries).list.filter(({ isThere, isCurrent, openedAt }) => isThere && !isCurrent && openedAt !== null) : [] // the answer of this very call
    await this.#showIn()
  }

  /** In the language that is preferred; the libraries are those of before: whether each is there still takes long to find out where its disk is away. */
  async #showIn(): Promise<void> {
    const preferences = await this.#door.answer('preferences.read', {})
    const preferred = preferences.ok ? (preferences.value as Readonly<Record<string, unknown>>)['language'] : null // the contract has it as a record
    this.language = languageOf(preferred, app.getLocale())
    const recent = this.#recent
    const shown = JSON.stringify([this.language, recent.map(({ path }) => path)])
    if (shown === this.#shown) return
    this.#shown = shown
    const words = desktopWords[this.language]
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ words, language: this.language, isMac: process.platform === 'darwin', isPackaged: app.isPackaged, recent: recent.slice(0, 10) }, this.#acts)))
    app.setAboutPanelOptions({ applicationName: words.name, applicationVersion: app.getVersion(), copyright: words.about })
    for (const { path } of recent.toReversed()) app.addRecentDocument(path)
  }
}

import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { programCalls } from '#core/contract/program-calls.ts'
import { calls, type Handlers } from '#core/contract/calls.ts'
import { Refusal, type Problem } from '#core/contract/problem.ts'
import { answer } from './answer.ts'
import { BugLog } from './bugs.ts'
import type { HostDoor } from './door.ts'
import { Subscribers } from './jobs.ts'
import { checkedPath, knownLibraries, libraryName, newLibraryPath, placeOf } from './known-libraries.ts'
import { localDay } from './local-day.ts'
import { makeFolder } from './make-folder.ts'
import { openHost, type Host, type HostOptions } from './open-host.ts'
import { ProgramFile } from './program-file.ts'
import type { Shell } from './shell.ts'

export interface ProgramOptions extends Omit<HostOptions, 'library' | 'createMissing'> {
  /** The library that the person named; null: the one that was open last, else the default one. */
  readonly library: string | null
  /** A library that the system has handed over at the start; as the one that was open last it must not keep the person out. */
  readonly handed?: string | null
  readonly defaultLibrary: string
  /** The program's own folder: new libraries, preferences, the list of libraries. */
  readonly data: string
}

/** The program that windows talk to: a host over one library at a time, which can be swapped while they stay open. */
export interface Program extends HostDoor {
  close(): Promise<void>
}

type ProgramHandlers = Pick<Handlers, keyof typeof programCalls>

/** @throws Refusal when the library cannot be opened */
export function openProgram(options: ProgramOptions): Program {
  const file = new ProgramFile(join(options.data, 'program.json'))
  const bugs = new BugLog(options.log, options.now)
  const start = openFirst(options, file)
  const desk = new LibraryDesk(options, start.host)
  const remember = async (path: string): Promise<void> => {
    const openedAt = options.now().toISOString()
    const place = placeOf(path)
    await file.change((before) => ({ ...before, recent: [{ path, openedAt }, ...before.recent.filter((known) => placeOf(known.path) !== place)] }))
  }
  // a list that cannot be written is no reason not to work on the library
  const rememberQuietly = (path: string): Promise<void> => remember(path).catch((error: unknown) => options.log(String(error)))
  const opened = async (path: string, createMissing: boolean): Promise<{ name: string }> => {
    await desk.swap(path, createMissing)
    await rememberQuietly(path)
    return { name: libraryName(path) }
  }
  // a path of the list was opened by the person before, on the desktop from another computer too
  const isListed = (path: string): boolean => file.read().recent.some((known) => known.path === path)
  const remembered = rememberQuietly(start.host.library.path)
  const handlers: ProgramHandlers = {
    'libraries.recent': async () => {
      await remembered
      return knownLibraries({ folder: options.data, current: desk.path, recent: file.read().recent, startProblem: start.problem })
    },
    'libraries.open': async ({ path, handed }) => {
      const chosen = path === undefined ? await askedOrHanded(options.shell, handed === true) : (isListed(path) ? path : checkedPath(path))
      return chosen === null ? null : opened(resolve(chosen), false)
    },
    'libraries.create': ({ name }) => opened(newLibraryPath(options.data, name), true),
    'libraries.forget': async ({ path }) => {
      await file.change((before) => ({ ...before, recent: before.recent.filter((known) => known.path !== path) }))
      return null
    },
    'view.savePdf': async ({ title, print }) => {
      const pages = await options.shell.printView()
      desk.subscribers.tell('view-printed', { print })
      const saved = await options.shell.save(pdfName(title, options.now()), pages)
      return saved === null ? null : { fileName: saved.fileName }
    },
    'preferences.read': () => file.read().preferences,
    'preferences.write': async ({ change }) => {
      await file.change((before) => ({ ...before, preferences: { ...before.preferences, ...change } }))
      return null
    }
  }
  return {
    answer: (name, input) => (Object.hasOwn(programCalls, name) ? answer(handlers, bugs, { name, input }) : desk.answer(name, input)),
    subscribe: (listener) => desk.subscribers.add(listener),
    close: async () => {
      await desk.close()
      await file.settled()
    }
  }
}

const askedOrHanded = (shell: Shell, isHanded: boolean): Promise<string | null> => (isHanded ? Promise.resolve(shell.takeHandedLibrary()) : shell.chooseLibrary())

/** Signs that no system takes in the name of a file become spaces. */
const pdfName = (title: string, now: Date): string => `${title.replace(/[\\/:*?"<>|\u0000-\u001f\u007f]+/g, ' ').trim()} ${localDay(now)}.pdf`

/** A library that was open last and now refuses must not keep the person out: the default one opens, and it is said why. */
function openFirst(options: ProgramOptions, file: ProgramFile): { readonly host: Host; readonly problem: Problem | null } {
  if (options.library !== null) return { host: openHost({ ...options, library: resolve(options.library), createMissing: true }), problem: null }
  const byDefault = (): Host => openHost({ ...options, library: resolve(options.defaultLibrary), createMissing: true })
  const last = options.handed ?? file.read().recent[0]?.path
  if (last === undefined || placeOf(last) === placeOf(options.defaultLibrary)) return { host: byDefault(), problem: null }
  try {
    return { host: openHost({ ...options, library: last, createMissing: false }), problem: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { host: byDefault(), problem: error.problem }
  }
}

const changing: ReadonlySet<string> = new Set(Object.entries(calls).flatMap(([name, call]) => ('changes' in call ? [name] : [])))

/** Holds the host of the open library. Calls that come while it is swapped wait for the next one; those that change something are refused. */
class LibraryDesk {
  readonly subscribers = new Subscribers()
  readonly #options: ProgramOptions
  readonly #underway = new Set<Promise<unknown>>()
  #host: Host
  #swaps = 0
  #swapping: Promise<unknown> = Promise.resolve()

  constructor(options: ProgramOptions, host: Host) {
    this.#options = options
    this.#host = host
    this.#listen()
  }

  get path(): string {
    return this.#host.library.path
  }

  async answer(name: string, input: unknown): ReturnType<HostDoor['answer']> {
    if (this.#swaps > 0 && changing.has(name)) return { ok: false, problem: beingSwapped(name) }
    await this.#swapping
    const reply = this.#host.answer(name, input)
    this.#underway.add(reply)
    return reply.finally(() => this.#underway.delete(reply))
  }

  /** @throws Refusal as `openHost` does; the library that is open then stays. */
  swap(path: string, createMissing: boolean): Promise<void> {
    this.#swaps += 1
    const swapped = this.#swapping.then(() => this.#swap(path, createMissing)).finally(() => (this.#swaps -= 1))
    this.#swapping = swapped.catch(() => null)
    return swapped
  }

  async close(): Promise<void> {
    await this.#swapping
    await this.#host.close()
  }

  async #swap(path: string, createMissing: boolean): Promise<void> {
    if (placeOf(path) === placeOf(this.path) && statSync(path, { throwIfNoEntry: false }) !== undefined) return
    if (createMissing) makeFolder(this.#options.data)
    const next = openHost({ ...this.#options, library: path, createMissing })
    const before = this.#host
    // what it reads is stopped, and its windows hear of that: what is asked of it may wait for that, and is answered by it
    await before.stop().catch((error: unknown) => this.#options.log(String(error)))
    await Promise.allSettled(this.#underway)
    await before.close().catch((error: unknown) => this.#options.log(String(error)))
    this.#host = next
    this.#listen()
    this.subscribers.tell('library-switched', { name: libraryName(path) })
  }

  #listen(): void {
    this.#host.subscribe((name, payload) => this.subscribers.tell(name, payload))
  }
}

const beingSwapped = (place: string): Problem => ({
  kind: 'overtaken',
  message: { zh: '正在打开另一个资料库，这一步没有执行。', en: 'Another library is being opened; this was not done.' },
  place
})

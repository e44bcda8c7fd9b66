import { create, type StoreApi, type UseBoundStore } from 'zustand'

/** What survives a restart is kept in the library's workspace: this file knows which stores those are. */
interface Kept {
  /** null: as at the first start. */
  readonly restore: (saved: unknown) => void
  readonly content: () => object
  readonly subscribe: (listener: () => void) => void
}

const kept = new Map<string, Kept>()
let saved: Readonly<Record<string, unknown>> = {}
let isRestoring = false
const due = new Set<string>()
let noteChange: (name: string) => void = () => undefined

/**
 * A store that comes back as it was left. Its state is plain JSON.
 *
 * @param name lower-case words with hyphens, never used for two stores
 * @param restore makes a state of whatever was saved, perhaps by another version: what does not fit is left out
 */
export function keptStore<T extends object>(name: string, initial: T, restore: (saved: Readonly<Record<string, unknown>>) => T): UseBoundStore<StoreApi<T>> {
  const store = create<T>()(() => initial)
  const restored = (value: Readonly<Record<string, unknown>>): T => {
    try {
      return restore(value)
    } catch (error) {
      // what another version kept must not bar the window, and bar it again at every start
      console.error(error)
      return initial
    }
  }
  const entry: Kept = {
    restore: (value) => store.setState(isRecord(value) ? restored(value) : initial, true),
    content: () => store.getState(),
    subscribe: (listener) => void store.subscribe(listener)
  }
  kept.set(name, entry)
  entry.subscribe(() => {
    if (!isRestoring) noteChange(name)
  })
  // of a part of the program that comes late: its module is not through yet, and what `restore` needs may stand below
  if (name in saved) queueMicrotask(() => quietly(() => entry.restore(saved[name])))
  return store
}

/** What is put back is no change to be written. */
function quietly(work: () => void): void {
  const before = isRestoring
  isRestoring = true
  try {
    work()
  } finally {
    isRestoring = before
  }
}

/** Another library is open: what was on its way to the one before is of that one, and so is all that changes until `restoreKept`. */
export function leaveKept(): void {
  isRestoring = true
  due.clear()
}

/** Puts all stores where they were left in this library; those of which nothing is known begin anew. */
export function restoreKept(workspace: Readonly<Record<string, unknown>>): void {
  saved = workspace
  isRestoring = false
  quietly(() => {
    for (const [name, entry] of kept) entry.restore(workspace[name])
  })
}

const restMs = 400

/** From now on changes are handed to `write`, some time after the last of a row of them. @returns writes at once what is due */
export function followKept(write: (name: string, value: object) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  const flush = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    for (const name of due) write(name, kept.get(name)!.content())
    due.clear()
  }
  noteChange = (name) => {
    due.add(name)
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(flush, restMs)
  }
  return flush
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The parts of a saved object; what is none has no parts. */
export const savedRecord = (value: unknown): Readonly<Record<string, unknown>> => (isRecord(value) ? value : {})

/** The strings of a saved list. */
export const savedStrings = (value: unknown): string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [])

/** A saved value where it is one of those that are possible, else `otherwise`. */
export function savedOneOf<T>(value: unknown, possible: readonly T[], otherwise: T): T {
  return possible.find((one) => one === value) ?? otherwise
}

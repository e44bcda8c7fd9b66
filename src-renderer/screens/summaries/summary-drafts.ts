import { create } from 'zustand'
import type { SummaryPlace } from '#core/contract/summary-calls.ts'
import type { CallCache } from '../../host/call-cache.ts'
import { usePreferences } from '../../state/preferences.ts'
import { keyOf } from './summary-cells.ts'

/** What is typed into a cell and not yet known to be what the library answers with. */
export interface Draft {
  readonly place: SummaryPlace
  readonly body: string
  readonly state: 'unsaved' | 'saving' | 'failed'
  /** The stay in the cell that it was typed in: one step to undo. */
  readonly session: string
}

interface Drafts {
  /** By the cell's key. A draft stays, whatever is looked at meanwhile, until the library has it and the table shows it. */
  readonly drafts: ReadonlyMap<string, Draft>
  /** When a cell was last saved in this window, ISO; by its key. */
  readonly savedAt: ReadonlyMap<string, string>
}

const pauseMs = 500
const none: Drafts = { drafts: new Map(), savedAt: new Map() }

export const useDrafts = create<Drafts>()(() => none)

const timers = new Map<string, ReturnType<typeof setTimeout>>()
const windowName = crypto.randomUUID()
let session = 0
let last: Promise<void> = Promise.resolve()
/** How many saves are on their way. */
let busy = 0
let saving: Pick<CallCache, 'host' | 'askAgain'> | null = null

/** From now on what is typed is saved there: at a pause, when the cell is left, when the window is put away, and again when a lost host is back. */
export function keepDrafts(cache: CallCache): void {
  saving = cache
  document.addEventListener('visibilitychange', () => void saveDrafts())
  window.addEventListener('pagehide', () => void saveDrafts())
  cache.host.watch((connected) => {
    if (connected) void saveDrafts()
  })
}

/** Another library is open: what was typed was of the one before. */
export function forgetDrafts(): void {
  for (const timer of timers.values()) clearTimeout(timer)
  timers.clear()
  useDrafts.setState(none)
}

/** A cell is entered: what is written from now on is a step of its own. */
export const beginSession = (): void => void (session += 1)

/** The person has typed; it is saved at the next pause. */
export function typeInto(place: SummaryPlace, body: string): void {
  const key = keyOf(place)
  put(key, { place, body, state: 'unsaved', session: `${windowName} ${session}` })
  clearTimeout(timers.get(key))
  timers.set(key, setTimeout(() => void saveDraft(key), pauseMs))
}

/** Saves at once all that was typed, one after the other. Resolves when it is on the disk, or was refused. */
export async function saveDrafts(): Promise<void> {
  await Promise.all([...useDrafts.getState().drafts.keys()].map(saveDraft))
}

function saveDraft(key: string): Promise<void> {
  clearTimeout(timers.get(key))
  timers.delete(key)
  const before = last
  last = (async () => {
    // a window that is being put away may not live to see the answer to the last one
    if (busy > 0 && document.visibilityState !== 'hidden') await before
    busy += 1
    try {
      await send(key)
    } finally {
      busy -= 1
    }
  })()
  return last
}

async function send(key: string): Promise<void> {
  const draft = useDrafts.getState().drafts.get(key)
  if (draft === undefined || saving === null) return
  const { place, body } = draft
  put(key, { ...draft, state: 'saving' })
  const reply = await saving.host.call('summaries.write', { ...place, reports: [...place.reports], body, author: usePreferences.getState().author, session: draft.session })
  const isLatest = (): boolean => useDrafts.getState().drafts.get(key)?.body === body
  if (!reply.ok) {
    if (isLatest()) put(key, { ...draft, state: 'failed' })
    return
  }
  const at = reply.value?.editedAt ?? null
  if (isLatest() && at !== null) useDrafts.setState(({ savedAt }) => ({ savedAt: new Map(savedAt).set(key, at) }))
  await saving.askAgain('summaries.list')
  // only now does the table show by itself what was typed
  if (isLatest()) useDrafts.setState(({ drafts }) => ({ drafts: new Map([...drafts].filter(([other]) => other !== key)) }))
}

const put = (key: string, draft: Draft): void => useDrafts.setState(({ drafts }) => ({ drafts: new Map(drafts).set(key, draft) }))

import type { Bilingual } from '../codebook/codebook.ts'
import type { FileOutcome } from './calls.ts'
import type { Problem } from './problem.ts'

/** Everything the host tells the window unasked: name -> payload. Payloads are Json. */
export interface Events {
  readonly 'job-progress': {
    readonly job: string
    readonly done: number
    readonly total: number
    readonly file: string
    /** The name of the codebook by which reports are being coded; absent: files are being read. */
    readonly codebook?: Bilingual
    /** Nothing is changed: it is found out what a draft of a codebook would change. */
    readonly isEffect?: true
  }
  /** A page was recognised: what it says is on its way into the library. */
  readonly 'page-recognised': {
    readonly job: string
    readonly file: string
    /** 1-based; 0 when recognition begins. */
    readonly page: number
    readonly pages: number
    readonly text: string
    /** 0..1, or null before the first page. */
    readonly confidence: number | null
  }
  readonly 'job-ended': {
    readonly job: string
    readonly cancelled: boolean
    /** Why it was not carried through; null: it was, or somebody stopped it. */
    readonly problem: Problem | null
    readonly outcomes: readonly FileOutcome[]
  }
  /** Reports are being counted for `statistics.compute`. */
  readonly 'statistics-progress': { readonly reckoning: string; readonly done: number; readonly total: number }
  /** Another library is open: nothing that was read before holds. */
  readonly 'library-switched': { readonly name: string }
  readonly 'library-changed': {
    readonly savedAt: string
    /** No more than notes and the links between them has changed; absent: anything may have. */
    readonly only?: 'notes'
  }
  /** The view is on its pages, before it is asked where they are to be saved; `print` as `view.savePdf` was given it. */
  readonly 'view-printed': { readonly print: string }
  /** The menu of the desktop: the window runs its command of this id, as if its own key had been pressed. */
  readonly 'command-asked': { readonly id: string }
  /** The system has handed over files, and a library or none: they wait for a call with `handed`. */
  readonly 'handed-over': { readonly isLibrary: boolean }
}

export type EventName = keyof Events

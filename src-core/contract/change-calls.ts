import { z } from 'zod'
import { call } from './call.ts'

/** What kind of change it was; the window has a word for each. */
export type ChangeKind = 'import' | 'correct' | 'bin' | 'restore' | 'judge' | 'note' | 'note-removed' | 'note-placed' | 'note-labelled' | 'pair' | 'encoding' | 'articles'

export interface ChangeLabel {
  readonly kind: ChangeKind
  /** How many reports, files or notes it concerned. */
  readonly count: number
  /** What it concerned, in the words of the library: a title, a file name; '' where there are many. */
  readonly what: string
}

export interface Change {
  readonly id: string
  readonly label: ChangeLabel
  readonly state: 'done' | 'undone'
  readonly madeAt: string
}

export interface ChangesState {
  /** What `changes.undo` would undo, and `changes.redo` do again. */
  readonly undo: Change | null
  readonly redo: Change | null
  /** Newest first. */
  readonly recent: readonly Change[]
}

export const changeCalls = {
  'changes.state': call<ChangesState>()(z.object({})),
  /** The change that was undone; null when there is none. @refuses where later work stands on it */
  'changes.undo': call<Change | null>()(z.object({})),
  'changes.redo': call<Change | null>()(z.object({}))
} as const

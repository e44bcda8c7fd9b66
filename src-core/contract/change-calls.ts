import { z } from 'zod'
import { call, change } from './call.ts'

/** What kind of change it was; the window has a word for each. */
export type ChangeKind = 'import' | 'correct' | 'bin' | 'restore' | 'judge' | 'note' | 'note-removed' | 'note-placed' | 'note-labelled' | 'coding' | 'reading-said' | 'reading-taken-back' | 'link' | 'link-removed' | 'round-opened' | 'round-closed' | 'round-done' | 'round-goes-on' | 'agreed' | 'pair' | 'encoding' | 'articles' | 'went-back' | 'codebook-used' | 'codebook-made' | 'codebook-edited' | 'summary' | 'summary-linked' | 'summary-filled' | 'merge' | 'own-names'

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

/** What undoing a change, or doing it again, would do to the library. */
export interface ChangePreview {
  readonly change: Change
  /** Made before the library was opened this time, and not touched since. */
  readonly isEarlier: boolean
  /** Reports that would go to the bin, and reports that would come out of it. */
  readonly leaving: number
  readonly returning: number
  /** Notes that would go: those on the reports that leave, and those that the change wrote. */
  readonly notes: number
  /** Titles of the first reports it concerns, as the machine read them; null where it read none. */
  readonly titles: readonly (string | null)[]
  /** How many reports it concerns. */
  readonly reports: number
}

/** This change; without one the last that was made, or undone. */
const turned = z.object({ change: z.string().regex(/^[1-9]\d{0,14}$/).optional() })

export const changeCalls = {
  'changes.state': call<ChangesState>()(z.object({})),
  /** Changes nothing. Null when there is nothing to undo, or to do again. */
  'changes.preview': call<ChangePreview | null>()(turned.extend({ way: z.enum(['undo', 'redo']) })),
  /** The change that was undone; null when there is none. @refuses where later work stands on it */
  'changes.undo': change<Change | null>()(turned),
  'changes.redo': change<Change | null>()(turned)
} as const

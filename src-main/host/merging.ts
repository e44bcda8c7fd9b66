import type { MergeConflict, MergeReport } from '#core/contract/exchange-calls.ts'
import type { WorkConflict } from '#core/exchange/conflicts.ts'
import type { Received } from '#core/exchange/received.ts'
import type { ThemeHere } from '#core/exchange/theme-here.ts'
import { codebookIds } from '../library/codebooks.ts'
import { nextId } from '../library/next-id.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import { veiled } from '../library/veil.ts'
import type { CameWith } from './bring-sources.ts'
import type { Setting } from './journal.ts'
import type { ReceivedCodebooks } from './received-codebooks.ts'

export interface Receiving {
  readonly received: Received
  readonly files: CameWith
  /** Whose word holds where two say otherwise. */
  readonly conflicts: 'mine' | 'theirs'
  /** What the change is called by: the name of the file. */
  readonly what: string
  readonly codebooks: ReceivedCodebooks
  /** Hash of the codebook that came with the work, where a theme is of that one; else null. */
  readonly ownCodebookOf: (theme: ThemeHere) => string | null
  /** Whether a note would have its theme with it, if it had one of this codebook: some files name themes of one codebook alone. */
  readonly namesTheme: (codebook: string) => boolean
}

export type Tally = { added: number; equal: number; conflicts: number }

/** What is counted by itself in a merge, by the kind of what it is in conflict. */
const tallyOf = { note: 'notes', coding: 'codings', correction: 'corrections', reading: 'readings', verdict: 'verdicts', summary: 'summaries', codebook: 'codebooks', division: 'divisions' } as const
export type Tallies = Record<(typeof tallyOf)[keyof typeof tallyOf] | 'links', Tally>

/** Puts theirs in the place of mine. @returns false where something else is there by now */
export type Take = (merging: Merging) => boolean

/** A conflict in which mine holds; null: no longer, or it always will. */
export type OpenConflict = { readonly reports: readonly number[]; readonly take: Take } | { readonly settings: () => Promise<Setting[] | null> } | null

/** What is gathered while one report after the other is merged. */
export interface Merging {
  readonly library: ReadableLibrary
  /** Ids of codebooks by their hashes. */
  readonly codebookIds: ReadonlyMap<string, string>
  readonly receiving: Receiving
  readonly settings: Setting[]
  readonly tallies: Tallies
  readonly conflicts: MergeConflict[]
  /** For each of the conflicts. */
  readonly open: OpenConflict[]
  readonly unplaced: MergeReport['unplaced'][number][]
  readonly left: MergeReport['left'][number][]
  /** Received reports that are no one report here, by their places in the list. */
  readonly notOne: Map<number, 'divided' | 'joined' | 'not-read'>
  /** The notes here that received ones are, by `notePlace`. */
  readonly noteIds: Map<string, number>
  /** Reports that several persons are coding apart now: work on them would be compared with what is hidden, and waits. */
  readonly apart: ReadonlySet<number>
  readonly waiting: { reports: number; codings: number; notes: number }
  /** For what has no time of its own. */
  readonly now: string
  /** Ids that are free now. */
  next: { note: number; coding: number; link: number; reading: number }
}

export const newTallies = (): Tallies => {
  const none = (): Tally => ({ added: 0, equal: 0, conflicts: 0 })
  return { notes: none(), codings: none(), links: none(), corrections: none(), readings: none(), verdicts: none(), summaries: none(), codebooks: none(), divisions: none() }
}

/** @param before what was merged already: codebooks, and how files are divided */
export const newMerging = (library: ReadableLibrary, { receiving, now, before }: Pick<Merging, 'receiving' | 'now'> & { readonly before: Pick<Merging, 'tallies' | 'conflicts' | 'open'> }): Merging => ({
  library, receiving, now, ...before,
  codebookIds: codebookIds(library), settings: [], unplaced: [], left: [], notOne: new Map(), noteIds: new Map(),
  apart: veiled(library)?.reports ?? new Set(), waiting: { reports: 0, codings: 0, notes: 0 },
  next: freeIds(library)
})

const freeIds = (library: ReadableLibrary): Merging['next'] => ({ note: nextId(library, 'notes'), coding: nextId(library, 'person_codings'), link: nextId(library, 'links'), reading: nextId(library, 'reading_words') })

/** The same merge, later: to take what was left then. */
export const goneOn = (merging: Merging, library: ReadableLibrary): Merging => ({ ...merging, library, codebookIds: codebookIds(library), settings: [], next: freeIds(library) })

/** Two say otherwise: told, and mine holds until theirs is asked for. @param take null where it always will */
export function against(merging: Merging, conflict: WorkConflict, given: { readonly report: number; readonly take: Take | null }): void {
  const { report, take } = given
  const isTaken = take !== null && merging.receiving.conflicts === 'theirs'
  merging.tallies[tallyOf[conflict.kind]].conflicts++
  merging.conflicts.push({ ...conflict, isOpen: take !== null && !isTaken })
  merging.open.push(take === null || isTaken ? null : { reports: [report], take })
  if (isTaken) take(merging)
}

export const notePlace = ({ report, note }: { readonly report: number; readonly note: number }): string => `${report}/${note}`

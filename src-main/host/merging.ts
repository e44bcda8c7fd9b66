import type { MergeConflict, MergeReport } from '#core/contract/exchange-calls.ts'
import type { WorkConflict } from '#core/exchange/conflicts.ts'
import type { Received } from '#core/exchange/received.ts'
import type { ThemeHere } from '#core/exchange/theme-here.ts'
import { codebookIds } from '../library/codebooks.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import { veiled } from '../library/veil.ts'
import type { CameWith } from './bring-sources.ts'
import type { ReceivedCodebooks } from './received-codebooks.ts'
import { newTaking, takeTheirs, type GroundProposal, type Proposal, type Taking } from './take-theirs.ts'

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

/** What stands behind a conflict: on which report it is, and what would take theirs; null where it is taken already, or mine always holds. */
export interface Behind {
  readonly report: number | null
  readonly proposal: Proposal | GroundProposal | null
  readonly isTaken: boolean
}

/** What is gathered while one report after the other is merged. */
export interface Merging extends Taking {
  /** Ids of codebooks by their hashes. */
  readonly codebookIds: ReadonlyMap<string, string>
  readonly receiving: Receiving
  readonly tallies: Tallies
  readonly conflicts: MergeConflict[]
  /** For each of the conflicts. */
  readonly behind: Behind[]
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
}

export const newTallies = (): Tallies => {
  const none = (): Tally => ({ added: 0, equal: 0, conflicts: 0 })
  return { notes: none(), codings: none(), links: none(), corrections: none(), readings: none(), verdicts: none(), summaries: none(), codebooks: none(), divisions: none() }
}

/** @param before what was merged already: codebooks, and how files are divided */
export const newMerging = (library: ReadableLibrary, { receiving, now, before }: Pick<Merging, 'receiving' | 'now'> & { readonly before: Pick<Merging, 'tallies' | 'conflicts' | 'behind'> }): Merging => ({
  ...newTaking(library), receiving, now, ...before,
  codebookIds: codebookIds(library), unplaced: [], left: [], notOne: new Map(), noteIds: new Map(),
  apart: veiled(library)?.reports ?? new Set(), waiting: { reports: 0, codings: 0, notes: 0 }
})

/** Two say otherwise: told, and mine holds until theirs is asked for. @param proposal null where it always will @returns whether theirs was taken */
export function against(merging: Merging, conflict: WorkConflict, { report, proposal }: { readonly report: number; readonly proposal: Proposal | null }): boolean {
  const isTaken = proposal !== null && merging.receiving.conflicts === 'theirs' && takeTheirs(merging, proposal)
  merging.tallies[tallyOf[conflict.kind]].conflicts++
  merging.conflicts.push({ ...conflict, n: merging.conflicts.length, isOpen: proposal !== null && !isTaken })
  merging.behind.push({ report, proposal: isTaken ? null : proposal, isTaken })
  return isTaken
}

export const notePlace = ({ report, note }: { readonly report: number; readonly note: number }): string => `${report}/${note}`

import type { MergeReport } from '#core/contract/exchange-calls.ts'
import type { WorkConflict } from '#core/exchange/conflicts.ts'
import type { Received } from '#core/exchange/received.ts'
import type { ThemeHere } from '#core/exchange/work-of-project.ts'
import type { ReadableLibrary } from '../library/sql.ts'
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

/** What is gathered while one report after the other is merged. */
export interface Merging {
  readonly library: ReadableLibrary
  /** Ids of codebooks by their hashes. */
  readonly codebookIds: ReadonlyMap<string, string>
  readonly receiving: Receiving
  readonly settings: Setting[]
  readonly notes: Tally
  readonly codings: Tally
  readonly conflicts: WorkConflict[]
  readonly unplaced: MergeReport['unplaced'][number][]
  /** Reports that several persons are coding apart now: work on them would be compared with what is hidden, and waits. */
  readonly apart: ReadonlySet<number>
  readonly waiting: { reports: number; codings: number; notes: number }
  /** For what has no time of its own. */
  readonly now: string
  /** Ids that are free now. */
  next: { note: number; coding: number }
}

/** In the library's form; null where it is none. */
export function timeOf(stated: string | null): string | null {
  const time = Date.parse(stated ?? '')
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

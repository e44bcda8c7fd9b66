import type { MergeReport, WorkConflict } from '#core/contract/exchange-calls.ts'
import type { Received } from '#core/exchange/received.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import type { CameWith } from './bring-sources.ts'
import type { Setting } from './journal.ts'

export interface Receiving {
  readonly received: Received
  readonly files: CameWith
  /** Whose word holds where two say otherwise. */
  readonly conflicts: 'mine' | 'theirs'
  /** What the change is called by: the name of the file. */
  readonly what: string
  /** Hash of the codebook that a theme is of; null: of the one that the report is read with. */
  readonly codebookOf: (theme: string) => string | null
}

export type Tally = { added: number; equal: number; conflicts: number }

/** What is gathered while one report after the other is merged. */
export interface Merging {
  readonly library: ReadableLibrary
  readonly receiving: Receiving
  readonly settings: Setting[]
  readonly notes: Tally
  readonly codings: Tally
  readonly conflicts: WorkConflict[]
  readonly unplaced: MergeReport['unplaced'][number][]
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

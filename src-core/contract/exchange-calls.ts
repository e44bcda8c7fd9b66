import { z } from 'zod'
import type { WorkConflict } from '../exchange/conflicts.ts'
import type { LeftWord } from '../exchange/left-words.ts'
import type { Lost } from '../exchange/project-of-work.ts'
import type { Doubt } from '../exchange/received.ts'
import { workFormats } from '../exchange/work-formats.ts'
import { call, change } from './call.ts'
import type { SavedFigure } from './figure-calls.ts'

export interface ExportedWork extends SavedFigure {
  /** What the format does not hold, or not as others would understand it. */
  readonly losses: readonly Lost[]
}

export interface Counted {
  readonly added: number
  /** There already, just so. */
  readonly equal: number
  readonly conflicts: number
}

/** `n`: its place in the list of the merge. `isOpen`: what is here holds, and theirs can be taken in its place. */
export type MergeConflict = WorkConflict & { readonly n: number; readonly isOpen: boolean }

/** What became of work that came from elsewhere. */
export interface MergeReport {
  readonly origin: string
  readonly reports: { readonly added: number; readonly known: number; readonly restored: number; readonly failed: readonly string[] }
  /** Its name, by which `exchange.settle` takes theirs later. */
  readonly merge: string
  readonly notes: Counted
  readonly codings: Counted
  readonly links: Counted
  readonly corrections: Counted
  /** Of what the program reads inside a text. */
  readonly readings: Counted
  readonly verdicts: Counted
  readonly summaries: Counted
  readonly codebooks: Counted
  /** Files divided by hand. */
  readonly divisions: Counted
  readonly conflicts: readonly MergeConflict[]
  /** Of these the words, or the report, are not here: notes and readings wait with their report, all else was left out. */
  readonly unplaced: readonly { readonly kind: 'note' | 'coding' | 'reading'; readonly report: string; readonly words: string }[]
  /** Words on reports as wholes that could not be merged. */
  readonly left: readonly LeftWord[]
  readonly doubts: readonly Doubt[]
  /** The codes that no theme here has: kept as a codebook of their own. */
  readonly codebook: { readonly id: string; readonly themes: number } | null
}

/** A merge of which conflicts were open, as it is now. */
export interface KeptMerge {
  readonly report: MergeReport
  readonly mergedAt: string
  /** The conflicts, by their `n`, in which theirs was taken since. */
  readonly taken: readonly number[]
}

export interface Settled {
  readonly taken: readonly number[]
  /** Here something else holds by now. */
  readonly overtaken: readonly number[]
}

const id = z.string().min(1).max(64)

export const exchangeCalls = {
  /** Reports (absent: all) with the work on them. Desktop: asks where and saves; browser: answers the bytes. null when cancelled. */
  'exchange.export': call<ExportedWork | null>()(
    z.object({
      format: z.enum(workFormats),
      reports: z.array(id).max(20_000).optional(),
      language: z.enum(['zh', 'en']).default('zh'),
      /** Of the texts in a project; MAXQDA wants `crlf`. */
      lineEnds: z.enum(['lf', 'crlf']).default('lf')
    })
  ),
  /**
   * Work from elsewhere, as one change that can be undone: the sources that are not here, then codings and notes. What
   * is here stays where it says otherwise: both notes are kept, and of codings the own (`mine`) or the other (`theirs`).
   * `file` null: asks which (desktop); null when the person closed the dialog.
   */
  'exchange.import': change<MergeReport | null>()(
    z.object({ file: z.object({ name: z.string().max(1024), base64: z.string() }).nullable(), conflicts: z.enum(['mine', 'theirs']).default('mine') })
  ),
  /** The last merges of which conflicts were open, newest first: also those of before the program was started. One that was undone is not among them. */
  'exchange.merges': call<readonly KeptMerge[]>()(z.object({})),
  /** Takes theirs in conflicts of a merge, by their places in its list. What was changed here since is left, and told of. A part of the merge's change while that is the last one. */
  'exchange.settle': change<Settled>()(z.object({ merge: z.string().max(64), conflicts: z.array(z.int().min(0)).max(100_000) }))
} as const

import { z } from 'zod'
import type { Theme } from '../codebook/codebook.ts'
import type { Place } from '../compare/comparison.ts'
import { roundStarts, type RoundStart } from '../compare/coded-units.ts'
import type { AgreementFacts } from '../table/agreement-table.ts'
import { call, change } from './call.ts'
import { wordsThere } from './edit-calls.ts'

/**
 * Several persons code the same reports, each apart from the others: while not all coders of a round are done with a
 * report, the one who sits at the desk sees of it only their own codings and notes, in every answer of the host.
 */
export interface CodingRound {
  readonly id: string
  readonly name: string
  readonly start: RoundStart
  readonly coders: readonly string[]
  readonly codebook: { readonly id: string; readonly version: string }
  /** Those of its codebook, which need not be that in use. */
  readonly themes: readonly RoundTheme[]
  readonly openedAt: string
  readonly closedAt: string | null
  readonly reports: readonly RoundReport[]
}

export type RoundTheme = Pick<Theme, 'id' | 'name' | 'color'>

export interface RoundReport {
  readonly id: string
  readonly title: string | null
  /** Coders who said to be done with it. */
  readonly done: readonly string[]
}

export interface CodersState {
  /** Last opened first. */
  readonly rounds: readonly CodingRound[]
  /** Who sits at the desk; null while no round is open. */
  readonly current: { readonly round: string; readonly coder: string } | null
}

/** A statement that not all coders put under the same themes. */
export interface RoundDisagreement {
  readonly report: string
  readonly title: string | null
  readonly start: number
  readonly end: number
  readonly text: string
  readonly place: Place
  /** Coder by coder. */
  readonly coded: readonly (readonly string[])[]
  /** Themes that some assigned and others did not. */
  readonly themes: readonly string[]
  readonly machine: readonly string[]
  /** What was agreed on; null while nothing was. */
  readonly agreed: readonly string[] | null
}

const id = z.string().min(1).max(64)
const round = z.object({ round: id })
const coder = z.string().trim().min(1).max(40)

export const coderCalls = {
  'coders.state': call<CodersState>()(z.object({})),
  /** @refuses while another round is open, and names that are no names of two persons */
  'coders.open': change<{ round: string }>()(
    z.object({ name: z.string().trim().min(1).max(80), coders: z.array(coder).min(2).max(8), start: z.enum(roundStarts), reports: z.array(id).min(1).max(2000) })
  ),
  /** Everything is seen again. */
  'coders.close': change<null>()(round),
  /** Another coder of the open round sits down at the desk. No change of the research: it is not undone. */
  'coders.sit': change<null>()(z.object({ coder })),
  /** The coder at the desk is done with a report, or goes on with it. @refuses to go on when all are done and have seen each other's work */
  'coders.done': change<null>()(round.extend({ report: id, isDone: z.boolean() })),
  /** Of the reports that all are done with. */
  'coders.disagreements': call<readonly RoundDisagreement[]>()(round),
  /** The themes on which the coders agreed for one statement; null takes it back. @refuses themes that are not of the round's codebook */
  'coders.agree': change<null>()(round.extend({ report: id, start: z.int().min(0), end: z.int().min(1), words: wordsThere, themes: z.array(id).max(200).nullable() })),
  'coders.agreement': call<AgreementFacts>()(round),
  /** Table R1. Desktop: asks where and saves; browser: answers the bytes. null when cancelled. */
  'coders.export': call<{ fileName: string; base64: string | null } | null>()(round.extend({ format: z.enum(['docx', 'xlsx', 'csv']), language: z.enum(['zh', 'en']).default('zh') }))
} as const

import { z } from 'zod'
import { codebookChange } from '../codebook/changes.ts'
import type { Bilingual, Codebook } from '../codebook/codebook.ts'
import type { CodebookDifference } from '../codebook/difference.ts'
import type { ExchangeLoss } from '../codebook/exchange-codes.ts'
import { codebookFormats } from '../codebook/formats.ts'
import type { RevisionProblem } from '../codebook/revise.ts'
import type { RecodedStatement } from '../report/recoding-effect.ts'
import { call, change } from './call.ts'
import type { SavedFigure } from './figure-calls.ts'

/** A codebook that the library can be read by. */
export interface ListedCodebook {
  readonly id: string
  readonly version: string
  readonly sha256: string
  readonly name: Bilingual
  /** Themes that statements can have. */
  readonly themes: number
  /** A person's own; else it comes with the program and is never changed in place. */
  readonly isOwn: boolean
  readonly isInUse: boolean
  /** Reports that have not been coded by it yet. */
  readonly uncoded: number
}

/** A version of a codebook. */
export interface ListedVersion {
  readonly sha256: string
  readonly version: string
  /** ISO time; null of one that comes with the program. */
  readonly madeAt: string | null
}

/** A codebook as it is worked on. */
export interface CodebookView {
  readonly codebook: Codebook
  readonly sha256: string
  readonly isOwn: boolean
  readonly isInUse: boolean
  /** Newest first. */
  readonly versions: readonly ListedVersion[]
  /** By theme: what a person has said under it. Themes without are left out. */
  readonly work: Readonly<Record<string, ThemeWork>>
}

/** How much a person has said under a theme. */
export interface ThemeWork {
  readonly codings: number
  readonly notes: number
  readonly verdicts: number
  readonly summaries: number
}

/** How often a codebook gives its themes, over all reports of the library. */
export interface ThemeCounts {
  /** Reports that it has not coded yet: their statements are not among those counted. */
  readonly uncoded: number
  /** Reports that the person codes from nothing: neither are theirs, which the person does not see. */
  readonly apart: number
  readonly statements: Readonly<Record<string, number>>
}

/** A codebook as its changes would leave it, or the first of them that cannot be made. */
export type DraftedCodebook =
  | { readonly codebook: Codebook; readonly difference: CodebookDifference }
  | { readonly problem: RevisionProblem; readonly change: number }

/** What changes would do to the reports of the library. */
export interface CodebookEffect {
  readonly reports: number
  /** Reports that were left out, as the person codes them from nothing and does not see what the program reads there. */
  readonly apart: number
  /** When the library had last been changed as it was found out; null: never. */
  readonly savedAt: string | null
  readonly statements: number
  /** Statements whose themes would be others. */
  readonly recoded: number
  /** Of these the ones where all that changes is that a theme was merged into another. */
  readonly byMerging: number
  /** Of each theme that comes or goes anywhere. */
  readonly themes: readonly { readonly theme: string; readonly comes: number; readonly goes: number }[]
}

/** A statement that would have other themes. */
export interface EffectLine extends RecodedStatement {
  readonly report: string
  readonly title: string | null
  readonly text: string
}

/** What became of a codebook that came as a file. */
export interface ReceivedCodebook {
  readonly codebook: string
  readonly name: Bilingual
  readonly version: string
  /** `equal`: it is here just so, and nothing was changed. */
  readonly became: 'new' | 'new-version' | 'equal'
  /** What the file did not hold, or was not taken over. */
  readonly losses: readonly ExchangeLoss[]
  /** A job that codes the reports anew before the new version is shown; null where there is nothing to code. */
  readonly job: string | null
}

const codebookId = z.string().min(1).max(64)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const job = z.string().min(1).max(64)
const label = z.string().trim().min(1).max(200)
const changes = z.array(codebookChange).max(1000)

/** Changes to a version of a codebook. */
const draft = z.object({ codebook: codebookId, base: sha256, changes })

export const codebookCalls = {
  /** Those that come with the program first, then a person's own. */
  'codebooks.list': call<readonly ListedCodebook[]>()(z.object({})),
  /**
   * Shows all reports by another codebook. Where some are not coded by it yet a job codes them first
   * (`job-progress`, counted in reports); cancelled, the library stays with the codebook it had. Can be undone.
   */
  'codebooks.use': change<{ readonly job: string | null }>()(z.object({ codebook: codebookId })),
  /** @param input `version`: its hash; absent: the last one */
  'codebooks.read': call<CodebookView>()(z.object({ codebook: codebookId, version: sha256.optional() })),
  'codebooks.counts': call<ThemeCounts>()(z.object({ codebook: codebookId })),
  /**
   * A codebook of the person's own: a copy of another with what the person has coded, judged and summarised under its
   * themes, or (`from` null) one with a single theme. It is not in use yet.
   */
  'codebooks.make': change<{ readonly codebook: string }>()(z.object({ from: codebookId.nullable(), name: label })),
  /** What the codebook would be; changes nothing. */
  'codebooks.draft': call<DraftedCodebook>()(draft),
  /** Finds out what the changes would do to the reports: a job (`job-progress`, `isEffect`) that can be cancelled. */
  'codebooks.effect': call<{ readonly job: string }>()(draft),
  /** Waits for that job. Null where it was cancelled, or another effect has been asked for since. */
  'codebooks.effectFound': call<CodebookEffect | null>()(z.object({ job })),
  /** Of the effect that was found last: statements that would have other themes, in the order of the library. Null as before. */
  'codebooks.effectLines': call<{ readonly total: number; readonly lines: readonly EffectLine[] } | null>()(
    z.object({ job, theme: z.string().max(64).nullable(), from: z.int().min(0), count: z.int().min(1).max(500) })
  ),
  /**
   * Makes the changes, as a new version; where `base` is not the last one any more it is refused. A codebook that comes
   * with the program stays as it is: a copy of the person's own is made, under `name`, and put in its place where it is in use.
   * Can be undone.
   */
  'codebooks.revise': change<{ readonly codebook: string; readonly sha256: string; readonly job: string | null }>()(draft.extend({ name: label.optional() })),
  /** Desktop: asks where and saves; browser: answers the bytes. null when cancelled. */
  'codebooks.export': call<(SavedFigure & { readonly losses: readonly ExchangeLoss[] }) | null>()(
    z.object({ codebook: codebookId, version: sha256.optional(), format: z.enum(codebookFormats), language: z.enum(['zh', 'en']).default('zh') })
  ),
  /**
   * A codebook from a `.qdc`, `.xlsx` or `.json` file. Where it is one of the person's own it becomes its next version, else
   * a codebook of its own. `file` null: asks which (desktop); null when the person closed the dialog.
   */
  'codebooks.import': change<ReceivedCodebook | null>()(z.object({ file: z.object({ name: z.string().max(1024), base64: z.string() }).nullable() }))
} as const

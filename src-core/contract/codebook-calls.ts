import { z } from 'zod'
import type { Bilingual } from '../codebook/codebook.ts'
import { call, change } from './call.ts'

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

const codebookId = z.string().min(1).max(64)

export const codebookCalls = {
  /** Those that come with the program first, then a person's own. */
  'codebooks.list': call<readonly ListedCodebook[]>()(z.object({})),
  /**
   * Shows all reports by another codebook. Where some are not coded by it yet a job codes them first
   * (`job-progress`, counted in reports); cancelled, the library stays with the codebook it had. Can be undone.
   */
  'codebooks.use': change<{ readonly job: string | null }>()(z.object({ codebook: codebookId }))
} as const

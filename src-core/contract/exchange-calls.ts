import { z } from 'zod'
import type { Lost } from '../exchange/project-of-work.ts'
import { call } from './call.ts'
import type { SavedFigure } from './figure-calls.ts'

/** What the work leaves as: a REFI-QDA project. */
export const workFormats = ['qdpx'] as const
export type WorkFormat = (typeof workFormats)[number]

export interface ExportedWork extends SavedFigure {
  /** What the format does not hold, or not as others would understand it. */
  readonly losses: readonly Lost[]
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
  )
} as const

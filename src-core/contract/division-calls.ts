import { z } from 'zod'
import type { Division, JurisdictionLevel } from '../report/report.ts'
import { call } from './call.ts'

/** A division that a report may be said to be of. */
export interface DivisionChoice extends Division {
  readonly level: JurisdictionLevel
  /** The provincial unit above it; itself for one, null for the whole country. */
  readonly province: Division | null
  readonly isFormer: boolean
}

export const divisionCalls = {
  /** What may be meant by a name or code, likeliest first; the provincial units and the whole country for ''. */
  'divisions.find': call<readonly DivisionChoice[]>()(z.object({ text: z.string().max(60), limit: z.int().min(1).max(100).default(40) }))
} as const

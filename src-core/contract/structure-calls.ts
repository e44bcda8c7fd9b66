import { z } from 'zod'
import type { ReportStructure } from '../compare/structure.ts'
import { call } from './call.ts'

export const structureCalls = {
  /** What each report speaks of from beginning to end, in the order asked for; without their texts. */
  'structure.read': call<readonly ReportStructure[]>()(z.object({ reports: z.array(z.string().min(1).max(64)).max(200) }))
} as const

import { z } from 'zod'
import type { QuotedTarget } from '../compare/quoted-target.ts'
import type { Target } from '../report/report.ts'
import { call } from './call.ts'
import { inPieces, type Piece } from './pieces.ts'

/** A target of a list, its characters with it, so that a whole library's fit in one answer. */
export interface ListedTarget extends Target {
  readonly text: string
  /** Where its number stands in `text`, or null. */
  readonly number: readonly [start: number, end: number] | null
  /** The stretches of `text` that say what is counted; none where it does not say. */
  readonly metric: readonly (readonly [start: number, end: number])[]
}

/** The targets of one report, in order. Reports without any are left out. */
export interface ReportTargets {
  readonly report: string
  readonly targets: readonly ListedTarget[]
}

export interface TargetPiece extends Piece {
  readonly found: readonly ReportTargets[]
}

const id = z.string().min(1).max(64)
const position = z.int().min(0)
const target = z.object({ report: id, start: position, end: position })
const language = z.enum(['zh', 'en'])

export const targetCalls = {
  /** The quantified targets of some hundred of these reports, or of the whole library, `from` the place that the last piece ended at. */
  'targets.list': call<TargetPiece>()(inPieces),
  /** Targets with their place in the original, in the order asked for; those that are no more are left out. */
  'targets.quote': call<readonly QuotedTarget[]>()(z.object({ targets: z.array(target).max(1_000) })),
  /** These targets in this order as one table. Desktop: asks where and saves; browser: answers the bytes. null when cancelled. */
  'targets.export': call<{ fileName: string; base64: string | null } | null>()(
    z.object({ targets: z.array(target).max(200_000), format: z.enum(['xlsx', 'csv']), language: language.default('zh') })
  )
} as const

import { z } from 'zod'
import { readParts } from '../report/doubt.ts'
import type { ReviewCounts, ReviewedReading } from '../report/reviewed.ts'
import { call } from './call.ts'

/** What one report has in the queue, worst first. */
export interface ReportReview {
  readonly report: string
  /** Of all its readings, whether they are asked about or not. */
  readonly counts: ReviewCounts
  /** Those of which the program is unsure, in whatever state they are. */
  readonly asked: readonly ReviewedReading[]
}

/** The queue of a library comes in pieces, so that no answer keeps the host from other work. */
export interface ReviewPiece {
  readonly found: readonly ReportReview[]
  /** Reports looked through up to here, of how many. */
  readonly done: number
  readonly total: number
}

/** How far the readings of some reports have been looked at. */
export interface CountsPiece {
  /** Of each report its number, then the readings confirmed, corrected and unseen. */
  readonly row: readonly number[]
  readonly done: number
  readonly total: number
}

const id = z.string().min(1).max(64)
const position = z.int().min(0)
const some = z.object({ reports: z.array(id).max(20_000).optional(), from: position.default(0) })

export const reviewCalls = {
  /**
   * What the program is least sure of in some hundred of these reports, or of the whole library, `from` the place that
   * the last piece ended at; of a large library of each report only what is worst.
   */
  'review.queue': call<ReviewPiece>()(some.extend({ parts: z.array(z.enum(readParts)).max(readParts.length).optional() })),
  'review.counts': call<CountsPiece>()(some)
} as const

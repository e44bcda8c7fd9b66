import { z } from 'zod'
import { readParts } from '../report/doubt.ts'
import type { ReviewCounts, ReviewedReading } from '../report/reviewed.ts'
import { call } from './call.ts'
import { inPieces, type Piece } from './pieces.ts'

/** What one report has in the queue, worst first. */
export interface ReportReview {
  readonly report: string
  /** Of all its readings, whether they are asked about or not. */
  readonly counts: ReviewCounts
  /** Those of which the program is unsure, in whatever state they are. */
  readonly asked: readonly ReviewedReading[]
}

export interface ReviewPiece extends Piece {
  readonly found: readonly ReportReview[]
}

/** How far the readings of some reports have been looked at. */
export interface CountsPiece extends Piece {
  /** Of each report its number, then the readings confirmed, corrected and unseen. */
  readonly row: readonly number[]
}

export const reviewCalls = {
  /**
   * What the program is least sure of in some hundred of these reports, or of the whole library, `from` the place that
   * the last piece ended at; of a large library of each report only what is worst.
   */
  'review.queue': call<ReviewPiece>()(inPieces.extend({ parts: z.array(z.enum(readParts)).max(readParts.length).optional() })),
  'review.counts': call<CountsPiece>()(inPieces)
} as const

import { z } from 'zod'

/** What is found in a whole library comes in pieces, so that no answer keeps the host from other work. */
export interface Piece {
  /** Reports looked through up to here, of how many. */
  readonly done: number
  readonly total: number
}

/** Of these reports, or of the whole library; `from` the place that the last piece ended at. */
export const inPieces = z.object({ reports: z.array(z.string().min(1).max(64)).max(20_000).optional(), from: z.int().min(0).default(0) })

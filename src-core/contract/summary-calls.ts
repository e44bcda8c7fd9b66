import { z } from 'zod'
import type { Anchoring } from '../annotation/annotation.ts'
import type { Quote } from '../annotation/quote.ts'
import { summaryParts, type CellPart } from '../compare/comparison.ts'
import type { Span } from '../text/span.ts'
import { call, change } from './call.ts'
import { wordsThere } from './edit-calls.ts'

/** A person's own sentences on the cells of a comparison: the summary matrix. */

/** What a summary is of. `reports`: the one, or the set that was compared when it was written. */
export interface SummaryPlace {
  /** Its id: a codebook that is revised keeps it. */
  readonly codebook: string
  readonly theme: string
  readonly part: CellPart
  readonly reports: readonly string[]
}

/** A passage that a summary was written from. */
export interface SummaryLink {
  /** Within its summary. */
  readonly id: number
  readonly report: string
  /** Where it stands now, and by what; or where it may stand. */
  readonly anchoring: Anchoring
  /** null: its words have changed or gone since. */
  readonly place: Span | null
  /** The words as they stood when the link was made, and what stood around them. */
  readonly quote: string
  readonly around: Omit<Quote, 'exact'>
}

export interface CellSummary extends SummaryPlace {
  readonly body: string
  /** Put together from the coded text, and touched by nobody since. */
  readonly isFilled: boolean
  readonly links: readonly SummaryLink[]
  readonly author: string
  readonly writtenAt: string
  readonly editedAt: string
}

const id = z.string().min(1).max(64)
const position = z.int().min(0)
const place = z.object({ codebook: id, theme: id, part: z.enum(summaryParts), reports: z.array(id).min(1).max(2000) })
const author = z.string().trim().max(80).default('')

export const summaryCalls = {
  /** Those of these reports, and those of every set of reports that was compared by this codebook. */
  'summaries.list': call<readonly CellSummary[]>()(z.object({ codebook: id, reports: z.array(id).max(2000) })),
  /**
   * Another body for a summary, or a new one; a blank body without links is none, and answers null.
   * What is written in one `session` is one step to undo. Answers when it is on the disk.
   */
  'summaries.write': change<CellSummary | null>()(place.extend({ body: z.string().max(100_000), author, session: z.string().min(1).max(64) })),
  /** Ties it to a stretch of a reading text; `instead`: in the place of this link. */
  'summaries.link': change<CellSummary>()(place.extend({ report: id, start: position, end: position, words: wordsThere, instead: position.nullable().default(null), author })),
  'summaries.unlink': change<null>()(place.extend({ link: position })),
  /** Puts the words of these stretches into those of the cells that have no text, each tied to its source: one step to undo. */
  'summaries.fill': change<{ readonly filled: number }>()(
    z.object({
      codebook: id,
      author,
      cells: z.array(z.object({ theme: id, report: id, spans: z.array(z.object({ start: position, end: position, words: wordsThere })).min(1).max(2000) })).min(1).max(20_000)
    })
  ),
  /** The matrix in the order given. Desktop: asks where and saves; browser: answers the bytes. null when cancelled. */
  'summaries.export': call<{ fileName: string; base64: string | null } | null>()(
    z.object({
      reports: z.array(id).min(1).max(2000),
      themes: z.array(id).min(1).max(500),
      format: z.enum(['xlsx', 'csv', 'docx', 'md', 'html']),
      language: z.enum(['zh', 'en']).default('zh')
    })
  )
} as const

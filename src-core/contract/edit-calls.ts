import { z } from 'zod'
import { call } from './call.ts'

/** What a person does to the library. Each of these is a change that can be undone (`change-calls.ts`). */

/** A person's note on a stretch of a report. */
export interface Note {
  readonly id: string
  readonly report: string
  /** The theme under which it was written, or null. */
  readonly theme: string | null
  /** Where the quoted words stand in the reading text now; null where they are not to be found any more. */
  readonly place: { readonly start: number; readonly end: number } | null
  /** The words it was written on, as they stood then; '' for a note on the report as a whole. */
  readonly quote: string
  readonly body: string
  readonly writtenAt: string
  readonly editedAt: string
}

const correctedFields = ['title', 'jurisdiction', 'date', 'meeting', 'issuer'] as const

export type CorrectedField = (typeof correctedFields)[number]

const id = z.string().min(1).max(64)
const ids = z.array(id).min(1).max(20_000)

export const editCalls = {
  /**
   * `value`: what holds instead (a division code for `jurisdiction`, `2023-02-10`, `2023-02` or `2023` for `date`);
   * `unknown`: the report does not tell; `machine`: back to what the program read.
   */
  'reports.correct': call<null>()(
    z.object({
      report: id,
      field: z.enum(correctedFields),
      to: z.discriminatedUnion('is', [
        z.object({ is: z.literal('value'), value: z.string().trim().min(1).max(500) }),
        z.object({ is: z.literal('unknown') }),
        z.object({ is: z.literal('machine') })
      ])
    })
  ),
  /** Into the bin: shown and counted nowhere else until restored. */
  'reports.bin': call<null>()(z.object({ reports: ids })),
  'reports.restore': call<null>()(z.object({ reports: ids })),
  /** A person's word on a theme that nothing was found of in these reports; null takes it back. */
  'cells.judge': call<null>()(z.object({ reports: ids, theme: id, verdict: z.enum(['absent', 'not-applicable']).nullable() })),
  /** In the order of the text; absent `reports`: of the whole library. */
  'notes.list': call<readonly Note[]>()(z.object({ reports: z.array(id).max(2000).optional() })),
  /** Writes a new note (`note` null) on `start`–`end` of the reading text (0–0: the report as a whole), or another body for one. */
  'notes.write': call<Note>()(
    z.object({
      note: id.nullable(),
      report: id,
      theme: id.nullable(),
      start: z.int().min(0),
      end: z.int().min(0),
      body: z.string().max(20_000)
    })
  ),
  'notes.remove': call<null>()(z.object({ note: id }))
} as const

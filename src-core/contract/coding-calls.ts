import { z } from 'zod'
import { call, change } from './call.ts'
import { wordsThere } from './edit-calls.ts'

/** A person's word on a theme of some statements of a report; it holds whatever the program reads there. */
export interface Coding {
  readonly id: string
  readonly report: string
  readonly theme: string
  readonly decision: 'assigned' | 'rejected'
  /** The statements it speaks of now, in the reading text; empty where their characters are not in it any more. */
  readonly places: readonly { readonly start: number; readonly end: number }[]
  /** The source's characters that it was made on. */
  readonly quote: string
  readonly coder: string
  /** Of who sits at the desk now. */
  readonly isOwn: boolean
  readonly codedAt: string
}

const id = z.string().min(1).max(64)

export const codingCalls = {
  /** In the order in which they were made. */
  'codings.list': call<readonly Coding[]>()(z.object({ report: id })),
  /**
   * A theme assigned to the statements that `start`–`end` of the reading text touches, or rejected there; null takes
   * back what was decided of them. `replacing`: one that is rejected there at once. One change, that can be undone.
   */
  'codings.decide': change<null>()(
    z.object({
      report: id,
      start: z.int().min(0),
      end: z.int().min(1),
      words: wordsThere,
      theme: id,
      decision: z.enum(['assigned', 'rejected']).nullable(),
      replacing: id.exactOptional()
    })
  )
} as const

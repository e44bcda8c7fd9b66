import { z } from 'zod'
import { call, change } from './call.ts'
import { wordsThere, type Note } from './edit-calls.ts'

/** A person's link between two passages. Each end is a note: one that was there, or a bare one that the link was given. */
export interface Link {
  readonly id: string
  /** In the order in which the person drew it; it reads both ways. */
  readonly ends: readonly [Note, Note]
  /** Whose hand it is of; '' where nobody gave a name. */
  readonly author: string
  readonly linkedAt: string
}

const id = z.string().min(1).max(64)
const position = z.int().min(0)

const end = z.union([
  z.object({ note: id }),
  z.object({ report: id, theme: id.nullable(), start: position, end: position, words: wordsThere })
])

export const linkCalls = {
  /** In the order they were drawn; of reports that are in the bin none. */
  'links.list': call<readonly Link[]>()(z.object({})),
  /** An end of words gets a bare note of its own, unless one stands on just these words. @refuses what has both ends on one place */
  'links.add': change<null>()(z.object({ from: end, to: end, author: z.string().trim().max(80).default('') })),
  /** A bare note that was there for this link alone goes with it. */
  'links.remove': change<null>()(z.object({ link: id }))
} as const

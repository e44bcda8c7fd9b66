import { z } from 'zod'
import { readingParts, type Said, type TargetFields } from '../report/reading-words.ts'
import { statementKinds, targetOperators } from '../report/report.ts'
import type { Span } from '../text/span.ts'
import { call, change } from './call.ts'
import { wordsThere } from './edit-calls.ts'

/** A person's word on what the program reads inside a report; it wins over every reading, and can be taken back. */
export type ReportWord = Said & {
  readonly id: string
  readonly report: string
  /** Where it holds in the text of now; null where its characters are not there any more: then it holds for nothing. */
  readonly place: Span | null
  /** The words it was said of. */
  readonly quote: string
  /** `confirmed`: the program reads the same there; `corrected`: it does not; `lost`: it has no place. */
  readonly state: 'confirmed' | 'corrected' | 'lost'
  /** What the program reads there, in the form of `value`; null: nothing of the sort. */
  readonly machine: Said['value']
  readonly saidAt: string
}

/** What the program would read in words that a person marks: a draft. */
export interface ReadingDraft {
  /** Without their blanks and marks at either end. */
  readonly start: number
  readonly end: number
  readonly target: TargetFields
  readonly programme: string
}

const id = z.string().min(1).max(64)
const place = { report: id, start: z.int().min(0), end: z.int().min(1), words: wordsThere }
const number = z.number().nullable()
const short = z.string().trim().min(1).max(80).nullable()
const target = z.object({
  value: number,
  upper: number,
  unit: short,
  operator: z.enum(targetOperators),
  deadlineYear: z.int().min(1900).max(2200).nullable(),
  deadline: short
})
const heading = z.object({ level: z.int().min(1).max(12), label: z.string().max(40), heading: z.string().trim().min(1).max(300) })

/** The form of `Said`. */
export const readingSaid = z.discriminatedUnion('part', [
  z.object({ part: z.literal('kind'), value: z.enum(statementKinds) }),
  z.object({ part: z.literal('target'), value: target.nullable() }),
  z.object({ part: z.literal('programme'), value: z.string().trim().min(1).max(80).nullable() }),
  z.object({ part: z.literal('outline'), value: heading.nullable() })
])

export const readingCalls = {
  /** In the order in which they were said. */
  'readings.list': call<readonly ReportWord[]>()(z.object({ report: id })),
  /** Changes nothing. @refuses other-words */
  'readings.draft': call<ReadingDraft>()(z.object(place)),
  /**
   * What is read at `start`–`end` of the reading text; null: nothing of the sort stands there. It takes the place of
   * what was said of the same thing. A kind is said of the statements that the stretch touches. The program's own
   * reading, said again, confirms it.
   */
  'readings.say': change<null>()(z.object({ ...place, said: readingSaid })),
  /** What the program reads holds there again. */
  'readings.takeBack': change<null>()(z.object({ ...place, part: z.enum(readingParts) })),
  /** The same of one word, wherever it stands. */
  'readings.remove': change<null>()(z.object({ word: id }))
} as const

import type { ReportWord } from '#core/contract/reading-calls.ts'
import { headingSpan } from '#core/report/outline-by-hand.ts'
import { withoutEdges } from '#core/report/reading-draft.ts'
import { isOneThing, spokenName, type ReadingPart } from '#core/report/reading-words.ts'
import { type Report, type StatementKind } from '#core/report/report.ts'
import { overlaps, slice, spanLength, type Span } from '#core/text/span.ts'

/** Something that is read in some words, by the program or by a person's word. */
export interface ReadThing extends Span {
  readonly part: Exclude<ReadingPart, 'kind'>
  readonly words: string
  readonly isByHand: boolean
}

export interface ReadingsHere {
  /** Of the statements that are touched, each once. */
  readonly kinds: readonly { readonly kind: StatementKind; readonly isByHand: boolean }[]
  readonly things: readonly ReadThing[]
  /** What the words can be marked as: they are not read so yet. */
  readonly markable: readonly ReadThing['part'][]
  /** A person's words on what stands here. */
  readonly said: readonly ReportWord[]
}

/** A name or a heading is no longer than this. */
const longestName = 60
const mostThings = 6

/** What is read in a stretch of a report, and what of it is a person's word. */
export function readingsHere({ text, statements, targets, programmes, outline }: Report, words: readonly ReportWord[], place: Span): ReadingsHere {
  const touched = statements.filter((statement) => overlaps(statement, place))
  const kinds = new Map(touched.map(({ kind, kindBy }) => [`${kind} ${kindBy ?? ''}`, { kind, isByHand: kindBy === 'person' }]))
  const thing = (part: ReadThing['part'], { start, end }: Span, by: 'person' | undefined): ReadThing => ({ part, start, end, words: slice(text, { start, end }), isByHand: by === 'person' })
  const things = [
    ...targets.map((target) => thing('target', target, target.by)),
    ...programmes.flatMap(({ occurrences, by }) => occurrences.filter((occurrence) => overlaps(occurrence, place)).slice(0, 1).map((occurrence) => thing('programme', occurrence, by))),
    ...outline.map((entry) => thing('outline', headingSpan(text, entry), entry.by))
  ].filter((known) => overlaps(known, place))
  const isShort = spanLength(place) <= longestName && !slice(text, place).includes('\n')
  const marked = slice(text, withoutEdges(text, place))
  // a name may lie in a longer one: just this one is read already or is not
  const isRead = (part: ReadThing['part']): boolean => things.some((known) => known.part === part && (part === 'programme' ? known.words === marked : isOneThing(part, known, place)))
  const isOnNameHere = (word: ReportWord & { readonly place: Span }): boolean => word.part === 'programme' && things.some((known) => known.part === 'programme' && known.words === spokenName(text, word))
  return {
    kinds: [...kinds.values()],
    things: things.slice(0, mostThings),
    markable: (['target', 'programme', 'outline'] as const).filter((part) => (isShort || part === 'target') && !isRead(part)),
    said: words.filter((word) => word.place !== null && (overlaps(word.place, place) || isOnNameHere({ ...word, place: word.place })))
  }
}

import type { CountedReport } from '../compare/passages.ts'
import { locateSharedPhrases, sharedPhrases } from '../compare/shared-phrases.ts'
import { charactersIn } from '../text/counted-text.ts'
import { mergeSpans, overlaps, shift, type Span } from '../text/span.ts'
import { passageSpans } from './theme-spans.ts'

/** In the place of a theme's id: the whole text, whatever it speaks of. No theme has this id. */
export const wholeText = '*'

/** A phrase of both, and all its places in both, those inside longer ones left out. */
export interface CommonPhrase {
  readonly text: string
  readonly own: readonly Span[]
  readonly other: readonly Span[]
}

/** What a report has word for word in common with another. */
export interface CommonText {
  /** Longest first. */
  readonly phrases: readonly CommonPhrase[]
  /** What they cover in the one and in the other, in order; overlaps counted once. */
  readonly own: readonly Span[]
  readonly other: readonly Span[]
}

interface Side {
  readonly from: CountedReport
  readonly spans: readonly Span[]
}

/** The stretches of a report that are compared. @param theme an id, `wholeText`, or null for what has no theme */
export const sideOf = (from: CountedReport, theme: string | null): Side => ({ from, spans: theme === wholeText ? [{ start: 0, end: from.report.text.length }] : passageSpans(from, theme) })

/**
 * Phrases of `shortest` characters or more that stand in both, as `sharedPhrases` finds them: whole stretches that
 * cannot be made longer, marks at their ends not counted.
 */
export function commonText(one: Side, another: Side, shortest: number): CommonText {
  const shared = sharedPhrases([textsOf(one), textsOf(another)], shortest)
  const located = [one, another].map(({ from, spans }, column) =>
    spans.flatMap(({ start, end }) => locateSharedPhrases(from.report.text.slice(start, end), shared, column).map((place) => ({ ...shift(place, start), phrase: place.phrase })))
  )
  const [own, other] = located as [LocatedAt[], LocatedAt[]]
  const spansOf = (places: readonly LocatedAt[], wanted: number): Span[] => places.filter(({ phrase }) => phrase === wanted).map(bare)
  return {
    phrases: shared.map(({ phrase }, index) => ({ text: phrase, own: spansOf(own, index), other: spansOf(other, index) })).filter((phrase) => phrase.own.length + phrase.other.length > 0),
    own: mergeSpans(own.map(bare)),
    other: mergeSpans(other.map(bare))
  }
}

/** Of what a whole text has in common, the part that lies in some of its stretches. A phrase that reaches over their edge stays whole. */
export const restrictedTo = ({ phrases, own, other }: CommonText, spans: readonly Span[]): CommonText => ({
  phrases: phrases.map((phrase) => ({ ...phrase, own: phrase.own.filter((place) => spans.some((span) => overlaps(place, span))) })).filter((phrase) => phrase.own.length > 0),
  own: own.flatMap((place) => spans.filter((span) => overlaps(place, span)).map(({ start, end }) => ({ start: Math.max(start, place.start), end: Math.min(end, place.end) }))),
  other
})

interface LocatedAt extends Span {
  readonly phrase: number
}

const bare = ({ start, end }: Span): Span => ({ start, end })

const textsOf = ({ from, spans }: Side): string[] => spans.map(({ start, end }) => from.report.text.slice(start, end))

/** White space not counted. */
export const charactersOfSpans = ({ counted }: CountedReport, spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + charactersIn(counted, start, end), 0)

import { overlaps, slice, type Span } from '../text/span.ts'
import type { Anchor, AnchoredText, Anchoring } from './annotation.ts'
import { compared, kept, likeness, type Compared } from './likeness.ts'
import { fitted, nearPlaces } from './near-places.ts'
import { around, type Quote } from './quote.ts'
import { TextIndex } from './text-index.ts'

/** Characters of the surroundings, of twice `around`, that the best place must have ahead of any other. */
const margin = 24
/** Where so many are left, a place is never passed over: it may be the one, however much better another looks. */
const muchAlike = around
/** A person is offered no more places than these. */
const mostCandidates = 8
/** Words that are not the same any more are offered when so much of them is left (0..1), … */
const likeEnough = 0.5
/** … so much of what stood before them and of what stood after them, … */
const sideEnough = 0.5
/** … and so much of both. */
const aroundEnough = 0.7

/** Characters of the surroundings that must be left where the words stand: short words stand in many places by themselves. */
const surroundingsFor = (length: number): number => (length < short ? 24 : length < 32 ? 16 : 0)
const short = 16
/** And so many that touch short words, on one side: in a sentence that says them twice the other one has much the same around it. */
const touching = 8
/** Of a word or two something must be left on either side. */
const veryShort = 8
const onEitherSide = 6

/**
 * Finds the places of annotations in a text that may have been read again (the ladder of
 * `interchange.md` 4.2). The text is looked through once for all of them.
 *
 * A wrong place is worse than none: words are found only with enough of their surroundings, only where
 * no other place is as likely, and never at two places that were different ones before.
 *
 * @returns one for each anchor, in their order
 */
export function anchorAll(now: AnchoredText, anchors: readonly Anchor[]): Anchoring[] {
  let index: TextIndex | null = null
  const found = anchors.map((anchor) => atOnce(now, anchor) ?? look((index ??= new TextIndex(now.text)), anchor))
  return withoutCollisions(anchors, found)
}

/** What needs no looking for: the report as a whole, and the same text. */
function atOnce({ text, hash }: AnchoredText, { quote, made }: Anchor): Anchoring | null {
  if (quote.exact === '') return { state: 'anchored', basis: 'report', place: { start: 0, end: 0 } }
  if (made === null || made.hash !== hash || !stands(text, quote, made.position)) return null
  return { state: 'anchored', basis: 'same-text', place: made.position }
}

/** What is looked for: a quotation, with its surroundings as they are compared outwards from it. */
interface Sought {
  readonly index: TextIndex
  readonly quote: Quote
  readonly before: Compared
  readonly after: Compared
}

interface Found {
  readonly place: Span
  /** Characters that are left of what stood before it, and of what stood after it. */
  readonly before: number
  readonly after: number
}

const left = ({ before, after }: Found): number => before + after

function look(index: TextIndex, { quote, made, carried }: Anchor): Anchoring {
  const sought: Sought = { index, quote, before: compared(reversed(quote.prefix)), after: compared(quote.suffix) }
  const same = ranked(index.find(quote.exact).map((start) => foundAt(sought, { start, end: start + quote.exact.length })))
  const best = same[0]
  if (best === undefined || !isKnown(sought, best)) return changed(sought)
  const close = asLikely(same, quote)
  // the characters themselves, as the source has them: no other place may be likelier, that is all
  const own = close.find(({ place }) => carried !== null && isSame(place, carried))
  if (own !== undefined) return { state: 'anchored', basis: 'same-characters', place: own.place }
  if (close.length > 1) return { state: 'to-approve', basis: 'several', candidates: placesOf(close) }
  // other words in the same surroundings: those may be the ones it stood on, changed, and these another's
  const rivals = asLikely([best, ...lookAlikes(sought, best.place)], quote)
  if (rivals.length > 1) return { state: 'to-approve', basis: 'look-alike', candidates: placesOf(ranked(rivals)) }
  if (made !== null && isSame(made.position, best.place)) return { state: 'anchored', basis: 'same-place', place: best.place }
  return { state: 'moved', basis: same.length === 1 ? 'only-place' : 'surroundings', place: best.place }
}

/** Whether enough of the surroundings is left to say that these are the words. */
function isKnown({ index: { text }, quote: { exact, prefix, suffix } }: Sought, found: Found): boolean {
  if (left(found) < surroundingsFor(exact.length)) return false
  if (exact.length < veryShort && Math.min(found.before, found.after) < onEitherSide) return false
  if (exact.length >= short || found.before === around || found.after === around) return true
  const { start, end } = found.place
  const before = prefix.length >= touching && text.endsWith(prefix.slice(-touching), start)
  return before || (suffix.length >= touching && text.startsWith(suffix.slice(0, touching), end))
}

const lookAlikes = (sought: Sought, besides: Span): Found[] =>
  nearPlaces(sought.index, sought.quote)
    .filter(({ rough }) => rough.end > rough.start && !overlaps(rough, besides))
    .map(({ rough }) => foundAt(sought, rough))
    .filter((found) => Math.min(found.before, found.after) >= sideEnough * around || likeness(sought.quote.exact, slice(sought.index.text, found.place)) >= likeEnough)

/** The words are gone: what stands in their surroundings now, if it is like them. */
function changed(sought: Sought): Anchoring {
  const { index, quote } = sought
  const like = nearPlaces(index, quote)
    .filter(({ rough }) => left(foundAt(sought, rough)) >= muchAlike)
    .map((near) => foundAt(sought, fitted(index, quote, near)))
    .filter((found) => isLike(sought, found))
  const close = asLikely(ranked(like), quote)
  if (close.length === 0) return { state: 'orphan', basis: 'gone' }
  return { state: 'to-approve', basis: close.length > 1 ? 'several' : 'changed', candidates: placesOf(close) }
}

function isLike({ index, quote }: Sought, found: Found): boolean {
  const { before, after, place } = found
  if (place.end <= place.start || Math.min(before, after) < sideEnough * around || left(found) < aroundEnough * 2 * around) return false
  return likeness(quote.exact, slice(index.text, place)) >= likeEnough
}

const ranked = (found: Found[]): Found[] => found.sort((a, b) => left(b) - left(a))

/** The first, and those that it is not clearly ahead of. */
function asLikely(found: readonly Found[], quote: Quote): Found[] {
  const best = found[0]
  if (best === undefined) return []
  return found.filter((one) => one === best || ((left(one) > left(best) - margin || left(one) >= muchAlike) && !isInSurroundings(one, best, quote)))
}

/** Words that stood beside the best before, and still do: the surroundings on that side are whole. */
const isInSurroundings = ({ place }: Found, best: Found, { prefix, suffix }: Quote): boolean =>
  (best.before === around && place.end <= best.place.start && place.start >= best.place.start - prefix.length) ||
  (best.after === around && place.start >= best.place.end && place.end <= best.place.end + suffix.length) ||
  (best.before + best.after === 2 * around && overlaps(place, best.place))

const placesOf = (found: readonly Found[]): Span[] => found.slice(0, mostCandidates).map(({ place }) => place)

/** That the text began there, or ended, is a part of the surroundings. */
function foundAt({ index: { text }, quote, before, after }: Sought, place: Span): Found {
  const { prefix, suffix } = quote
  const beginning = place.start === prefix.length ? around - prefix.length : 0
  const ending = place.end + suffix.length === text.length ? around - suffix.length : 0
  return {
    place,
    before: beginning + kept(before, { text, from: place.start - 1, step: -1 }),
    after: ending + kept(after, { text, from: place.end, step: 1 })
  }
}

function reversed(text: string): string {
  let turned = ''
  for (let at = text.length - 1; at >= 0; at--) turned += text[at]!
  return turned
}

const stands = (text: string, { exact }: Quote, place: Span): boolean => slice(text, place) === exact

const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end

/** Annotations that stood on different places and would come to stand on one: a person has to look at each of them. */
function withoutCollisions(anchors: readonly Anchor[], found: readonly Anchoring[]): Anchoring[] {
  const at = new Map<string, number[]>()
  found.forEach((anchoring, n) => {
    if (!('place' in anchoring) || anchoring.place.end === anchoring.place.start) return
    const key = `${anchoring.place.start}-${anchoring.place.end}`
    const here = at.get(key)
    if (here === undefined) at.set(key, [n])
    else here.push(n)
  })
  const answer = [...found]
  for (const here of at.values()) {
    if (!stoodApart(here.map((n) => anchors[n]!))) continue
    for (const n of here) {
      const anchoring = found[n]!
      // the one whose text is the same has not come from anywhere
      if ('place' in anchoring && anchoring.basis !== 'same-text') answer[n] = { state: 'to-approve', basis: 'collision', candidates: [anchoring.place] }
    }
  }
  return answer
}

/** Whether any two of them stood on different places. Of many on one place, as after much marking, few differ in what is known. */
function stoodApart(anchors: readonly Anchor[]): boolean {
  const different = [...new Map(anchors.map((anchor) => [JSON.stringify([anchor.first, anchor.carried]), anchor])).values()]
  return different.some((a, n) => different.slice(n + 1).some((b) => stoodElsewhere(a, b)))
}

/** Of annotations made on different texts nothing is known but that their words are the same. */
function stoodElsewhere({ first: a, carried: inA }: Anchor, { first: b, carried: inB }: Anchor): boolean {
  if (a !== null && b !== null && a.hash === b.hash) return !isSame(a.position, b.position)
  return inA !== null && inB !== null && !isSame(inA, inB)
}

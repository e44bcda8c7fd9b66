import type { Span } from '../text/span.ts'
import type { Quote } from './quote.ts'

/** Where a note stands now. */
export type Anchoring =
  | { readonly state: 'anchored' | 'moved'; readonly place: Span }
  /** A person has to look: the words are gone, or stand in several places and nothing says which. */
  | { readonly state: 'lost'; readonly place: null }

const lost: Anchoring = { state: 'lost', place: null }

/**
 * Finds the words of a note in a text that may have been read again.
 *
 * @param expected where they should stand, or null where that place is no longer in the text
 */
export function anchor(text: string, quote: Quote, expected: Span | null): Anchoring {
  if (quote.exact === '') return lost
  if (expected !== null && text.slice(expected.start, expected.end) === quote.exact) return { state: 'anchored', place: expected }
  const places = occurrences(text, quote.exact)
  const likeness = places.map((start) => agreement(text, quote, start))
  const best = Math.max(...likeness)
  const found = places.filter((_, index) => likeness[index] === best)
  // one that stands alone is it, whatever stands around it; of several the surroundings must name one
  if (found.length !== 1 || (places.length > 1 && best === 0)) return lost
  const start = found[0]!
  return { state: 'moved', place: { start, end: start + quote.exact.length } }
}

function occurrences(text: string, words: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at)
  return found
}

/** How many characters next to the words are still the same, outwards from them. */
function agreement(text: string, { exact, prefix, suffix }: Quote, start: number): number {
  let before = 0
  while (before < prefix.length && text[start - 1 - before] === prefix[prefix.length - 1 - before]) before++
  const end = start + exact.length
  let after = 0
  while (after < suffix.length && text[end + after] === suffix[after]) after++
  return before + after
}

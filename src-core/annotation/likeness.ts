import type { Span } from '../text/span.ts'

/** Words that are compared with many stretches of text: at most 32 characters, one for each bit of a number. */
export interface Compared {
  readonly words: string
  /** Of each character: the bits of the places where the words have it. */
  readonly places: ReadonlyMap<number, number>
}

export function compared(words: string): Compared {
  if (words.length > 32) throw new RangeError(`Compared words have at most 32 characters, not ${words.length}`)
  const places = new Map<number, number>()
  for (let at = 0; at < words.length; at++) places.set(words.charCodeAt(at), (places.get(words.charCodeAt(at)) ?? 0) | (1 << at))
  return { words, places }
}

/** A stretch of a text from `from` on, forwards (step 1) or backwards (step −1). */
interface Reading {
  readonly text: string
  readonly from: number
  readonly step: 1 | -1
}

/** Text is read this much further than the words are long, for what was inserted in it. */
const slack = 8

/**
 * How many characters of the words are still there where the reading begins: their number less the edit
 * distance to whichever beginning of it is nearest. All rows of a column are worked out at once, as bits
 * (Myers 1999, in the form of Hyyrö 2003; rows begin at the beginning of the text, so the first row counts up).
 */
export function kept({ words, places }: Compared, { text, from, step }: Reading): number {
  const length = words.length
  if (length === 0) return 0
  const lastBit = 1 << (length - 1)
  let more = -1 // the differences down the column: +1 …
  let less = 0 // … and −1
  let distance = length
  let least = length
  for (let n = 0, at = from; n < length + slack && at >= 0 && at < text.length; n++, at += step) {
    const equal = places.get(text.charCodeAt(at)) ?? 0
    const vertical = equal | less
    const horizontal = (((equal & more) + more) ^ more) | equal
    let along = less | ~(horizontal | more)
    let back = more & horizontal
    if ((along & lastBit) !== 0) distance += 1
    else if ((back & lastBit) !== 0) distance -= 1
    along = (along << 1) | 1
    back <<= 1
    more = back | ~(vertical | along)
    less = along & vertical
    if (distance < least) least = distance
  }
  return length - least
}

/** 0..1: what share of two texts is alike, by the fewest insertions, deletions and replacements between them. */
export function likeness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length)
  return longer === 0 ? 1 : 1 - distances(a, b)[b.length]! / longer
}

/** Edit distances of `words` to every beginning of `text` (Wagner and Fischer 1974). */
function distances(words: string, text: string): Uint16Array {
  const row = new Uint16Array(text.length + 1)
  for (let j = 0; j <= text.length; j++) row[j] = j
  for (let i = 1; i <= words.length; i++) {
    const unit = words.charCodeAt(i - 1)
    let diagonal = row[0]!
    row[0] = i
    for (let j = 1; j <= text.length; j++) {
      const above = row[j]!
      const replaced = diagonal + (text.charCodeAt(j - 1) === unit ? 0 : 1)
      row[j] = Math.min(replaced, above + 1, row[j - 1]! + 1)
      diagonal = above
    }
  }
  return row
}

/**
 * Finds where `words` fit best anywhere in `text` (Sellers 1980) and answers where the stretch `inner`
 * of them comes to lie: each cell of the table carries along at which character of the text the path
 * to it began `inner` and ended it.
 */
export function fit(words: string, text: string, inner: Span): Span {
  const width = text.length + 1
  let costs = new Uint16Array(width)
  let begins = new Int32Array(width)
  let ends = new Int32Array(width)
  let lastCosts = new Uint16Array(width)
  let lastBegins = new Int32Array(width)
  let lastEnds = new Int32Array(width)
  for (let j = 0; j < width; j++) begins[j] = ends[j] = j
  for (let i = 1; i <= words.length; i++) {
    ;[costs, lastCosts] = [lastCosts, costs]
    ;[begins, lastBegins] = [lastBegins, begins]
    ;[ends, lastEnds] = [lastEnds, ends]
    const unit = words.charCodeAt(i - 1)
    costs[0] = i
    begins[0] = ends[0] = 0
    for (let j = 1; j < width; j++) {
      const replaced = lastCosts[j - 1]! + (text.charCodeAt(j - 1) === unit ? 0 : 1)
      const left = costs[j - 1]! + 1
      const above = lastCosts[j]! + 1
      const from = replaced <= left && replaced <= above ? 0 : above <= left ? 1 : 2
      costs[j] = from === 0 ? replaced : from === 1 ? above : left
      begins[j] = i <= inner.start ? j : from === 0 ? lastBegins[j - 1]! : from === 1 ? lastBegins[j]! : begins[j - 1]!
      ends[j] = i <= inner.end ? j : from === 0 ? lastEnds[j - 1]! : from === 1 ? lastEnds[j]! : ends[j - 1]!
    }
  }
  let best = 0
  for (let j = 1; j < width; j++) if (costs[j]! < costs[best]!) best = j
  return { start: begins[best]!, end: Math.max(begins[best]!, ends[best]!) }
}

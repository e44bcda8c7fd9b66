import type { Shelf, TextHits } from './shelf.ts'

/** Which side of the word. */
export type Side = 'left' | 'right'

/** The places of a word in many texts: what `hitsOnShelf` gave for each shelf. */
export interface Hits {
  /** Length of the word, condensed. */
  readonly length: number
  readonly texts: readonly TextHits[]
  readonly places: Uint32Array
}

/** How many characters beside the word the lines are put in order by. */
const sortedCharacters = 12

/** Between two yields. */
const hitsAtOnce = 50_000

/**
 * The hits of these texts in the order of what stands beside the word: by the first character, then the
 * second, and so on to `sortedCharacters`; equal ones stay in the order of the texts. Yields between passes.
 *
 * @param rank of a UTF-16 code unit; 0 is for the end of a text, which comes first
 */
export function* besideOrder({ length, places }: Hits, texts: readonly TextHits[], { side, rank }: { readonly side: Side; readonly rank: Uint16Array }): Generator<void, Uint32Array> {
  let order = indexesOf(texts)
  const keys = new Uint16Array(places.length)
  const counts = new Uint32Array(rank.reduce((most, value) => Math.max(most, value), 0) + 2)
  for (let distance = sortedCharacters - 1; distance >= 0; distance--) {
    yield
    let sinceYield = 0
    for (const { shelf, slot, first, count } of texts) {
      const bounds = { from: shelf.starts[slot]!, to: shelf.starts[slot + 1]! - 1 }
      sinceYield += count
      if (sinceYield > hitsAtOnce) {
        sinceYield = 0
        yield
      }
      for (let i = first; i < first + count; i++) {
        const at = side === 'right' ? places[i]! + length + distance : places[i]! - 1 - distance
        keys[i] = at >= bounds.from && at < bounds.to ? rank[shelf.text.charCodeAt(at)]! : 0
      }
    }
    yield
    order = yield* countingSorted(order, keys, counts)
  }
  return order
}

function indexesOf(texts: readonly TextHits[]): Uint32Array {
  const indexes = new Uint32Array(texts.reduce((sum, { count }) => sum + count, 0))
  let at = 0
  for (const { first, count } of texts) for (let i = first; i < first + count; i++) indexes[at++] = i
  return indexes
}

/** Stable; `counts` is room for one number more than there are keys. */
function* countingSorted(order: Uint32Array, keys: Uint16Array, counts: Uint32Array): Generator<void, Uint32Array> {
  counts.fill(0)
  for (const key of keys) counts[key + 1]!++
  // `keys` has those of hits that are not in this order too: where they are none of the texts chosen, their keys are 0
  counts[1]! -= keys.length - order.length
  for (let key = 1; key < counts.length; key++) counts[key]! += counts[key - 1]!
  const sorted = new Uint32Array(order.length)
  for (let from = 0; from < order.length; from += hitsAtOnce) {
    yield
    const to = Math.min(order.length, from + hitsAtOnce)
    for (let i = from; i < to; i++) {
      const index = order[i]!
      sorted[counts[keys[index]!]!++] = index
    }
  }
  return sorted
}

export interface Neighbour {
  /** The condensed characters next to the word, in reading order. */
  readonly text: string
  readonly count: number
  /** One place that has it: its text, and where it begins and ends on the shelf. */
  readonly sample: { readonly of: TextHits; readonly at: number }
}

/**
 * What stands next to the word, `characters` long, most frequent first (then by code). Shorter where a
 * text ends; a place with nothing beside it is not counted. Yields now and then.
 */
export function* neighboursOf({ length, places }: Hits, texts: readonly TextHits[], { side, characters }: { readonly side: Side; readonly characters: number }): Generator<void, Neighbour[]> {
  const counts = new Map<string, { count: number; readonly sample: Neighbour['sample'] }>()
  let sinceYield = 0
  for (const of of texts) {
    const { shelf, slot, first, count } = of
    const bounds = { from: shelf.starts[slot]!, to: shelf.starts[slot + 1]! - 1 }
    for (let i = first; i < first + count; i++) {
      const text = besideText(shelf, bounds, { side, characters, start: places[i]!, end: places[i]! + length })
      if (text === '') continue
      const known = counts.get(text)
      if (known === undefined) counts.set(text, { count: 1, sample: { of, at: side === 'right' ? places[i]! + length : places[i]! - text.length } })
      else known.count++
    }
    sinceYield += count
    if (sinceYield > 2000) {
      sinceYield = 0
      yield
    }
  }
  return [...counts].map(([text, { count, sample }]) => ({ text, count, sample })).sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
}

interface Beside {
  readonly side: Side
  readonly characters: number
  readonly start: number
  readonly end: number
}

/** Never cuts a character beyond the BMP in two. */
function besideText({ text }: Shelf, { from, to }: { from: number; to: number }, { side, characters, start, end }: Beside): string {
  if (side === 'right') {
    const until = Math.min(to, end + characters)
    return text.slice(end, isHighAt(text, until - 1) && until > end ? until - 1 : until)
  }
  const since = Math.max(from, start - characters)
  return text.slice(isLowAt(text, since) && since < start ? since + 1 : since, start)
}

const isHighAt = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xd800
const isLowAt = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00

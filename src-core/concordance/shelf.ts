import { condenseInto, positionOf, textOfUnits, UNSEEN } from '../text/folding.ts'
import type { Span } from '../text/span.ts'

/**
 * Many texts condensed into one string, so that one pass over it finds a word in all of them. Each text
 * is followed by NUL, which no query has.
 */
export interface Shelf {
  readonly ids: readonly number[]
  readonly text: string
  /** Where each text begins, and where one more would. */
  readonly starts: Uint32Array
  /** The gaps of all texts, each counted from the begin of its own (`CondensedText`). */
  readonly gaps: Uint32Array
  /** Where the gaps of each text begin in `gaps`, and where those of one more would. */
  readonly gapStarts: Uint32Array
}

export interface ShelvedText {
  readonly id: number
  readonly text: string
}

export function shelfOf(texts: readonly ShelvedText[]): Shelf {
  const units = new Uint16Array(texts.reduce((sum, { text }) => sum + text.length + 1, 0))
  const starts = new Uint32Array(texts.length + 1)
  const gapStarts = new Uint32Array(texts.length + 1)
  const gaps: number[] = []
  let at = 0
  texts.forEach(({ text }, slot) => {
    at = condenseInto(text, units, { at, gaps })
    units[at++] = UNSEEN
    starts[slot + 1] = at
    gapStarts[slot + 1] = gaps.length
  })
  return { ids: texts.map(({ id }) => id), text: textOfUnits(units, at), starts, gaps: Uint32Array.from(gaps), gapStarts }
}

/** The exact characters of the text itself for `length` condensed ones from `at` (a position on the shelf) on. */
export function spanOnShelf({ starts, gaps, gapStarts }: Shelf, slot: number, { at, length }: { readonly at: number; readonly length: number }): Span {
  const within = { from: gapStarts[slot]!, to: gapStarts[slot + 1]! }
  const first = at - starts[slot]!
  return { start: positionOf(gaps, first, within), end: positionOf(gaps, first + length - 1, within) + 1 }
}

/** A list of positions that grows. */
export class Positions {
  #values = new Uint32Array(1024)
  length = 0

  add(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Uint32Array(this.length * 2)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.length++] = value
  }

  /** A view, no copy. */
  get values(): Uint32Array {
    return this.#values.subarray(0, this.length)
  }
}

/** What one text of a shelf has of a word: `count` of the positions from `first` on. */
export interface TextHits {
  readonly shelf: Shelf
  readonly slot: number
  readonly id: number
  readonly first: number
  readonly count: number
}

interface ShelfSearch {
  readonly wanted: string
  /** Whether a text of the shelf is searched. */
  readonly has: (slot: number) => boolean
  /** Takes the position of each place. */
  readonly places: Positions
}

/** All places of a word on a shelf, text by text; they do not overlap. */
export function hitsOnShelf(shelf: Shelf, { wanted, has, places }: ShelfSearch): TextHits[] {
  const { text, starts, ids } = shelf
  const found: TextHits[] = []
  let slot = -1
  let first = places.length
  const close = (): void => {
    if (places.length > first) found.push({ shelf, slot, id: ids[slot]!, first, count: places.length - first })
    first = places.length
  }
  for (let at = text.indexOf(wanted); at !== -1; ) {
    if (slot === -1 || at >= starts[slot + 1]!) {
      close()
      slot = slotAt(starts, at, slot + 1)
      if (!has(slot)) {
        at = text.indexOf(wanted, starts[slot + 1])
        continue
      }
    }
    places.add(at)
    at = text.indexOf(wanted, at + wanted.length)
  }
  if (slot !== -1) close()
  return found
}

/** The text that a position lies in, which is not before `least`. */
function slotAt(starts: Uint32Array, position: number, least: number): number {
  let low = least
  let high = starts.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= position) low = middle
    else high = middle - 1
  }
  return low
}

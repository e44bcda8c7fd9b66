import { isLowSurrogate } from './counted-text.ts'

/**
 * Positions of a text in UTF-16 units, as the program has them, and in Unicode code points, as formats
 * of exchange count them. A position inside a surrogate pair stands for the one before the pair.
 */
export class CodePoints {
  /** How many code points the text has. */
  readonly length: number
  readonly #units: number
  /** Positions (in units) of the second halves of pairs, in order: few texts have any. */
  readonly #halves: readonly number[]

  constructor(text: string) {
    const halves: number[] = []
    for (let at = 1; at < text.length; at++) {
      if (isLowSurrogate(text.charCodeAt(at)) && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800) halves.push(at)
    }
    this.#halves = halves
    this.#units = text.length
    this.length = text.length - halves.length
  }

  /** @example new CodePoints('𬭎钢').toPoints(2) // 1 */
  toPoints(unit: number): number {
    const at = this.#halves.includes(unit) ? unit - 1 : unit
    return at - countBelow(this.#halves, at)
  }

  /** The unit that a code point begins at; null where the text has no such position. */
  toUnits(point: number): number | null {
    if (!Number.isInteger(point) || point < 0 || point > this.length) return null
    let [low, high] = [0, this.#halves.length]
    // the halves before it: the nth of them stands at unit `halves[n]`, behind `halves[n] - n` points
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#halves[middle]! - middle <= point) low = middle + 1
      else high = middle
    }
    return Math.min(point + low, this.#units)
  }
}

function countBelow(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Where every pair of neighbouring characters of a text stands: made once, it finds any stretch of two
 * or more characters by looking only at the places of its rarest pair.
 */
export class TextIndex {
  readonly text: string
  readonly #pairs = new Map<number, number[]>()

  constructor(text: string) {
    this.text = text
    for (let at = 0; at + 1 < text.length; at++) {
      const pair = pairAt(text, at)
      const places = this.#pairs.get(pair)
      if (places === undefined) this.#pairs.set(pair, [at])
      else places.push(at)
    }
  }

  /** Every place of the words, in order; places may overlap. */
  find(words: string): number[] {
    const { text } = this
    if (words.length < 2) return scan(text, words)
    let rarest: readonly number[] = none
    let offset = -1
    for (let at = 0; at + 1 < words.length; at++) {
      const places = this.#pairs.get(pairAt(words, at))
      if (places === undefined) return []
      if (offset === -1 || places.length < rarest.length) [rarest, offset] = [places, at]
    }
    const found: number[] = []
    for (const place of rarest) if (place >= offset && text.startsWith(words, place - offset)) found.push(place - offset)
    return found
  }
}

const none: readonly number[] = []

const pairAt = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)

function scan(text: string, words: string): number[] {
  const found: number[] = []
  if (words === '') return found
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at)
  return found
}

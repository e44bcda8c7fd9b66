interface Entry<T> {
  readonly word: string
  /** Code of the second character, -1 where there is none: most misses are told by it. */
  readonly second: number
  readonly value: T
}

/**
 * Words to be looked for at every place of a text: one look at a table for each character, and
 * comparisons only where some word may begin.
 */
export class WordTable<T> {
  readonly #starts = new Uint8Array(0x10000)
  readonly #byFirst = new Map<number, Entry<T>[]>()

  /** @param entries words, none empty, with what each stands for; the first of equal words counts */
  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [word, value] of entries) {
      const first = word.charCodeAt(0)
      this.#starts[first] = 1
      const own = this.#byFirst.get(first)
      const entry = { word, second: word.length > 1 ? word.charCodeAt(1) : -1, value }
      if (own === undefined) this.#byFirst.set(first, [entry])
      else own.push(entry)
    }
    for (const own of this.#byFirst.values()) own.sort((a, b) => b.word.length - a.word.length)
  }

  /** The longest word that begins at `at`, or null. */
  at(text: string, at: number): { readonly word: string; readonly value: T } | null {
    const code = text.charCodeAt(at)
    if (this.#starts[code] !== 1) return null
    const next = text.charCodeAt(at + 1)
    for (const entry of this.#byFirst.get(code)!) {
      if (entry.second === next ? text.startsWith(entry.word, at) : entry.second < 0) return entry
    }
    return null
  }

  /** Whether any word begins in `[start, end)`. */
  occursIn(text: string, start: number, end: number): boolean {
    const starts = this.#starts
    for (let i = start; i < end; i++) if (starts[text.charCodeAt(i)] === 1 && this.at(text, i) !== null) return true
    return false
  }
}

/** `，；：` and a line feed. */
export function endsClause(code: number): boolean {
  return code === 0xff0c || code === 0xff1b || code === 0xff1a || code === 0x0a
}

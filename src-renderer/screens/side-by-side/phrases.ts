import { locateSharedPhrases, sharedPhrases } from '#core/compare/shared-phrases.ts'
import type { Span } from '#core/text/span.ts'

/** What the reports shown have word for word in common. */
export interface Phrases {
  readonly list: readonly string[]
  /** Column -> where they stand, in order. */
  readonly places: readonly (readonly (Span & { readonly phrase: number })[])[]
  readonly count: number
}

export function phrasesOf(texts: readonly string[], shortest: number): Phrases {
  const shared = sharedPhrases(texts.map((text) => [text]), shortest)
  const places = texts.map((text, column) => locateSharedPhrases(text, shared, column))
  return { list: shared.map(({ phrase }) => phrase), places, count: places.reduce((sum, list) => sum + list.length, 0) }
}

/** An occurrence of a phrase. */
export interface PhrasePlace extends Span {
  readonly column: number
}

/** Every occurrence of a phrase in all columns, also inside a longer one. */
export function occurrencesOf(phrase: string, texts: readonly string[]): PhrasePlace[] {
  return texts.flatMap((text, column) => {
    const found: PhrasePlace[] = []
    for (let start = text.indexOf(phrase); start >= 0; start = text.indexOf(phrase, start + phrase.length)) {
      found.push({ column, start, end: start + phrase.length })
    }
    return found
  })
}

/** The longest phrase that holds a position of a column. */
export function phraseAt({ list, places }: Phrases, column: number, position: number): string | null {
  const here = places[column]!.filter(({ start, end }) => start <= position && position < end)
  return here.map(({ phrase }) => list[phrase] ?? '').reduce<string | null>((best, phrase) => (best === null || phrase.length > best.length ? phrase : best), null)
}

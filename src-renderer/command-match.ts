import type { Words } from './language/zh.ts'

/** Something that is found by what is typed: its words in each language of the window, the shown one first. */
export interface Findable {
  readonly texts: readonly string[]
}

/** Width, case and white space make no difference. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

const foldedTexts = new WeakMap<Findable, readonly string[]>()

/** The texts of an item, folded once: a long list is looked through at every letter typed. */
function foldedOf(item: Findable): readonly string[] {
  const known = foldedTexts.get(item)
  if (known !== undefined) return known
  const texts = item.texts.map(folded)
  foldedTexts.set(item, texts)
  return texts
}

/**
 * Those of which every word of the query stands somewhere in their texts, in whatever language; in the order
 * in which a reader would expect them: begun by the query, then holding it early, else as they came.
 */
export function matching<T extends Findable>(items: readonly T[], query: string): T[] {
  const words = folded(query).split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return [...items]
  const first = words[0] ?? ''
  return items
    .flatMap((item) => {
      const texts = foldedOf(item)
      const all = texts.join('\n')
      if (!words.every((word) => all.includes(word))) return []
      const place = Math.min(...texts.map((text) => text.indexOf(first)).filter((at) => at >= 0), 100)
      return [{ item, place }]
    })
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item)
}

/** A label in all languages of the window, the one of now first. */
export const textsOf = (label: (words: Words) => string, languages: readonly Words[]): string[] => [...new Set(languages.map(label))]

import type { PassagePair } from './comparison.ts'
import { isWordCharacter } from './word-character.ts'

/** Pairs less alike than this are not told: below it lie passages that share the words of the theme and no more. */
export const LEAST_SIMILARITY = 0.2

/** A row with more passages than this (some 300 reports) has no pairs: their number grows with the square, and nobody reads them. */
export const MOST_PAIRED_PASSAGES = 1000

/**
 * Passages of different columns that say like things, in the order of columns and passages.
 *
 * Similarity is the cosine of the counts of character bigrams: two neighbouring letters or digits,
 * none across a mark or white space. `养老服务` has three. The value means nothing without this unit:
 * on the same two texts single characters give about .66, bigrams .42, trigrams .17.
 *
 * For two columns a pair is told when one of its passages has no better partner in the other's
 * column; so a passage may have several partners (one report's sentence, another's whole section).
 *
 * @param columns the texts of the passages of each column.
 */
export function passagePairs(columns: readonly (readonly string[])[]): PassagePair[] {
  const passages = columns.flatMap((texts, column) => texts.map((text, index) => ({ column, index, text })))
  if (passages.length > MOST_PAIRED_PASSAGES) return []
  const cosine = cosines(passages.map(({ text }) => text))
  const best = passages.map((_, a) => {
    const most = new Float64Array(columns.length)
    passages.forEach(({ column }, b) => {
      if (b !== a) most[column] = Math.max(most[column]!, cosine(a, b))
    })
    return most
  })
  const pairs: PassagePair[] = []
  passages.forEach((one, a) => {
    for (let b = a + 1; b < passages.length; b++) {
      const other = passages[b]!
      const similarity = cosine(a, b)
      if (one.column === other.column || similarity < LEAST_SIMILARITY) continue
      if (similarity < best[a]![other.column]! && similarity < best[b]![one.column]!) continue
      pairs.push({ columns: [one.column, other.column], passages: [one.index, other.index], similarity })
    }
  })
  return pairs.sort(
    (p, q) =>
      p.columns[0] - q.columns[0] ||
      p.columns[1] - q.columns[1] ||
      p.passages[0] - q.passages[0] ||
      p.passages[1] - q.passages[1]
  )
}

/** All cosines of some texts, by their indices. Dot products are summed bigram by bigram over the texts that have it. */
function cosines(texts: readonly string[]): (a: number, b: number) => number {
  const n = texts.length
  const dot = new Float64Array(n * n)
  const postings = new Map<number, { text: number; count: number }[]>()
  texts.forEach((text, index) => {
    for (const [bigram, count] of bigramCounts(text)) {
      const known = postings.get(bigram)
      if (known === undefined) postings.set(bigram, [{ text: index, count }])
      else known.push({ text: index, count })
    }
  })
  for (const list of postings.values()) {
    for (let i = 0; i < list.length; i++) {
      const { text, count } = list[i]!
      for (let j = i; j < list.length; j++) dot[text * n + list[j]!.text]! += count * list[j]!.count
    }
  }
  return (a, b) => {
    const norm = Math.sqrt(dot[a * n + a]! * dot[b * n + b]!)
    return norm === 0 ? 0 : Math.min(1, dot[Math.min(a, b) * n + Math.max(a, b)]! / norm)
  }
}

/** Two UTF-16 units packed into one number -> how often they stand together. */
function bigramCounts(text: string): Map<number, number> {
  const counts = new Map<number, number>()
  let before = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const word = isWordCharacter(code)
    if (word && before !== 0) {
      const bigram = before * 0x10000 + code
      counts.set(bigram, (counts.get(bigram) ?? 0) + 1)
    }
    before = word ? code : 0
  }
  return counts
}

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
  const n = passages.length
  const cosine = similarities(passages.map(({ text }) => text))
  const best = new Float64Array(n * columns.length)
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) {
      const at = a * columns.length + passages[b]!.column
      if (a !== b && cosine[a * n + b]! > best[at]!) best[at] = cosine[a * n + b]!
    }
  }
  const pairs: PassagePair[] = []
  passages.forEach((one, a) => {
    for (let b = a + 1; b < n; b++) {
      const other = passages[b]!
      const similarity = cosine[a * n + b]!
      if (similarity < LEAST_SIMILARITY || one.column === other.column) continue
      const bestOfOne = best[a * columns.length + other.column]!
      const bestOfOther = best[b * columns.length + one.column]!
      if (similarity < bestOfOne && similarity < bestOfOther) continue
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

/** The matrix of cosines of n texts, row by row. Dot products are summed bigram by bigram over the texts that have it. */
export function similarities(texts: readonly string[]): Float64Array {
  const n = texts.length
  const matrix = new Float64Array(n * n)
  for (const list of bigramPostings(texts).values()) {
    for (let i = 0; i < list.length; i += 2) {
      const row = list[i]! * n
      const count = list[i + 1]!
      for (let j = i; j < list.length; j += 2) matrix[row + list[j]!]! += count * list[j + 1]!
    }
  }
  const norms = Float64Array.from(texts, (_, a) => Math.sqrt(matrix[a * n + a]!))
  for (let a = 0; a < n; a++) {
    for (let b = a; b < n; b++) {
      const norm = norms[a]! * norms[b]!
      const cosine = norm === 0 ? 0 : Math.min(1, matrix[a * n + b]! / norm)
      matrix[a * n + b] = cosine
      matrix[b * n + a] = cosine
    }
  }
  return matrix
}

/** Bigram (two UTF-16 units in one number) -> the texts that have it and how often: text, count, text, count, … */
function bigramPostings(texts: readonly string[]): Map<number, number[]> {
  const postings = new Map<number, number[]>()
  texts.forEach((text, index) => {
    let before = 0
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      const word = isWordCharacter(code)
      if (word && before !== 0) {
        // Signed 32 bits: a key that fits a small integer where it can.
        const bigram = (before << 16) | code
        const known = postings.get(bigram)
        if (known === undefined) postings.set(bigram, [index, 1])
        else if (known[known.length - 2] === index) known[known.length - 1]!++
        else known.push(index, 1)
      }
      before = word ? code : 0
    }
  })
  return postings
}

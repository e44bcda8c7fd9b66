import { similarities } from '../compare/similarity.ts'
import type { AlignWay } from './versions.ts'

/** Paragraphs that are less alike are no versions of each other. */
const LEAST_LIKENESS = 0.4
/** Paragraphs of both sides together that are weighed against each other at once: time and memory grow with the square. */
const MOST_WEIGHED = 2000

/** A paragraph of the one and of the other, by index. */
export type Pair = readonly [before: number, after: number]

export interface Alignment {
  /** Rising on both sides. */
  readonly pairs: readonly Pair[]
  /** How alike two paragraphs are; 0 where it was never asked. */
  readonly likeness: (before: number, after: number) => number
  readonly way: AlignWay
}

/**
 * Which paragraphs belong together, in order: of all ways to pair them without crossing, the one that keeps most
 * characters. Equal paragraphs are alike by 1; others by the cosine of their pairs of characters, from .4 up.
 */
export function alignParagraphs(before: readonly string[], after: readonly string[], mostWeighed: number = MOST_WEIGHED): Alignment {
  if (before.length + after.length <= mostWeighed) {
    const likeness = likenessOf(before, after)
    const all = { before: [0, before.length], after: [0, after.length] } as const
    return { pairs: bestPairs(all, (b, a) => worth(likeness(b, a), before[b]!, after[a]!)), likeness, way: 'likeness' }
  }
  return alignByAnchors(before, after, mostWeighed)
}

const worth = (likeness: number, before: string, after: string): number =>
  likeness >= LEAST_LIKENESS ? likeness * (Math.min(before.length, after.length) + 1) : 0

function likenessOf(before: readonly string[], after: readonly string[]): Alignment['likeness'] {
  const width = before.length + after.length
  const cosines = similarities([...before, ...after])
  return (b, a) => (before[b] === after[a] ? 1 : Math.min(1, cosines[b * width + before.length + a]!))
}

interface Range {
  /** First, and the one behind the last. */
  readonly before: readonly [number, number]
  readonly after: readonly [number, number]
}

/** The longest common subsequence, weighted. */
function bestPairs({ before: [b0, b1], after: [a0, a1] }: Range, weight: (before: number, after: number) => number): Pair[] {
  const [rows, columns] = [b1 - b0, a1 - a0]
  const best = new Float64Array((rows + 1) * (columns + 1))
  const at = (row: number, column: number): number => row * (columns + 1) + column
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const apart = Math.max(best[at(row + 1, column)]!, best[at(row, column + 1)]!)
      const pair = weight(b0 + row, a0 + column)
      best[at(row, column)] = pair > 0 ? Math.max(apart, pair + best[at(row + 1, column + 1)]!) : apart
    }
  }
  const pairs: Pair[] = []
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    const here = best[at(row, column)]!
    if (here === best[at(row + 1, column)]!) row++
    else if (here === best[at(row, column + 1)]!) column++
    else pairs.push([b0 + row++, a0 + column++])
  }
  return pairs
}

/** First the paragraphs that are equal and stand once in each; then what lies between two of them, each gap for itself. */
function alignByAnchors(before: readonly string[], after: readonly string[], mostWeighed: number): Alignment {
  const anchors = rising(onceInBoth(before, after))
  const gaps = [...anchors, [before.length, after.length] as const].map(([b, a], index): Range => {
    const [fromB, fromA] = anchors[index - 1] ?? [-1, -1]
    return { before: [fromB + 1, b], after: [fromA + 1, a] }
  })
  const known = new Map<number, number>()
  const pairs: Pair[] = []
  gaps.forEach((gap, index) => {
    const [ones, others] = [before.slice(...gap.before), after.slice(...gap.after)]
    // a gap that is too large for likeness has no equal paragraphs that stand once: they stay apart
    if (ones.length + others.length <= mostWeighed && ones.length > 0 && others.length > 0) {
      const inGap = likenessOf(ones, others)
      for (const [b, a] of bestPairs({ before: [0, ones.length], after: [0, others.length] }, (one, other) => worth(inGap(one, other), ones[one]!, others[other]!))) {
        const pair: Pair = [gap.before[0] + b, gap.after[0] + a]
        known.set(pair[0], inGap(b, a))
        pairs.push(pair)
      }
    }
    const anchor = anchors[index]
    if (anchor !== undefined) pairs.push(anchor)
  })
  const partner = new Map(pairs)
  const likeness = (b: number, a: number): number => (before[b] === after[a] ? 1 : partner.get(b) === a ? (known.get(b) ?? 0) : 0)
  return { pairs, likeness, way: 'anchors' }
}

function onceInBoth(before: readonly string[], after: readonly string[]): Pair[] {
  const [ones, others] = [onceIn(before), onceIn(after)]
  return [...ones].flatMap(([text, index]) => {
    const other = others.get(text)
    return other === undefined ? [] : [[index, other] as const]
  })
}

function onceIn(texts: readonly string[]): Map<string, number> {
  const places = new Map<string, number>()
  const twice = new Set<string>()
  texts.forEach((text, index) => {
    if (places.has(text)) twice.add(text)
    places.set(text, index)
  })
  for (const text of twice) places.delete(text)
  return places
}

/** The most pairs that rise on both sides (longest increasing subsequence, by patience). @param pairs rising on the first side */
function rising(pairs: readonly Pair[]): Pair[] {
  const ends: number[] = []
  const previous = new Int32Array(pairs.length).fill(-1)
  pairs.forEach(([, after], index) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[ends[middle]!]![1] < after) low = middle + 1
      else high = middle
    }
    if (low > 0) previous[index] = ends[low - 1]!
    ends[low] = index
  })
  const chain: Pair[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at]!) chain.push(pairs[at]!)
  return chain.reverse()
}

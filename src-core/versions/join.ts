import { similarities } from '../compare/similarity.ts'
import type { Pair } from './align.ts'
import type { BlockRange } from './blocks.ts'

/** Neighbouring paragraphs of the one that are versions of neighbouring paragraphs of the other. */
export interface JoinedPair {
  readonly before: BlockRange
  readonly after: BlockRange
}

/** What a neighbour must add to the likeness of a pair to belong to it. */
const LEAST_GAIN = 0.03

/**
 * A paragraph that was divided, or several that became one: a neighbour that has no partner of its own joins a pair
 * where the two are more alike with it than without.
 *
 * @param pairs rising on both sides
 */
export function joinDivided(before: readonly string[], after: readonly string[], pairs: readonly Pair[]): JoinedPair[] {
  let [freeBefore, freeAfter] = [0, 0] // those below have their place
  return pairs.map(([b, a], index) => {
    const [nextB, nextA] = pairs[index + 1] ?? [before.length, after.length]
    const grown = before[b] === after[a] ? { before: [b, b], after: [a, a] } as const : grow({ before, after }, [b, a], { before: [freeBefore, nextB], after: [freeAfter, nextA] })
    freeBefore = grown.before[1] + 1
    freeAfter = grown.after[1] + 1
    return grown
  })
}

interface Texts {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** @param free what of each side has no partner: first, and the one behind the last */
function grow(texts: Texts, [b, a]: Pair, free: Record<keyof Texts, BlockRange>): JoinedPair {
  let joined: JoinedPair = { before: [b, b], after: [a, a] }
  let likeness = likenessOf(texts, joined)
  for (;;) {
    const wider = (['before', 'after'] as const)
      .flatMap((side) => {
        const [first, last] = joined[side]
        return [...(first > free[side][0] ? [{ ...joined, [side]: [first - 1, last] as const }] : []), ...(last + 1 < free[side][1] ? [{ ...joined, [side]: [first, last + 1] as const }] : [])]
      })
      .map((pair) => ({ pair, likeness: likenessOf(texts, pair) }))
      .sort((one, other) => other.likeness - one.likeness)[0]
    if (wider === undefined || wider.likeness < likeness + LEAST_GAIN) return joined
    joined = wider.pair
    likeness = wider.likeness
  }
}

const likenessOf = ({ before, after }: Texts, joined: JoinedPair): number => similarities([together(before, joined.before), together(after, joined.after)])[1]!

const together = (texts: readonly string[], [first, last]: BlockRange): string => texts.slice(first, last + 1).join('\n')

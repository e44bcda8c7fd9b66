import { charactersOf } from '../text/counted-text.ts'
import type { Alignment, Pair } from './align.ts'

/** A paragraph that is less alike stands for itself: another place alone does not make it a version of another. */
const LEAST_MOVED_LIKENESS = 0.6
/** Shorter ones are alike by chance. */
const LEAST_MOVED_CHARACTERS = 8

interface Unpaired {
  readonly before: readonly number[]
  readonly after: readonly number[]
}

/** Paragraphs that have no partner in order, but one elsewhere; the one that keeps most characters first. */
export function movedPairs(texts: { readonly before: readonly string[]; readonly after: readonly string[] }, { before, after }: Unpaired, likeness: Alignment['likeness']): Pair[] {
  const candidates: { readonly pair: Pair; readonly worth: number }[] = []
  const lengths = new Map(after.map((a) => [a, charactersOf(texts.after[a]!)]))
  for (const b of before) {
    const length = charactersOf(texts.before[b]!)
    if (length < LEAST_MOVED_CHARACTERS) continue
    for (const a of after) {
      const alike = likeness(b, a)
      if (alike >= LEAST_MOVED_LIKENESS && lengths.get(a)! >= LEAST_MOVED_CHARACTERS) candidates.push({ pair: [b, a], worth: alike * Math.min(length, lengths.get(a)!) })
    }
  }
  const [usedBefore, usedAfter] = [new Set<number>(), new Set<number>()]
  return candidates
    .sort((one, other) => other.worth - one.worth || one.pair[0] - other.pair[0] || one.pair[1] - other.pair[1])
    .filter(({ pair: [b, a] }) => {
      if (usedBefore.has(b) || usedAfter.has(a)) return false
      usedBefore.add(b)
      usedAfter.add(a)
      return true
    })
    .map(({ pair }) => pair)
}

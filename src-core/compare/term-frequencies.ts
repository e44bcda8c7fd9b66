import { perThousand } from '../statistics/per-thousand.ts'
import { revealedAdvantage } from '../statistics/revealed-advantage.ts'
import { tfIdf } from '../statistics/tf-idf.ts'
import { candidatesOf, type Tally, type TermBounds } from './term-tally.ts'

export interface FrequentTerm {
  readonly term: string
  readonly sum: number
  /** Groups that have it. */
  readonly having: number
  readonly groups: readonly TermInGroup[]
}

export interface TermInGroup {
  readonly count: number
  /** Of all that was counted in the group; null in one without text. */
  readonly perThousand: number | null
  readonly tfIdf: number
  /** null where the group has none of the terms. */
  readonly advantage: number | null
}

/**
 * The most frequent terms and how each group stands to them. The documents of idf are the groups; RCA is among all
 * terms that are frequent and long enough, not among those told alone.
 */
export function* frequentTerms(tallies: readonly Tally[], { top, ...bounds }: TermBounds & { readonly top: number }): Generator<void, { rows: FrequentTerm[]; candidates: number }> {
  const candidates = yield* candidatesOf(tallies, bounds)
  const advantages = revealedAdvantage(tallies.map((_, group) => candidates.map(({ counts }) => counts[group]!)))
  const rows = candidates.slice(0, top).map(({ term, counts, sum }, at): FrequentTerm => {
    const weights = tfIdf(counts)
    return {
      term,
      sum,
      having: counts.filter((count) => count > 0).length,
      groups: counts.map((count, group) => ({ count, perThousand: perThousand(count, tallies[group]!.total), tfIdf: weights[group]!, advantage: advantages[group]![at]! }))
    }
  })
  return { rows, candidates: candidates.length }
}

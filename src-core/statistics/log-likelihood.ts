/** How often something stands in each of two corpora, and how much each has in all, in the same unit (words, characters, statements). */
export interface TwoCorpora {
  readonly target: number
  readonly targetTotal: number
  readonly reference: number
  readonly referenceTotal: number
}

/**
 * Keyness: the log-likelihood ratio G² = 2 Σ O ln(O / E) of one word's two observed frequencies, with
 * E₁ = N₁ (O₁ + O₂) / (N₁ + N₂) and E₂ = N₂ (O₁ + O₂) / (N₁ + N₂); a frequency of 0 adds 0. It has no unit, is 0 where
 * both corpora use the word equally often, and follows χ² with one degree of freedom. It is always given unsigned: which
 * corpus has more of it is told by the log ratio.
 *
 * Source: T. Dunning (1993), Accurate Methods for the Statistics of Surprise and Coincidence, Computational Linguistics
 * 19 (1), 61–74; in this form of two terms P. Rayson and R. Garside (2000), Comparing Corpora using Frequency Profiling.
 *
 * @returns null where one of the corpora is empty: nothing can then be expected of it.
 */
export function logLikelihood({ target, targetTotal, reference, referenceTotal }: TwoCorpora): number | null {
  if (targetTotal === 0 || referenceTotal === 0) return null
  const observed = target + reference
  const all = targetTotal + referenceTotal
  const sum = term(target, (targetTotal * observed) / all) + term(reference, (referenceTotal * observed) / all)
  // equal shares can come out a rounding below 0
  return Math.max(0, 2 * sum)
}

const term = (observed: number, expected: number): number => (observed === 0 ? 0 : observed * Math.log(observed / expected))

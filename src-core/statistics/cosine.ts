/** How often (or with what weight) each term stands in a text. */
export type Weights = ReadonlyMap<string, number>

/**
 * Likeness of two texts as the cosine of the angle between their weights: Σ aᵢ bᵢ / √(Σ aᵢ² Σ bᵢ²). 1: the same
 * proportions; 0: no term in common. It means nothing without its unit (characters, words, themes) and weighting.
 *
 * Source: G. Salton, A. Wong and C. S. Yang (1975), A Vector Space Model for Automatic Indexing, Communications of the
 * ACM 18 (11), 613–620.
 *
 * @returns null where one of the texts has no weight at all.
 */
export function cosine(one: Weights, other: Weights): number | null {
  const norms = squares(one) * squares(other)
  if (norms === 0) return null
  let product = 0
  for (const [term, weight] of one) product += weight * (other.get(term) ?? 0)
  return Math.min(1, product / Math.sqrt(norms))
}

function squares(weights: Weights): number {
  let sum = 0
  for (const weight of weights.values()) sum += weight * weight
  return sum
}

import { countValues } from './ratings.ts'

/**
 * Cohen's kappa of two coders over nominal values: (Po − Pe) / (1 − Pe), at most 1; 0 is what chance gives when each
 * coder keeps the own shares of values. Po: share of equal units; Pe = Σ p₁ₖ p₂ₖ over the values k.
 *
 * Source: J. Cohen (1960), A coefficient of agreement for nominal scales, Educational and Psychological Measurement
 * 20 (1), 37–46.
 *
 * @param pairs the values of the units that both coded.
 * @returns null where no unit was coded by both, and where both gave one and the same value throughout: chance alone
 *   would then agree always, and the quotient is 0 / 0.
 */
export function cohenKappa(pairs: readonly (readonly [string, string])[]): number | null {
  const n = pairs.length
  if (n === 0) return null
  const first = countValues(pairs.map(([one]) => one))
  const second = countValues(pairs.map(([, other]) => other))
  // counts stay whole numbers until the last division, so that perfect agreement gives exactly 1
  const observed = pairs.filter(([one, other]) => one === other).length * n
  let expected = 0
  for (const [value, count] of first) expected += count * (second.get(value) ?? 0)
  const possible = n * n - expected
  return possible === 0 ? null : (observed - expected) / possible
}

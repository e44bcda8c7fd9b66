import { countValues, type Ratings } from './ratings.ts'

/**
 * Krippendorff's alpha of two or more coders over nominal values: 1 − Do / De, at most 1; 0 is what chance gives.
 * Units that fewer than two coders coded say nothing of agreement and fall out. With the coincidences o of pairable
 * values (each unit's pairs weighted by 1 / (m − 1), m: its number of values), n_c their sum per value and n in all:
 * α = 1 − (n − 1) (n − Σ o_cc) / (n² − Σ n_c²).
 *
 * Source: K. Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, University of Pennsylvania,
 * Annenberg School for Communication, sections A–C.
 *
 * @returns null where no unit was coded by two, and where one value was given throughout: nothing varies, so
 *   nothing can be said of reliability.
 */
export function krippendorffAlpha(ratings: Ratings): number | null {
  const units = ratings[0]?.length ?? 0
  const totals = new Map<string, number>()
  let n = 0
  let disagreement = 0
  for (let unit = 0; unit < units; unit++) {
    const values = ratings.map((row) => row[unit] ?? null).filter((value) => value !== null)
    const m = values.length
    if (m < 2) continue
    const counts = countValues(values)
    n += m
    let equalPairs = 0
    for (const [value, count] of counts) {
      totals.set(value, (totals.get(value) ?? 0) + count)
      equalPairs += count * (count - 1)
    }
    disagreement += (m * (m - 1) - equalPairs) / (m - 1)
  }
  let equalByChance = 0
  for (const total of totals.values()) equalByChance += total * total
  const expected = n * n - equalByChance
  return expected === 0 ? null : 1 - ((n - 1) * disagreement) / expected
}

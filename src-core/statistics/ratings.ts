/**
 * What several coders said of the same units: one row per coder, one value per unit; `null` where a coder did not
 * code the unit. All rows are equally long. Values are names of categories: order and distance mean nothing.
 */
export type Ratings = readonly (readonly (string | null)[])[]

/** The units that both coders coded, as pairs of values. */
export function codedPairs(one: readonly (string | null)[], other: readonly (string | null)[]): [string, string][] {
  if (one.length !== other.length) throw new RangeError(`Coders with ${String(one.length)} and ${String(other.length)} units cannot be compared`)
  const pairs: [string, string][] = []
  one.forEach((value, unit) => {
    const second = other[unit]!
    if (value !== null && second !== null) pairs.push([value, second])
  })
  return pairs
}

/** How often each value occurs. */
export function countValues(values: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** How many things two sets have, and how many of them are the same. */
export interface Overlap {
  readonly both: number
  readonly one: number
  readonly other: number
}

export function overlapOf(one: ReadonlySet<unknown>, other: ReadonlySet<unknown>): Overlap {
  let both = 0
  for (const each of one) if (other.has(each)) both++
  return { both, one: one.size, other: other.size }
}

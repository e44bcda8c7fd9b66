import type { Overlap } from './overlap.ts'

/**
 * Likeness of two sets: |A ∩ B| / |A ∪ B|, 0 to 1. How often something stands in a text counts for nothing.
 *
 * Source: P. Jaccard (1912), The Distribution of the Flora in the Alpine Zone, New Phytologist 11 (2), 37–50.
 *
 * @returns null where both are empty.
 */
export function jaccard({ both, one, other }: Overlap): number | null {
  const either = one + other - both
  return either === 0 ? null : both / either
}

/**
 * Holsti's coefficient of reliability: 2 M / (N₁ + N₂), from 0 to 1. M: decisions that the two coders share; N₁, N₂:
 * decisions that each of them made. Unlike the percent agreement it needs no common set of units. Agreement by chance
 * is not taken out.
 *
 * Source: O. R. Holsti (1969), Content Analysis for the Social Sciences and Humanities, Addison-Wesley, 138–141.
 *
 * @returns null where neither made a decision.
 */
export function holsti({ shared, first, second }: { readonly shared: number; readonly first: number; readonly second: number }): number | null {
  return first + second === 0 ? null : (2 * shared) / (first + second)
}

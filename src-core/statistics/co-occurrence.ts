import type { Overlap } from './overlap.ts'

/**
 * In how many units (statements, paragraphs, reports) two terms stand together. The diagonal is in how many units a term
 * stands at all; a term that a unit has twice counts once.
 *
 * Source: M. Callon, J.-P. Courtial, W. A. Turner and S. Bauin (1983), From Translations to Problematic Networks: An
 * Introduction to Co-word Analysis, Social Science Information 22 (2), 191–235.
 *
 * @param units the terms of each; those that were not asked for are passed over
 * @returns the matrix, row by row in the order of `terms`.
 */
export function coOccurrence(units: Iterable<ReadonlySet<string>>, terms: readonly string[]): number[][] {
  const places = new Map(terms.map((term, index) => [term, index]))
  const matrix = terms.map(() => terms.map(() => 0))
  for (const unit of units) {
    const present = [...unit].flatMap((term) => places.get(term) ?? [])
    for (const row of present) for (const column of present) matrix[row]![column]!++
  }
  return matrix
}

/** What a measure of two sets takes of two terms of that matrix. */
export const overlapIn = (matrix: readonly (readonly number[])[], one: number, other: number): Overlap => ({
  both: matrix[one]![other]!,
  one: matrix[one]![one]!,
  other: matrix[other]![other]!
})

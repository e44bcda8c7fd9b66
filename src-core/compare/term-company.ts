import { coOccurrence, overlapIn } from '../statistics/co-occurrence.ts'
import { jaccard } from '../statistics/jaccard.ts'
import { ochiai } from '../statistics/ochiai.ts'

/** How often two terms stand together: as a number of units, or set against how often each of them stands at all. */
export const companyForms = ['count', 'jaccard', 'ochiai'] as const
export type CompanyForm = (typeof companyForms)[number]

/** What two terms have to stand in together. */
export const companyBounds = ['statement', 'paragraph', 'report'] as const
export type CompanyBound = (typeof companyBounds)[number]

export interface Company {
  readonly terms: readonly string[]
  /** Units with both terms; on the diagonal, units with the term. */
  readonly counts: readonly (readonly number[])[]
  /** All units that were looked at. */
  readonly units: number
}

/** Report by report: of a library nothing is kept but the matrix. */
export class CompanyCount {
  readonly #terms: readonly string[]
  readonly #counts: number[][]
  #units = 0

  constructor(terms: readonly string[]) {
    this.#terms = terms
    this.#counts = terms.map(() => terms.map(() => 0))
  }

  /** @param units the terms of each */
  add(units: readonly ReadonlySet<string>[]): void {
    this.#units += units.length
    for (const [row, counts] of coOccurrence(units, this.#terms).entries()) {
      for (const [column, count] of counts.entries()) this.#counts[row]![column]! += count
    }
  }

  company(): Company {
    return { terms: this.#terms, counts: this.#counts, units: this.#units }
  }
}

/** A cell of the matrix in a form; null where it cannot be said. */
export function companyValue({ counts }: Company, form: CompanyForm, [one, other]: readonly [number, number]): number | null {
  const overlap = overlapIn(counts, one, other)
  if (form === 'count') return overlap.both
  return form === 'jaccard' ? jaccard(overlap) : ochiai(overlap)
}

import { cosine } from '../statistics/cosine.ts'
import { jaccard } from '../statistics/jaccard.ts'
import { overlapOf } from '../statistics/overlap.ts'
import { tfIdf } from '../statistics/tf-idf.ts'
import { candidatesOf, type Tally, type TermBounds } from './term-tally.ts'

/** `cosine`: of raw counts; `cosine-tf-idf`: of counts × ln(N / df); `jaccard`: of the sets of terms. */
export const likenessForms = ['cosine', 'cosine-tf-idf', 'jaccard'] as const
export type LikenessForm = (typeof likenessForms)[number]

/** How like each group is to each other one; null where one of them has nothing to compare. Rows in the order of the groups. */
export function* likenessMatrix(tallies: readonly Tally[], { form, ...bounds }: TermBounds & { readonly form: LikenessForm }): Generator<void, { matrix: (number | null)[][]; candidates: number }> {
  const candidates = yield* candidatesOf(tallies, bounds)
  const weights = tallies.map(() => new Map<string, number>())
  for (const { term, counts } of candidates) {
    const own = form === 'cosine-tf-idf' ? tfIdf(counts) : counts
    own.forEach((weight, group) => weight > 0 && weights[group]!.set(term, weight))
  }
  const sets = weights.map((own) => new Set(own.keys()))
  const likeness = (a: number, b: number) => (form === 'jaccard' ? jaccard(overlapOf(sets[a]!, sets[b]!)) : cosine(weights[a]!, weights[b]!))
  const matrix: (number | null)[][] = []
  for (const a of tallies.keys()) {
    matrix.push(tallies.map((_, b) => likeness(a, b)))
    yield
  }
  return { matrix, candidates: candidates.length }
}

import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts'
import { bonferroni } from '../statistics/bonferroni.ts'
import { chiSquareTail } from '../statistics/chi-square-tail.ts'
import { logLikelihood } from '../statistics/log-likelihood.ts'
import { logRatio } from '../statistics/log-ratio.ts'
import { candidatesOf, type Tally, type TermBounds } from './term-tally.ts'

/** How p values are corrected for there being many. */
export const corrections = ['benjamini-hochberg', 'bonferroni', 'none'] as const
export type Correction = (typeof corrections)[number]

export interface KeyTerm {
  readonly term: string
  /** In the target and in the reference. */
  readonly counts: readonly [number, number]
  readonly logLikelihood: number
  readonly logRatio: number
  /** Corrected. */
  readonly p: number
}

export interface Keyness {
  readonly rows: readonly KeyTerm[]
  /** How many terms were tested: what p is corrected for. */
  readonly tested: number
}

interface KeynessOptions extends TermBounds {
  readonly top: number
  readonly correction: Correction
}

/** The terms by which a target is told from a reference, most telling first, whichever of the two has more of them. */
export function* keyTerms([target, reference]: readonly [Tally, Tally], { top, correction, ...bounds }: KeynessOptions): Generator<void, Keyness> {
  const tested: Omit<KeyTerm, 'p'>[] = []
  for (const { term, counts } of yield* candidatesOf([target, reference], bounds)) {
    const corpora = { target: counts[0]!, targetTotal: target.total, reference: counts[1]!, referenceTotal: reference.total }
    const likelihood = logLikelihood(corpora)
    // an empty corpus: nothing can be compared
    if (likelihood === null) break
    tested.push({ term, counts: [corpora.target, corpora.reference], logLikelihood: likelihood, logRatio: logRatio(corpora)! })
    if (tested.length % AT_ONCE === 0) yield
  }
  tested.sort((a, b) => b.logLikelihood - a.logLikelihood || (a.term < b.term ? -1 : 1))
  yield
  const p = corrected(tested.map((each) => chiSquareTail(each.logLikelihood)), correction)
  return { rows: tested.slice(0, top).map((each, index) => ({ ...each, p: p[index]! })), tested: tested.length }
}

/** Work on many terms rests after so many of them. */
const AT_ONCE = 2000

function corrected(values: readonly number[], correction: Correction): readonly number[] {
  if (correction === 'bonferroni') return bonferroni(values)
  return correction === 'none' ? values : benjaminiHochberg(values)
}

import type { TwoCorpora } from './log-likelihood.ts'

/** What stands for a frequency of 0, which has no logarithm. */
export const ZERO_FREQUENCY = 0.5

/**
 * Size of a difference: log₂ of the quotient of two relative frequencies. 0: equally often; 1: twice as often in the
 * target; −1: half as often. A frequency of 0 in either corpus counts as 0.5 occurrences, so that a word of one corpus
 * alone has a value too; that value grows with the sizes of the corpora and is an estimate from below.
 *
 * Source: A. Hardie (2014), Log Ratio – an informal introduction, ESRC Centre for Corpus Approaches to Social Science,
 * Lancaster.
 *
 * @returns null where one of the corpora is empty, and where neither has the word.
 */
export function logRatio({ target, targetTotal, reference, referenceTotal }: TwoCorpora): number | null {
  if (targetTotal === 0 || referenceTotal === 0 || target + reference === 0) return null
  return Math.log2((target || ZERO_FREQUENCY) / targetTotal / ((reference || ZERO_FREQUENCY) / referenceTotal))
}

/**
 * p values corrected for the number of tests, after Bonferroni: p × m, at most 1. It keeps the chance of even one false
 * find among all m tests below the level that the corrected values are held against. m may be greater than the number
 * of values given, where only some of the tests are shown.
 *
 * Source: O. J. Dunn (1961), Multiple Comparisons Among Means, Journal of the American Statistical Association 56, 52–64.
 */
export const bonferroni = (values: readonly number[], tests = values.length): number[] => values.map((p) => Math.min(1, p * tests))

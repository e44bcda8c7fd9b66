/**
 * Share of the units on which two coders gave the same value: A / N, from 0 to 1. Agreement by chance is not
 * taken out, so it is read beside kappa or alpha, never alone.
 *
 * Source: M. Lombard, J. Snyder-Duch, C. C. Bracken (2002), Content analysis in mass communication, Human
 * Communication Research 28 (4), 587–604.
 *
 * @param pairs the values of the units that both coded.
 * @returns null where no unit was coded by both.
 */
export function percentAgreement(pairs: readonly (readonly [string, string])[]): number | null {
  if (pairs.length === 0) return null
  return pairs.filter(([one, other]) => one === other).length / pairs.length
}

/**
 * p values corrected for the number of tests, after Benjamini and Hochberg: with p₍₁₎ ≤ … ≤ p₍ₘ₎ the i-th becomes
 * min over k ≥ i of p₍ₖ₎ × m / k, at most 1. Of the finds whose corrected value is at most q, a share of q is expected to
 * be false.
 *
 * Source: Y. Benjamini and Y. Hochberg (1995), Controlling the False Discovery Rate: A Practical and Powerful Approach
 * to Multiple Testing, Journal of the Royal Statistical Society B 57 (1), 289–300.
 *
 * @returns in the order of the values given.
 */
export function benjaminiHochberg(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => values[b]! - values[a]!)
  const corrected = Array.from(values, () => 1)
  let least = 1
  order.forEach((index, fromGreatest) => {
    least = Math.min(least, (values[index]! * values.length) / (values.length - fromGreatest))
    corrected[index] = least
  })
  return corrected
}

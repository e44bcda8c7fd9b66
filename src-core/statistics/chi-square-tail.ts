/**
 * How probable a value of χ² with one degree of freedom, or a greater one, is by chance: p = erfc(√(χ² / 2)), 0 to 1.
 *
 * Source: M. Abramowitz and I. Stegun (1964), Handbook of Mathematical Functions, 26.4 with 7.1.5 (series, small
 * values) and 7.1.14 (continued fraction, great ones); exact to about 12 digits.
 */
export function chiSquareTail(chiSquare: number): number {
  if (chiSquare <= 0) return 1
  const x = Math.sqrt(chiSquare / 2)
  return x < TURNS_AT ? 1 - erfBySeries(x) : erfcByFraction(x)
}

/** Below it the series is exact in few terms, above it the fraction. */
const TURNS_AT = 2

/** Deeper, neither changes a digit. */
const DEPTH = 120

function erfBySeries(x: number): number {
  let term = x
  let sum = x
  for (let n = 1; n < DEPTH; n++) {
    term *= (-x * x) / n
    sum += term / (2 * n + 1)
  }
  return (2 / Math.sqrt(Math.PI)) * sum
}

function erfcByFraction(x: number): number {
  let fraction = x
  for (let k = DEPTH; k >= 1; k--) fraction = x + k / 2 / fraction
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction)
}

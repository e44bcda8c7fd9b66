/** An affine map: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export function composed(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [p, q, r, s, t, u] = inner
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f]
}

export function applied([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** How long a unit along y becomes: the height of type. */
export const scaleAcross = ([, , c, d]: Matrix): number => Math.hypot(c, d)

/** Turned by more than a slip and by no right angle, as watermarks are. */
export function isSlanted([a, b]: Matrix): boolean {
  const angle = Math.abs(Math.atan2(b, a) % (Math.PI / 2))
  const fromAxis = Math.min(angle, Math.PI / 2 - angle)
  return fromAxis > 0.14
}

/** Numbers of an attribute; null unless there are `count` of them, all finite. */
export function numbersOf(text: string | undefined, count: number): number[] | null {
  if (text === undefined) return null
  const numbers = text.trim().split(/[\s,]+/).map(Number)
  return numbers.length === count && numbers.every(Number.isFinite) ? numbers : null
}

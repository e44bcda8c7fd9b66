import type { Matrix } from '../affine.ts'

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

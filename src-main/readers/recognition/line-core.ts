import type { FoundLine } from './found-line.ts'

/** Pixels that belong to the core of one line. */
export interface Core {
  readonly xs: number[]
  readonly ys: number[]
  /** 0..1, mean. */
  likelihood: number
}

/** Slants beyond this are no page that was laid askew: about 8°. */
const steepest = 0.14

/** The line through a core; null for specks. */
export function lineOfCore({ xs, ys, likelihood }: Core): FoundLine | null {
  if (xs.length < 6 || likelihood < 0.5) return null
  const [left, right] = ends(xs)
  const [top, bottom] = ends(ys)
  const isVertical = bottom - top > 2.5 * (right - left)
  const along = isVertical ? ys : xs
  const across = isVertical ? xs : ys
  const [first, last] = isVertical ? [top, bottom] : [left, right]
  const length = last - first
  const thickness = xs.length / length
  if (thickness < 1.5) return null
  const middle = { along: mean(along), across: mean(across) }
  const slope = length > 4 * thickness ? slopeOf(along, across, middle) : 0
  const slant = Math.atan(Math.max(-steepest, Math.min(steepest, slope)))
  // the middle of the line, which need not be that of its pixels
  const half = (first + last) / 2
  const offset = middle.across + 0.5 + Math.tan(slant) * (half - middle.along - 0.5)
  return { x: isVertical ? offset : half, y: isVertical ? half : offset, slant, length, thickness, isVertical }
}

function ends(numbers: readonly number[]): readonly [number, number] {
  let low = Infinity
  let high = -Infinity
  for (const n of numbers) {
    if (n < low) low = n
    if (n > high) high = n
  }
  return [low, high + 1]
}

function mean(numbers: readonly number[]): number {
  let sum = 0
  for (const n of numbers) sum += n
  return sum / numbers.length
}

/** Of the line of least squares. */
function slopeOf(along: readonly number[], across: readonly number[], middle: { along: number; across: number }): number {
  let both = 0
  let own = 0
  along.forEach((a, n) => {
    both += (a - middle.along) * (across[n]! - middle.across)
    own += (a - middle.along) ** 2
  })
  return own === 0 ? 0 : both / own
}

/**
 * A rectangle in the frame of reading: `u` runs along the lines of the page, `v` from line to line.
 * On a page of horizontal lines they are x and y; on a page of vertical lines u is y, and v counts
 * from the right edge to the left.
 */
export interface Area {
  u0: number
  v0: number
  u1: number
  v1: number
}

export const middleV = (area: Area): number => (area.v0 + area.v1) / 2
export const middleU = (area: Area): number => (area.u0 + area.u1) / 2

/** Length that both have in common; negative: the gap between them. */
export const sharedU = (a: Area, b: Area): number => Math.min(a.u1, b.u1) - Math.max(a.u0, b.u0)
export const sharedV = (a: Area, b: Area): number => Math.min(a.v1, b.v1) - Math.max(a.v0, b.v0)

/** The smallest area that holds all; a point at the origin for none. */
export function around(areas: readonly Area[]): Area {
  if (areas.length === 0) return { u0: 0, v0: 0, u1: 0, v1: 0 }
  const all = { u0: Infinity, v0: Infinity, u1: -Infinity, v1: -Infinity }
  for (const area of areas) grow(all, area)
  return all
}

export function grow(area: Area, by: Area): void {
  if (by.u0 < area.u0) area.u0 = by.u0
  if (by.v0 < area.v0) area.v0 = by.v0
  if (by.u1 > area.u1) area.u1 = by.u1
  if (by.v1 > area.v1) area.v1 = by.v1
}

export interface Gap {
  readonly from: number
  readonly to: number
}

/** The stretches of one axis, inside the outermost of the intervals, that none of them covers. */
export function gapsBetween(intervals: readonly Gap[]): Gap[] {
  const sorted = [...intervals].sort((a, b) => a.from - b.from)
  const gaps: Gap[] = []
  let reached = Infinity
  for (const { from, to } of sorted) {
    if (from > reached) gaps.push({ from: reached, to: from })
    reached = reached === Infinity ? to : Math.max(reached, to)
  }
  return gaps
}

/** The value below which the given share lies (0..1); 0 of nothing. */
function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) return 0
  const sorted = new Float64Array(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

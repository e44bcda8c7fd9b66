import type { Line } from './target-groups.ts'

/** Heights of lines in CSS pixels: known beforehand, so that a table of fifty thousand scrolls without measuring. */
export const lineHeights: Readonly<Record<Line['kind'], number>> = { group: 40, plot: 96, row: 62 }
export const headHeight = 34

/** Where each line begins, and where the last one ends. */
export function lineTops(lines: readonly Line[]): Float64Array {
  const tops = new Float64Array(lines.length + 1)
  for (let index = 0; index < lines.length; index++) tops[index + 1] = tops[index]! + lineHeights[lines[index]!.kind]
  return tops
}

/** The last line that begins at or above a place. */
export function lineAt(tops: Float64Array, place: number): number {
  let low = 0
  let high = Math.max(0, tops.length - 2)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (tops[middle]! <= place) low = middle
    else high = middle - 1
  }
  return low
}

const beyond = 400

/** Lines in sight and a little around them, and the one that has the focus: it must not go away under it. */
export function linesInSight(tops: Float64Array, { top, height, active }: { readonly top: number; readonly height: number; readonly active: number }): number[] {
  const count = tops.length - 1
  if (count === 0) return []
  const first = lineAt(tops, top - beyond)
  const last = lineAt(tops, top + height + beyond)
  const shown = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  if (active < 0 || active >= count || (active >= first && active <= last)) return shown
  return active < first ? [active, ...shown] : [...shown, active]
}

/** Where to scroll so that a line is in sight below the header, or null where it is. */
export function scrollTo(tops: Float64Array, index: number, { top, height }: { readonly top: number; readonly height: number }): number | null {
  const start = tops[index]!
  const end = tops[index + 1]!
  if (start < top) return start
  const room = height - headHeight
  return end > top + room ? end - room : null
}

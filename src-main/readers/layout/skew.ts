import { median, middleV } from './area.ts'
import type { Segment } from './segments.ts'
import type { Word } from './words.ts'

/** Tangents: below the first a page counts as straight; scans are not turned further than the second. */
const LEAST = 0.0015
const MOST = 0.06
/** Share of the samples that must agree, and how closely. */
const AGREEMENT = 0.4
const CLOSE = 0.006
const FEWEST = 6

/**
 * By how much the lines of a scan rise or fall: the tangent of the angle, 0 for a straight page. Lines
 * of several words tell it by their slope; where the lines came as wholes, the left edges of lines
 * under each other do, which lean by the same angle.
 */
export function skewOf(segments: readonly Segment[]): number {
  const slopes: number[] = []
  for (const segment of segments) {
    if (segment.words.length >= 4 && segment.u1 - segment.u0 >= 6 * segment.size) slopes.push(slopeOf(segment))
  }
  return agreed(slopes) ?? agreed(leans(segments)) ?? 0
}

function agreed(samples: readonly number[]): number | null {
  if (samples.length < FEWEST) return null
  const middle = median(samples)
  const agreeing = samples.filter((sample) => Math.abs(sample - middle) <= CLOSE)
  if (agreeing.length < AGREEMENT * samples.length) return null
  if (Math.abs(middle) < LEAST || Math.abs(middle) > MOST) return 0
  return agreeing.reduce((sum, sample) => sum + sample, 0) / agreeing.length
}

/** Least squares through the middles of the words. */
function slopeOf({ words }: Segment): number {
  const first = middleV(words[0]!)
  if (words.every((word) => middleV(word) === first)) return 0
  const us = words.map((word) => (word.u0 + word.u1) / 2)
  const vs = words.map(middleV)
  const meanU = us.reduce((sum, u) => sum + u, 0) / us.length
  const meanV = vs.reduce((sum, v) => sum + v, 0) / vs.length
  let above = 0
  let below = 0
  us.forEach((u, n) => {
    above += (u - meanU) * (vs[n]! - meanV)
    below += (u - meanU) ** 2
  })
  return below === 0 ? 0 : above / below
}

function leans(segments: readonly Segment[]): number[] {
  const sorted = [...segments].sort((a, b) => a.v0 - b.v0)
  const leans: number[] = []
  sorted.forEach((segment, n) => {
    for (let at = n + 1; at < Math.min(sorted.length, n + 9); at++) {
      const other = sorted[at]!
      const down = middleV(other) - middleV(segment)
      if (down > 0.8 * segment.size && down < 3 * segment.size && Math.abs(other.u0 - segment.u0) < 0.5 * segment.size) {
        leans.push((segment.u0 - other.u0) / down)
        break
      }
    }
  })
  return leans
}

/** Turns the words about the origin so that their lines are level; boxes keep their width, and lose the height that the slope of a long run gave them. */
export function straighten(words: readonly Word[], tangent: number): void {
  const cos = 1 / Math.sqrt(1 + tangent * tangent)
  const sin = tangent * cos
  for (const word of words) {
    const u = (word.u0 + word.u1) / 2
    const v = (word.v0 + word.v1) / 2
    const width = word.u1 - word.u0
    const height = word.v1 - word.v0
    const own = Math.max(height - width * Math.abs(tangent), height / 2)
    const turnedU = u * cos + v * sin
    const turnedV = v * cos - u * sin
    word.u0 = turnedU - width / 2
    word.u1 = turnedU + width / 2
    word.v0 = turnedV - own / 2
    word.v1 = turnedV + own / 2
  }
}

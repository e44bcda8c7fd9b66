import type { Report } from '../report/report.ts'
import { lineIndexAt, type SourceLine } from '../source/source.ts'
import type { Span } from '../text/span.ts'

/** How surely the words of a report were read, where they were recognised from a picture. */

/** Mean confidence (0..1, four digits) over the recognised characters of a report; null where all its text is the file's own. */
export function recognisedShare({ map }: Pick<Report, 'map'>, lines: readonly SourceLine[]): number | null {
  if (!lines.some(({ confidence }) => confidence !== undefined)) return null
  let sum = 0
  let characters = 0
  for (const { source, length } of map.pieces) {
    const end = source + length
    for (let index = lineIndexAt(lines, source); index < lines.length && lines[index]!.start < end; index++) {
      const { start, end: lineEnd, confidence } = lines[index]!
      const shared = Math.min(end, lineEnd) - Math.max(source, start)
      if (confidence === undefined || shared <= 0) continue
      sum += shared * confidence
      characters += shared
    }
  }
  return characters === 0 ? null : rounded(sum / characters)
}

/** Lowest confidence of the lines that these ranges of the source touch; null where none of them was recognised. */
export function leastConfidence(lines: readonly SourceLine[], ranges: readonly Span[]): number | null {
  let least: number | null = null
  for (const { start, end } of ranges) {
    for (let index = lineIndexAt(lines, start); index < lines.length && lines[index]!.start < end; index++) {
      const { confidence } = lines[index]!
      if (confidence !== undefined && (least === null || confidence < least)) least = confidence
    }
  }
  return least
}

/** A confidence as it is printed; never rounded up: 100 is certain. @example wholePercent(0.939) // 93 */
export const wholePercent = (confidence: number): number => Math.floor(confidence * 100 + 1e-6)

const rounded = (confidence: number): number => Math.round(confidence * 1e4) / 1e4

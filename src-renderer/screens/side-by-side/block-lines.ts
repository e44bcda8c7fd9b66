import type { ReportView } from '#core/contract/calls.ts'
import { toSource } from '#core/text/offset-map.ts'
import type { Span } from '#core/text/span.ts'

/** A line of the original of which a stretch has some characters; positions are of the line's own text. */
export interface LineOfStretch {
  readonly number: number
  readonly page: number | null
  readonly text: string
  readonly own: readonly Span[]
}

/** The lines that a stretch of the reading text came from, in the order of the file. */
export function linesOf({ report, source }: Pick<ReportView, 'report' | 'source'>, stretch: Span): LineOfStretch[] {
  const ranges = toSource(report.map, stretch)
  return source.lines.flatMap((line) => {
    const own = ranges
      .filter(({ start, end }) => start < line.end && end > line.start)
      .map(({ start, end }) => ({ start: Math.max(0, start - line.start), end: Math.min(line.text.length, end - line.start) }))
      .filter(({ start, end }) => end > start)
    return own.length === 0 ? [] : [{ number: line.number, page: line.page, text: line.text, own }]
  })
}

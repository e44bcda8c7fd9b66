import { extentOf } from '../source/assemble.ts'
import { furnitureKind } from '../source/furniture.ts'
import type { PrintedLine } from '../source/lines.ts'
import { partOf, type Part } from '../source/parts.ts'
import { isSpaceAt } from '../text/characters.ts'
import { isSentenceEnd } from '../text/sentences.ts'
import { overlaps, type Span } from '../text/span.ts'

export type Mark = 'title' | 'aside'

/** A stretch of an arrangement, or the part of one that a mark sets off. */
export interface MarkedSpan extends Span {
  readonly mark: Mark | null
}

/** What a span has of one of the machine's paragraphs: all of it, or what its bounds cut out. */
export interface Piece extends Span {
  /** The machine's paragraph. */
  readonly origin: Part
  /** Of the lines of that paragraph, what stands in the span. */
  readonly lines: readonly PrintedLine[]
  /** The paragraph itself where the span has all of it, else what the piece is when it is read for itself. */
  readonly part: Part
  readonly mark: Mark | null
  /** Index of the span. */
  readonly span: number
}

/** The pieces of all spans, in the order of the spans, and in each in printed order. */
export function piecesIn(text: string, parts: readonly Part[], spans: readonly MarkedSpan[]): Piece[] {
  const placed = parts.map((part) => ({ part, extent: extentOf(part) }))
  return spans.flatMap((span, index) =>
    placed.flatMap(({ part, extent }): Piece[] => {
      if (!overlaps(extent, span)) return []
      const bounds = { start: Math.max(extent.start, span.start), end: Math.min(extent.end, span.end) }
      const lines = part.lines.flatMap((line) => clipped(text, line, bounds))
      const isWhole = bounds.start === extent.start && bounds.end === extent.end
      const own = isWhole ? part : partOf(text, lines)
      return own === null ? [] : [{ ...extentOf(own), origin: part, lines, part: own, mark: span.mark, span: index }]
    })
  )
}

/** What bounds leave of a printed line; nothing where that is white space. */
function clipped(text: string, line: PrintedLine, bounds: Span): PrintedLine[] {
  let start = Math.max(line.start, bounds.start)
  let end = Math.min(line.end, bounds.end)
  if (start === line.start && end === line.end) return [line]
  while (start < end && isSpaceAt(text, start)) start++
  while (end > start && isSpaceAt(text, end - 1)) end--
  if (end <= start) return []
  const isCutAtEnd = end < line.end
  return [
    {
      ...line,
      start,
      end,
      indent: start > line.start ? 0 : line.indent,
      furniture: furnitureKind(text, start, end),
      endsSentence: isSentenceEnd(text, end),
      endsParagraph: isCutAtEnd ? null : line.endsParagraph
    }
  ]
}

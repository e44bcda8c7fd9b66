import type { OriginalLine } from '#core/contract/calls.ts'
import { lineIndexAt, type Box } from '#core/source/source.ts'
import type { Span } from '#core/text/span.ts'

/** Characters on a page, in the unit of the page. */
export interface PageMark extends Box {
  /** 1-based. */
  readonly page: number
  /** Number of the line they stand in, 1-based. */
  readonly line: number
}

/**
 * Where these stretches of the source stand on its pages, in the order of the stretches. Stretches of
 * one line with nothing but white space between them are one mark, unless the space is wider than the line is thick.
 */
export function pageMarks(lines: readonly OriginalLine[], spans: readonly Span[]): PageMark[] {
  const marks: PageMark[] = []
  let lastLine: OriginalLine | null = null
  let lastSpan: Span = { start: 0, end: 0 }
  for (const span of spans) {
    for (let index = lineIndexAt(lines, span.start); index < lines.length; index++) {
      const line = lines[index]!
      if (line.start >= span.end) break
      const inside = { start: Math.max(span.start, line.start) - line.start, end: Math.min(span.end, line.end) - line.start }
      if (inside.end <= inside.start || line.page === null || line.box === undefined) continue
      const joined = lastLine === line ? joinedWith(line, lastSpan, inside) : null
      if (joined !== null) marks.pop()
      lastLine = line
      lastSpan = joined ?? inside
      marks.push({ ...charactersBox(line, line.box, lastSpan), page: line.page, line: line.number })
    }
  }
  return marks
}

/** The two as one, or null where visible characters or too wide a gap lie between them. */
function joinedWith(line: OriginalLine, first: Span, second: Span): Span | null {
  if (line.box === undefined || second.start < first.end || line.text.slice(first.end, second.start).trim() !== '') return null
  const gap = edgeAt(line, line.box, second.start) - edgeAt(line, line.box, first.end)
  const thickness = line.isVertical === true ? line.box.width : line.box.height
  return Math.abs(gap) <= thickness ? { start: first.start, end: second.end } : null
}

/** The box of some characters of a line; positions are of the line's own text. */
function charactersBox(line: OriginalLine, box: Box, { start, end }: Span): Box {
  const [a, b] = [edgeAt(line, box, start), edgeAt(line, box, end)]
  const [from, length] = [Math.min(a, b), Math.abs(b - a)]
  return line.isVertical === true ? { x: box.x, y: from, width: box.width, height: length } : { x: from, y: box.y, width: length, height: box.height }
}

/** Where a character begins along the line; one past the last: where it ends. */
function edgeAt({ edges, isVertical = false, start, end }: OriginalLine, box: Box, at: number): number {
  const edge = edges?.[at]
  if (edge !== undefined) return edge
  const share = end === start ? 0 : at / (end - start)
  return isVertical ? box.y + box.height * share : box.x + box.width * share
}

export interface PagePoint {
  readonly x: number
  readonly y: number
}

/** A click beside a line still means it, up to this share of its thickness. */
const reach = 0.4

/** The position in the source of the character at a point of a page; null where there is none. */
export function positionAt(lines: readonly OriginalLine[], page: number, point: PagePoint): number | null {
  let nearest: { readonly line: OriginalLine; readonly box: Box; readonly distance: number } | null = null
  for (const line of lines) {
    const { box } = line
    if (line.page !== page || box === undefined || line.end === line.start) continue
    const away = Math.hypot(outside(point.x, box.x, box.width), outside(point.y, box.y, box.height))
    if (away <= reach * Math.min(box.width, box.height) && away < (nearest?.distance ?? Infinity)) nearest = { line, box, distance: away }
  }
  if (nearest === null) return null
  const { line, box } = nearest
  const along = line.isVertical === true ? point.y : point.x
  const length = line.end - line.start
  for (let at = 0; at < length; at++) if (along < edgeAt(line, box, at + 1)) return line.start + at
  return line.end - 1
}

const outside = (value: number, from: number, size: number): number => Math.max(from - value, value - from - size, 0)

import { leadingTheme } from '#core/compare/theme-blocks.ts'
import type { OriginalLine } from '#core/contract/calls.ts'
import type { Report, Statement } from '#core/report/report.ts'
import { toSource, type OffsetMap } from '#core/text/offset-map.ts'
import type { Span } from '#core/text/span.ts'
import type { Mark } from '../../text-view/marks.ts'

/** A line of the original and the stretches of it that the place stands for; positions are of the line's own text. */
export interface MarkedLine {
  readonly line: OriginalLine
  readonly marks: readonly Mark[]
  /** Whether any of it belongs to the report being read. */
  readonly ofReport: boolean
}

/** The exact characters of a place of the reading text, on the lines of the original file. */
export function markLines(lines: readonly OriginalLine[], map: OffsetMap, place: Span): MarkedLine[] {
  const found = place.end > place.start ? toSource(map, place) : []
  const reportLines = new Set<number>()
  for (const piece of map.pieces) {
    for (let i = firstLineEndingAfter(lines, piece.source); i < lines.length; i++) {
      const line = lines[i]
      if (line === undefined || line.start >= piece.source + piece.length) break
      reportLines.add(line.number)
    }
  }
  return lines.map((line) => ({
    line,
    ofReport: reportLines.has(line.number),
    marks: found
      .filter((span) => span.start < line.end && span.end > line.start)
      .map((span) => ({
        start: Math.max(0, span.start - line.start),
        end: Math.min(line.text.length, span.end - line.start),
        kind: 'place' as const
      }))
  }))
}

function firstLineEndingAfter(lines: readonly OriginalLine[], position: number): number {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.end ?? 0) > position) high = middle
    else low = middle + 1
  }
  return low
}

/** What a click means: the selected stretch, or the statement that holds the character. */
export function pointedPlace(report: Report, pointed: Span): Span | null {
  if (pointed.end > pointed.start) return pointed
  return report.statements.find((statement) => statement.start <= pointed.start && pointed.start < statement.end) ?? null
}

/** Statements joined where neighbours lead with the same theme: the structure of the text as lengths. */
export interface StructurePart extends Span {
  readonly theme: string | null
}

export function structureOf(statements: readonly Statement[]): StructurePart[] {
  const parts: { start: number; end: number; theme: string | null }[] = []
  for (const statement of statements) {
    const theme = leadingTheme(statement)
    const last = parts.at(-1)
    if (last !== undefined && last.theme === theme) last.end = statement.end
    else parts.push({ start: statement.start, end: statement.end, theme })
  }
  return parts
}

/** 1-based paragraph that holds a position. */
export const paragraphAt = (report: Report, position: number): number =>
  Math.max(1, report.paragraphs.findLastIndex((paragraph) => paragraph.start <= position) + 1)

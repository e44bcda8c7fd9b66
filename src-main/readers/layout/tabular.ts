import { around, middleV } from './area.ts'
import type { Block, PageStyle } from './blocks.ts'
import type { Segment } from './segments.ts'

const ALIGNED = 0.8
/** Narrower columns, in sizes of the type, hold no running text. */
const NARROWEST_TEXT = 7

/**
 * Whether columns are those of a table, to be read row by row: their lines stand on common
 * baselines, and few of the columns are filled from edge to edge as running text is.
 */
export function isTabular(columns: readonly (readonly Block[])[], style: PageStyle): boolean {
  if (columns.length < 2 || columns.some((column) => column.some((block) => block.kind !== 'text'))) return false
  const lines = columns.map((column) => column.flatMap((block) => block.lines).sort((a, b) => middleV(a) - middleV(b)))
  if (lines.every((column) => column.length === 1)) return false
  const running = lines.filter((column) => isRunning(column, style)).length
  if (columns.length === 2 ? running === 2 : running > columns.length / 3) return false
  const densest = lines.reduce((most, column) => (column.length > most.length ? column : most))
  let aligned = 0
  let others = 0
  for (const column of lines) {
    if (column === densest) continue
    others += column.length
    aligned += alignedLines(column, densest)
  }
  if (columns.length === 2 && running === 1) return aligned === others && isMarkers(lines.find((column) => !isRunning(column, style))!)
  return aligned >= ALIGNED * others
}

/** Numbers or labels that stand beside a text: 1. 2. 3. */
const isMarkers = (column: readonly Segment[]): boolean => column.every((line) => line.u1 - line.u0 <= 6 * line.size)

/** Most lines but the last run to the right edge of a column that is wide enough for text. */
export function isRunning(lines: readonly Segment[], style: PageStyle): boolean {
  const { u0, u1 } = around(lines)
  if (u1 - u0 < NARROWEST_TEXT * style.body) return false
  const inner = lines.slice(0, -1)
  return inner.length > 0 && inner.filter((line) => u1 - line.u1 <= 1.3 * line.size).length >= 0.5 * inner.length
}

/** Both in the order of v. */
function alignedLines(column: readonly Segment[], other: readonly Segment[]): number {
  let count = 0
  let at = 0
  for (const line of column) {
    const near = 0.35 * line.size
    while (at < other.length && middleV(other[at]!) < middleV(line) - near) at++
    if (at < other.length && middleV(other[at]!) <= middleV(line) + near) count++
  }
  return count
}

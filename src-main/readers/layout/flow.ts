import { isSentenceEnd } from '#core/text/sentences.ts'
import type { PageStyle } from './blocks.ts'
import type { Segment } from './segments.ts'

/** The last or the first line of a stretch of text, in its column. */
export interface LineInColumn {
  readonly line: Segment
  readonly column: Column
}

export interface Column {
  readonly u0: number
  readonly u1: number
}

/** In sizes of the type. */
const FULL = 1.3
const FLUSH = 0.6
const LEAST_INDENT = 1.2
const MOST_INDENT = 4.5

export const isFull = ({ line, column }: LineInColumn): boolean => column.u1 - line.u1 <= FULL * line.size
export const isFlush = ({ line, column }: LineInColumn): boolean => line.u0 - column.u0 <= FLUSH * line.size

function isIndented({ line, column }: LineInColumn): boolean {
  const indent = (line.u0 - column.u0) / line.size
  return indent >= LEAST_INDENT && indent <= MOST_INDENT
}

export const isOpen = (line: Segment): boolean => {
  const { text } = line.words.at(-1)!
  return !isSentenceEnd(text, text.length)
}

/**
 * Whether the text goes on from one line to another that something else parts from it: the first runs
 * to the edge of its column, and the second begins at the left edge of its own.
 */
export function continues(from: LineInColumn, to: LineInColumn, style: PageStyle): boolean {
  return isFull(from) && startsAtLeft(from) && isFlush(to) && (style.hasIndents ? isOpen(from.line) || !isShortColumn(to) : isOpen(from.line))
}

/** Not a unit of measure set at the right over a table. */
const startsAtLeft = ({ line, column }: LineInColumn): boolean => line.u0 - column.u0 <= MOST_INDENT * line.size

const isShortColumn = ({ line, column }: LineInColumn): boolean => column.u1 - column.u0 < 4 * line.size

/** Whether paragraphs of these blocks begin with an indent: at least two do. */
export function haveIndents(blocks: readonly { readonly lines: readonly Segment[]; readonly u0: number; readonly u1: number }[]): boolean {
  let indents = 0
  for (const { lines, u0, u1 } of blocks) {
    if (lines.length < 2) continue
    lines.forEach((line, n) => {
      const next = lines[n + 1]
      if (isIndented({ line, column: { u0, u1 } }) && next !== undefined && isFlush({ line: next, column: { u0, u1 } })) indents++
    })
  }
  return indents >= 2
}

/** Whether a line that nothing follows ends well before its column does. */
export function endsShort({ line, column }: LineInColumn): boolean {
  return line.u0 - column.u0 <= MOST_INDENT * line.size && column.u1 - line.u1 > 2 * line.size
}

/**
 * Whether a paragraph ends with a line of running text, by where it and the next line stand; undefined
 * where that does not tell.
 *
 * @param after the line after the next one, in the same column, or null
 */
export function endsParagraph(from: LineInColumn, to: LineInColumn, after: Segment | null): boolean | undefined {
  // set at the right or in the middle
  if (!startsAtLeft(from)) return undefined
  const short = (from.column.u1 - from.line.u1) / from.line.size
  const first = to.line.words[0]!
  // A Latin word or number that did not fit leaves its line short
  const latin = /^[\u0021-\u024f]*/.exec(first.text)![0].length / first.text.length
  const needed = latin > 0 ? (latin * (first.u1 - first.u0)) / to.line.size + 0.5 : 0
  // ragged, or narrower than the text below it: a sentence that is open goes on or is a heading, which its words tell
  if (short > Math.max(2, needed)) return isOpen(from.line) && isFlush(to) ? undefined : true
  if (isIndented(to)) {
    const isHanging = after !== null && Math.abs(after.u0 - to.line.u0) <= 0.3 * to.line.size && isFull(to)
    const isBlock = Math.abs(from.line.u0 - to.line.u0) <= 0.3 * to.line.size && from.line.u0 - from.column.u0 > FLUSH * from.line.size
    return isHanging || isBlock ? undefined : true
  }
  return isFull(from) && isFlush(to) ? false : undefined
}

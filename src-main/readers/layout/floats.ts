import { around, sharedU, type Area } from './area.ts'
import { isSameType, type Block, type PageStyle } from './blocks.ts'
import { continues } from './flow.ts'
import type { Strip } from './strip.ts'

/**
 * What interrupts a text and is not part of it: captions, pull quotes, boxes. The text is known by
 * going on: a line that runs to the edge of its column before, and one that begins at the left edge
 * after.
 */

/** Something set across columns, with the block under it where the text goes on. */
export interface Lifted {
  readonly block: Block
  readonly under: Block
}

const MOST_LINES = 6
/** More blocks than this are no newspaper page. */
const MOST_BLOCKS = 400

/** Takes out what spans columns whose text goes on under it: the columns are read to their foot. */
export function liftSpanning(blocks: readonly Block[], style: PageStyle): { rest: Block[]; lifted: Lifted[] } {
  if (blocks.length > MOST_BLOCKS) return { rest: [...blocks], lifted: [] }
  const lifted = blocks.flatMap((block) => {
    const under = block.lines.length <= MOST_LINES ? goesOnUnder(block, blocks, style) : null
    return under === null ? [] : [{ block, under }]
  })
  const gone = new Set(lifted.map(({ block }) => block))
  return { rest: blocks.filter((block) => !gone.has(block)), lifted }
}

function goesOnUnder(block: Block, blocks: readonly Block[], style: PageStyle): Block | null {
  const near = 0.7 * style.body
  const text = blocks.filter((other) => other !== block && other.kind === 'text' && sharedU(other, block) > 0)
  const under = text.filter((other) => other.v0 >= block.v1 - near && !text.some((nearer) => nearer !== other && nearer.v0 >= block.v1 - near && nearer.v1 <= other.v0 + near && sharedU(nearer, other) > 0))
  const first = under.sort((a, b) => a.u0 - b.u0)[0]
  if (first === undefined || (under.length < 2 && block.u1 - block.u0 < first.u1 - first.u0 + 2 * style.body)) return null
  const above = text
    .filter((other) => other.v1 <= block.v0 + near && Math.abs(other.u0 - first.u0) <= near && Math.abs(other.u1 - first.u1) <= 2 * near && isSameType(other, first, style))
    .sort((a, b) => b.v1 - a.v1)[0]
  if (above === undefined) return null
  const column = columnOf([above, first])
  return continues({ line: above.lines.at(-1)!, column }, { line: first.lines[0]!, column }, style) ? first : null
}

const columnOf = (areas: readonly Area[]) => {
  const { u0, u1 } = around(areas)
  return { u0, u1 }
}

/** Puts strips that were lifted behind the strip under which they stood. */
export function withLifted(strips: readonly Strip[], lifted: readonly { readonly strip: Strip; readonly under: Block }[]): Strip[] {
  const result = [...strips]
  for (const { strip, under } of lifted) {
    const word = under.lines[0]!.words[0]!
    const at = result.findIndex(({ lines }) => lines.some((line) => line.words.includes(word)))
    result.splice(at === -1 ? result.length : at + 1, 0, strip)
  }
  return result
}

const MOST_STRIPS = 5

/**
 * Moves what stands between two halves of one text behind that text; a large title set downwards,
 * before it.
 */
export function withWholeTexts(strips: readonly Strip[], style: PageStyle): Strip[] {
  const order = [...strips]
  for (let at = 0; at < order.length - 2; at++) {
    const next = resumption(order, at, style)
    if (next === null) continue
    const between = order.splice(at + 1, next - at - 1)
    const titles = between.filter((strip) => strip.kind === 'side' && strip.size >= 1.25 * style.body)
    const others = between.filter((strip) => !titles.includes(strip))
    const end = endOfText(order, at + 1, style)
    order.splice(end, 0, ...others.map((strip) => ({ ...strip, isBehind: 'row' as const })))
    if (titles.length > 0) order.splice(beginOfText(order, at, style), 0, ...titles)
    at += titles.length
  }
  return order
}

/** Index of the strip where the text of strip `at` goes on behind something else; null where it does not. */
function resumption(order: readonly Strip[], at: number, style: PageStyle): number | null {
  const from = order[at]!
  if (from.kind !== 'text' || from.column === null || isSameText(from, order[at + 1]!, style)) return null
  for (let n = at + 2; n <= Math.min(order.length - 1, at + 1 + MOST_STRIPS); n++) {
    const to = order[n]!
    if (!isSameText(from, to, style)) continue
    return continues({ line: from.lines.at(-1)!, column: from.column }, { line: to.lines[0]!, column: to.column! }, style) ? n : null
  }
  return null
}

/** Running text of one type, in columns of one width. */
function isSameText(a: Strip, b: Strip, style: PageStyle): boolean {
  if (a.kind !== 'text' || b.kind !== 'text' || a.column === null || b.column === null || a.role !== b.role) return false
  const isAsWide = Math.abs(a.column.u1 - a.column.u0 - (b.column.u1 - b.column.u0)) <= 1.2 * style.body
  return isAsWide && Math.max(a.size, b.size) <= (style.isRecognised ? 1.25 : 1.05) * Math.min(a.size, b.size)
}

function endOfText(order: readonly Strip[], from: number, style: PageStyle): number {
  let end = from + 1
  while (end < order.length && isSameText(order[from]!, order[end]!, style)) end++
  return end
}

function beginOfText(order: readonly Strip[], from: number, style: PageStyle): number {
  let begin = from
  while (begin > 0 && isSameText(order[from]!, order[begin - 1]!, style)) begin--
  return begin
}

import { sharedU, sharedV, type Area } from './area.ts'
import type { Block, PageStyle } from './blocks.ts'
import { joined, type Segment } from './segments.ts'
import type { Word } from './words.ts'

/** Columns that begin this far under a headline, in sizes of the text, may be its own. */
const REACH = 3.5
const WIDEST_GUTTER = 4

/**
 * Headlines as wide as what they stand over: a short one, centred over several columns, gets the
 * breadth of the columns that begin right under it, as far as nothing stands beside it.
 */
export function withBreadth(blocks: readonly Block[], style: PageStyle, walls: readonly Area[]): Block[] {
  return blocks.map((block) => (block.kind === 'head' ? { ...block, ...breadthOf(block, blocks, { style, walls }) } : block))
}

function breadthOf(head: Block, blocks: readonly Block[], { style: { body }, walls }: { style: PageStyle; walls: readonly Area[] }): { u0: number; u1: number } {
  const beside = [...blocks, ...walls].filter((other) => other !== head && sharedV(other, head) > Math.min(0.3 * body, (other.v1 - other.v0) / 2) && sharedU(other, head) <= 0)
  const left = beside.reduce((most, other) => (other.u1 <= head.u0 ? Math.max(most, other.u1) : most), -Infinity)
  const right = beside.reduce((least, other) => (other.u0 >= head.u1 ? Math.min(least, other.u0) : least), Infinity)
  const under = blocks.filter((other) => other.kind === 'text' && other.v0 >= head.v1 - 0.5 * body && other.v0 <= head.v1 + REACH * body && other.u0 >= left && other.u1 <= right)
  let { u0, u1 } = head
  for (const other of [...under].sort((a, b) => a.u0 - b.u0)) {
    if (other.u0 - u1 <= WIDEST_GUTTER * body && other.u1 > u1 && !isParted(u1, other.u0, { head, walls })) u1 = other.u1
  }
  for (const other of [...under].sort((a, b) => b.u1 - a.u1)) {
    if (u0 - other.u1 <= WIDEST_GUTTER * body && other.u0 < u0 && !isParted(other.u1, u0, { head, walls })) u0 = other.u0
  }
  return { u0, u1 }
}

const TITLE_SIZE = 1.5

/** Marks the headlines under which two columns or more begin: what heads an article of a newspaper, and no section of a text. */
export function withTitles(blocks: readonly Block[], { body }: PageStyle): Block[] {
  return blocks.map((head) => {
    if (head.kind !== 'head' || head.size < TITLE_SIZE * body) return head
    const under = blocks.filter((other) => other.kind === 'text' && sharedU(other, head) > 0 && other.v0 >= head.v1 - 0.5 * body && other.v0 <= head.v1 + REACH * body)
    const isOverColumns = under.some((column) => under.some((other) => sharedU(column, other) < 0 && column.lines.length > 1 && other.lines.length > 1))
    return isOverColumns ? { ...head, isTitle: true } : head
  })
}

/** A rule that begins at the height of the headline parts what is left of it from what is right. */
function isParted(from: number, to: number, { head, walls }: { head: Area; walls: readonly Area[] }): boolean {
  return walls.some((wall) => wall.u0 >= from && wall.u0 <= to && wall.v0 <= head.v1 && wall.v1 > head.v1)
}

/**
 * Cuts large lines where two headlines stand side by side: at a gap under which the text has a gutter
 * too. A blank between the clauses of one headline stands over text.
 */
export function partedAtGutters(segments: readonly Segment[], { body }: PageStyle): Segment[] {
  const large = segments.filter((segment) => segment.size >= 1.25 * body && segment.words.length > 1)
  if (large.length === 0) return [...segments]
  const text = segments.filter((segment) => segment.size < 1.25 * body).sort((a, b) => a.v0 - b.v0)
  const parts = new Map(large.map((segment) => [segment, partsOf(segment, text, body)]))
  return segments.flatMap((segment) => parts.get(segment) ?? [segment])
}

function partsOf(segment: Segment, text: readonly Segment[], body: number): Segment[] {
  const groups: Word[][] = [[]]
  segment.words.forEach((word, n) => {
    const before = segment.words[n - 1]
    if (before !== undefined && word.u0 - before.u1 >= Math.max(0.7 * body, 0.3 * segment.size) && isOverGutter({ u0: before.u1, u1: word.u0, v0: segment.v0, v1: segment.v1 }, text, body)) groups.push([])
    groups.at(-1)!.push(word)
  })
  if (groups.length === 1) return [segment]
  return groups.map((words) => joined(words.map((word) => ({ words: [word], u0: word.u0, v0: word.v0, u1: word.u1, v1: word.v1, size: word.size, characters: word.text.length, isBold: word.run.isBold === true }))))
}

function isOverGutter(gap: Area, text: readonly Segment[], body: number): boolean {
  const reach = gap.v1 + 14 * body
  let left = 0
  let right = 0
  for (const line of text) {
    if (line.v0 < gap.v1 - 0.5 * body) continue
    if (line.v0 > reach) break
    if (line.u0 < gap.u1 - 0.15 * body && line.u1 > gap.u0 + 0.15 * body) return false
    if (line.u1 <= gap.u0 + 0.15 * body && line.u1 > gap.u0 - 3 * body) left++
    if (line.u0 >= gap.u1 - 0.15 * body && line.u0 < gap.u1 + 3 * body) right++
  }
  return left >= 2 && right >= 2
}

/** A large first character of a paragraph, put before the first of the lines beside it. */
export function withDropCaps(segments: readonly Segment[], { body }: PageStyle): Segment[] {
  const caps = segments.filter((segment) => segment.characters <= 2 && segment.words.length === 1 && segment.size >= 1.7 * body && segment.size <= 6 * body)
  const gone = new Set<Segment>()
  for (const cap of caps) {
    const beside = segments
      .filter((line) => line !== cap && line.size <= 1.2 * body && line.u0 >= cap.u1 - 0.3 * body && line.u0 <= cap.u1 + 1.2 * body && line.v0 >= cap.v0 - 0.5 * body && line.v1 <= cap.v1 + 0.6 * body)
      .sort((a, b) => a.v0 - b.v0)
    if (beside.length < 2) continue
    gone.add(cap)
    beside[0]!.words.unshift(...cap.words)
    beside[0]!.characters += cap.characters
    for (const line of beside) line.u0 = cap.u0
  }
  return gone.size === 0 ? [...segments] : segments.filter((segment) => !gone.has(segment))
}

import { around, grow, median, middleU, sharedU, type Area } from './area.ts'
import type { Strip } from './strip.ts'
import { commonest, joined, type Segment } from './segments.ts'

/** Lines of one type that stand under each other at one distance. */
export interface Block extends Area {
  readonly kind: BlockKind
  /** From first to last; for `side`, in the order of their own direction. */
  readonly lines: Segment[]
  readonly size: number
  /** What a box or a table holds, in reading order. */
  readonly inner?: readonly Strip[]
  /** A headline over columns: its largest lines are the title of what stands in them. */
  readonly isTitle?: boolean
}

export type BlockKind =
  | 'text'
  | 'head' // large type, or lines that belong to it: what stands over columns
  | 'side' // lines in the direction that is not the page's
  | 'box' // framed by rules

/** What is usual on a page; lengths in its unit. */
export interface PageStyle {
  /** Size of most characters. */
  readonly body: number
  /** Blank between two lines of a paragraph. */
  readonly leading: number
  /** Recognised from a picture: sizes are estimates. */
  readonly isRecognised: boolean
  /** Paragraphs begin with an indent. */
  hasIndents: boolean
}

const HEAD_SIZE = 1.25
const HEAD_SIZE_RECOGNISED = 1.45
const MOST_HEAD_LINES = 4
const MOST_HEAD_CHARACTERS = 90

export function styleOf(segments: readonly Segment[]): PageStyle {
  const counts = new Map<number, number>()
  let recognised = 0
  for (const { size, characters, words } of segments) {
    const key = Math.round(size * 2) / 2
    counts.set(key, (counts.get(key) ?? 0) + characters)
    if (words[0]!.run.confidence !== undefined) recognised++
  }
  const isRecognised = recognised > segments.length / 2
  const body = isRecognised ? weightedMedian(counts) : commonest(counts)
  const style = { body: Math.max(body, 1e-3), leading: 0.6 * body, isRecognised, hasIndents: false }
  const gaps: number[] = []
  const near = neighbours(segments, style)
  near.above.forEach((above, n) => {
    const [only] = above
    if (above.length === 1 && near.below[only!]! === 1 && isSameType(segments[n]!, segments[only!]!, style)) gaps.push(segments[n]!.v0 - segments[only!]!.v1)
  })
  return gaps.length < 3 ? style : { ...style, leading: Math.max(0, median(gaps)) }
}

function weightedMedian(counts: ReadonlyMap<number, number>): number {
  const sorted = [...counts].sort(([a], [b]) => a - b)
  const half = sorted.reduce((sum, [, count]) => sum + count, 0) / 2
  let sum = 0
  for (const [value, count] of sorted) if ((sum += count) >= half) return value
  return 0
}

export const isSameType = (a: { size: number }, b: { size: number }, style: PageStyle): boolean =>
  Math.max(a.size, b.size) <= (style.isRecognised ? 1.4 : 1.12) * Math.min(a.size, b.size)

/** The blocks of some segments. `rules` run along the lines; none is inside a block. */
export function blocksOf(segments: readonly Segment[], style: PageStyle, rules: readonly Area[]): Block[] {
  const near = neighbours(segments, style)
  const blockAt: Block[] = []
  const blocks: Block[] = []
  for (const n of near.order) {
    const line = segments[n]!
    const above = near.above[n]!
    const upper = above.length === 1 && near.below[above[0]!] === 1 ? segments[above[0]!]! : null
    const block = upper !== null && continuesBlock(upper, line, style) && !hasRuleBetween(upper, line, rules) ? blockAt[above[0]!]! : null
    if (block !== null) {
      block.lines.push(line)
      grow(block, line)
      blockAt[n] = block
    } else {
      blocks.push((blockAt[n] = { kind: 'text', lines: [line], size: line.size, u0: line.u0, v0: line.v0, u1: line.u1, v1: line.v1 }))
    }
  }
  return blocks.map((block) => (isHead(block, style) ? { ...block, kind: 'head' as const } : block))
}

function continuesBlock(upper: Segment, line: Segment, style: PageStyle): boolean {
  if (!isSameType(upper, line, style)) return false
  const gap = line.v0 - upper.v1
  const scale = Math.max(1, upper.size / style.body)
  return gap <= (style.leading + 0.45 * style.body) * scale && Math.abs(line.u0 - upper.u0) <= Math.max(3 * line.size, (upper.u1 - upper.u0) * 0.7)
}

function hasRuleBetween(upper: Segment, line: Segment, rules: readonly Area[]): boolean {
  const low = (upper.v0 + upper.v1) / 2
  const high = (line.v0 + line.v1) / 2
  return rules.some((rule) => rule.v0 > low && rule.v0 < high && sharedU(rule, line) > 0.5 * (line.u1 - line.u0))
}

function isHead({ lines, size }: Block, { body, isRecognised }: PageStyle): boolean {
  if (size < (isRecognised ? HEAD_SIZE_RECOGNISED : HEAD_SIZE) * body || lines.length > MOST_HEAD_LINES) return false
  return lines.reduce((sum, line) => sum + line.characters, 0) <= MOST_HEAD_CHARACTERS
}

interface Near {
  /** Indices from top to bottom. */
  readonly order: readonly number[]
  /** For each segment, the nearest ones over it that share some of its breadth. */
  readonly above: readonly (readonly number[])[]
  /** How many segments have each as one of theirs above. */
  readonly below: readonly number[]
}

/** The segments over each segment: a sweep from top to bottom that looks back a few lines. */
function neighbours(segments: readonly Segment[], { body }: { readonly body: number }): Near {
  const order = segments.map((_, n) => n).sort((a, b) => segments[a]!.v0 - segments[b]!.v0 || segments[a]!.u0 - segments[b]!.u0)
  const above: number[][] = segments.map(() => [])
  const below = new Array<number>(segments.length).fill(0)
  const tallest = segments.reduce((most, { v0, v1 }) => Math.max(most, v1 - v0), 0)
  for (let at = 0; at < order.length; at++) {
    const line = segments[order[at]!]!
    const reach = Math.max(3 * line.size, 3 * body)
    const found: number[] = []
    for (let back = at - 1; back >= 0; back--) {
      const other = segments[order[back]!]!
      if (other.v0 < line.v0 - reach - tallest) break
      if (other.v1 < line.v0 - reach || (other.v0 + other.v1) / 2 > line.v0 || sharedU(other, line) <= 0.1 * line.size) continue
      if (!found.some((n) => hides(segments[n]!, other))) found.push(order[back]!)
    }
    above[order[at]!] = found
    for (const n of found) below[n]!++
  }
  return { order, above, below }
}

/** Whether a segment stands between another one and what is under both. */
const hides = (nearer: Segment, other: Segment): boolean => nearer.v0 >= (other.v0 + other.v1) / 2 && sharedU(nearer, other) > 0

/**
 * Kicker, headline and subtitle as one block: heads over each other, and single lines centred on them
 * right under them.
 */
export function withHeadsTogether(blocks: readonly Block[], style: PageStyle): Block[] {
  const sorted = [...blocks].sort((a, b) => a.v0 - b.v0)
  const gone = new Set<Block>()
  const result: Block[] = []
  for (const block of sorted) {
    if (gone.has(block)) continue
    if (block.kind !== 'head') {
      result.push(block)
      continue
    }
    let whole = block
    for (let next = nextOfHead(whole, sorted, style); next !== null; next = nextOfHead(whole, sorted, style)) {
      gone.add(next)
      whole = { ...around([whole, next]), kind: 'head', lines: [...whole.lines, ...next.lines], size: Math.max(whole.size, next.size) }
    }
    result.push(whole)
  }
  return result.filter((block) => !gone.has(block))

  function nextOfHead(whole: Block, all: readonly Block[], { body }: PageStyle): Block | null {
    const under = all.filter((other) => !gone.has(other) && !whole.lines.includes(other.lines[0]!) && other.v0 >= whole.v1 - 0.5 * body && other.v0 - whole.v1 <= 1.3 * Math.max(body, whole.size) && sharedU(other, whole) > 0)
    if (under.length !== 1) return null
    const next = under[0]!
    const isBeside = all.some((other) => other !== next && !gone.has(other) && other.v0 < next.v1 - 0.3 * body && other.v1 > next.v0 + 0.3 * body && sharedU(other, whole) > -2 * body && !whole.lines.includes(other.lines[0]!))
    if (isBeside) return null
    const isCentred = next.kind === 'text' && next.lines.length === 1 && next.v0 - whole.v1 <= body * 1.6 && Math.abs(middleU(next) - middleU(whole)) <= body && Math.abs(next.u0 - whole.u0) > body
    return next.kind === 'head' || isCentred ? next : null
  }
}

/** Segments of one line as one, lines from top to bottom. */
export function rowsOf(lines: readonly Segment[]): Segment[] {
  const sorted = [...lines].sort((a, b) => a.v0 + a.v1 - b.v0 - b.v1)
  const rows: Segment[][] = []
  for (const line of sorted) {
    const row = rows.at(-1)
    const isSameRow = row !== undefined && row.some((other) => Math.min(other.v1, line.v1) - Math.max(other.v0, line.v0) > 0.5 * Math.min(other.v1 - other.v0, line.v1 - line.v0) && sharedU(other, line) < 0.3 * line.size)
    if (isSameRow) row.push(line)
    else rows.push([line])
  }
  return rows.map((row) => joined(row.sort((a, b) => a.u0 - b.u0)))
}

import { sharedV, type Area } from './area.ts'
import { blocksOf, styleOf, type Block, type PageStyle } from './blocks.ts'
import { markLoose, markVertical } from './direction.ts'
import { partedAtGutters, withDropCaps } from './headlines.ts'
import { withMarkers } from './markers.ts'
import type { PrintedPage } from './printed-page.ts'
import { rulesOf, type Rules } from './rules.ts'
import { segmentsOf, type Segment } from './segments.ts'
import { skewOf, straighten } from './skew.ts'
import { wordsOf, type Word } from './words.ts'

/** The lines of a page before they are put in order, all in the frame of the direction that most of its text has. */
export interface PageLines {
  readonly isVertical: boolean
  readonly segments: readonly Segment[]
  /** Blocks of lines in the other direction; their lines have coordinates of their own frame. */
  readonly sides: readonly Block[]
  readonly style: PageStyle
  readonly rules: Rules
}

export function linesOfPage(page: PrintedPage): PageLines {
  const words = wordsOf(page)
  const drawn = page.rules.flatMap((box): Area[] => {
    const area = { u0: box.x, v0: box.y, u1: box.x + box.width, v1: box.y + box.height }
    return Object.values(area).every(Number.isFinite) ? [area] : []
  })
  const em = usualSize(words)
  const walls = rulesOf(drawn, em).across
  let level = words.filter((word) => !word.isVertical)
  let segments = segmentsOf(level, walls)
  const skew = skewOf(segments)
  if (skew !== 0) {
    straighten(words, skew)
    segments = segmentsOf(level, walls)
  }
  if (markVertical(segments)) {
    level = words.filter((word) => !word.isVertical)
    segments = segmentsOf(level, walls)
  }
  if (charactersOf(level) < 0.5 * charactersOf(words)) {
    markLoose(segments)
    level = words.filter((word) => !word.isVertical)
    segments = segmentsOf(level, walls)
  }
  const upright = words.filter((word) => word.isVertical)
  const isVertical = charactersOf(upright) > charactersOf(level)
  if (upright.length === 0) return inFrame(segments, [], { isVertical, rules: rulesOf(drawn, em) })
  const turnedRules = rulesOf(drawn.map((area) => turned(area, page.width)), em)
  for (const word of upright) Object.assign(word, turned(word, page.width))
  const down = segmentsOf(upright, turnedRules.across)
  const toFrame = (area: Area) => (isVertical ? turned(area, page.width) : turnedBack(area, page.width))
  const [own, others] = isVertical ? [down, segments] : [segments, down]
  const sides = others.flatMap((side) => partedBesideText(side, own, toFrame))
  return inFrame(own, sideBlocks(sides, toFrame), { isVertical, rules: isVertical ? turnedRules : rulesOf(drawn, em) })
}

function inFrame(segments: readonly Segment[], sides: readonly Block[], { isVertical, rules }: { isVertical: boolean; rules: Rules }): PageLines {
  const style = styleOf(segments.length > 0 ? segments : sides.flatMap((side) => side.lines))
  return { isVertical, segments: withMarkers(withDropCaps(partedAtGutters(segments, style), style), isVertical), sides, style, rules }
}

function sideBlocks(lines: readonly Segment[], toFrame: (area: Area) => Area): Block[] {
  return blocksOf(lines, styleOf(lines), []).map((block) => ({ ...block, kind: 'side', ...toFrame(block) }))
}

/** A page coordinate in the frame of vertical lines, which follow each other from right to left. */
const turned = ({ u0, v0, u1, v1 }: Area, width: number): Area => ({ u0: v0, u1: v1, v0: width - u1, v1: width - u0 })
const turnedBack = ({ u0, v0, u1, v1 }: Area, width: number): Area => ({ u0: width - v1, u1: width - v0, v0: u0, v1: u1 })

/** Cuts a line of the other direction, as two titles under each other, at a gap beside which the text has one too. */
function partedBesideText(side: Segment, text: readonly Segment[], toFrame: (area: Area) => Area): Segment[] {
  const groups: Word[][] = [[]]
  side.words.forEach((word, n) => {
    const before = side.words[n - 1]
    if (before !== undefined && word.u0 - before.u1 > 0.3 * word.size && isBesideGap(toFrame({ ...word, u0: before.u1, u1: word.u0 }), toFrame(side), text)) groups.push([])
    groups.at(-1)!.push(word)
  })
  return groups.length === 1 ? [side] : groups.flatMap((words) => segmentsOf(words))
}

/** Text beside the line over the gap, and under it, and none at its height. */
function isBesideGap(gap: Area, line: Area, text: readonly Segment[]): boolean {
  const beside = text.filter((other) => other.u0 < gap.u1 + 30 * other.size && other.u1 > gap.u0 - 30 * other.size && sharedV(other, line) > 0)
  const isFree = beside.every((other) => sharedV(other, gap) < 0.2 * other.size)
  return isFree && beside.filter((other) => other.v1 <= gap.v0 + 0.2 * other.size).length >= 2 && beside.filter((other) => other.v0 >= gap.v1 - 0.2 * other.size).length >= 2
}

const charactersOf = (words: readonly Word[]): number => words.reduce((sum, word) => sum + word.text.length, 0)

function usualSize(words: readonly Word[]): number {
  const sizes = new Float64Array(words.length)
  for (let n = 0; n < words.length; n++) sizes[n] = words[n]!.size
  return sizes.sort()[sizes.length >> 1] ?? 10
}

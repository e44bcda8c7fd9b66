import { around, median, middleU, middleV, type Area } from './area.ts'
import { blocksOf, rowsOf, withHeadsTogether, type Block, type PageStyle } from './blocks.ts'
import { orderOf, type Ground } from './cuts.ts'
import { liftSpanning, withLifted, withWholeTexts } from './floats.ts'
import { haveIndents } from './flow.ts'
import { footnotesOf } from './footnotes.ts'
import { withBreadth, withTitles } from './headlines.ts'
import type { Grid, GridCell } from './rules.ts'
import type { Segment } from './segments.ts'
import type { Strip } from './strip.ts'

/** What stands on a page or in a box. */
export interface Content {
  readonly segments: readonly Segment[]
  readonly sides: readonly Block[]
}

interface Ordered {
  readonly strips: Strip[]
  readonly footnotes: Strip[]
}

/** Cells of more text than this, in the middle of their number, are articles and not those of a table. */
const MOST_IN_CELL = 100

/** Reading order of what stands on a page: boxes and tables as wholes, in the places where they stand. */
export function orderOfPage(content: Content, ground: Ground): Strip[] {
  const grids = [...ground.rules.grids].sort((a, b) => sizeOf(a) - sizeOf(b))
  const { strips, footnotes } = order(content, grids, ground)
  const ordered = flat([...strips, ...footnotes])
  return [...ordered, ...uncaught(content, ordered)]
}

/** Lines that stand nowhere (boxes without any extent) fall between the cuts: they come last, and are not lost. */
function uncaught({ segments, sides }: Content, ordered: readonly Strip[]): Strip[] {
  const caught = new Set(ordered.flatMap(({ lines }) => lines.flatMap(({ words }) => words)))
  const lost = [...segments, ...sides.flatMap(({ lines }) => lines)].filter(({ words }) => !words.some((word) => caught.has(word)))
  return lost.map((segment): Strip => ({ kind: 'row', lines: [segment], size: segment.size, column: null, isBehind: 'row', area: segment }))
}

function flat(strips: readonly Strip[]): Strip[] {
  return strips.flatMap((strip) => (strip.inner === undefined ? [strip] : flat(strip.inner)))
}

function order(content: Content, grids: readonly Grid[], ground: Ground): Ordered {
  const { loose, boxes } = boxed(content, grids, ground)
  const style: PageStyle = ground.style
  const found = withHeadsTogether(blocksOf(loose.segments, style, ground.rules.along), style)
  if (haveIndents(found)) style.hasIndents = true
  const notes = footnotesOf(found, style, ground.rules.along)
  const text = found.filter((block) => !notes.includes(block))
  const { rest, lifted } = liftSpanning(withBreadth([...text, ...loose.sides, ...boxes], style, ground.rules.across), style)
  const strips = orderOf(withTitles(rest, style), ground)
  const back = lifted.map(({ block, under }) => ({ strip: orderOf([block], ground)[0]!, under }))
  return {
    strips: withWholeTexts(withLifted(strips, back), style),
    footnotes: notes.map((block): Strip => ({ kind: 'row', role: 'footnote', lines: rowsOf(block.lines), size: block.size, column: { u0: block.u0, u1: block.u1 }, isBehind: 'row', area: block }))
  }
}

const sizeOf = (area: Area): number => (area.u1 - area.u0) * (area.v1 - area.v0)

const holds = (area: Area, u: number, v: number): boolean => u >= area.u0 && u <= area.u1 && v >= area.v0 && v <= area.v1

interface Filled {
  readonly cell: GridCell
  readonly segments: Segment[]
  readonly sides: Block[]
}

/** Takes what stands inside the grids of rules out of a content, smallest grid first; each comes back as one block. */
function boxed(content: Content, grids: readonly Grid[], ground: Ground): { loose: Content; boxes: Block[] } {
  let loose = content
  let boxes: Block[] = []
  for (const grid of grids) {
    const filled = filledCells(grid, { segments: loose.segments, sides: [...loose.sides, ...boxes] })
    const count = filled.reduce((sum, { segments, sides }) => sum + segments.length + sides.length, 0)
    const isWholePage = filled.length === 1 && count === loose.segments.length + loose.sides.length + boxes.length
    if (count === 0 || isWholePage) continue
    const inside = new Set<Segment | Block>(filled.flatMap(({ segments, sides }) => [...segments, ...sides]))
    loose = { segments: loose.segments.filter((segment) => !inside.has(segment)), sides: loose.sides.filter((side) => !inside.has(side)) }
    const nested = boxes.filter((box) => inside.has(box))
    boxes = [...boxes.filter((box) => !inside.has(box)), ...blocksOfGrid(grid, filled, { ground, nested })]
  }
  return { loose, boxes }
}

function filledCells(grid: Grid, { segments, sides }: Content): Filled[] {
  const filled = grid.cells.map((cell): Filled => ({ cell, segments: [], sides: [] }))
  const cellAt = (area: Area): Filled | undefined => {
    const u = middleU(area)
    const v = middleV(area)
    return holds(grid, u, v) ? filled.find(({ cell }) => holds(cell, u, v)) : undefined
  }
  for (const segment of segments) cellAt(segment)?.segments.push(segment)
  for (const side of sides) cellAt(side)?.sides.push(side)
  return filled.filter((each) => each.segments.length + each.sides.length > 0)
}

function blocksOfGrid(grid: Grid, filled: readonly Filled[], { ground, nested }: { ground: Ground; nested: readonly Block[] }): Block[] {
  const boxOf = (area: Area, inner: readonly Strip[]): Block => ({ kind: 'box', lines: [], size: ground.style.body, ...areaOf(area), inner })
  if (isTable(filled)) return [boxOf(grid, filled.flatMap(cellStrips))]
  return filled.map(({ cell, segments, sides }) => {
    const inner = order({ segments, sides: sides.filter((side) => !nested.includes(side)) }, [], { ...ground, style: { ...ground.style } })
    const held = sides.filter((side) => nested.includes(side))
    return boxOf(cell, held.length === 0 ? [...inner.strips, ...inner.footnotes] : orderWith(held, { segments, sides }, ground))
  })
}

/** A box that holds boxes: those are blocks among the others. */
function orderWith(held: readonly Block[], { segments, sides }: Content, ground: Ground): Strip[] {
  const found = withHeadsTogether(blocksOf(segments, ground.style, ground.rules.along), ground.style)
  const blocks = [...found, ...sides.filter((side) => !held.includes(side)), ...held]
  return withWholeTexts(orderOf(withTitles(withBreadth(blocks, ground.style, ground.rules.across), ground.style), ground), ground.style)
}

const areaOf = ({ u0, v0, u1, v1 }: Area): Area => ({ u0, v0, u1, v1 })

function isTable(filled: readonly Filled[]): boolean {
  const columns = new Set(filled.map(({ cell }) => cell.column))
  const rows = new Set(filled.map(({ cell }) => cell.row))
  const characters = filled.map(({ segments }) => segments.reduce((sum, segment) => sum + segment.characters, 0))
  return columns.size >= 2 && rows.size >= 2 && median(characters) <= MOST_IN_CELL
}

function cellStrips({ segments, sides }: Filled): Strip[] {
  const lines = rowsOf(segments)
  const own: Strip[] = lines.length === 0 ? [] : [{ kind: 'row', role: 'cell', lines, size: lines[0]!.size, column: null, isBehind: 'row', area: around(lines) }]
  return [...own, ...sides.map((side): Strip => (side.inner === undefined ? { kind: 'side', role: 'cell', lines: side.lines, size: side.size, column: null, isBehind: 'row', area: areaOf(side) } : { kind: 'box', lines: [], inner: side.inner, size: side.size, column: null, isBehind: 'row', area: areaOf(side) }))]
}

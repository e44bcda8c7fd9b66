import { around, gapsBetween, grow, sharedU, sharedV, type Area, type Gap } from './area.ts'
import { isSameType, rowsOf, type Block, type PageStyle } from './blocks.ts'
import { continues, isFull, isOpen, isFlush, type Column } from './flow.ts'
import type { Rules } from './rules.ts'
import type { Strip } from './strip.ts'
import { isRunning, isTabular } from './tabular.ts'
import { topological } from './topological.ts'

/**
 * The order of the blocks of a page by recursive cuts along white space (recursive X-Y cut: G. Nagy,
 * S. Seth, "Hierarchical representation of optically scanned documents", ICPR 1984). A region is cut
 * where a rule parts it; else under and over headlines that span its columns; else into columns from
 * left to right; else into rows. A region that no straight cut divides is ordered by what is above
 * what and left of what (T. Breuel, "High performance document layout analysis", 2003).
 */
export function orderOf(blocks: readonly Block[], ground: Ground): Strip[] {
  return blocks.length === 0 ? [] : cut({ blocks, column: textColumn(blocks) }, ground)
}

export interface Ground {
  readonly style: PageStyle
  readonly rules: Rules
}

interface Region {
  readonly blocks: readonly Block[]
  readonly column: Column
}

/** In sizes of the common type. */
const LEAST_GUTTER = 0.6
const RULE_NEAR = 0.4
/** Share of a region that a rule must cross to part it. */
const LEVEL_SHARE = 0.8
const UPRIGHT_SHARE = 0.75

function cut(region: Region, ground: Ground): Strip[] {
  const { blocks } = region
  if (blocks.length === 1) return [stripOf(blocks[0]!, region.column)]
  const levels = levelGaps(blocks, ground)
  const ruled = levels.filter((gap) => hasLevelRule(gap, blocks, ground))
  if (ruled.length > 0) return stack(splitV(blocks, ruled), region, ground)
  const gutters = guttersOf(blocks, ground)
  const uprights = gutters.filter((gap) => hasUprightRule(gap, blocks, ground))
  if (gutters.length > 0) {
    const row = singleRow(region, ground)
    if (row !== null) return row
    const columns = splitU(blocks, gutters)
    if (isTabular(columns, ground.style)) return tableRows(blocks)
    if (uprights.length > 0) return sideBySide(splitU(blocks, uprights), ground)
    if (levels.length === 0) return sideBySide(columns, ground)
    return cutEither({ blocks, column: region.column, levels, gutters }, ground)
  }
  if (levels.length === 0) return topological(blocks).map((block) => stripOf(block, region.column))
  return stack(rowsWithColumns(splitV(blocks, levels), ground), region, ground)
}

/** A region that can be cut both ways. */
interface Grid extends Region {
  readonly levels: readonly Gap[]
  readonly gutters: readonly Gap[]
}

function cutEither(grid: Grid, ground: Ground): Strip[] {
  const { blocks, levels, gutters } = grid
  const rows = splitV(blocks, levels)
  if (rows.every((row) => splitU(row, gutters).length === 1) || !hasRunningText(blocks, gutters, ground.style)) return stack(rows, grid, ground)
  const isHeadRow = (row: readonly Block[]) => row.every((block) => block.kind === 'head')
  const several = rows.findIndex((row) => isHeadRow(row) && splitU(row, gutters).length > 1)
  // Headlines side by side: what is over them comes first, then each with what is under it
  if (several > 0) return stack(splitV(blocks, [levels[several - 1]!]), grid, ground)
  if (several === 0) return sideBySide(splitU(blocks, guttersBeforeHeads(splitU(rows[0]!, gutters), gutters)), ground)
  const atHeads = levels.filter((_, n) => isHeadRow(rows[n]!) || isHeadRow(rows[n + 1]!))
  if (atHeads.length > 0) return stack(splitV(blocks, atHeads), grid, ground)
  const parting = levels.filter((gap) => partsSideTitles(gap, grid, ground.style) || partsFlow(gap, grid, ground.style))
  return parting.length > 0 ? stack(splitV(blocks, parting), grid, ground) : sideBySide(splitU(blocks, gutters), ground)
}

/** Whether any column is more than labels and short lines. */
function hasRunningText(blocks: readonly Block[], gutters: readonly Gap[], style: PageStyle): boolean {
  if (blocks.some((block) => block.kind !== 'text')) return true
  return splitU(blocks, gutters).some((column) => {
    const lines = column.flatMap((block) => block.lines)
    return lines.length >= 3 && isRunning(lines, style)
  })
}

/** Between two headlines, the gutter that is next to the second. */
function guttersBeforeHeads(groups: readonly (readonly Block[])[], gutters: readonly Gap[]): Gap[] {
  return groups.slice(1).map((group, n) => {
    const from = around(groups[n]!).u1
    const to = around(group).u0
    return gutters.findLast((gap) => (gap.from + gap.to) / 2 > from - 1e-6 && (gap.from + gap.to) / 2 < to)!
  })
}

/** Whether it stands between titles that are set downwards at the side of what they head. */
function partsSideTitles(gap: Gap, { blocks, gutters }: Grid, style: PageStyle): boolean {
  return splitU(blocks, gutters).some((column) => column.every((block) => isSideTitle(block, style)) && splitV(column, [gap]).length > 1)
}

const isSideTitle = ({ kind, size }: Block, { body }: PageStyle): boolean => kind === 'side' && size >= 1.25 * body

/**
 * Whether a blank across all columns ends the text above it: not where the first column goes on under
 * it, nor where the top of the second takes up a sentence that the first column leaves open at its foot.
 */
function partsFlow(gap: Gap, { blocks, gutters }: Grid, style: PageStyle): boolean {
  const columns = splitU(blocks, gutters)
  const middle = (gap.from + gap.to) / 2
  const first = columns[0]!.filter((block) => block.kind === 'text').sort((a, b) => a.v0 - b.v0)
  const above = first.findLast((block) => block.v0 < middle)
  const below = first.find((block) => block.v0 > middle)
  const widest = gutters.reduce((most, { from, to }) => Math.max(most, to - from), 0)
  const isWide = gap.to - gap.from > Math.max(widest, style.leading + style.body)
  if (above === undefined || below === undefined) return isWide
  const column = textColumn(first)
  const last = { line: above.lines.at(-1)!, column }
  if (isSameType(above, below, style) && continues(last, { line: below.lines[0]!, column }, style)) return false
  if (isFull(last) && isOpen(last.line)) return true
  const second = columns[1]!.filter((block) => block.kind === 'text').sort((a, b) => a.v0 - b.v0)[0]
  if (second !== undefined && style.hasIndents && isSameType(second, above, style) && isFlush({ line: second.lines[0]!, column: textColumn(columns[1]!) })) return false
  return isWide
}

function stack(parts: readonly (readonly Block[])[], { column }: Region, ground: Ground): Strip[] {
  return parts.flatMap((blocks, n) => led(cut({ blocks, column }, ground), n === 0 ? null : 'row'))
}

/** Columns from left to right; a large title set downwards at the right comes before them. */
function sideBySide(parts: readonly (readonly Block[])[], ground: Ground): Strip[] {
  const last = parts.at(-1)!
  const isTitle = parts.length > 1 && last.every((block) => isSideTitle(block, ground.style))
  const ordered = isTitle ? [last, ...parts.slice(0, -1)] : parts
  return ordered.flatMap((blocks, n) => led(cut({ blocks, column: textColumn(blocks) }, ground), n === 0 ? null : 'column'))
}

function led(strips: readonly Strip[], isBehind: 'row' | 'column' | null): Strip[] {
  return strips.map((strip, n) => (n === 0 && isBehind !== null ? { ...strip, isBehind } : strip))
}

function stripOf(block: Block, column: Column): Strip {
  const { kind, size, u0, v0, u1, v1 } = block
  const lines = kind === 'text' || kind === 'head' ? rowsOf(block.lines) : block.lines
  return { kind, lines, size, column: kind === 'text' ? column : null, isBehind: 'row', area: { u0, v0, u1, v1 }, ...(block.inner === undefined ? {} : { inner: block.inner }), ...(block.isTitle === true ? { isTitle: true } : {}) }
}

function tableRows(blocks: readonly Block[]): Strip[] {
  const lines = blocks.flatMap((block) => block.lines)
  const area = around(blocks)
  const rows: { bounds: Area; cells: Block['lines'] }[] = []
  for (const line of [...lines].sort((a, b) => a.v0 + a.v1 - b.v0 - b.v1)) {
    const row = rows.at(-1)
    if (row !== undefined && sharedV(row.bounds, line) > 0.5 * (line.v1 - line.v0)) {
      row.cells.push(line)
      grow(row.bounds, line)
    } else rows.push({ bounds: { ...line }, cells: [line] })
  }
  return [{ kind: 'row', lines: rows.flatMap(({ cells }) => cells.sort((a, b) => a.u0 - b.u0)), size: lines[0]!.size, column: null, isBehind: 'row', area }]
}

/** Parts of one line, when that is all there is: joined where the blank between is that of a spaced out line. */
function singleRow({ blocks, column }: Region, { style }: Ground): Strip[] | null {
  const lines = blocks.flatMap((block) => (block.kind === 'text' || block.kind === 'head' ? block.lines : []))
  if (lines.length !== blocks.length) return null
  const first = lines[0]!
  if (!lines.every((line) => sharedV(line, first) > 0.5 * Math.min(line.v1 - line.v0, first.v1 - first.v0))) return null
  const sorted = [...lines].sort((a, b) => a.u0 - b.u0)
  const isSpacedOut = sorted.every((line, n) => n === 0 || (isSameType(line, first, style) && line.u0 - sorted[n - 1]!.u1 <= 2.5 * line.size))
  const area = around(blocks)
  if (!isSpacedOut) return [{ kind: 'row', lines: sorted, size: first.size, column: null, isBehind: 'row', area }]
  const isHead = blocks.every((block) => block.kind === 'head')
  return [{ kind: isHead ? 'head' : 'text', lines: rowsOf(sorted), size: first.size, column: isHead ? null : column, isBehind: 'row', area }]
}

/** Rows that share a gutter stay together: they are columns, whatever stands beside a blank in them. */
function rowsWithColumns(rows: readonly (readonly Block[])[], ground: Ground): Block[][] {
  const kept: Block[][] = []
  for (const row of rows) {
    const before = kept.at(-1)
    if (before !== undefined && isOneGrid(before, row, ground)) before.push(...row)
    else kept.push([...row])
  }
  return kept
}

function isOneGrid(before: readonly Block[], row: readonly Block[], ground: Ground): boolean {
  const isHeads = (part: readonly Block[]) => part.every((block) => block.kind === 'head')
  const gutters = isHeads(row) ? [] : guttersOf([...before, ...row], ground)
  if (gutters.length === 0) return false
  const columns = [before, row].map((part) => splitU(part, gutters).length)
  // Headlines side by side stay with the columns under them
  if (isHeads(before)) return columns[0]! > 1
  if (Math.max(...columns) < 2) return false
  const [one, other] = columns[0] === 1 ? [before, row] : [row, before]
  return one.length > 1 || one[0]!.lines.length > 1 || other.some((block) => Math.abs(block.u0 - one[0]!.u0) <= 2.5 * ground.style.body)
}

/** Edges of the running text of some blocks; of all of them where none is text. */
function textColumn(blocks: readonly Block[]): Column {
  const text = blocks.filter((block) => block.kind === 'text')
  const { u0, u1 } = around(text.length > 0 ? text : blocks)
  return { u0, u1 }
}

function guttersOf(blocks: readonly Block[], { style, rules }: Ground): Gap[] {
  const gaps = gapsBetween(blocks.map(({ u0, u1 }) => ({ from: u0, to: u1 })))
  return gaps.filter((gap) => gap.to - gap.from >= LEAST_GUTTER * style.body || (gap.to - gap.from > 0.2 * style.body && hasUprightRule(gap, blocks, { style, rules })))
}

function levelGaps(blocks: readonly Block[], { style }: Ground): Gap[] {
  const slack = 0.2 * style.body
  return gapsBetween(blocks.map(({ v0, v1 }) => (v1 - v0 > 3 * slack ? { from: v0 + slack, to: v1 - slack } : { from: v0, to: v1 })))
}

function hasLevelRule(gap: Gap, blocks: readonly Block[], { style, rules }: Ground): boolean {
  const bounds = around(blocks)
  const near = RULE_NEAR * style.body
  return rules.along.some((rule) => rule.v0 >= gap.from - near && rule.v0 <= gap.to + near && sharedU(rule, bounds) >= LEVEL_SHARE * (bounds.u1 - bounds.u0))
}

function hasUprightRule(gap: Gap, blocks: readonly Block[], { style, rules }: Ground): boolean {
  const bounds = around(blocks)
  const near = RULE_NEAR * style.body
  return rules.across.some((rule) => rule.u0 >= gap.from - near && rule.u0 <= gap.to + near && sharedV(rule, bounds) >= UPRIGHT_SHARE * (bounds.v1 - bounds.v0))
}

const splitU = (blocks: readonly Block[], gaps: readonly Gap[]): Block[][] => split(blocks, gaps, (block) => block.u0 + block.u1)
const splitV = (blocks: readonly Block[], gaps: readonly Gap[]): Block[][] => split(blocks, gaps, (block) => block.v0 + block.v1)

function split(blocks: readonly Block[], gaps: readonly Gap[], twiceMiddle: (block: Block) => number): Block[][] {
  const parts: Block[][] = Array.from({ length: gaps.length + 1 }, () => [])
  for (const block of blocks) {
    const at = twiceMiddle(block)
    const after = gaps.findIndex((gap) => at < gap.from + gap.to)
    parts[after === -1 ? gaps.length : after]!.push(block)
  }
  return parts.filter((part) => part.length > 0)
}

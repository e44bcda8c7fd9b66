import type { LineRole } from '#core/source/source.ts'
import type { SourceText } from '#core/source/source-text.ts'
import { sharedU, sharedV } from './area.ts'
import type { PageStyle } from './blocks.ts'
import { orderOfPage } from './boxes.ts'
import { endsParagraph, endsShort, isFull, isOpen } from './flow.ts'
import { lineText } from './line-text.ts'
import { marginsOf, type Margins, type PageOfSegments } from './margins.ts'
import { linesOfPage, type PageLines } from './page.ts'
import type { PrintedPage } from './printed-page.ts'
import type { Segment } from './segments.ts'
import type { Strip } from './strip.ts'

/**
 * Adds what is printed on pages, line by line in reading order, with page, box and edges of each line,
 * and with its role and the ends of paragraphs where their place on the page tells. Every character
 * that is not white space is added once. Blank lines part blocks that are no continuation of each
 * other.
 *
 * Characters are joined to lines, lines to blocks; blocks are ordered by `orderOfPage`. Heads of a
 * page come first, notes and feet last.
 */
export function addPages(into: SourceText, pages: readonly PrintedPage[]): void {
  const read = pages.map(linesOfPage)
  const margins = marginsOf(read.map((page, n) => pageOfSegments(page, pages[n]!)))
  const printed = read.map((page) => stripsOfPage(page, margins))
  const lines = printed.flatMap(({ strips, style }, n) => linesOf(strips, { style, page: n + 1 }))
  const running = lines.filter((line) => line.strip.kind === 'text')
  const followers = new Map(running.map((line, n) => [line, running[n + 1]]))
  lines.forEach((line, n) => {
    const before = lines[n - 1]
    if (before !== undefined && isSetApart(before, line)) into.line('', { page: line.page })
    add(into, line, { before, next: followers.get(line), after: lines[n + 1] })
  })
}

function pageOfSegments({ segments, sides, isVertical, rules }: PageLines, { height }: PrintedPage): PageOfSegments {
  const tables = rules.grids.filter((grid) => grid.cells.length > 1)
  const isLoose = (segment: Segment) => !tables.some((grid) => sharedU(grid, segment) > 0 && sharedV(grid, segment) > 0)
  const rulesAt = isVertical ? rules.across.map((rule) => rule.u0) : rules.along.map((rule) => rule.v0)
  return { height, rulesAt, segments: [...segments.filter(isLoose), ...sides.flatMap((side) => side.lines)] }
}

interface OutLine {
  readonly segment: Segment
  readonly strip: Strip
  readonly index: number
  readonly page: number
  readonly style: PageStyle
}

function stripsOfPage(page: PageLines, margins: Margins): { strips: Strip[]; style: PageStyle } {
  const inMargin = (role: LineRole[]) => (segment: Segment) => role.includes(margins.get(segment)!)
  const all = [...page.segments, ...page.sides.flatMap((side) => side.lines)].filter((segment) => margins.has(segment))
  const top = topmost(all.filter(inMargin(['header', 'page-number'])), page)
  const content = {
    segments: page.segments.filter((segment) => !margins.has(segment)),
    sides: page.sides.flatMap((side) => {
      const lines = side.lines.filter((line) => !margins.has(line))
      return lines.length === side.lines.length ? [side] : lines.length === 0 ? [] : [{ ...side, lines }]
    })
  }
  const strips = orderOfPage(content, { style: page.style, rules: page.rules })
  const marginStrips = (segments: readonly Segment[]) => rowsApart(segments).map((segment): Strip => ({ kind: 'row', role: margins.get(segment)!, lines: [segment], size: segment.size, column: null, isBehind: 'row', area: segment }))
  return { strips: [...marginStrips(top), ...strips, ...marginStrips(all.filter((segment) => !top.includes(segment)))], style: page.style }
}

/** Margin lines over the text of the page. */
function topmost(margin: readonly Segment[], page: PageLines): Segment[] {
  const first = margin.length === 0 ? 0 : page.segments.reduce((most, segment) => Math.max(most, placeOf(segment)), 0) / 2
  return margin.filter((segment) => placeOf(segment) < first)
}

const placeOf = ({ words }: Segment): number => words[0]!.run.box.y

/** In printed order, each part of a row a line of its own. */
function rowsApart(segments: readonly Segment[]): Segment[] {
  return [...segments].sort((a, b) => (Math.abs(placeOf(a) - placeOf(b)) > 0.5 * a.size ? placeOf(a) - placeOf(b) : a.words[0]!.run.box.x - b.words[0]!.run.box.x))
}

function linesOf(strips: readonly Strip[], { style, page }: { style: PageStyle; page: number }): OutLine[] {
  return strips.flatMap((strip) => strip.lines.map((segment, index): OutLine => ({ segment, strip, index, page, style })))
}

/** Whether a blank line belongs between two lines. */
function isSetApart(before: OutLine, line: OutLine): boolean {
  const [from, to] = [before.strip, line.strip]
  if (from === to || before.page !== line.page) return false
  if (from.role !== undefined || to.role !== undefined) return from.role !== to.role
  if (from.kind !== to.kind) return true
  if (from.kind !== 'text') return from.kind !== 'row'
  if (Math.max(from.size, to.size) > 1.12 * Math.min(from.size, to.size)) return true
  if (to.isBehind === 'column') return false
  const { body, leading } = line.style
  return sharedU(from.area, to.area) <= 0 || to.area.v0 - from.area.v1 > leading + body || to.area.v0 < from.area.v0
}

interface Neighbours {
  readonly before: OutLine | undefined
  /** The next line of running text. */
  readonly next: OutLine | undefined
  readonly after: OutLine | undefined
}

function add(into: SourceText, line: OutLine, neighbours: Neighbours): void {
  const { text, facts } = lineText(line.segment.words)
  const role = roleOf(line)
  const ends = endOf(line, neighbours)
  into.line(text, { ...facts, page: line.page, ...(role === undefined ? {} : { role }), ...(ends === undefined ? {} : { endsParagraph: ends }) })
}

function roleOf({ strip, segment }: OutLine): LineRole | undefined {
  return strip.isTitle === true && segment.size >= 0.95 * strip.size ? 'title' : strip.role
}

function endOf(line: OutLine, { before, next, after }: Neighbours): boolean | undefined {
  const { strip, index, segment } = line
  const isLast = index === strip.lines.length - 1
  if (strip.role === 'cell') return isLast
  if (strip.kind === 'head') return isLast ? true : undefined
  if (strip.kind !== 'text' || strip.column === null) return undefined
  const from = { line: segment, column: strip.column }
  if (next === undefined || next.strip.column === null || Math.abs(next.strip.size - strip.size) > 0.12 * strip.size || !isNext(line, next, after)) return endsShort(from) ? true : undefined
  // white inside a sentence is a picture or the end of a column; around one open line, a heading
  if (isSpacedOut(line, next) && (!isOpen(segment) || (!isFull(from) && before !== undefined && isSpacedOut(before, line)))) return true
  const following = next.strip.lines[next.index + 1] ?? null
  return endsParagraph(from, { line: next.segment, column: next.strip.column }, following)
}

/** More white below the line than between the lines of the page: a paragraph is set apart. */
function isSpacedOut({ segment, page, style }: OutLine, next: OutLine): boolean {
  const gap = next.segment.v0 - segment.v1
  return page === next.page && gap > style.leading + SPACED * segment.size && gap < MOST_SPACE * segment.size
}

/** In sizes of the type. */
const SPACED = 0.4
const MOST_SPACE = 6

/** Nothing between but the foot and the head of a page. */
function isNext(line: OutLine, next: OutLine, after: OutLine | undefined): boolean {
  if (next === after) return true
  return next.page !== line.page && after?.strip.role !== undefined && after.strip.role !== 'cell'
}

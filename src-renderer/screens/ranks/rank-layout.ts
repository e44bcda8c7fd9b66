import { fitted, textWidth } from '../../parts/text-width.ts'
import type { ThemeLine } from './theme-lines.ts'

/** What a slope chart is drawn from; texts are written by the caller, in its language. */
export interface RankDrawing {
  readonly lines: readonly ThemeLine[]
  /** Head of each column: its name, and a smaller line under it; the first of `notes` that has room. */
  readonly heads: readonly { readonly name: string; readonly notes: readonly string[] }[]
  /** Name of each line, and its figures at the left and the right end, the one next to the mark first. */
  readonly labels: readonly RankLabel[]
  /** Room there is, in pixels. The chart is wider where the columns need it. */
  readonly width: number
}

export interface RankLabel {
  readonly name: string
  readonly left: readonly string[]
  readonly right: readonly string[]
}

export interface RankLayout {
  readonly width: number
  readonly height: number
  /** Of each column. */
  readonly x: readonly number[]
  readonly heads: readonly PlacedHead[]
  /** The rule above the themes that are not mentioned; null where all are. */
  readonly absentFrom: number | null
  /** One for each line, in order. */
  readonly lines: readonly PlacedLine[]
}

export interface PlacedHead {
  readonly x: number
  readonly name: string
  readonly note: string
  readonly anchor: 'start' | 'middle' | 'end'
}

export interface PlacedLine {
  readonly marks: readonly PlacedMark[]
  /** From column to column; `isOpen` where one end is not mentioned. */
  readonly paths: readonly { readonly d: string; readonly isOpen: boolean }[]
  readonly left: PlacedLabel
  readonly right: PlacedLabel
}

export interface PlacedMark {
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** Figures stand beside the mark in columns of their own, the name beyond them. It is clipped to its room; the figures never are. */
export interface PlacedLabel {
  readonly y: number
  readonly nameX: number
  readonly name: string
  readonly figures: readonly { readonly x: number; readonly text: string; readonly anchor: 'start' | 'end' }[]
}

export const rankSizes = { row: 29, head: 52, foot: 12, text: 13, figures: 12, headName: 16, note: 11, gap: 22, leastStep: 96, longestName: 190, mark: { least: 3, most: 8.5 } } as const

/** Between a mark and its label, and between a name and its figures. */
const LABEL_GAP = 16
const FIGURE_GAP = 12

/** So many columns find room side by side, of those that would be shown; two at least. */
export function columnsThatFit(names: readonly string[], width: number): number {
  const side = LABEL_GAP + textWidth('100.0 %', rankSizes.figures) + textWidth('16=', rankSizes.figures) + 2 * FIGURE_GAP + longestOf(names) + 4
  const last = textWidth('↑16', rankSizes.figures) + FIGURE_GAP
  return Math.max(2, 1 + Math.floor((width - 2 * side - last) / rankSizes.leastStep))
}

const longestOf = (names: readonly string[]): number => Math.max(48, ...names.map((name) => Math.min(rankSizes.longestName, textWidth(name, rankSizes.text))))

/**
 * Places every column, mark, line and label. Each theme has a slot of its own in a column, so that no
 * two marks or labels lie upon one another, also where they share a rank.
 */
export function rankLayout(drawing: RankDrawing): RankLayout {
  const { lines, heads } = drawing
  const columns = heads.length
  const sides = sidesOf(drawing)
  const [left, right] = [sides.left.all, sides.right.all]
  const step = columns < 2 ? 0 : Math.max(rankSizes.leastStep, (drawing.width - left - right) / (columns - 1))
  const x = heads.map((_, index) => left + index * step)
  const depth = (isMentioned: boolean): number =>
    Math.max(0, ...heads.map((_, at) => lines.filter(({ marks }) => (marks[at]!.rank !== null) === isMentioned).length))
  const mentioned = depth(true)
  const absent = depth(false)
  const absentTop = rankSizes.head + mentioned * rankSizes.row + rankSizes.gap
  const middle = (slot: number, top: number): number => top + (slot + 0.5) * rankSizes.row
  const mostShare = Math.max(0, ...lines.flatMap(({ marks }) => marks.map(({ share }) => share)))
  const placed = lines.map((line, index): PlacedLine => {
    const marks = line.marks.map(({ rank, slot, share }, at) => ({
      x: x[at]!,
      y: rank === null ? middle(slot, absentTop) : middle(slot, rankSizes.head),
      radius: radiusOf(rank === null ? 0 : share, mostShare)
    }))
    return { marks, paths: pathsOf(marks, line), ...endLabels(drawing, index, { marks, sides }) }
  })
  return {
    width: Math.max(drawing.width, left + Math.max(0, columns - 1) * step + right),
    height: (absent > 0 ? absentTop + absent * rankSizes.row : rankSizes.head + mentioned * rankSizes.row) + rankSizes.foot,
    x,
    heads: heads.map((head, at) => placedHead(head, { x: x[at]!, at, columns, step })),
    absentFrom: absent > 0 ? absentTop - rankSizes.gap / 2 : null,
    lines: placed
  }
}

/** The area of a mark is in proportion to its share. */
const radiusOf = (share: number, most: number): number =>
  most === 0 ? rankSizes.mark.least : Math.max(rankSizes.mark.least, Math.sqrt(share / most) * rankSizes.mark.most)

/** Room for the labels of a side, and the width of each column of figures in it, the one next to the marks first. */
interface Side {
  readonly all: number
  readonly figures: readonly number[]
}

function sidesOf({ labels }: RankDrawing): { readonly left: Side; readonly right: Side } {
  const names = longestOf(labels.map(({ name }) => name))
  const side = (pick: (label: RankLabel) => readonly string[]): Side => {
    const depth = Math.max(0, ...labels.map((label) => pick(label).length))
    const figures = Array.from({ length: depth }, (_, at) => Math.max(0, ...labels.map((label) => textWidth(pick(label)[at] ?? '', rankSizes.figures))))
    return { figures, all: LABEL_GAP + figures.reduce((sum, width) => sum + width + FIGURE_GAP, 0) + names + 4 }
  }
  return { left: side(({ left }) => left), right: side(({ right }) => right) }
}

function endLabels({ labels }: RankDrawing, index: number, { marks, sides }: { readonly marks: readonly PlacedMark[]; readonly sides: ReturnType<typeof sidesOf> }): Pick<PlacedLine, 'left' | 'right'> {
  const { name, left, right } = labels[index]!
  const short = fitted(name, rankSizes.text, rankSizes.longestName)
  const first = marks[0]!
  const last = marks.at(-1)!
  return {
    left: { y: first.y, name: short, ...inColumns(left, { x: first.x - LABEL_GAP, outward: -1 }, sides.left) },
    right: { y: last.y, name: short, ...inColumns(right, { x: last.x + LABEL_GAP, outward: 1 }, sides.right) }
  }
}

/** What lies next to the mark stands against it; numbers further out end at one line, so that their points stand under each other. */
function inColumns(texts: readonly string[], from: { readonly x: number; readonly outward: 1 | -1 }, { figures }: Side): Pick<PlacedLabel, 'nameX' | 'figures'> {
  let { x } = from
  const placed = figures.map((width, at) => {
    const near = x
    x += from.outward * (width + FIGURE_GAP)
    const isRight = from.outward === 1
    const anchor = isRight && at !== 1 ? ('start' as const) : ('end' as const)
    return { x: isRight && anchor === 'end' ? near + width : near, text: texts[at] ?? '', anchor }
  })
  return { nameX: x, figures: placed.filter(({ text }) => text !== '') }
}

function pathsOf(marks: readonly PlacedMark[], line: ThemeLine): PlacedLine['paths'] {
  return marks.slice(1).map((to, index) => {
    const from = marks[index]!
    const start = from.x + from.radius
    const end = to.x - to.radius
    const bend = (end - start) * 0.42
    const isOpen = line.marks[index]!.rank === null || line.marks[index + 1]!.rank === null
    return { d: `M${round(start)} ${round(from.y)}C${round(start + bend)} ${round(from.y)} ${round(end - bend)} ${round(to.y)} ${round(end)} ${round(to.y)}`, isOpen }
  })
}

/** The outer heads stand over their labels, so that long names have room. */
function placedHead(head: RankDrawing['heads'][number], at: { readonly x: number; readonly at: number; readonly columns: number; readonly step: number }): PlacedHead {
  const isFirst = at.at === 0
  const isLast = at.at === at.columns - 1
  const inner = at.step - 16
  const room = isFirst || isLast ? Math.max(inner, 160) : inner
  return {
    x: isFirst && !isLast ? at.x + 8 : isLast && !isFirst ? at.x - 8 : at.x,
    anchor: at.columns === 1 ? 'middle' : isFirst ? 'end' : isLast ? 'start' : 'middle',
    name: fitted(head.name, rankSizes.headName, room),
    note: head.notes.find((note) => textWidth(note, rankSizes.note) <= room) ?? fitted(head.notes.at(-1) ?? '', rankSizes.note, room)
  }
}

const round = (value: number): number => Math.round(value * 10) / 10

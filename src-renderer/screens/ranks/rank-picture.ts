import type { Picture, Shape } from '../../parts/picture.ts'
import { rankSizes, type PlacedLine, type RankLayout } from './rank-layout.ts'

/** What is written on a line: its theme, and beside each of its inner marks the rank and its change. */
export interface LineTexts {
  readonly theme: string
  readonly inner: readonly string[]
}

/** Heads, the rule of each column, and the rule above what is not mentioned. */
export function groundShapes({ heads, x, height, absentFrom, width }: RankLayout, absent: string): Shape[] {
  const { head, foot } = rankSizes
  return [
    ...x.map((at): Shape => ({ kind: 'path', d: `M${at} ${head - 4}V${height - foot}`, stroke: 'line', thickness: 1 })),
    ...heads.flatMap(({ x: at, name, note, anchor }): Shape[] => [
      { kind: 'words', x: at, y: 20, text: name, size: rankSizes.headName, fill: 'ink', anchor, isBold: true, isSerif: true },
      { kind: 'words', x: at, y: 38, text: note, size: rankSizes.note, fill: 'ink-3', anchor }
    ]),
    ...(absentFrom === null
      ? []
      : [
          { kind: 'path', d: `M4 ${absentFrom}H${width - 4}`, stroke: 'line-strong', thickness: 1, isDashed: true } as const,
          { kind: 'words', x: 4, y: absentFrom - 5, text: absent, size: rankSizes.note, fill: 'ink-3' } as const
        ])
  ]
}

/** One theme: its lines between the columns, its marks, and its name and figures at both ends. */
export function lineShapes({ marks, paths, left, right }: PlacedLine, { theme, inner }: LineTexts, isAbsentAt: (column: number) => boolean): Shape[] {
  const ink = `theme:${theme}` as const
  const base = 4.5
  return [
    ...paths.map(({ d, isOpen }): Shape => ({ kind: 'path', d, stroke: ink, thickness: isOpen ? 1.25 : 2, isDashed: isOpen, theme })),
    ...marks.map(({ x, y, radius }, column): Shape => ({ kind: 'dot', x, y, radius, fill: isAbsentAt(column) ? 'sheet' : ink, stroke: ink, theme })),
    ...marks.slice(1, -1).map(({ x, y, radius }, index): Shape => ({ kind: 'words', x: x + radius + 3, y: y - 4, text: inner[index + 1] ?? '', size: rankSizes.note, fill: 'ink-2', hasEdge: true, theme })),
    { kind: 'words', x: left.x, y: left.y + base, text: left.figures, size: rankSizes.figures, fill: 'ink-2', anchor: 'end', theme },
    { kind: 'words', x: left.nameX, y: left.y + base, text: left.name, size: rankSizes.text, fill: 'ink', anchor: 'end', theme },
    ...(marks.length < 2
      ? []
      : [
          { kind: 'words', x: right.x, y: right.y + base, text: right.figures, size: rankSizes.figures, fill: 'ink-2', theme } as const,
          { kind: 'words', x: right.nameX, y: right.y + base, text: right.name, size: rankSizes.text, fill: 'ink', theme } as const
        ])
  ]
}

interface PrintedRanks {
  readonly title: string
  readonly layout: RankLayout
  readonly shapes: readonly Shape[]
  /** Already broken into lines. */
  readonly notes: readonly string[]
}

const margin = 24

/** The chart with its title and what it is made from, as it is saved. */
export function rankPicture({ title, layout, shapes, notes }: PrintedRanks): Picture {
  const top = 56
  return {
    width: layout.width + 2 * margin,
    height: top + layout.height + 22 + notes.length * 17 + 10,
    shapes: [
      { kind: 'words', x: margin, y: 36, text: title, size: 18, fill: 'ink', isBold: true, isSerif: true },
      ...shapes.map((shape) => moved(shape, margin, top)),
      ...notes.map((text, index): Shape => ({ kind: 'words', x: margin, y: top + layout.height + 26 + index * 17, text, size: 11, fill: 'ink-2' }))
    ]
  }
}

/** Paths of the chart are made of absolute M, C, H and V. */
function moved(shape: Shape, dx: number, dy: number): Shape {
  if (shape.kind !== 'path') return { ...shape, x: shape.x + dx, y: shape.y + dy }
  const d = shape.d.replace(/([MCHV])([^MCHV]*)/g, (_, command: string, numbers: string) => {
    const values = numbers.trim().split(/\s+/).map(Number)
    return command + values.map((value, index) => value + (command === 'V' || (command !== 'H' && index % 2 === 1) ? dy : dx)).join(' ')
  })
  return { ...shape, d }
}

import { moved, type Picture, type Shape } from '../../parts/picture.ts'
import { rankSizes, type PlacedLabel, type PlacedLine, type RankLayout } from './rank-layout.ts'

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
  return [
    ...paths.map(({ d, isOpen }): Shape => ({ kind: 'path', d, stroke: ink, thickness: isOpen ? 1.25 : 2, isDashed: isOpen, theme })),
    ...marks.map(({ x, y, radius }, column): Shape => ({ kind: 'dot', x, y, radius, fill: isAbsentAt(column) ? 'sheet' : ink, stroke: ink, theme })),
    ...marks.slice(1, -1).map(({ x, y, radius }, index): Shape => ({ kind: 'words', x: x + radius + 3, y: y - 4, text: inner[index + 1] ?? '', size: rankSizes.note, fill: 'ink-2', hasEdge: true, theme })),
    ...labelShapes(left, { theme, anchor: 'end' }),
    ...(marks.length < 2 ? [] : labelShapes(right, { theme, anchor: 'start' }))
  ]
}

/** From the middle of a line to the foot of its letters. */
const base = 4.5

function labelShapes({ y, nameX, name, figures }: PlacedLabel, { theme, anchor }: { readonly theme: string; readonly anchor: 'start' | 'end' }): Shape[] {
  return [
    ...figures.map((figure, at): Shape => ({ kind: 'words', x: figure.x, y: y + base, text: figure.text, size: rankSizes.figures, fill: at === 0 ? 'ink' : 'ink-2', anchor: figure.anchor, theme })),
    { kind: 'words', x: nameX, y: y + base, text: name, size: rankSizes.text, fill: 'ink', anchor, theme }
  ]
}

/** Lines lie under marks, marks under figures: no line of one theme runs through the number of another. */
export const inLayers = (shapes: readonly Shape[]): Shape[] => (['path', 'dot', 'words'] as const).flatMap((layer) => shapes.filter(({ kind }) => kind === layer))

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

import { moved, type Picture, type Shape } from '../../parts/picture.ts'
import { fitted, textWidth, wrapped } from '../../parts/text-width.ts'
import { labelSize, type PlacedStrip, type StripCell } from './strip-layout.ts'

export const stripSizes = { height: 24, label: 15, gap: 9, names: 216 } as const

/** Top of the coloured band within a strip's row; over it stand the labels. */
const bandTop = stripSizes.label

/** Height of a strip with its labels. */
export const rowHeight = stripSizes.label + stripSizes.height

export interface ThemeLook {
  readonly id: string
  readonly name: string
  /** Number of its hatch. */
  readonly hatch: number
}

/** What stands at the left of a strip. */
export interface StripHead {
  /** Of the report. */
  readonly id: string
  readonly name: string
  readonly note: string
}

export type Looks = ReadonlyMap<string, ThemeLook>

/** The bands of a cell, where its strip's row begins at 0,0. A hair of paper parts cells; paragraphs are parted by more. */
export function cellShapes({ x, width, bands, opensParagraph }: StripCell, looks: Looks): Shape[] {
  const seam = width < 3 ? 0 : opensParagraph && x > 0 ? 2 : 0.5
  return bands.map(({ theme, top, height }): Shape => ({
    kind: 'box',
    x: x + seam,
    y: bandTop + top * stripSizes.height,
    width: Math.max(0.3, width - seam),
    height: height * stripSizes.height,
    ...(theme === null ? { fill: 'sheet' as const } : { fill: `theme:${theme}` as const, hatch: looks.get(theme)?.hatch ?? 0, theme })
  }))
}

/** What lies under and over the cells: the edge of the strip, and its labels. */
export const frameShapes = ({ end }: PlacedStrip): Shape[] =>
  end <= 0
    ? []
    : [{ kind: 'path', d: `M0 ${bandTop - 0.5}H${end}M0 ${bandTop + stripSizes.height + 0.5}H${end}`, stroke: 'line-strong', thickness: 1 }]

export const labelShapes = ({ labels }: PlacedStrip, looks: Looks): Shape[] =>
  labels.map(({ theme, x }) => ({ kind: 'words', x, y: bandTop - 4, text: looks.get(theme)?.name ?? theme, size: labelSize, fill: 'ink-2', anchor: 'middle', theme }))

export interface StructureDrawing {
  readonly title: string
  readonly strips: readonly PlacedStrip[]
  readonly names: readonly Pick<StripHead, 'name' | 'note'>[]
  readonly ticks: readonly { readonly label: string; readonly x: number }[]
  readonly looks: Looks
  /** Width of the strips. */
  readonly width: number
  readonly notes: readonly string[]
}

const margin = 24
const rowStep = rowHeight + stripSizes.gap

/** The strips with names, axis, legend and notes, as they are saved. */
export function structurePicture(drawing: StructureDrawing): Picture {
  const { title, strips, names, ticks, looks, width, notes } = drawing
  const left = margin + stripSizes.names
  const total = left + width + margin
  const top = 64
  const axis = top + strips.length * rowStep
  const used = new Set(strips.flatMap(({ cells }) => cells.flatMap(({ bands }) => bands.map(({ theme }) => theme))))
  const legend = legendShapes([...looks.values()].filter(({ id }) => used.has(id)), { x: margin, y: axis + 34, width: total - 2 * margin })
  const lines = notes.flatMap((note) => wrapped(note, 11, total - 2 * margin))
  const notesTop = legend.bottom + 26
  const words = (x: number, y: number, text: string): Shape => ({ kind: 'words', x, y, text, size: 11, fill: 'ink-2' })
  return {
    width: total,
    height: notesTop + lines.length * 17 + 8,
    shapes: [
      { kind: 'words', x: margin, y: 36, text: title, size: 18, fill: 'ink', isBold: true, isSerif: true },
      ...strips.flatMap((strip, index): Shape[] => {
        const y = top + index * rowStep
        const head = names[index]!
        return [
          { kind: 'words', x: margin, y: y + bandTop + 12, text: fitted(head.name, 14, stripSizes.names - 8), size: 14, fill: 'ink', isBold: true, isSerif: true },
          words(margin, y + bandTop + 26, fitted(head.note, 11, stripSizes.names - 8)),
          ...[...strip.cells.flatMap((cell) => cellShapes(cell, looks)), ...frameShapes(strip), ...labelShapes(strip, looks)].map((shape) => moved(shape, left, y))
        ]
      }),
      ...ticks.flatMap(({ label, x }, index): Shape[] => [
        { kind: 'path', d: `M${left + x} ${axis}v5`, stroke: 'line-strong', thickness: 1 },
        { kind: 'words', x: left + x, y: axis + 18, text: label, size: 11, fill: 'ink-2', anchor: index === 0 ? 'start' : 'middle' }
      ]),
      ...legend.shapes,
      ...lines.map((line, index) => words(margin, notesTop + index * 17, line))
    ]
  }
}

function legendShapes(themes: readonly ThemeLook[], area: { readonly x: number; readonly y: number; readonly width: number }): { readonly shapes: Shape[]; readonly bottom: number } {
  const shapes: Shape[] = []
  let { x, y } = area
  for (const { id, name, hatch } of themes) {
    const width = 26 + textWidth(name, 12) + 18
    if (x + width > area.x + area.width && x > area.x) {
      x = area.x
      y += 22
    }
    shapes.push({ kind: 'box', x, y: y - 10, width: 20, height: 12, fill: `theme:${id}`, hatch }, { kind: 'words', x: x + 26, y, text: name, size: 12, fill: 'ink' })
    x += width
  }
  return { shapes, bottom: y }
}

import { sectionsOf, type ReportStructure, type ThemeShare } from '#core/compare/structure.ts'
import { textWidth } from '../../parts/text-width.ts'

/** `length`: as long as the report is; `sections`: a hundred equal sections; `paragraphs`: each paragraph as wide as any other. */
export const stripModes = ['length', 'sections', 'paragraphs'] as const

export type StripMode = (typeof stripModes)[number]

/** The part of the axis in sight, 0..1. */
export interface StripView {
  readonly from: number
  readonly to: number
}

export const wholeView: StripView = { from: 0, to: 1 }

const sectionCount = 100

/** A stretch of a strip that can be pointed at. */
export interface StripCell {
  /** Pixels from the left of the strip; cut off at its ends where the view begins or stops within. */
  readonly x: number
  readonly width: number
  /** Which cell of the whole strip it is, whatever part of it is in sight. */
  readonly index: number
  /** Index in the report's segments: what opens. */
  readonly segment: number
  /** From top to bottom; they fill the height. `theme` null: of no theme. */
  readonly bands: readonly Band[]
  /** Its themes with their shares, most first. */
  readonly themes: readonly ThemeShare[]
  readonly opensParagraph: boolean
}

export interface Band {
  readonly theme: string | null
  /** 0..1 from the top. */
  readonly top: number
  readonly height: number
}

/** A name over a stretch of one leading theme that has the room for it. */
export interface StripLabel {
  readonly theme: string
  /** Middle of the stretch. */
  readonly x: number
}

export interface PlacedStrip {
  readonly report: string
  readonly cells: readonly StripCell[]
  readonly labels: readonly StripLabel[]
  /** Where the report ends, in pixels, if that is in sight. */
  readonly end: number
}

export interface StripForm {
  readonly mode: StripMode
  readonly view: StripView
  /** Pixels. */
  readonly width: number
  readonly nameOf: (theme: string) => string
}

export const labelSize = 11

/** Lays the strips on one axis. All share its scale, so that lengths can be compared by eye. */
export function placeStrips(structures: readonly ReportStructure[], form: StripForm): PlacedStrip[] {
  const whole = axisLength(structures, form.mode)
  return structures.map((structure) => {
    const stretches = form.mode === 'sections' ? bySections(structure) : form.mode === 'length' ? byLength(structure, whole) : byParagraphs(structure, whole)
    const cells = stretches.flatMap((stretch, index) => inSight({ ...stretch, index }, form))
    return {
      report: structure.report,
      cells,
      labels: labelsOf(cells, form.nameOf),
      end: Math.max(0, ...cells.map(({ x, width }) => x + width))
    }
  })
}

const clamped = (x: number, most: number): number => Math.min(Math.max(x, 0), most)

/** What the axis counts up to: characters, paragraphs, or per cent. */
export function axisLength(structures: readonly ReportStructure[], mode: StripMode): number {
  if (mode === 'sections') return 100
  return Math.max(1, ...structures.map((structure) => (mode === 'length' ? structure.characters : structure.paragraphs)))
}

/** Round numbers along the axis that are in sight, at least `room` pixels apart. */
export function axisTicks(whole: number, { view, width }: Pick<StripForm, 'view' | 'width'>, room: number): { readonly value: number; readonly x: number }[] {
  const visible = (view.to - view.from) * whole
  const least = (visible * room) / Math.max(1, width)
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)))
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= least) ?? 10 * power
  const ticks = []
  for (let value = Math.ceil((view.from * whole) / step - 1e-9) * step; value <= view.to * whole + 1e-9; value += step) {
    // what is left and right of the view by rounding alone stands at its edge
    ticks.push({ value, x: clamped(((value / whole - view.from) / (view.to - view.from)) * width, width) })
  }
  return ticks
}

/** A cell before it is put into the view: its place on the axis is 0..1. */
interface Stretch extends Pick<StripCell, 'segment' | 'themes' | 'opensParagraph'> {
  readonly from: number
  readonly to: number
  readonly bare: number
}

function byLength({ segments }: ReportStructure, whole: number): Stretch[] {
  let at = 0
  return segments.map(({ characters, themes, paragraph }, segment) => {
    const from = at / whole
    at += characters
    return { from, to: at / whole, segment, themes, bare: themes.length === 0 ? 1 : 0, opensParagraph: segments[segment - 1]?.paragraph !== paragraph }
  })
}

/** Within its paragraph a segment is as wide as its part of the characters. */
function byParagraphs({ segments }: ReportStructure, whole: number): Stretch[] {
  const sizes = new Map<number, number>()
  for (const { paragraph, characters } of segments) sizes.set(paragraph, (sizes.get(paragraph) ?? 0) + characters)
  const used = new Map<number, number>()
  return segments.map(({ characters, themes, paragraph }, segment) => {
    const size = Math.max(1, sizes.get(paragraph) ?? 1)
    const before = used.get(paragraph) ?? 0
    used.set(paragraph, before + characters)
    return {
      from: (paragraph - 1 + before / size) / whole,
      to: (paragraph - 1 + (before + characters) / size) / whole,
      segment,
      themes,
      bare: themes.length === 0 ? 1 : 0,
      opensParagraph: before === 0
    }
  })
}

const bySections = (structure: ReportStructure): Stretch[] =>
  sectionsOf(structure, sectionCount).map(({ themes, bare, segment }, index) => ({
    from: index / sectionCount,
    to: (index + 1) / sectionCount,
    segment,
    themes,
    bare,
    opensParagraph: false
  }))

function inSight(stretch: Stretch & Pick<StripCell, 'index'>, { view, width }: StripForm): StripCell[] {
  const scale = width / (view.to - view.from)
  const x = (Math.max(stretch.from, view.from) - view.from) * scale
  const end = (Math.min(stretch.to, view.to) - view.from) * scale
  if (end - x <= 1e-6) return []
  return [{
    x,
    width: end - x,
    index: stretch.index,
    segment: stretch.segment,
    bands: bandsOf(stretch),
    themes: [...stretch.themes].sort((a, b) => b.share - a.share),
    opensParagraph: stretch.opensParagraph && stretch.from >= view.from
  }]
}

/** Themes from the top, in the order of the codebook; what has none lies at the bottom. */
function bandsOf({ themes, bare }: Stretch): Band[] {
  let top = 0
  const bands: Band[] = themes.map(({ id, share }) => {
    const band = { theme: id, top, height: share }
    top += share
    return band
  })
  return bare > 0 ? [...bands, { theme: null, top, height: Math.max(0, 1 - top) }] : bands
}

function labelsOf(cells: readonly StripCell[], nameOf: (theme: string) => string): StripLabel[] {
  const labels: StripLabel[] = []
  for (let first = 0; first < cells.length; ) {
    const theme = leading(cells[first]!)
    let last = first
    while (last + 1 < cells.length && leading(cells[last + 1]!) === theme) last++
    const x = cells[first]!.x
    const width = cells[last]!.x + cells[last]!.width - x
    if (theme !== null && textWidth(nameOf(theme), labelSize) + 6 <= width) labels.push({ theme, x: x + width / 2 })
    first = last + 1
  }
  return labels
}

/** The theme with the greatest part, if that is at least as much as the part without one. */
function leading({ themes, bands }: StripCell): string | null {
  const [most] = themes
  const bare = bands.find(({ theme }) => theme === null)?.height ?? 0
  return most === undefined || bare > most.share ? null : most.id
}

/** The part of the axis between two pixels of the strip, no narrower than half a per cent of it; null for a mere click. */
export function brushed({ view, width }: Pick<StripForm, 'view' | 'width'>, a: number, b: number): StripView | null {
  const left = Math.max(0, Math.min(a, b))
  const right = Math.min(width, Math.max(a, b))
  if (right - left < 4) return null
  const scale = (view.to - view.from) / width
  const from = view.from + left * scale
  return widened({ from, to: view.from + right * scale })
}

const NARROWEST = 0.005

function widened({ from, to }: StripView): StripView {
  if (to - from >= NARROWEST) return { from, to }
  const start = Math.min(Math.max(0, (from + to - NARROWEST) / 2), 1 - NARROWEST)
  return { from: start, to: start + NARROWEST }
}

/** A view made `factor` times as wide around a place (0..1 of the axis), kept on the axis. */
export function zoomed(view: StripView, factor: number, around: number): StripView {
  const size = Math.min(1, Math.max(NARROWEST, (view.to - view.from) * factor))
  const from = Math.min(Math.max(0, around - ((around - view.from) / (view.to - view.from)) * size), 1 - size)
  return { from, to: from + size }
}

/** The view moved along by a part of its own width. */
export function panned({ from, to }: StripView, part: number): StripView {
  const size = to - from
  const start = Math.min(Math.max(0, from + size * part), 1 - size)
  return { from: start, to: start + size }
}

/** The cell of a strip that lies at, or nearest to, a pixel. */
export function cellAt(cells: readonly StripCell[], x: number): number {
  let best = 0
  cells.forEach((cell, index) => {
    if (distance(cell, x) < distance(cells[best]!, x)) best = index
  })
  return best
}

const distance = ({ x, width }: StripCell, at: number): number => Math.max(x - at, at - (x + width), 0)

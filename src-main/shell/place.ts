import { createHash } from 'node:crypto'

/** A stretch of the desktop, in its own units. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where a window stands; `area` is where it stands when it is not maximised. */
export interface Place {
  readonly area: Area
  readonly isMaximised: boolean
}

/** What is free of bars and docks on each display; the main one first. */
export type Displays = readonly [Area, ...Area[]]

export const smallest = { width: 720, height: 480 }
const usual = { width: 1440, height: 900 }

/** A laptop with its screen on the desk and the same one on the way are two arrangements, each with its own place. */
export const placeName = (displays: Displays): string =>
  `desktop.place.${createHash('sha256').update(displays.map(writeArea).sort().join(' ')).digest('hex').slice(0, 16)}`

const writeArea = ({ x, y, width, height }: Area): string => [x, y, width, height].map(Math.round).join(',')

export const writePlace = ({ area, isMaximised }: Place): string => writeArea(area) + (isMaximised ? ',max' : '')

/** null: there is none, or it is not one. */
export function readPlace(kept: unknown): Place | null {
  const found = typeof kept === 'string' ? /^(-?\d{1,6}),(-?\d{1,6}),(\d{1,6}),(\d{1,6})(,max)?$/.exec(kept) : null
  if (found === null) return null
  const [, x, y, width, height, max] = found
  return { area: { x: Number(x), y: Number(y), width: Number(width), height: Number(height) }, isMaximised: max !== undefined }
}

/** Where the next window is to stand: where one stood last, wholly on a display; else in the middle of the main one. */
export function placeOn(displays: Displays, kept: Place | null): Place {
  const [main] = displays
  if (kept === null) return { area: middleOf(main), isMaximised: false }
  const display = displays.reduce((best, other) => (shared(other, kept.area) > shared(best, kept.area) ? other : best))
  return { area: shared(display, kept.area) === 0 ? middleOf(main, kept.area) : within(display, kept.area), isMaximised: kept.isMaximised }
}

const step = 28

/** A second window stands a little below and beside the one before, or from the corner again where there is no more room. */
export function besides({ area }: Place, displays: Displays): Place {
  const moved = { ...area, x: area.x + step, y: area.y + step }
  const placed = placeOn(displays, { area: moved, isMaximised: false }).area
  if (placed.x === moved.x && placed.y === moved.y) return { area: placed, isMaximised: false }
  const display = displays.reduce((best, other) => (shared(other, area) > shared(best, area) ? other : best))
  return { area: within(display, { ...placed, x: display.x, y: display.y }), isMaximised: false }
}

function middleOf(display: Area, size: Pick<Area, 'width' | 'height'> = usual): Area {
  const width = sizeIn(display.width, size.width, smallest.width)
  const height = sizeIn(display.height, size.height, smallest.height)
  return { x: Math.round(display.x + Math.max(0, display.width - width) / 2), y: Math.round(display.y + Math.max(0, display.height - height) / 2), width, height }
}

function within(display: Area, area: Area): Area {
  const width = sizeIn(display.width, area.width, smallest.width)
  const height = sizeIn(display.height, area.height, smallest.height)
  return {
    x: Math.max(display.x, Math.min(area.x, display.x + display.width - width)),
    y: Math.max(display.y, Math.min(area.y, display.y + display.height - height)),
    width,
    height
  }
}

const sizeIn = (room: number, wanted: number, least: number): number => Math.max(least, Math.min(wanted, room))

function shared(a: Area, b: Area): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}

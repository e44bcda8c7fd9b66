import { typeOfCore, type FoundLine } from './found-line.ts'
import { straighten, type GreyPicture, type Strip } from './grey-picture.ts'

/** White left round the ink when a line is read, in heights of the ink. */
const margin = { across: 0.14, along: 0.2 }
/** White that is wider than this (in heights of the ink) parts columns or cells; `”“` of a line set wide leaves 1.5 of it. */
const widestSpace = 1.7
/** Rows in which the surroundings of a line are looked at: 3.2 times the estimated height of its type. */
const viewRows = 64
const typeRows = viewRows / 3.2

/** A line of text with all of its ink. `ink` is what is seen of it; `strip` has some white around it. */
export interface FittedLine {
  readonly strip: Strip
  readonly ink: Strip
  readonly isVertical: boolean
}

/**
 * Grows the core of a line to the whole of its characters, by their ink, and parts it where the white
 * or the rule between two columns was taken for a space.
 * @param room how far it may grow at its start and at its end before it would reach into a neighbour, in pixels
 */
export function fitLine(picture: GreyPicture, line: FoundLine, room: readonly [number, number]): readonly FittedLine[] {
  const type = line.thickness * typeOfCore
  const angle = line.isVertical ? Math.PI / 2 - line.slant : line.slant
  const before = Math.min(room[0], 1.6 * type)
  const after = Math.min(room[1], 1.6 * type)
  const view = moved({ x: line.x, y: line.y, angle, length: line.length + before + after, thickness: 3.2 * type }, (after - before) / 2, 0)
  const width = Math.max(8, Math.min(4096, Math.round((view.length / type) * 12)))
  const ink = inkOf(straighten(picture, view, { width, height: viewRows }))
  const [top, bottom] = rowsOfInk(ink, width)
  const perRow = view.thickness / viewRows
  const perColumn = view.length / width
  const em = ((bottom - top) * perRow) / perColumn
  const core = { first: before / perColumn, last: width - after / perColumn }
  const columns = columnsOf(ink, width, { top, bottom })
  const whole = columnsOfInk(columns, core, em * 0.8)
  const pieces = line.isVertical ? [whole] : parted(columns, whole, em * widestSpace)
  return pieces.map(([left, right]) => {
    const seen = {
      ...moved(view, ((left + right) / 2 - width / 2) * perColumn, ((top + bottom) / 2 - viewRows / 2) * perRow),
      length: (right - left) * perColumn,
      thickness: (bottom - top) * perRow
    }
    const strip = { ...seen, length: seen.length + 2 * margin.along * seen.thickness, thickness: seen.thickness * (1 + 2 * margin.across) }
    return { ink: seen, strip, isVertical: line.isVertical }
  })
}

function moved(strip: Strip, along: number, across: number): Strip {
  const [cos, sin] = [Math.cos(strip.angle), Math.sin(strip.angle)]
  return { ...strip, x: strip.x + along * cos - across * sin, y: strip.y + along * sin + across * cos }
}

/** How far each pixel is from the ground it stands on (light or dark), 0..255; the grain of paper is left out. */
function inkOf(pixels: Uint8Array): Uint8Array {
  const counts = new Uint32Array(256)
  for (const pixel of pixels) counts[pixel]!++
  const ground = shareBelow(counts, pixels.length, 0.7)
  const dark = shareBelow(counts, pixels.length, 0.02)
  const light = shareBelow(counts, pixels.length, 0.98)
  const isDarkGround = light - ground > ground - dark
  const own = isDarkGround ? shareBelow(counts, pixels.length, 0.3) : ground
  const grain = Math.max(12, 0.25 * (isDarkGround ? light - own : own - dark))
  return pixels.map((pixel) => {
    const ink = isDarkGround ? pixel - own : own - pixel
    return ink > grain ? ink : 0
  })
}

/** The value below which this share of all pixels lies. */
function shareBelow(counts: Uint32Array, all: number, share: number): number {
  let sum = 0
  for (let value = 0; value < 256; value++) {
    sum += counts[value]!
    if (sum >= share * all) return value
  }
  return 255
}

/** First and past-the-last row of the line in the middle of the view; lines above and below are left out. */
function rowsOfInk(ink: Uint8Array, width: number): readonly [number, number] {
  const rows = new Float64Array(viewRows)
  for (let at = 0; at < ink.length; at++) rows[Math.floor(at / width)]! += ink[at]!
  const middle = viewRows / 2
  // the white between two lines lies this far from the middle of one
  const nearest = Math.round(typeRows * 0.36)
  const farthest = Math.round(typeRows * 0.95)
  const peak = Math.max(...rows.subarray(middle - nearest, middle + nearest))
  const edge = (step: 1 | -1): number => {
    let best = middle + step * nearest
    for (let far = nearest; far <= farthest; far++) {
      const row = middle + step * far - (step < 0 ? 1 : 0)
      if (rows[row]! < rows[best]!) best = row
      if (rows[row]! <= 0.01 * peak) break
    }
    return best
  }
  return [edge(-1) + 1, edge(1)]
}

type Column = 'white' | 'ink' | 'rule'

/** What the columns of a line hold. A rule runs through the whole of the line and on above it or below it. */
function columnsOf(ink: Uint8Array, width: number, { top, bottom }: { top: number; bottom: number }): readonly Column[] {
  // a thin rule may lie between two columns, or drift from one to the next
  const hasInk = (column: number, row: number, around: 0 | 1): boolean => {
    for (let near = Math.max(0, column - around); near <= Math.min(width - 1, column + around); near++) if (ink[row * width + near] !== 0) return true
    return false
  }
  const inked = (column: number, [from, end]: readonly [number, number], around: 0 | 1): number => {
    let count = 0
    for (let row = Math.max(0, from); row < Math.min(viewRows, end); row++) if (hasInk(column, row, around)) count++
    return count
  }
  const beyond = Math.round(typeRows * 0.3)
  return Array.from({ length: width }, (_, column) => {
    if (inked(column, [top, bottom], 0) === 0) return 'white'
    const runsOn = inked(column, [top - beyond, top], 1) === beyond || inked(column, [bottom, bottom + beyond], 1) === beyond
    return runsOn && inked(column, [top, bottom], 1) === bottom - top ? 'rule' : 'ink'
  })
}

/** First and past-the-last column with ink, from the core outwards; a rule or white of this width ends it. */
function columnsOfInk(columns: readonly Column[], core: { first: number; last: number }, white: number): readonly [number, number] {
  const left = columns.findIndex((holds, column) => holds === 'ink' && column >= core.first)
  const right = columns.findLastIndex((holds, column) => holds === 'ink' && column < core.last)
  if (left < 0 || right < left) return [Math.floor(core.first), Math.ceil(core.last)]
  const reach = (from: number, step: 1 | -1): number => {
    let last = from
    for (let column = from; column >= 0 && column < columns.length && Math.abs(column - last) <= white; column += step) {
      if (columns[column] === 'rule') break
      if (columns[column] === 'ink') last = column
    }
    return last
  }
  return [reach(left, -1), reach(right, 1) + 1]
}

/** Cuts at rules, and where there is white of this width. */
function parted(columns: readonly Column[], [left, right]: readonly [number, number], white: number): readonly (readonly [number, number])[] {
  const pieces: [number, number][] = []
  let first = left
  let last = left
  let isRuled = false
  for (let column = left; column < right; column++) {
    if (columns[column] === 'rule') isRuled = true
    if (columns[column] !== 'ink') continue
    if (isRuled || column - last > white) {
      pieces.push([first, last + 1])
      first = column
    }
    isRuled = false
    last = column
  }
  return [...pieces, [first, right]]
}

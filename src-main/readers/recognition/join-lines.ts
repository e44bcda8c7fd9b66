import type { FoundLine } from './found-line.ts'
import type { GreyPicture } from './grey-picture.ts'

/** In heights of the type, from core to core: what is nearer is one line, what is farther is two. */
const gaps = { surely: 0.9, perhaps: 2 }

/**
 * Puts together the pieces of a line. The network parts lines at wide marks (`”“`) as well as at the
 * white between columns; that runs on through the lines above or below, the other does not.
 *
 * @param type height of the type, as a multiple of the thickness of a core
 */
export function joinLines(lines: readonly FoundLine[], picture: GreyPicture, type: number): readonly FoundLine[] {
  return [...joinAcross(lines, picture, type), ...joinVertical(lines, type)]
}

function joinAcross(lines: readonly FoundLine[], picture: GreyPicture, type: number): readonly FoundLine[] {
  const joined: FoundLine[] = []
  for (const line of lines.filter(({ isVertical }) => !isVertical).toSorted((a, b) => a.x - a.length / 2 - (b.x - b.length / 2))) {
    const at = joined.findLastIndex((left) => isContinued(left, line, { picture, type }))
    const left = joined[at]
    if (left === undefined) joined.push(line)
    else joined[at] = united(left, line)
  }
  return joined
}

function isContinued(left: FoundLine, right: FoundLine, { picture, type }: { picture: GreyPicture; type: number }): boolean {
  const size = (left.thickness + right.thickness) / 2
  const gap = right.x - right.length / 2 - left.x - left.length / 2
  if (gap > gaps.perhaps * size * type || gap < -size * type) return false
  const isNear = gap < gaps.surely * size * type
  // 一 alone has a thin core
  if (Math.min(left.thickness, right.thickness) < (isNear ? 0.3 : 0.6) * Math.max(left.thickness, right.thickness)) return false
  const rise = right.y - left.y - (right.x - left.x) * Math.tan(left.slant)
  if (Math.abs(rise) > 0.6 * size) return false
  return isNear || isCrossed(picture, { left, right, size: size * type })
}

/** Whether a line above or below runs through where the white between two pieces would go on. */
function isCrossed(picture: GreyPicture, { left, right, size }: { left: FoundLine; right: FoundLine; size: number }): boolean {
  const first = left.x + left.length / 2
  const last = right.x - right.length / 2
  // the cores end within the characters: what is certainly white is narrower
  const edge = Math.min((last - first) * 0.35, size * 0.45)
  const middle = (left.y + right.y) / 2
  const across = { first: Math.round(first + edge), last: Math.round(last - edge) }
  return [
    [middle - 2.2 * size, middle - 0.8 * size],
    [middle + 0.8 * size, middle + 2.2 * size]
  ].some(([top, bottom]) => shareOfInk(picture, across, { first: Math.round(top!), last: Math.round(bottom!) }) > 0.04)
}

interface Range {
  readonly first: number
  readonly last: number
}

/** Share of pixels that stand out from the lightest of the area. */
function shareOfInk({ width, height, pixels }: GreyPicture, across: Range, down: Range): number {
  const values: number[] = []
  for (let y = Math.max(0, down.first); y <= Math.min(height - 1, down.last); y++) {
    for (let x = Math.max(0, across.first); x <= Math.min(width - 1, across.last); x++) values.push(pixels[y * width + x]!)
  }
  const ground = values.reduce((most, value) => Math.max(most, value), 0)
  return values.length === 0 ? 0 : values.filter((value) => value < ground - 70).length / values.length
}

function united(left: FoundLine, right: FoundLine): FoundLine {
  const [first, last] = [left.x - left.length / 2, Math.max(left.x + left.length / 2, right.x + right.length / 2)]
  const long = left.length >= right.length ? left : right
  const x = (first + last) / 2
  return { ...long, x, y: long.y + (x - long.x) * Math.tan(long.slant), length: last - first, thickness: Math.max(left.thickness, right.thickness) }
}

/** The network was made for lines that run across, and takes the spaces between upright characters for ends. */
function joinVertical(lines: readonly FoundLine[], type: number): readonly FoundLine[] {
  const joined: FoundLine[] = []
  for (const line of lines.filter(({ isVertical }) => isVertical).toSorted((a, b) => a.y - b.y)) {
    const at = joined.findIndex((above) => {
      const size = Math.max(above.thickness, line.thickness)
      const gap = line.y - line.length / 2 - above.y - above.length / 2
      return Math.abs(above.x - line.x) < size * 0.6 && gap < size * type && Math.min(above.thickness, line.thickness) > size * 0.6
    })
    const above = joined[at]
    if (above === undefined) {
      joined.push(line)
      continue
    }
    const [top, bottom] = [above.y - above.length / 2, Math.max(above.y + above.length / 2, line.y + line.length / 2)]
    joined[at] = { ...above, x: (above.x + line.x) / 2, y: (top + bottom) / 2, length: bottom - top, thickness: Math.max(above.thickness, line.thickness) }
  }
  return joined
}

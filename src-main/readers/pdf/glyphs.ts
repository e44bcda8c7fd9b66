import type { Box } from '#core/source/source.ts'
import type { Matrix } from '../affine.ts'
import type { Turn } from './geometry.ts'
import type { Character } from './page-characters.ts'

/** Which way a line of characters runs on the page as it is shown. */
export type Direction = 'right' | 'down' | 'left' | 'up'

/** A character where the page shows it: points from the top left corner. */
export interface Glyph {
  readonly text: string
  readonly box: Box
  readonly direction: Direction
  /** Along the direction: where it begins; counts upwards whichever way the direction points. */
  readonly begin: number
  readonly advance: number
  /** Across the direction: the base line, or the middle of the column for upright characters that run down. */
  readonly base: number
  readonly size: number
  readonly isBold: boolean
  readonly isInvisible: boolean
  /** It stands upright although its line runs down. */
  readonly isUpright: boolean
  readonly object: number
}

// of the square that a Chinese character stands in, this much is above the base line
const above = 0.88
const below = 0.12

export function glyphOf(character: Character, shown: Matrix): Glyph {
  const { x, y, ux, uy, up, size, advance } = character
  const [vx, vy] = [-uy * up, ux * up]
  const [a, b, c, d, e, f] = shown
  const [penX, penY] = [a * x + c * y + e, b * x + d * y + f]
  // along its base line, and across it, as steps on the page
  const [alongX, alongY] = [(a * ux + c * uy) * advance, (b * ux + d * uy) * advance]
  const [upX, upY] = [(a * vx + c * vy) * size, (b * vx + d * vy) * size]
  const left = penX + Math.min(0, alongX) + Math.min(-below * upX, above * upX)
  const top = penY + Math.min(0, alongY) + Math.min(-below * upY, above * upY)
  const box = { x: left, y: top, width: Math.abs(alongX) + Math.abs(upX), height: Math.abs(alongY) + Math.abs(upY) }
  const pen = directionOf(a * ux + c * uy, b * ux + d * uy)
  const direction = character.isVertical ? directionOf(-(a * vx + c * vy), -(b * vx + d * vy)) : pen
  const { text, isBold, isInvisible, object } = character
  const isUpright = character.isVertical
  if (isUpright) {
    const middle = isAcross(direction) ? box.y + box.height / 2 : box.x + box.width / 2
    return { text, box, direction, begin: beginOf(box, direction), advance, base: middle, size, isBold, isInvisible, isUpright, object }
  }
  const [along, base] = isAcross(direction) ? [penX, penY] : [penY, penX]
  return { text, box, direction, begin: direction === 'left' || direction === 'up' ? -along : along, advance, base, size, isBold, isInvisible, isUpright, object }
}

function isAcross(direction: Direction): boolean {
  return direction === 'right' || direction === 'left'
}

function beginOf({ x, y, width, height }: Box, direction: Direction): number {
  return { right: x, down: y, left: -(x + width), up: -(y + height) }[direction]
}

function directionOf(x: number, y: number): Direction {
  if (Math.abs(x) >= Math.abs(y)) return x >= 0 ? 'right' : 'left'
  return y >= 0 ? 'down' : 'up'
}

/**
 * By how much a page must be turned from its user space so that most of its text is upright: tables
 * set on their side are printed on pages that do not say so. null: there is too little text to tell.
 */
export function turnOfText(characters: readonly Character[]): Turn | null {
  const counts: Record<Turn, number> = { 0: 0, 1: 0, 2: 0, 3: 0 }
  let total = 0
  for (const { ux, uy, text } of characters) {
    if (text.trim() === '') continue
    // counterclockwise in user space: text that runs up needs one quarter turn clockwise
    counts[Math.abs(ux) >= Math.abs(uy) ? (ux >= 0 ? 0 : 2) : uy >= 0 ? 1 : 3]++
    total++
  }
  const turns = [0, 1, 2, 3] as const
  return turns.find((turn) => total >= 20 && counts[turn] > 0.7 * total) ?? null
}

import type { Box } from '#core/source/source.ts'
import { applied, identity, type Matrix } from '../affine.ts'
import type { Pdfium } from './pdfium.ts'

/** Quarter turns clockwise. */
export type Turn = 0 | 1 | 2 | 3

/** Left, bottom, right, top in the user space of a page. */
export interface Frame {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** From the user space of a page (upwards) to points from the top left corner of the page as it is shown. */
export function shownBy({ left, bottom, right, top }: Frame, turn: Turn): Matrix {
  switch (turn) {
    case 0:
      return [1, 0, 0, -1, -left, top]
    case 1:
      return [0, 1, 1, 0, -bottom, -left]
    case 2:
      return [-1, 0, 0, 1, right, -bottom]
    case 3:
      return [0, -1, -1, 0, top, right]
  }
}

export function shownSize({ left, bottom, right, top }: Frame, turn: Turn): { width: number; height: number } {
  return turn % 2 === 0 ? { width: right - left, height: top - bottom } : { width: top - bottom, height: right - left }
}

/** The upright box around some points, given as x, y, x, y, … */
export function boxAround(points: readonly number[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < points.length; i += 2) {
    left = Math.min(left, points[i]!)
    right = Math.max(right, points[i]!)
    top = Math.min(top, points[i + 1]!)
    bottom = Math.max(bottom, points[i + 1]!)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

export function boxThrough({ left, bottom, right, top }: Frame, matrix: Matrix): Box {
  const at = (x: number, y: number) => applied(matrix, x, y)
  return boxAround([...at(left, bottom), ...at(right, bottom), ...at(right, top), ...at(left, top)])
}

/** The matrix of a page object (of a form: from its space to that of its parent); the identity where it has none. */
export function objectMatrix(pdfium: Pdfium, object: number, scratch: number): Matrix {
  if (pdfium._FPDFPageObj_GetMatrix(object, scratch) === 0) return identity
  return matrixAt(pdfium, scratch)
}

/** Six floats. */
export function matrixAt({ HEAPF32 }: Pdfium, pointer: number): Matrix {
  const at = pointer >> 2
  return [HEAPF32[at]!, HEAPF32[at + 1]!, HEAPF32[at + 2]!, HEAPF32[at + 3]!, HEAPF32[at + 4]!, HEAPF32[at + 5]!]
}

/** The bounds of a page object in the space of its parent. */
export function objectBounds(pdfium: Pdfium, object: number, scratch: number): Frame | null {
  if (pdfium._FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) return null
  const at = scratch >> 2
  const [left, bottom, right, top] = pdfium.HEAPF32.subarray(at, at + 4)
  return { left: left!, bottom: bottom!, right: right!, top: top! }
}

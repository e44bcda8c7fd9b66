import type { Box } from '#core/source/source.ts'
import type { PrintedRule } from '../layout/printed-page.ts'
import { composed, type Matrix } from '../affine.ts'
import { boxAround, boxThrough, objectBounds, objectMatrix } from './geometry.ts'
import type { Pdfium } from './pdfium.ts'

/** What a page shows besides text, in points from its top left corner. */
export interface PageObjects {
  readonly rules: readonly PrintedRule[]
  readonly pictures: readonly Box[]
  /** Drawn paths of any kind. */
  readonly paths: number
}

interface Walk {
  readonly pdfium: Pdfium
  readonly scratch: number
  readonly rules: PrintedRule[]
  readonly pictures: Box[]
  paths: number
  /** Objects still to be looked at: a page may hold millions. */
  left: number
}

const [pathType, pictureType, formType] = [2, 3, 5]
const objectLimit = 100_000
const ruleLimit = 5_000
const depthLimit = 8
/** Points: no rule is thicker, none shorter. */
const thick = 3
const short = 8

/** `shown`: from the user space of the page to points from its top left corner. */
export function pageObjects({ pdfium, page, scratch }: { pdfium: Pdfium; page: number; scratch: number }, shown: Matrix): PageObjects {
  const walk: Walk = { pdfium, scratch, rules: [], pictures: [], paths: 0, left: objectLimit }
  const count = pdfium._FPDFPage_CountObjects(page)
  for (let i = 0; i < count && walk.left > 0; i++) lookAt(walk, { object: pdfium._FPDFPage_GetObject(page, i), matrix: shown, depth: 0 })
  return walk
}

function lookAt(walk: Walk, { object, matrix, depth }: { object: number; matrix: Matrix; depth: number }): void {
  const { pdfium, scratch } = walk
  walk.left--
  if (object === 0) return
  const type = pdfium._FPDFPageObj_GetType(object)
  if (type === pathType) {
    walk.paths++
    if (walk.rules.length < ruleLimit) addRules(walk, object, matrix)
  } else if (type === pictureType) {
    const bounds = objectBounds(pdfium, object, scratch)
    if (bounds !== null) walk.pictures.push(boxThrough(bounds, matrix))
  } else if (type === formType && depth < depthLimit) {
    const inner = composed(matrix, objectMatrix(pdfium, object, scratch))
    const count = pdfium._FPDFFormObj_CountObjects(object)
    for (let i = 0; i < count && walk.left > 0; i++) lookAt(walk, { object: pdfium._FPDFFormObj_GetObject(object, i), matrix: inner, depth: depth + 1 })
  }
}

/** A path that is thin as a whole is a rule; one that is stroked gives its frame, or each of its straight parts. */
function addRules(walk: Walk, path: number, matrix: Matrix): void {
  const { pdfium, scratch, rules } = walk
  const bounds = objectBounds(pdfium, path, scratch)
  if (bounds === null) return
  const box = boxThrough(bounds, matrix)
  if (![box.x, box.y, box.width, box.height].every(Number.isFinite)) return
  if (Math.max(box.width, box.height) < short) return
  pdfium._FPDFPath_GetDrawMode(path, scratch, scratch + 4)
  const [fill, stroke] = new Int32Array(pdfium.HEAPU8.buffer, scratch, 2)
  if (fill === 0 && stroke === 0) return
  if (Math.min(box.width, box.height) <= thick) rules.push(box)
  else if (stroke !== 0) rules.push(...strokes(walk, path, matrix))
}

interface Outline {
  readonly points: number[]
  isStraight: boolean
  isClosed: boolean
}

function strokes(walk: Walk, path: number, matrix: Matrix): Box[] {
  return outlines(walk, path, matrix).flatMap((outline) => {
    const frame = boxAround(outline.points)
    const corners = outline.points.length / 2
    // a circle, or a box with round corners
    if (!outline.isStraight) return outline.isClosed && Math.min(frame.width, frame.height) > short ? [frame] : []
    const isRectangle = outline.isClosed && corners >= 4 && corners <= 5 && outline.points.every((value, i) => isOnEdge(frame, value, i % 2 === 0))
    return isRectangle ? [frame] : straightParts(outline.points)
  })
}

function isOnEdge({ x, y, width, height }: Box, value: number, isAcross: boolean): boolean {
  const [low, high] = isAcross ? [x, x + width] : [y, y + height]
  return Math.abs(value - low) < 0.5 || Math.abs(value - high) < 0.5
}

function straightParts(points: readonly number[]): Box[] {
  const parts: Box[] = []
  for (let i = 0; i + 3 < points.length; i += 2) {
    const box = boxAround(points.slice(i, i + 4))
    if (Math.min(box.width, box.height) <= thick && Math.max(box.width, box.height) >= short) parts.push(box)
  }
  return parts
}

function outlines({ pdfium, scratch }: Walk, path: number, outer: Matrix): Outline[] {
  const [a, b, c, d, e, f] = composed(outer, objectMatrix(pdfium, path, scratch))
  const found: Outline[] = []
  const count = Math.min(pdfium._FPDFPath_CountSegments(path), ruleLimit)
  for (let i = 0; i < count; i++) {
    const segment = pdfium._FPDFPath_GetPathSegment(path, i)
    if (pdfium._FPDFPathSegment_GetPoint(segment, scratch, scratch + 4) === 0) continue
    const [x, y] = pdfium.HEAPF32.subarray(scratch >> 2, (scratch >> 2) + 2)
    const type = pdfium._FPDFPathSegment_GetType(segment)
    // 0 line, 1 curve, 2 move
    if (type === 2 || found.length === 0) found.push({ points: [], isStraight: true, isClosed: false })
    const outline = found.at(-1)
    if (outline === undefined) continue
    if (type === 1) outline.isStraight = false
    outline.points.push(a * x! + c * y! + e, b * x! + d * y! + f)
    if (pdfium._FPDFPathSegment_GetClose(segment) === 1) outline.isClosed = true
  }
  return found
}

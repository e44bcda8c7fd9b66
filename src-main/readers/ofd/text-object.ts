import type { PrintedRun } from '../layout/printed-page.ts'
import { childrenOf, type XmlElement } from '../xml.ts'
import { applied, composed, type Matrix } from '../affine.ts'
import { scaleAcross } from './matrix.ts'

/** What a text object is drawn with. */
export interface TextGround {
  /** From the object's own coordinates to points of the page. */
  readonly matrix: Matrix
  readonly isBold: boolean
}

/** A character with its origin on the baseline, in the coordinates of its object. */
interface Glyph {
  readonly text: string
  readonly x: number
  readonly y: number
  /** How far the next one is, where that is known; else how wide the character usually is. */
  readonly advance: number
}

/** Share of the type above the baseline. */
const ascent = 0.86
/** A step of this share of the type across the line is another line. */
const newLine = 0.3

/** The characters of a TextObject, one run for each straight line of them. */
export function textRuns(object: XmlElement, { matrix, isBold }: TextGround): PrintedRun[] {
  const size = numberOr(object.attributes.get('Size'), 0)
  const height = size * scaleAcross(matrix)
  if (!(height > 0 && Number.isFinite(height))) return []
  const wide = composed(matrix, [numberOr(object.attributes.get('HScale'), 1), 0, 0, 1, 0, 0])
  let origin: readonly [number, number] = [0, 0]
  const runs: PrintedRun[] = []
  for (const code of childrenOf(object, 'TextCode')) {
    origin = [numberOr(code.attributes.get('X'), origin[0]), numberOr(code.attributes.get('Y'), origin[1])]
    const glyphs = glyphsOf(code, { origin, size })
    for (const line of straightLines(glyphs, size)) runs.push(...runsOfLine(line, { matrix: wide, size, height, isBold }))
  }
  return runs
}

function glyphsOf(code: XmlElement, { origin, size }: { origin: readonly [number, number]; size: number }): Glyph[] {
  // an XML that is laid out in lines has blanks around its text that are not printed
  const text = /^\s*\n|\n\s*$/.test(code.text) ? code.text.trim() : code.text
  const characters = Array.from(text)
  const across = deltas(code.attributes.get('DeltaX'), characters.length)
  const down = deltas(code.attributes.get('DeltaY'), characters.length)
  let [x, y] = origin
  return characters.map((character, index): Glyph => {
    const isVertical = across.length === 0 && down.length > 0
    const usual = isVertical ? 0 : usualWidth(character, size)
    const dx = across[index] ?? usual
    const dy = down[index] ?? (isVertical ? size : 0)
    const glyph = { text: character, x, y, advance: dx > 0 ? dx : usualWidth(character, size) }
    x += dx
    y += dy
    return glyph
  })
}

/** `g 3 4.2 5` is 4.2 three times, then 5. Never more than there are characters. */
function deltas(written: string | undefined, most: number): number[] {
  const found: number[] = []
  const words = written?.trim().split(/[\s,]+/) ?? []
  for (let at = 0; at < words.length && found.length < most; at++) {
    const isRepeated = words[at] === 'g'
    const count = isRepeated ? Number(words[at + 1]) : 1
    const value = Number(words[isRepeated ? at + 2 : at])
    if (isRepeated) at += 2
    if (words[at] === '' || !Number.isFinite(value)) break
    for (let times = 0; times < count && found.length < most; times++) found.push(value)
  }
  return found
}

/** In Chinese type, Latin letters and digits take half a square. */
const usualWidth = (character: string, size: number): number => (/[\u2e80-\uffff\u2014\u2018-\u201d\u2026]/.test(character) || character.length > 1 ? size : size / 2)

/** Parts where the pen goes back or to another line. */
function straightLines(glyphs: readonly Glyph[], size: number): Glyph[][] {
  const lines: Glyph[][] = []
  let direction: 'across' | 'down' | null = null
  for (const glyph of glyphs) {
    const line = lines.at(-1)
    const last = line?.at(-1)
    const step = last === undefined ? null : stepOf(last, glyph, size)
    if (line === undefined || step === null || (direction !== null && step !== direction)) {
      lines.push([glyph])
      direction = null
    } else {
      line.push(glyph)
      direction = step
    }
  }
  return lines
}

function stepOf(last: Glyph, next: Glyph, size: number): 'across' | 'down' | null {
  const dx = next.x - last.x
  const dy = next.y - last.y
  if (Math.abs(dy) <= newLine * size) return dx >= -newLine * size ? 'across' : null
  return dy > 0 && Math.abs(dx) <= newLine * size ? 'down' : null
}

interface LineGround extends TextGround {
  readonly size: number
  readonly height: number
}

function runsOfLine(line: readonly Glyph[], ground: LineGround): PrintedRun[] {
  const boxes = line.map((glyph) => boxOf(glyph, ground))
  if (boxes.some(({ x, y, width, height }) => ![x, y, width, height].every(Number.isFinite))) return []
  const isVertical = line.length > 1 && Math.abs(boxes.at(-1)!.y - boxes[0]!.y) > Math.abs(boxes.at(-1)!.x - boxes[0]!.x)
  const starts = boxes.map((box) => (isVertical ? box.y : box.x))
  const isForward = starts.every((start, index) => index === 0 || start >= starts[index - 1]! - 0.01)
  // written to the left or upwards (turned by a half or by three quarters): each character for itself
  if (!isForward) return line.map((glyph, index) => ({ text: glyph.text, box: boxes[index]!, size: ground.height, ...boldOf(ground) }))
  const last = boxes.at(-1)!
  const edges: number[] = []
  // half a pair begins where its character begins
  line.forEach(({ text }, index) => void edges.push(...Array.from({ length: text.length }, () => starts[index]!)))
  edges.push(isVertical ? last.y + last.height : last.x + last.width)
  const left = Math.min(...boxes.map(({ x }) => x))
  const top = Math.min(...boxes.map(({ y }) => y))
  const width = Math.max(...boxes.map((box) => box.x + box.width)) - left
  const height = Math.max(...boxes.map((box) => box.y + box.height)) - top
  const run = { text: line.map(({ text }) => text).join(''), box: { x: left, y: top, width, height }, edges, size: ground.height, ...boldOf(ground) }
  return [isVertical ? { ...run, isVertical } : run]
}

const boldOf = ({ isBold }: TextGround): { isBold?: true } => (isBold ? { isBold: true } : {})

function boxOf({ x, y, advance }: Glyph, { matrix, size }: LineGround): PrintedRun['box'] {
  const corners = [applied(matrix, x, y - ascent * size), applied(matrix, x + advance, y + (1 - ascent) * size)] as const
  const [[x0, y0], [x1, y1]] = corners
  return { x: Math.min(x0, x1), y: Math.min(y0, y1), width: Math.abs(x1 - x0), height: Math.abs(y1 - y0) }
}

function numberOr(text: string | undefined, otherwise: number): number {
  const value = text === undefined || text.trim() === '' ? NaN : Number(text)
  return Number.isFinite(value) ? value : otherwise
}

import type { PrintedRule } from '../layout/printed-page.ts'
import { childOf, type XmlElement } from '../xml.ts'
import { applied, type Matrix } from '../affine.ts'

/** Shorter strokes part nothing, in points. */
const shortest = 12
/** A filled area this thin is a line, in points. */
const thickest = 3
/** What is off the axis by no more, in points, is along it. */
const slip = 0.5
/** A drawing with more strokes is a picture. */
const mostCommands = 4000

/** The straight lines of a PathObject that run along or across the page; the sides of frames are such lines. */
export function pathRules(object: XmlElement, matrix: Matrix): PrintedRule[] {
  const strokes = strokesOf(childOf(object, 'AbbreviatedData')?.text ?? '', matrix)
  if (strokes.length === 0) return []
  if (object.attributes.get('Stroke') !== 'false') return strokes.filter(isRule)
  const filled = around(strokes)
  return Math.min(filled.width, filled.height) <= thickest && isRule(filled) ? [filled] : []
}

const isRule = ({ width, height }: PrintedRule): boolean => Math.min(width, height) <= thickest && Math.max(width, height) >= shortest

/** Straight strokes along an axis; curves and slanted strokes are left out. */
function strokesOf(data: string, matrix: Matrix): PrintedRule[] {
  const words = data.trim().split(/[\s,]+/)
  if (words.length > mostCommands * 3) return []
  const strokes: PrintedRule[] = []
  let first: Point | null = null
  let at: Point | null = null
  const to = (next: Point | null): void => {
    if (at !== null && next !== null) strokes.push(...strokeBetween(at, next))
    at = next
  }
  for (let index = 0; index < words.length; ) {
    const command = words[index]!
    const values = words.slice(index + 1, index + 1 + (lengths[command] ?? 0)).map(Number)
    index += 1 + (lengths[command] ?? 0)
    const [x, y] = [values.at(-2) ?? NaN, values.at(-1) ?? NaN]
    const point: Point | null = Number.isFinite(x) && Number.isFinite(y) ? applied(matrix, x, y) : null
    if (command === 'C') to(first)
    else if (command === 'L') to(point)
    else if (point !== null) at = point
    if (command === 'M' || command === 'S') first = point
  }
  return strokes
}

/** How many numbers follow each command: start, move, line, two curves, arc, close. */
const lengths: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 }

type Point = readonly [number, number]

function strokeBetween([x0, y0]: Point, [x1, y1]: Point): PrintedRule[] {
  const box = { x: Math.min(x0, x1), y: Math.min(y0, y1), width: Math.abs(x1 - x0), height: Math.abs(y1 - y0) }
  return Math.min(box.width, box.height) <= slip ? [box] : []
}

function around(strokes: readonly PrintedRule[]): PrintedRule {
  const x = strokes.reduce((least, box) => Math.min(least, box.x), Infinity)
  const y = strokes.reduce((least, box) => Math.min(least, box.y), Infinity)
  const right = strokes.reduce((most, box) => Math.max(most, box.x + box.width), -Infinity)
  const bottom = strokes.reduce((most, box) => Math.max(most, box.y + box.height), -Infinity)
  return { x, y, width: right - x, height: bottom - y }
}

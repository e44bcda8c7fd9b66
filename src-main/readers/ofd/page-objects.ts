import type { PrintedRule, PrintedRun } from '../layout/printed-page.ts'
import { refuse } from '../refusals.ts'
import { childOf, childrenOf, type XmlElement } from '../xml.ts'
import { composed, type Matrix } from '../affine.ts'
import { isSlanted, numbersOf } from './matrix.ts'
import type { Resources } from './ofd-document.ts'
import { pathRules } from './path-object.ts'
import { textRuns } from './text-object.ts'

/** What one page, template or annotation shows. */
export interface Shown {
  readonly runs: PrintedRun[]
  /** Text set askew, as watermarks are. */
  readonly slanted: PrintedRun[]
  readonly rules: PrintedRule[]
  readonly pictures: ShownPicture[]
}

export interface ShownPicture {
  /** Member of the package. */
  readonly part: string
  /** From the unit square to points of the page. */
  readonly matrix: Matrix
}

/** What all pages of a file may still show; counted down. */
export interface ShowingAllowance {
  objects: number
  characters: number
}

export interface ShowingGround {
  readonly place: string
  readonly resources: Resources
  readonly allowance: ShowingAllowance
}

/** Points in a millimetre. */
export const pointsPerMillimetre = 72 / 25.4
const mostRules = 5000
const deepest = 8

export const allowanceOfFile = (): ShowingAllowance => ({ objects: 1_000_000, characters: 16_000_000 })

export const nothingShown = (): Shown => ({ runs: [], slanted: [], rules: [], pictures: [] })

/**
 * Adds what the objects in an element show: layers, blocks, groups and the objects themselves, in their order.
 * @throws Refusal too-many-parts
 */
export function show(element: XmlElement, matrix: Matrix, { shown, ground }: { shown: Shown; ground: ShowingGround }): void {
  showChildren(element, matrix, { shown, ground, depth: 0 })
}

interface Showing {
  readonly shown: Shown
  readonly ground: ShowingGround
  readonly depth: number
}

function showChildren(element: XmlElement, matrix: Matrix, showing: Showing): void {
  for (const child of element.children) showObject(child, matrix, showing)
}

function showObject(object: XmlElement, matrix: Matrix, showing: Showing): void {
  const { ground, shown } = showing
  if (--ground.allowance.objects < 0) throw refuse('too-many-parts', ground.place, { count: allowanceOfFile().objects })
  switch (object.name) {
    case 'Layer':
    case 'PageBlock':
    case 'Content':
      return showChildren(object, matrix, showing)
    case 'TextObject':
      return showText(object, ownMatrix(object, matrix), showing)
    case 'PathObject':
      if (shown.rules.length < mostRules) shown.rules.push(...pathRules(object, ownMatrix(object, matrix)))
      return
    case 'ImageObject': {
      const part = ground.resources.pictures.get(object.attributes.get('ResourceID') ?? '')
      if (part !== undefined) shown.pictures.push({ part, matrix: pictureMatrix(object, matrix) })
      return
    }
    case 'CompositeObject':
      return showComposite(object, ownMatrix(object, matrix), showing)
  }
}

/** A group stands in the resources; some files have its content in place. */
function showComposite(object: XmlElement, matrix: Matrix, { shown, ground, depth }: Showing): void {
  if (depth >= deepest) throw refuse('nested-too-deep', ground.place, { levels: deepest })
  const unit = ground.resources.composites.get(object.attributes.get('ResourceID') ?? '') ?? object
  for (const content of childrenOf(unit, 'Content')) showChildren(content, matrix, { shown, ground, depth: depth + 1 })
}

function showText(object: XmlElement, matrix: Matrix, { shown, ground }: Showing): void {
  const runs = textRuns(object, { matrix, isBold: isBold(object, ground) })
  ground.allowance.characters -= runs.reduce((sum, { text }) => sum + text.length, 0)
  if (ground.allowance.characters < 0) throw refuse('too-many-parts', ground.place, { count: allowanceOfFile().characters })
  // pushed one by one: as arguments they would be too many for the stack
  for (const run of runs) (isSlanted(matrix) ? shown.slanted : shown.runs).push(run)
}

function isBold({ attributes }: XmlElement, { resources }: ShowingGround): boolean {
  return Number(attributes.get('Weight') ?? 0) >= 600 || resources.boldFonts.has(attributes.get('Font') ?? '')
}

/** An object's own coordinates begin at the corner of its boundary, before its own map. */
function ownMatrix({ attributes }: XmlElement, outer: Matrix): Matrix {
  const boundary = numbersOf(attributes.get('Boundary'), 4)
  const own = numbersOf(attributes.get('CTM'), 6) as unknown as Matrix | null
  const placed: Matrix = boundary === null ? outer : composed(outer, [1, 0, 0, 1, boundary[0]!, boundary[1]!])
  return own === null ? placed : composed(placed, own)
}

/** A picture without a map of its own fills its boundary. */
function pictureMatrix(object: XmlElement, outer: Matrix): Matrix {
  const boundary = object.attributes.has('CTM') ? null : numbersOf(object.attributes.get('Boundary'), 4)
  const own = ownMatrix(object, outer)
  return boundary === null ? own : composed(own, [boundary[2]!, 0, 0, boundary[3]!, 0, 0])
}

/** The element with what a page shows. */
export const contentOf = (page: XmlElement): XmlElement => childOf(page, 'Content') ?? page

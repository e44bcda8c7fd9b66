import { create } from 'zustand'
import { mostOnPaper, usePrinting } from '../../state/printing.ts'

/** Lines of the table by their place, 1-based, both ends counted; `last` before `first`: none. */
export interface Lines {
  readonly first: number
  readonly last: number
}

/** A part of the table: what rows and what columns. */
export interface Part {
  readonly rows: Lines
  readonly columns: Lines
}

/** The table as its lines are laid out, all in CSS pixels. */
export interface Layout {
  /** Rows from the top. */
  readonly rows: readonly string[]
  readonly columnWidths: readonly number[]
  /** Of the column of the row heads. */
  readonly first: number
  readonly head: number
  /** The cells of a row stand under each other: all columns are as near as their row. */
  readonly isStacked: boolean
}

const none: Lines = { first: 1, last: 0 }
const nothing: Part = { rows: none, columns: none }

/** Of a row that was not laid out yet. */
const unknownHeight = 400

/** So far beyond the edge of the pane lines are drawn, and so far they stay drawn once they are. */
const margins = { draw: 600, keep: 1000 }
const noMargins = { draw: 0, keep: 0 }
let margin = margins

/** What is near to the pane: changes only when a line comes near or goes far, not with every pixel. */
export const useNear = create<Part>()(() => nothing)

export const isIn = ({ first, last }: Lines, place: number): boolean => place >= first && place <= last

let layout: Layout | null = null
let sight: Part = nothing
// kept from the events that tell them: asked of the pane, they would have it laid out on the spot
let position = { left: 0, top: 0 }
let size = { width: 0, height: 0 }
let scrolledAt = -Infinity
let onSight: () => void = () => undefined
const drawnHeights = new Map<string, number>()

/** What the pane shows at this moment. */
export const inSight = (): Part => sight

/** Whether somebody is scrolling: frames are to be kept short. */
export const isScrolling = (now: number): boolean => now - scrolledAt < 150

/**
 * All cells are about to be others, from the table's corner on: those in sight are drawn for the next picture, and those near to it come after
 * that picture, or it would be held back for what nobody sees.
 */
export function beginInSight(): void {
  if (layout === null || size.height === 0) return
  margin = noMargins
  position = { left: 0, top: 0 }
  useNear.setState({ rows: fromStart(sight.rows), columns: fromStart(sight.columns) })
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      margin = margins
      lookAround()
    })
  )
}

/** Called whenever something else has come into sight. */
export function followSight(listener: () => void): void {
  onSight = listener
}

export function layOut(now: Layout): void {
  layout = now
  lookAround()
}

/** Heights as the rows have just been drawn. */
export function rowDrawn(id: string, height: number): void {
  if (drawnHeights.get(id) === height) return
  drawnHeights.set(id, height)
  lookAround()
}

/**
 * From now on this is the pane that scrolls.
 *
 * @param onRest told where the pane has come to rest
 * @returns lets go of it
 */
export function followPane(element: HTMLElement, onRest: (left: number, top: number) => void): () => void {
  position = { left: element.scrollLeft, top: element.scrollTop }
  const onScroll = (): void => {
    scrolledAt = performance.now()
    position = { left: element.scrollLeft, top: element.scrollTop }
    lookAround()
  }
  const onScrollEnd = (): void => onRest(position.left, position.top)
  const observer = new ResizeObserver(([entry]) => {
    if (entry !== undefined) size = { width: entry.contentRect.width, height: entry.contentRect.height }
    lookAround()
  })
  observer.observe(element)
  element.addEventListener('scroll', onScroll, { passive: true })
  element.addEventListener('scrollend', onScrollEnd, { passive: true })
  return () => {
    observer.disconnect()
    element.removeEventListener('scroll', onScroll)
    element.removeEventListener('scrollend', onScrollEnd)
    layout = null
    sight = nothing
    size = { width: 0, height: 0 }
    drawnHeights.clear()
    useNear.setState(nothing)
  }
}

function lookAround(): void {
  if (layout === null || size.height === 0) return
  const rows = layout.rows.map((id) => drawnHeights.get(id) ?? unknownHeight)
  const head = layout.isStacked ? 0 : layout.head
  const columns = layout.columnWidths
  const down = { from: position.top, to: position.top + size.height - head }
  const across = { from: position.left, to: position.left + size.width - layout.first }
  const all: Lines = { first: 1, last: columns.length }
  sight = { rows: linesWithin(rows, down), columns: layout.isStacked ? all : linesWithin(columns, across) }
  const before = useNear.getState()
  const near = usePrinting.getState().isPrinting ? { rows: linesTo(Math.min(rows.length, mostOnPaper)), columns: all } : { rows: linesNear(rows, down, before.rows), columns: layout.isStacked ? same(all, before.columns) : linesNear(columns, across, before.columns) }
  if (near.rows !== before.rows || near.columns !== before.columns) useNear.setState(near)
  onSight()
}

usePrinting.subscribe(lookAround)

const linesTo = (last: number): Lines => ({ first: 1, last })

const fromStart = ({ first, last }: Lines): Lines => ({ first: 1, last: last - first + 1 })

interface Stretch {
  readonly from: number
  readonly to: number
}

/** The lines that a stretch of pixels meets. */
export function linesWithin(sizes: readonly number[], { from, to }: Stretch): Lines {
  let end = 0
  let first = sizes.length + 1
  let last = 0
  for (const [index, size] of sizes.entries()) {
    const start = end
    end += size
    if (end <= from || start >= to) continue
    first = Math.min(first, index + 1)
    last = index + 1
  }
  return last === 0 ? none : { first, last }
}

/** Those that are to be drawn, and of those drawn before the ones that are not far: a line at the edge does not come and go. */
export function linesNear(sizes: readonly number[], { from, to }: Stretch, before: Lines): Lines {
  const drawn = linesWithin(sizes, { from: from - margin.draw, to: to + margin.draw })
  const kept = linesWithin(sizes, { from: from - margin.keep, to: to + margin.keep })
  if (before.last < before.first || drawn.last === 0) return same(drawn, before)
  return same({ first: Math.min(drawn.first, Math.max(before.first, kept.first)), last: Math.max(drawn.last, Math.min(before.last, kept.last)) }, before)
}

/** The object of before where it says the same: who draws by it draws nothing. */
const same = (now: Lines, before: Lines): Lines => (now.first === before.first && now.last === before.last ? before : now)

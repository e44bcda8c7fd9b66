import type { Line } from './grid.ts'
import { narrowest } from './matrix-state.ts'

export type Widths = Readonly<Record<string, number>>

/** Tracks of a CSS grid: a column whose edge was moved keeps its pixels, the others share the room. */
export const templateOf = (across: readonly Line[], widths: Widths): string =>
  ['var(--first)', ...across.map(({ id }) => (widths[id] === undefined ? `minmax(${narrowest}px, 1fr)` : `${widths[id]}px`))].join(' ')

/** The least the columns take together, the row heads not counted. */
export const leastWidth = (across: readonly Line[], widths: Widths): number => across.reduce((sum, { id }) => sum + (widths[id] ?? narrowest), 0)

/** What each column gets of the room, in pixels. */
export function widthsIn(room: number, across: readonly Line[], widths: Widths): number[] {
  const free = across.filter(({ id }) => widths[id] === undefined).length
  const taken = across.reduce((sum, { id }) => sum + (widths[id] ?? 0), 0)
  const share = free === 0 ? 0 : Math.max(narrowest, (room - taken) / free)
  return across.map(({ id }) => widths[id] ?? share)
}

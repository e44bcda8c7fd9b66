import { useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { GridPlace } from './grid-keys.ts'
import { followSight, inSight, isIn, isScrolling, useNear, type Lines, type Part } from './sight.ts'

/** Milliseconds of one frame that drawing may take: while the table moves, and while it stands. */
const slice = { moving: 3, standing: 18 }
/** So many milliseconds the first picture may be held back for what is in sight; what is not in it then comes with the next. */
const atOnce = 30

interface Waiting {
  readonly at: GridPlace
  readonly draw: () => void
}

const waiting = new Set<Waiting>()
let isLooking = false
let isSlicing = false

followSight(drawInSight)

/**
 * What of `now` is drawn: null at first, later perhaps what it was before. Cells are many and their words
 * long; those in sight are drawn before the next picture is shown, those near to it a few with every
 * frame, and those far away while nothing else is to be done.
 */
export function useDrawn<T>(now: T, row: number, column: number): T | null {
  const [drawn, setDrawn] = useState<T | null>(null)
  useLayoutEffect(() => {
    if (drawn === now) return undefined
    return awaitDrawing({ at: { row, column }, draw: () => setDrawn(now) })
  }, [drawn, now, row, column])
  return drawn
}

function awaitDrawing(cell: Waiting): () => void {
  waiting.add(cell)
  drawInSight()
  return () => waiting.delete(cell)
}

/** After what is being done now, and before the picture of it. */
function drawInSight(): void {
  if (isLooking || waiting.size === 0) return
  isLooking = true
  queueMicrotask(() => {
    isLooking = false
    drawFor(isScrolling(performance.now()) ? slice.moving : atOnce, ({ at }) => isAt(inSight(), at))
    if (isSlicing) return
    isSlicing = true
    nextSlice()
  })
}

const isNear = ({ at }: Waiting): boolean => isAt(useNear.getState(), at)

function nextSlice(): void {
  if (waiting.size === 0) {
    isSlicing = false
  } else if (firstOf(isNear) !== null) {
    requestAnimationFrame(() => {
      drawFor(isScrolling(performance.now()) ? slice.moving : slice.standing, isNear)
      nextSlice()
    })
  } else {
    requestIdleCallback((deadline) => {
      if (deadline.timeRemaining() > 8) drawFor(1, () => true)
      nextSlice()
    })
  }
}

/** Draws one cell after another until the time is over; a picture of each would be a picture too many. */
function drawFor(ms: number, isWanted: (cell: Waiting) => boolean): void {
  const end = performance.now() + ms
  do {
    const cell = firstOf(isWanted)
    if (cell === null) return
    waiting.delete(cell)
    flushSync(cell.draw)
  } while (performance.now() < end)
}

/** Of those wanted the one that is nearest to what is in sight. */
function firstOf(isWanted: (cell: Waiting) => boolean): Waiting | null {
  const sight = inSight()
  let nearest: Waiting | null = null
  let least = Infinity
  for (const cell of waiting) {
    if (!isWanted(cell)) continue
    const distance = away(sight.rows, cell.at.row) + away(sight.columns, cell.at.column)
    if (distance >= least) continue
    nearest = cell
    least = distance
  }
  return nearest
}

const isAt = ({ rows, columns }: Part, { row, column }: GridPlace): boolean => isIn(rows, row) && isIn(columns, column)

const away = ({ first, last }: Lines, place: number): number => Math.max(0, first - place, place - last)

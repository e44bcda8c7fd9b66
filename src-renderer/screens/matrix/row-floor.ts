import { useCallback, useMemo, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { reckonedHeight, type Height } from './fold.ts'
import type { Line } from './grid.ts'
import { heightOfCell, useArrangement } from './matrix-state.ts'
import type { CellView } from './matrix-view.ts'
import { usePreferences, type TextSize } from '../../state/preferences.ts'

/** What the height of a cell's content hangs on. */
export interface Drawing {
  readonly view: CellView
  readonly charactersPerLine: number
  readonly height: Height
}

export type OnMeasured = (drawing: Drawing, pixels: number) => void

interface Measured extends Drawing {
  readonly pixels: number
  readonly textSize: TextSize
}

/** Padding and edge of a cell; in a stack also its name. */
const around = { beside: 21, stacked: 46 }
const stackedHead = 44

interface RowFloor {
  /** Pixels that the row is tall at least: as tall as its tallest cell, though that one is out of sight. */
  readonly floor: number
  /** The height of each cell's content, as measured or as reckoned. */
  readonly cells: readonly { readonly height: Height; readonly pixels: number }[]
  readonly onMeasured: OnMeasured
}

/**
 * Only the cells near to sight are drawn, so the row must know how tall the others are, or it would grow
 * and shrink as one scrolls sideways: measured once they have been drawn, reckoned before.
 */
export function useRowFloor(line: Line, charactersPerLine: readonly number[], isStacked: boolean): RowFloor {
  const heights = useArrangement(useShallow((arrangement) => line.cells.map(({ key }) => heightOfCell(arrangement, { row: line.id, cell: key }))))
  const textSize = usePreferences((preferences) => preferences.textSize)
  // in another size of letters every cell is measured anew
  const [measured, setMeasured] = useState<ReadonlyMap<string, Measured>>(new Map())
  const onMeasured = useCallback<OnMeasured>((drawing, pixels) => {
    setMeasured((before) => {
      const known = before.get(drawing.view.key)
      const isKnown = known !== undefined && known.textSize === textSize && isSame(known, drawing) && known.textSize === textSize && known.pixels === pixels
      return isKnown ? before : new Map(before).set(drawing.view.key, { ...drawing, pixels, textSize })
    })
  }, [textSize])
  const reckoned = useMemo(
    () => line.cells.map((view, index) => reckonedHeight(view, charactersPerLine[index] ?? 30, heights[index] ?? 'folded')),
    [line, charactersPerLine, heights]
  )
  const cells = line.cells.map((view, index) => {
    const known = measured.get(view.key)
    const height = heights[index] ?? 'folded'
    const isKnown = known !== undefined && isSame(known, { view, charactersPerLine: charactersPerLine[index] ?? 30, height })
    return { height, pixels: isKnown ? known.pixels : (reckoned[index] ?? 0) }
  })
  const floor = isStacked ? cells.reduce((sum, { pixels }) => sum + pixels + around.stacked, stackedHead) : Math.max(0, ...cells.map(({ pixels }) => pixels)) + around.beside
  return { floor, cells, onMeasured }
}

const isSame = (a: Drawing, b: Drawing): boolean => a.view === b.view && a.charactersPerLine === b.charactersPerLine && a.height === b.height

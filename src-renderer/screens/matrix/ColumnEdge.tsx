import { useRef, type PointerEvent } from 'react'
import { useWords } from '../../use-words.ts'
import { narrowest, setWidth, tell, useArrangement, widest, withinWidths } from './matrix-state.ts'

interface ColumnEdgeProps {
  readonly line: string
  readonly name: string
}

/** The edge of a column: dragged to a width, double-clicked back to what there is room for. The keys are those of the head. */
export function ColumnEdge({ line, name }: ColumnEdgeProps) {
  const words = useWords()
  const width = useArrangement((arrangement) => arrangement.widths[line] ?? null)
  const drag = useRef<{ readonly from: number; readonly width: number; readonly grid: HTMLElement } | null>(null)
  const begin = (event: PointerEvent<HTMLElement>): void => {
    event.preventDefault()
    event.stopPropagation()
    const head = event.currentTarget.parentElement
    const grid = event.currentTarget.closest<HTMLElement>('.matrix')
    if (head === null || grid === null) return
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { from: event.clientX, width: head.getBoundingClientRect().width, grid }
  }
  const widthAt = ({ clientX }: PointerEvent): number => withinWidths((drag.current?.width ?? 0) + clientX - (drag.current?.from ?? 0))
  const move = (event: PointerEvent<HTMLElement>): void => {
    // only the tracks change while the pointer moves: what the cells hold is reckoned anew when it lets go
    const grid = drag.current?.grid
    const position = [...(event.currentTarget.parentElement?.parentElement?.children ?? [])].indexOf(event.currentTarget.parentElement ?? event.currentTarget)
    if (grid === undefined || position < 0) return
    const tracks = tracksOf(grid.style.getPropertyValue('--template'))
    tracks[position] = `${widthAt(event)}px`
    grid.style.setProperty('--template', tracks.join(' '))
  }
  const end = (event: PointerEvent<HTMLElement>): void => {
    if (drag.current === null) return
    setWidth(line, widthAt(event))
    tell(words.matrixView.widthIs(name, widthAt(event)))
    drag.current = null
  }
  return (
    <div
      role="separator"
      className="column-edge"
      aria-orientation="vertical"
      aria-label={words.matrixView.edge(name)}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      aria-valuenow={width ?? narrowest}
      onPointerDown={begin}
      onPointerMove={(event) => drag.current !== null && move(event)}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={() => setWidth(line, null)}
    />
  )
}

/** `a minmax(b, c) d`: the spaces within brackets part nothing. */
const tracksOf = (template: string): string[] => template.split(/ (?![^(]*\))/)

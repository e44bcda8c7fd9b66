import type { MouseEvent } from 'react'
import type { ReportStructure } from '#core/compare/structure.ts'
import type { Place } from '../../routes.ts'
import { cellAt, wholeView, zoomed, type PlacedStrip, type StripCell, type StripView } from './strip-layout.ts'

/** A cell: which strip, and which cell of the whole strip. */
export interface At {
  readonly strip: number
  readonly index: number
}

export function placeOfCell({ strip }: At, cell: StripCell | undefined, structures: readonly ReportStructure[]): Place | null {
  const segment = structures[strip]?.segments[cell?.segment ?? -1]
  const report = structures[strip]?.report
  return cell === undefined || segment === undefined || report === undefined ? null : { report, start: segment.start, end: segment.end, theme: cell.themes[0]?.id ?? null }
}

/** Of the strip under the pointer the cell nearest to it: there are hairs between cells, and labels over them. */
export function cellUnder(strips: readonly PlacedStrip[], event: MouseEvent<HTMLElement>): At | null {
  const strip = stripOf(event)
  const cells = strip === null ? [] : (strips[strip]?.cells ?? [])
  const cell = cells[cellAt(cells, pixel(event))]
  return strip === null || cell === undefined ? null : { strip, index: cell.index }
}

/** What a key shows, or null for one that does not zoom. */
export function zoomOfKey(key: string, view: StripView, middle: number): StripView | null {
  if (key === '+' || key === '=') return zoomed(view, 0.5, middle)
  if (key === '-') return zoomed(view, 2, middle)
  return key === '0' ? wholeView : null
}

/** Pixels from the left edge of the strips. */
export const pixel = (event: MouseEvent<HTMLElement>): number => event.clientX - event.currentTarget.getBoundingClientRect().left

export function stripOf(event: MouseEvent<HTMLElement>): number | null {
  // while the pointer is captured, the target is the whole area
  const under = document.elementFromPoint(event.clientX, event.clientY)
  const strip = under?.closest<SVGElement>('[data-strip]')?.dataset['strip']
  return strip === undefined ? null : Number(strip)
}

export function atOf(target: EventTarget): At | null {
  const at = target instanceof Element ? target.closest<SVGElement>('[data-at]')?.dataset['at'] : undefined
  if (at === undefined) return null
  const [strip, index] = at.split(':').map(Number)
  return { strip: strip ?? 0, index: index ?? 0 }
}

/** Left and right along a strip; up and down to the cell nearest the middle of this one. */
export function neighbour(strips: readonly PlacedStrip[], { strip, index }: At, key: string): At | null {
  const cells = strips[strip]?.cells ?? []
  const at = cells.findIndex((cell) => cell.index === index)
  const along = (to: number): At => ({ strip, index: cells[Math.min(cells.length - 1, Math.max(0, to))]?.index ?? index })
  const across = (to: number): At => {
    const there = strips[to]?.cells ?? []
    const here = cells[at]
    return there.length === 0 || here === undefined ? { strip, index } : { strip: to, index: there[cellAt(there, here.x + here.width / 2)]?.index ?? 0 }
  }
  switch (key) {
    case 'ArrowLeft':
      return along(at - 1)
    case 'ArrowRight':
      return along(at + 1)
    case 'Home':
      return along(0)
    case 'End':
      return along(cells.length - 1)
    case 'ArrowUp':
      return across(strip - 1)
    case 'ArrowDown':
      return across(strip + 1)
    default:
      return null
  }
}

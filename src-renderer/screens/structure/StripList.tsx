import { useState, type FocusEvent, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import type { ReportStructure } from '#core/compare/structure.ts'
import { openPlace } from '../../routes.ts'
import { CellTip } from './CellTip.tsx'
import { brushed, cellAt, wholeView, zoomed, type PlacedStrip, type StripCell, type StripForm, type StripView } from './strip-layout.ts'
import { Strip } from './Strip.tsx'
import { StripHeads } from './StripHeads.tsx'
import type { Looks, StripHead } from './structure-picture.ts'

interface StripListProps {
  readonly structures: readonly ReportStructure[]
  /** Of the structures, in order. */
  readonly strips: readonly PlacedStrip[]
  readonly heads: readonly StripHead[]
  readonly looks: Looks
  readonly form: Omit<StripForm, 'nameOf'>
  readonly lit: string | null
  readonly hatches: string
  readonly onZoom: (view: StripView) => void
  /** The axis. */
  readonly children: ReactNode
}

/** A cell: which strip, and which cell of the whole strip. */
interface At {
  readonly strip: number
  readonly index: number
}

/** The strips: pointed at, walked with the keyboard, brushed to see a part of them larger. */
export function StripList({ structures, strips, heads, looks, form, lit, hatches, onZoom, children }: StripListProps) {
  const [active, setActive] = useState<At>({ strip: 0, index: 0 })
  const [shown, setShown] = useState<At | null>(null)
  /** Pixels between which a part is being chosen. */
  const [brush, setBrush] = useState<{ readonly a: number; readonly b: number } | null>(null)
  const find = ({ strip, index }: At): StripCell | undefined => strips[strip]?.cells.find((cell) => cell.index === index)
  const open = (strip: number, cell: StripCell | undefined): void => {
    const segment = structures[strip]?.segments[cell?.segment ?? -1]
    const report = structures[strip]?.report
    if (cell === undefined || segment === undefined || report === undefined) return
    openPlace({ report, start: segment.start, end: segment.end, theme: cell.themes[0]?.id ?? null })
  }
  const zoomTo = (range: { readonly a: number; readonly b: number } | null): boolean => {
    const view = range === null ? null : brushed(form, range.a, range.b)
    setBrush(null)
    if (view !== null) onZoom(view)
    return view !== null
  }
  const go = (list: HTMLElement, to: At): void => list.querySelector<HTMLElement>(`[data-at="${to.strip}:${to.index}"]`)?.focus()
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const from = atOf(event.target)
    const cell = from === null ? undefined : find(from)
    if (from === null || cell === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    const middle = form.view.from + ((cell.x + cell.width / 2) / form.width) * (form.view.to - form.view.from)
    const to = neighbour(strips, from, event.key)
    if (to !== null) {
      const next = find(to)
      if (event.shiftKey && next !== undefined && to.strip === from.strip) setBrush({ a: brush?.a ?? (next.x >= cell.x ? cell.x : cell.x + cell.width), b: next.x >= cell.x ? next.x + next.width : next.x })
      else setBrush(null)
      go(event.currentTarget, to)
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (!zoomTo(brush)) open(from.strip, cell)
    } else if (event.key === 'Escape' && (brush !== null || shown !== null)) {
      setBrush(null)
      setShown(null)
      if (brush === null) return
    } else if (event.key === '+' || event.key === '=') onZoom(zoomed(form.view, 0.5, middle))
    else if (event.key === '-') onZoom(zoomed(form.view, 2, middle))
    else if (event.key === '0') onZoom(wholeView)
    else return
    event.preventDefault()
  }
  const onFocus = (event: FocusEvent<HTMLElement>): void => {
    const at = atOf(event.target)
    if (at === null) return
    setActive(at)
    setShown(at)
  }
  const pointer = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || stripOf(event) === null) return
      const x = pixel(event)
      setBrush({ a: x, b: x })
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const x = pixel(event)
      if (brush !== null && event.buttons === 1) {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) event.currentTarget.setPointerCapture(event.pointerId)
        setBrush({ a: brush.a, b: x })
        return
      }
      const strip = stripOf(event)
      const cells = strip === null ? [] : (strips[strip]?.cells ?? [])
      const cell = cells[cellAt(cells, x)]
      const isOver = strip !== null && cell !== undefined && x <= cell.x + cell.width + 1
      if (!isOver) setShown(null)
      else if (shown?.strip !== strip || shown.index !== cell.index) setShown({ strip, index: cell.index })
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      if (brush === null) return
      const range = { a: brush.a, b: pixel(event) }
      if (zoomTo(range) || stripOf(event) === null) return
      const strip = stripOf(event)!
      const cells = strips[strip]?.cells ?? []
      open(strip, cells[cellAt(cells, range.b)])
    },
    onPointerLeave: () => {
      setShown(null)
    },
    onPointerCancel: () => setBrush(null)
  }
  const tip = shown === null ? undefined : find(shown)
  return (
    <div className="strips" onKeyDown={onKeyDown} onFocus={onFocus} onBlur={() => setShown(null)}>
      <StripHeads heads={heads} />
      <div className="strip-area" {...pointer}>
        {strips.map((strip, index) => (
          <Strip
            key={strip.report}
            at={index}
            strip={strip}
            structure={structures[index]!}
            name={heads[index]?.name ?? ''}
            looks={looks}
            width={form.width}
            mode={form.mode}
            lit={lit}
            hatches={hatches}
            active={active.strip === index || (active.strip >= strips.length && index === 0) ? active.index : null}
            shown={shown?.strip === index ? shown.index : null}
          />
        ))}
        {brush !== null && Math.abs(brush.b - brush.a) >= 4 && (
          <i className="brush" style={{ left: Math.max(0, Math.min(brush.a, brush.b)), width: Math.min(Math.abs(brush.b - brush.a), form.width) }} aria-hidden="true" />
        )}
        {shown !== null && tip !== undefined && brush === null && (
          <CellTip strip={shown.strip} cell={tip} segment={structures[shown.strip]?.segments[tip.segment]} looks={looks} width={form.width} />
        )}
        <div className="strip-axis" aria-hidden="true">
          {children}
        </div>
      </div>
    </div>
  )
}

/** Pixels from the left edge of the strips. */
const pixel = (event: PointerEvent<HTMLElement>): number => event.clientX - event.currentTarget.getBoundingClientRect().left

function stripOf(event: PointerEvent<HTMLElement>): number | null {
  // while the pointer is captured, the target is the whole area
  const under = document.elementFromPoint(event.clientX, event.clientY)
  const strip = under?.closest<SVGElement>('[data-strip]')?.dataset['strip']
  return strip === undefined ? null : Number(strip)
}

function atOf(target: EventTarget): At | null {
  const at = target instanceof SVGElement ? target.dataset['at'] : undefined
  if (at === undefined) return null
  const [strip, index] = at.split(':').map(Number)
  return { strip: strip ?? 0, index: index ?? 0 }
}

/** Left and right along a strip; up and down to the cell nearest the middle of this one. */
function neighbour(strips: readonly PlacedStrip[], { strip, index }: At, key: string): At | null {
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

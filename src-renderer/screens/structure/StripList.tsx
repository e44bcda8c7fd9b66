import { useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent, type PointerEvent, type ReactNode } from 'react'
import type { ReportStructure } from '#core/compare/structure.ts'
import { keysLabel } from '../../commands.ts'
import { ContextMenu, type MenuEntry } from '../../parts/ContextMenu.tsx'
import { readSideBySide } from '../../read-side-by-side.ts'
import { openPlace, type Place } from '../../routes.ts'
import type { Words } from '../../language/zh.ts'
import { useWords } from '../../use-words.ts'
import { CellTip } from './CellTip.tsx'
import { brushed, type PlacedStrip, type StripCell, type StripForm, type StripView } from './strip-layout.ts'
import { atOf, cellUnder, neighbour, pixel, placeOfCell, stripOf, zoomOfKey, type At } from './strip-places.ts'
import { Strip } from './Strip.tsx'
import { StripHeads } from './StripHeads.tsx'
import type { Looks, StripHead } from './structure-picture.ts'

interface StripListProps {
  readonly structures: readonly ReportStructure[]
  /** All reports that are compared, also those that are not drawn. */
  readonly chosen: readonly string[]
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

/** The strips: pointed at, walked with the keyboard, brushed to see a part of them larger. */
export function StripList({ structures, chosen, strips, heads, looks, form, lit, hatches, onZoom, children }: StripListProps) {
  const words = useWords()
  const [active, setActive] = useState<At>({ strip: 0, index: 0 })
  const [shown, setShown] = useState<At | null>(null)
  /** Pixels between which a part is being chosen. */
  const [brush, setBrush] = useState<{ readonly a: number; readonly b: number } | null>(null)
  const find = ({ strip, index }: At): StripCell | undefined => strips[strip]?.cells.find((cell) => cell.index === index)
  const placeOf = (at: At | null): Place | null => (at === null ? null : placeOfCell(at, find(at), structures))
  const wasBrushed = useRef(false)
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
    if (from === null || cell === undefined || event.altKey) return
    const isWithCtrl = event.ctrlKey || event.metaKey
    if (isWithCtrl && event.key !== 'Enter') return
    const middle = form.view.from + ((cell.x + cell.width / 2) / form.width) * (form.view.to - form.view.from)
    const zoom = zoomOfKey(event.key, form.view, middle)
    const to = neighbour(strips, from, event.key)
    if (to !== null) {
      const next = find(to)
      if (event.shiftKey && next !== undefined && to.strip === from.strip) setBrush({ a: brush?.a ?? (next.x >= cell.x ? cell.x : cell.x + cell.width), b: next.x >= cell.x ? next.x + next.width : next.x })
      else setBrush(null)
      go(event.currentTarget, to)
    } else if (event.key === 'Enter' || event.key === ' ') {
      const place = placeOf(from)
      if (place !== null && isWithCtrl) readSideBySide(place, chosen)
      else if (!zoomTo(brush) && place !== null) openPlace(place)
    } else if (event.key === 'Escape' && (brush !== null || shown !== null)) {
      setBrush(null)
      setShown(null)
      if (brush === null) return
    } else if (zoom !== null) onZoom(zoom)
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
      const at = cellUnder(strips, event)
      const cell = at === null ? undefined : find(at)
      if (cell === undefined || x > cell.x + cell.width + 1) setShown(null)
      else if (shown?.strip !== at?.strip || shown?.index !== at?.index) setShown(at)
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      wasBrushed.current = brush !== null && zoomTo({ a: brush.a, b: pixel(event) })
    },
    onClick: (event: MouseEvent<HTMLElement>) => {
      if (wasBrushed.current) return void (wasBrushed.current = false)
      const place = placeOf(atOf(event.target) ?? cellUnder(strips, event))
      if (place === null) return
      if (event.ctrlKey || event.metaKey) readSideBySide(place, chosen)
      else openPlace(place)
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
      <ContextMenu entriesAt={(target) => placeMenu(placeOf(atOf(target)), { words, chosen })} render={<div className="strip-area" {...pointer} />}>
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
      </ContextMenu>
    </div>
  )
}

function placeMenu(place: Place | null, { words, chosen }: { readonly words: Words; readonly chosen: readonly string[] }): MenuEntry[][] {
  if (place === null) return []
  const { toSource, toReader } = words.figures.structure
  return [
    [
      { id: 'source', label: toSource, note: 'Enter', takesFocus: true, run: () => openPlace(place) },
      { id: 'reader', label: toReader, note: keysLabel('Mod+Enter'), isDisabled: chosen.length < 2, takesFocus: true, run: () => readSideBySide(place, chosen) }
    ]
  ]
}

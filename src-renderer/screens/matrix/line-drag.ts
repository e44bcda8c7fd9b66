import { useRef, useState, type PointerEvent } from 'react'
import type { Gap } from './grid.ts'

/** Where the line that is dragged would come to. */
export interface Drop {
  readonly line: string
  readonly gap: Gap
}

/** Further than this a press on a head is a drag and no click. */
const least = 6
/** Nearer than this to the edge of the pane the table moves on, by so many pixels with every frame. */
const edge = { width: 60, step: 14 }

/** Moves columns by their heads: what is pressed follows the pointer to the gap that it is nearest to. */
export function useLineDrag(onDrop: (drop: Drop) => void): [drop: Drop | null, grab: (event: PointerEvent<HTMLElement>, line: string) => void] {
  const [drop, setDrop] = useState<Drop | null>(null)
  const from = useRef(0)
  const grab = (event: PointerEvent<HTMLElement>, line: string): void => {
    const head = event.currentTarget
    if (event.button !== 0 || !event.isPrimary) return
    from.current = event.clientX
    let now: Drop | null = null
    let pointer = event.clientX
    let frame = 0
    const look = (): void => {
      const gap = gapAt(head, pointer)
      if (gap === null || (now?.gap.beside === gap.beside && now.gap.side === gap.side)) return
      now = { line, gap }
      setDrop(now)
    }
    const moveOn = (): void => {
      const step = stepAt(head, pointer)
      frame = step === 0 ? 0 : requestAnimationFrame(moveOn)
      if (step === 0) return
      head.closest('.matrix-scroll')?.scrollBy({ left: step, behavior: 'instant' })
      look()
    }
    const move = ({ clientX }: globalThis.PointerEvent): void => {
      if (now === null && Math.abs(clientX - from.current) < least) return
      if (now === null) head.setPointerCapture(event.pointerId)
      pointer = clientX
      look()
      if (frame === 0) moveOn()
    }
    const stop = (): void => {
      cancelAnimationFrame(frame)
      head.removeEventListener('pointermove', move)
      head.removeEventListener('pointerup', finish)
      head.removeEventListener('pointercancel', stop)
      window.removeEventListener('keydown', giveUp, true)
      setDrop(null)
      now = null
    }
    const finish = (): void => {
      const last = now
      stop()
      if (last === null) return
      // the click that ends the drag must not open the report
      head.addEventListener('click', swallow, { capture: true, once: true })
      setTimeout(() => head.removeEventListener('click', swallow, { capture: true }))
      onDrop(last)
    }
    const giveUp = (pressed: KeyboardEvent): void => {
      if (pressed.key !== 'Escape' || now === null) return
      pressed.preventDefault()
      pressed.stopPropagation()
      stop()
    }
    head.addEventListener('pointermove', move)
    head.addEventListener('pointerup', finish)
    head.addEventListener('pointercancel', stop)
    window.addEventListener('keydown', giveUp, true)
  }
  return [drop, grab]
}

function swallow(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
}

/** How far the table is to move on for a pointer at its edge, so that a column comes to a place out of sight. */
function stepAt(head: HTMLElement, x: number): number {
  const box = head.closest('.matrix-scroll')?.getBoundingClientRect()
  const first = head.parentElement?.firstElementChild?.getBoundingClientRect().right ?? 0
  if (box === undefined) return 0
  if (x > box.right - edge.width) return edge.step
  return x < first + edge.width ? -edge.step : 0
}

/** The gap that a pointer is nearest to; null where there are no heads. */
function gapAt(head: HTMLElement, x: number): Gap | null {
  const heads = [...(head.parentElement?.querySelectorAll<HTMLElement>('[data-line]') ?? [])]
  let nearest: Gap | null = null
  for (const other of heads) {
    const { left, width } = other.getBoundingClientRect()
    const beside = other.dataset['line'] ?? ''
    if (nearest !== null && x < left) break
    nearest = { beside, side: x < left + width / 2 ? 'before' : 'after' }
  }
  return nearest
}

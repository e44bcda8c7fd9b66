import { useState, type PointerEvent } from 'react'
import { isColumnId, type ColumnId } from './column-ids.ts'
import { placeColumn } from './reports-state.ts'

/** A head on its way to another place. */
export interface HeadDrag {
  readonly column: ColumnId
  /** The column it would stand before; null: at the end. */
  readonly before: ColumnId | null
}

/** Less is a click: it sorts. */
const leastMove = 5

/** Heads are dragged to another place; Esc leaves them where they are. */
export function useHeadDrag(): readonly [drag: HeadDrag | null, start: (column: ColumnId, event: PointerEvent<HTMLElement>) => void] {
  const [drag, setDrag] = useState<HeadDrag | null>(null)
  const start = (column: ColumnId, event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0 || (event.target instanceof Element && event.target.closest('[role="separator"]') !== null)) return
    const head = event.currentTarget
    const { clientX: from, pointerId } = event
    const ended = new AbortController()
    const { signal } = ended
    let now: HeadDrag | null = null
    const show = (next: HeadDrag | null): void => setDrag((now = next))
    const move = ({ clientX }: globalThis.PointerEvent): void => {
      if (now === null && Math.abs(clientX - from) < leastMove) return
      // only now: with the pointer captured, letting go is no click on the button
      head.setPointerCapture(pointerId)
      const before = columnAt(head, clientX)
      if (now?.before !== before) show({ column, before })
    }
    const leave = (): void => {
      ended.abort()
      show(null)
    }
    const drop = (): void => {
      if (now !== null) placeColumn(column, now.before)
      leave()
    }
    // a quick hand is off the head before it is captured
    window.addEventListener('pointermove', move, { signal })
    window.addEventListener('pointerup', drop, { signal })
    window.addEventListener('pointercancel', leave, { signal })
    window.addEventListener(
      'keydown',
      (pressed) => {
        if (pressed.key !== 'Escape' || now === null) return
        pressed.preventDefault()
        leave()
      },
      { signal, capture: true }
    )
  }
  return [drag, start]
}

/** The head whose middle lies right of the pointer, or null. */
function columnAt(head: HTMLElement, x: number): ColumnId | null {
  const heads = [...(head.parentElement?.querySelectorAll<HTMLElement>('[data-head]') ?? [])]
  const next = heads.find((other) => {
    const { left, width } = other.getBoundingClientRect()
    return x < left + width / 2
  })
  const id = next?.dataset['head']
  return isColumnId(id) ? id : null
}

import { startTransition, useCallback, useState } from 'react'

/** How far beyond the edge of the table a cell is made ready at once. */
const margin = '700px'
/** More cells than this are made ready only as they come near: all of them would weigh too much. */
const mostAtLeisure = 900

const observers = new WeakMap<Element, IntersectionObserver>()
const waiting = new Map<Element, () => void>()
let isAtLeisure = false

/**
 * Whether an element has come near to what its scrolling pane shows; it stays so. A cell that has not
 * holds its words as plain text: the browser's own find, a screen reader and the count of rows and
 * columns lose nothing, and a table opens at once. While nothing else is to be done the others are made
 * ready a few at a time, so that scrolling meets cells that need only be painted.
 */
export function useNear(pane: string): [isNear: boolean, ref: (element: HTMLElement | null) => (() => void) | undefined] {
  const [isNear, setNear] = useState(false)
  const ref = useCallback(
    (element: HTMLElement | null) => {
      const root = element?.closest(pane)
      if (element === null || root === null || root === undefined) return undefined
      waiting.set(element, () => setNear(true))
      const observer = observerOf(root)
      observer.observe(element)
      workAtLeisure()
      return () => {
        observer.unobserve(element)
        waiting.delete(element)
      }
    },
    [pane]
  )
  return [isNear, ref]
}

function observerOf(root: Element): IntersectionObserver {
  const known = observers.get(root)
  if (known !== undefined) return known
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) if (isIntersecting) makeReady(target)
    },
    { root, rootMargin: margin }
  )
  observers.set(root, observer)
  return observer
}

function makeReady(element: Element): void {
  const ready = waiting.get(element)
  waiting.delete(element)
  ready?.()
}

/** One cell for each spare moment: a frame is never made to wait for it. */
function workAtLeisure(): void {
  if (isAtLeisure) return
  isAtLeisure = true
  requestIdleCallback(function next(deadline) {
    const [element] = waiting.keys()
    if (element === undefined || waiting.size > mostAtLeisure) {
      isAtLeisure = false
      return
    }
    if (deadline.timeRemaining() > 8) startTransition(() => makeReady(element))
    requestIdleCallback(next)
  })
}

import { useCallback, useState } from 'react'

/** How far beyond the edge of the table a cell is made ready. */
const margin = '700px'

const observers = new WeakMap<Element, IntersectionObserver>()
const listeners = new WeakMap<Element, (isNear: boolean) => void>()

/**
 * Whether an element is in sight of its scrolling pane, or nearly. Cells far away hold their words as
 * plain text: the browser's own find, a screen reader and the count of rows and columns lose nothing,
 * and a table of two thousand cells costs what two dozen cost.
 */
export function useNear(pane: string): [isNear: boolean, ref: (element: HTMLElement | null) => (() => void) | undefined] {
  const [isNear, setNear] = useState(false)
  const ref = useCallback(
    (element: HTMLElement | null) => {
      const root = element?.closest(pane)
      if (element === null || root === null || root === undefined) return undefined
      const observer = observerOf(root)
      listeners.set(element, setNear)
      observer.observe(element)
      return () => observer.unobserve(element)
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
      for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting)
    },
    { root, rootMargin: margin }
  )
  observers.set(root, observer)
  return observer
}

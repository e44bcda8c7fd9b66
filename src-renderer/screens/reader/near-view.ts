import { useCallback, useState } from 'react'

/** Whether an element is in its scrolling pane (`data-scroller`) or less than a pane's height away from it. */
export function useNearView(): [isNear: boolean, ref: (element: HTMLElement | null) => (() => void) | undefined] {
  const [isNear, setNear] = useState(false)
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? false), {
      root: element.closest('[data-scroller]'),
      rootMargin: '100% 0px'
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [isNear, ref]
}

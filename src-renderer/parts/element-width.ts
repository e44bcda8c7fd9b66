import { useCallback, useRef, useState } from 'react'

/** Width of an element in CSS pixels, rounded down to `step` so that a drag does not render at every pixel. */
export function useElementWidth(step: number): [width: number, ref: (element: HTMLElement | null) => void] {
  const [width, setWidth] = useState(0)
  const observer = useRef<ResizeObserver | null>(null)
  const ref = useCallback(
    (element: HTMLElement | null) => {
      observer.current?.disconnect()
      observer.current = null
      if (element === null) return
      observer.current = new ResizeObserver(([entry]) => {
        if (entry !== undefined) setWidth(Math.floor(entry.contentRect.width / step) * step)
      })
      observer.current.observe(element)
    },
    [step]
  )
  return [width, ref]
}

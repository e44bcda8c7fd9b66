import { useCallback, useRef, useState } from 'react'

type Measured = [size: number, ref: (element: HTMLElement | null) => void]

/** Width of an element in CSS pixels, rounded down to `step`, so that a drag does not render at every pixel. */
export const useElementWidth = (step: number): Measured => useElementSize('width', step)

/** Height, likewise. */
export const useElementHeight = (step: number): Measured => useElementSize('height', step)

function useElementSize(side: 'width' | 'height', step: number): Measured {
  const [size, setSize] = useState(0)
  const observer = useRef<ResizeObserver | null>(null)
  const ref = useCallback(
    (element: HTMLElement | null) => {
      observer.current?.disconnect()
      observer.current = null
      if (element === null) return
      observer.current = new ResizeObserver(([entry]) => {
        if (entry !== undefined) setSize(Math.floor(entry.contentRect[side] / step) * step)
      })
      observer.current.observe(element)
    },
    [side, step]
  )
  return [size, ref]
}

const listeners = new WeakMap<Element, (height: number) => void>()

// one for all: an observer of its own for each cell would be called for each
const observer = new ResizeObserver((entries) => {
  for (const { target, borderBoxSize } of entries) listeners.get(target)?.(borderBoxSize[0]?.blockSize ?? 0)
})

/** Tells the height of an element, now and whenever it is another. @returns stops */
export function followHeight(element: Element | null, listener: (height: number) => void): (() => void) | undefined {
  if (element === null) return undefined
  listeners.set(element, listener)
  observer.observe(element)
  return () => {
    observer.unobserve(element)
    listeners.delete(element)
  }
}

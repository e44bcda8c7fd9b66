import { useState, type KeyboardEventHandler, type ReactNode } from 'react'
import { useElementHeight } from './element-size.ts'

interface LongListProps<T> {
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  /** Height of every item, in CSS pixels. */
  readonly itemHeight: number
  readonly className: string
  readonly onKeyDown?: KeyboardEventHandler<HTMLElement>
  readonly children: (item: T) => ReactNode
}

const beyond = 6

/** A list of items of one height; only those in sight and a few around them are on the page. */
export function LongList<T>({ items, keyOf, itemHeight, className, onKeyDown, children }: LongListProps<T>) {
  const [height, measure] = useElementHeight(itemHeight)
  const [top, setTop] = useState(0)
  const first = Math.max(0, top - beyond)
  const last = Math.min(items.length, top + Math.ceil(height / itemHeight) + 1 + beyond)
  return (
    <div
      className={className}
      ref={measure}
      onKeyDown={onKeyDown}
      onScroll={(event) => setTop(Math.floor(event.currentTarget.scrollTop / itemHeight))}
    >
      <ul style={{ height: items.length * itemHeight }}>
        {items.slice(first, last).map((item, offset) => {
          const index = first + offset
          return (
            <li
              key={keyOf(item)}
              data-index={index}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${index * itemHeight}px)`, height: itemHeight }}
            >
              {children(item)}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

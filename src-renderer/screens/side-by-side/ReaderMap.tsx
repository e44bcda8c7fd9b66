import { memo, useRef, type PointerEvent } from 'react'
import { useWords } from '../../use-words.ts'
import type { ColumnText, Entry } from './reading.ts'

interface ReaderMapProps {
  readonly index: number
  readonly name: string
  readonly of: ColumnText
  readonly entries: readonly Entry[]
  readonly onScroll: (column: number, share: number) => void
}

/** A column at one glance: its blocks in their colours, and what of it is in sight. A click goes there, the frame can be dragged. */
export const ReaderMap = memo(function ReaderMap({ index, name, of, entries, onScroll }: ReaderMapProps) {
  const words = useWords()
  const grip = useRef<number | null>(null)
  const shareAt = (event: PointerEvent<HTMLElement>): number => {
    const box = event.currentTarget.getBoundingClientRect()
    return (event.clientY - box.top) / box.height
  }
  const down = (event: PointerEvent<HTMLElement>): void => {
    const view = event.currentTarget.querySelector<HTMLElement>('[data-view]')
    if (view === null || event.button !== 0) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    const box = event.currentTarget.getBoundingClientRect()
    const frame = view.getBoundingClientRect()
    const isOnFrame = event.clientY >= frame.top && event.clientY <= frame.bottom
    grip.current = isOnFrame ? (event.clientY - frame.top) / box.height : frame.height / box.height / 4
    if (!isOnFrame) onScroll(index, shareAt(event) - grip.current)
  }
  return (
    <div
      className="reader-map"
      data-map={index}
      role="scrollbar"
      aria-label={words.readerView.map(name)}
      aria-controls={`reader-column-${index}`}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={0}
      onPointerDown={down}
      onPointerMove={(event) => grip.current !== null && onScroll(index, shareAt(event) - grip.current)}
      onPointerUp={() => (grip.current = null)}
      onPointerCancel={() => (grip.current = null)}
    >
      {entries.map((entry) => {
        const theme = entry.kind === 'block' ? of.blocks[entry.block]!.theme : null
        return (
          <i
            key={entry.key}
            data-of={entry.key}
            data-units={entry.kind === 'block' ? entry.unit : undefined}
            className={`of-${entry.kind}`}
            style={{ '--c': theme === null ? undefined : `var(--theme-${theme})` }}
          />
        )
      })}
      <u data-view />
    </div>
  )
})

import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import type { Phrase } from '#core/phrases/phrases.ts'
import { dateLabel, number } from '../../language/labels.ts'
import { mostOnPaper, useIsPrinting } from '../../state/printing.ts'
import { useWords } from '../../use-words.ts'

interface PhraseListProps {
  readonly phrases: readonly Phrase[]
  /** Of the reports, by id. */
  readonly names: ReadonlyMap<string, string>
  /** The text of the phrase that is looked at. */
  readonly looked: string | null
  readonly onLook: (text: string) => void
}

const rowHeight = 34
const headHeight = 30

/** The phrases, most used first; rows in sight alone are on the page. */
export function PhraseList({ phrases, names, looked, onLook }: PhraseListProps) {
  const words = useWords()
  const w = words.phrases
  const scroller = useRef<HTMLDivElement>(null)
  const at = Math.max(0, phrases.findIndex(({ text }) => text === looked))
  // eslint-disable-next-line react-hooks/incompatible-library -- the window is built without the compiler that would keep its answers
  const virtual = useVirtualizer<HTMLDivElement, Element>({ count: phrases.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 8, scrollMargin: headHeight, scrollPaddingStart: headHeight, initialRect: { width: innerWidth, height: innerHeight } })
  const go = (to: number): void => {
    flushSync(() => {
      onLook(phrases[to]!.text)
      virtual.scrollToIndex(to, { align: 'auto' })
    })
    scroller.current?.querySelector<HTMLElement>(`[data-at="${to}"]`)?.focus({ preventScroll: true })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter') {
      document.querySelector<HTMLElement>('.phrases-detail .phrases-place')?.focus()
      event.preventDefault()
      return
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2)
    const to = { ArrowDown: at + (looked === null ? 0 : 1), ArrowUp: at - 1, Home: 0, End: phrases.length - 1, PageDown: at + page, PageUp: at - page }[event.key]
    if (to === undefined) return
    event.preventDefault()
    go(Math.min(phrases.length - 1, Math.max(0, to)))
  }
  const isPrinting = useIsPrinting()
  const drawn = isPrinting ? phrases.slice(0, mostOnPaper).map((_, index) => index) : virtual.getVirtualItems().map(({ index }) => index)
  const rows = drawn.includes(at) || phrases.length === 0 ? drawn : [...drawn, at].sort((a, b) => a - b)
  return (
    <div className="phrases-scroll" ref={scroller}>
      <div role="grid" className="phrases-grid" aria-label={w.name} aria-rowcount={phrases.length + 1} onKeyDown={onKeyDown}>
        <div role="row" aria-rowindex={1} className="phrases-row phrases-head">
          <span role="columnheader">{w.heads.phrase}</span>
          <span role="columnheader" className="number">{w.heads.reports}</span>
          <span role="columnheader" className="number">{w.heads.count}</span>
          <span role="columnheader">{w.heads.since}</span>
        </div>
        <div role="rowgroup" className="phrases-rows" style={{ height: phrases.length * rowHeight }}>
          {rows.map((index) => {
            const { text, origins, users, count, since } = phrases[index]!
            return (
              <div
                key={text}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={text === looked}
                tabIndex={index === at ? 0 : -1}
                data-at={index}
                className="phrases-row"
                style={{ transform: `translateY(${index * rowHeight}px)` }}
                onClick={() => onLook(text)}
                onFocus={() => onLook(text)}
              >
                <span role="rowheader" title={text}>
                  <b>{text}</b>
                  <small className={origins.includes('own') ? 'hand' : undefined}>{w.origins[origins[0]!]}</small>
                </span>
                <span role="gridcell" className="number">{number(users.length)}</span>
                <span role="gridcell" className="number">{number(count)}</span>
                <span role="gridcell">{since === null ? <i className="nothing">{w.noYear}</i> : w.since(names.get(since.report) ?? '', dateLabel(since.date, words).text)}</span>
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

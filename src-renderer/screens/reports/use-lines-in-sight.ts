import { useVirtualizer, type Range, type Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useState, type RefObject } from 'react'
import { mostOnPaper, useIsPrinting } from '../../state/printing.ts'
import { useTableView } from './reports-state.ts'
import type { TableLines } from './use-table-lines.ts'

export const headHeight = 32
export const lineHeight = 40
const groupHeight = 30
const linesBeyond = 8
/** Longer than a frame. */
const afterFirstMs = 50
/** What stands above and below the table in a wide window: lines are drawn before it has been measured. */
const aroundTable = 153

/** Which lines are drawn: those in sight, a few around them, and the one that the keyboard is at. */
export function useLinesInSight(scroller: RefObject<HTMLDivElement | null>, { lines }: TableLines, activeLine: number): Virtualizer<HTMLDivElement, Element> {
  const isSeen = useSeen()
  const isPrinting = useIsPrinting()
  // another function would make it reckon all lines again
  const getItemKey = useCallback(
    (index: number) => {
      const line = lines[index]
      // by its place, not by its report: sorted otherwise, a line on the page gets other words, and no new one is made
      return line?.kind === 'group' ? `group ${line.key}` : index
    },
    [lines]
  )
  // eslint-disable-next-line react-hooks/incompatible-library -- the window is built without the compiler that would keep its answers
  return useVirtualizer<HTMLDivElement, Element>({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'group' ? groupHeight : lineHeight),
    getItemKey,
    overscan: isSeen ? linesBeyond : 0,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    // else a first drawing without lines would be laid out only to measure it
    initialRect: { width: innerWidth, height: Math.max(0, innerHeight - aroundTable) },
    initialOffset: () => useTableView.getState().scroll,
    // a screen reader would lose the line it is at while the mouse scrolls on
    rangeExtractor: (range) => (isPrinting ? Array.from({ length: Math.min(range.count, mostOnPaper) }, (_, index) => index) : withLine(range, activeLine - 1))
  })
}

/** Whether the first drawing is on the screen: what is out of sight must not keep it waiting. */
function useSeen(): boolean {
  const [isSeen, setSeen] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSeen(true), afterFirstMs)
    return () => clearTimeout(timer)
  }, [])
  return isSeen
}

/** The lines in sight and the active one, in order. */
function withLine({ startIndex, endIndex, overscan, count }: Range, line: number): number[] {
  const first = Math.max(0, startIndex - overscan)
  const last = Math.min(count - 1, endIndex + overscan)
  const range = Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n)
  if (line < 0 || line >= count || (line >= first && line <= last)) return range
  return line < first ? [line, ...range] : [...range, line]
}

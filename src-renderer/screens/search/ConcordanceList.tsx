import { useCallback, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import type { ConcordanceLine } from '#core/contract/search-calls.ts'
import type { ReportSummary } from '#core/contract/calls.ts'
import { number } from '../../language/labels.ts'
import { useElementHeight } from '../../parts/element-size.ts'
import { openPlace } from '../../routes.ts'
import { keepQuery, markFound, search, useSearching } from '../../state/searching.ts'
import { offerHand, type HandTool } from '../../state/hand.ts'
import { selectedWords, wordsOfRun } from '../../text-view/selected-words.ts'
import { useWords } from '../../use-words.ts'
import { mostOnPaper, useIsPrinting } from '../../state/printing.ts'
import { mostRows } from './asked.ts'
import { ConcordanceRow } from './ConcordanceRow.tsx'
import type { Chosen } from './chosen-lines.ts'
import type { ShownPage } from './use-concordance.ts'

interface ConcordanceListProps {
  readonly shown: ShownPage
  readonly reports: ReadonlyMap<string, ReportSummary>
  readonly chosen: Chosen
  readonly onCopy: () => void
}

const rowHeight = 28
const beyond = 8

/** Every place of the word, one line each, the word in the middle. Only the lines in sight are on the page. */
export function ConcordanceList({ shown, reports, chosen, onCopy }: ConcordanceListProps) {
  const words = useWords()
  const count = Math.min(shown.page.total, mostRows)
  const scroller = useRef<HTMLDivElement>(null)
  const [height, measure] = useElementHeight(rowHeight)
  const [start] = useState(() => useSearching.getState().line)
  const [top, setTop] = useState(start)
  const [current, setCurrent] = useState(start)
  const attach = useCallback(
    (element: HTMLDivElement | null) => {
      scroller.current = element
      measure(element)
      if (element !== null) element.scrollTop = start * rowHeight
    },
    [measure, start]
  )
  const at = Math.min(current, count - 1)
  const isPrinting = useIsPrinting()
  const inSight = Math.ceil(height / rowHeight) + 1
  const first = isPrinting ? 0 : Math.max(0, Math.min(top, count) - beyond)
  const last = Math.min(count, isPrinting ? mostOnPaper : top + inSight + beyond)

  const show = (index: number): void => {
    const element = scroller.current
    if (element === null) return
    const [from, to] = [index * rowHeight, (index + 1) * rowHeight]
    if (from < element.scrollTop) element.scrollTop = from
    else if (to > element.scrollTop + element.clientHeight) element.scrollTop = to - element.clientHeight
  }
  const open = (line: ConcordanceLine): void => {
    if (shown.input.part !== 'note') markFound(line.report, shown.input.query)
    keepQuery(shown.input.query)
    openPlace({ report: line.report, ...line.place, theme: null })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + inSight - 2, PageUp: at - inSight + 2, Home: 0, End: count - 1 }
    const next = steps[event.key]
    if (next !== undefined) {
      event.preventDefault()
      const to = Math.max(0, Math.min(count - 1, next))
      if (event.shiftKey) chosen.extend(at, to)
      setCurrent(to)
      show(to)
    } else if (event.key === ' ') {
      event.preventDefault()
      chosen.toggle(at)
    } else if (event.key === 'Enter') {
      document.getElementById(`line-${at}`)?.click()
    } else if (offersHand(event, at)) {
      event.preventDefault()
    } else if (event.key.toLowerCase() === 'c' && (event.ctrlKey || event.metaKey) && !isSelecting(scroller.current)) {
      event.preventDefault()
      if (chosen.lines.size === 0) chosen.toggle(at)
      onCopy()
    }
  }
  const point = (event: MouseEvent, index: number, line: ConcordanceLine | null): void => {
    scroller.current?.focus({ preventScroll: true })
    setCurrent(index)
    if (event.shiftKey) chosen.extend(at, index)
    else if (event.ctrlKey || event.metaKey) chosen.toggle(index)
    else if (line !== null && !isSelecting(scroller.current)) open(line)
  }
  return (
    <div
      className="concordance-lines"
      id="concordance"
      role="listbox"
      aria-multiselectable="true"
      aria-label={words.searching.lines}
      aria-activedescendant={count > 0 ? `line-${at}` : undefined}
      data-at="concordance"
      tabIndex={0}
      ref={attach}
      onKeyDown={onKeyDown}
      onScroll={(event) => {
        const line = Math.floor(event.currentTarget.scrollTop / rowHeight)
        if (line === top) return
        setTop(line)
        search({ line })
      }}
    >
      <div role="presentation" style={{ height: count * rowHeight }}>
        {Array.from({ length: Math.max(0, last - first) }, (_, offset) => first + offset).map((index) => (
          <ConcordanceRow
            key={index}
            shown={shown}
            index={index}
            count={count}
            top={index * rowHeight}
            reports={reports}
            isCurrent={index === at}
            isChosen={chosen.lines.has(index)}
            onPoint={point}
          />
        ))}
      </div>
      {shown.page.total > count && <p className="search-cut">{words.searching.cut(number(count))}</p>}
    </div>
  )
}

const handTools: Readonly<Record<string, HandTool>> = { h: 'highlight', g: 'tag', t: 'themes', n: 'note', l: 'link', r: 'reading' }

/** @returns whether it was a key of the hand, and the line has words of a reading text */
function offersHand({ key, altKey, ctrlKey, metaKey }: KeyboardEvent, index: number): boolean {
  const tool = handTools[key.toLowerCase()]
  const hit = document.querySelector<HTMLElement>(`#line-${index} mark`)
  const words = hit === null ? null : (selectedWords() ?? wordsOfRun(hit))
  if (tool === undefined || words === null || altKey || ctrlKey || metaKey) return false
  offerHand(words, { tool, near: words.near })
  return true
}

/** Words of the lines are selected with the mouse: they are to be copied as they are, and the click that ended it opens nothing. */
function isSelecting(list: HTMLElement | null): boolean {
  const selection = getSelection()
  return selection !== null && !selection.isCollapsed && list !== null && list.contains(selection.anchorNode)
}

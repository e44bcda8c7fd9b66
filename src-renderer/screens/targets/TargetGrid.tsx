import { useEffect, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { useElementHeight } from '../../parts/element-size.ts'
import { mostOnPaper, useIsPrinting } from '../../state/printing.ts'
import { headHeight, lineHeights, linesInSight, lineTops, scrollTo } from './line-places.ts'
import { GroupLine } from './GroupLine.tsx'
import { PlotLine } from './PlotLine.tsx'
import { HeadLine } from './HeadLine.tsx'
import { TargetLine } from './TargetLine.tsx'
import { dotsOf, type Line } from './target-groups.ts'
import { moveInTable, placeIn, readPlace, writePlace, type TablePlace } from './target-keys.ts'
import type { LabelGround } from './target-labels.ts'
import { correctTarget, openNext, openTarget } from './open-target.ts'
import type { TargetRow } from './target-rows.ts'
import { sortKeys, type Sorting } from './target-sort.ts'
import { foldGroup, noteScroll, sortTargets, useTargetView } from './target-state.ts'

interface TargetGridProps {
  readonly lines: readonly Line[]
  readonly sorting: Sorting | null
  readonly ground: LabelGround
  /** Whether all lines have come: a place further down can only be taken up again then. */
  readonly isWhole: boolean
  /** Changes with every other choice of lines, which is shown from its top. */
  readonly choice: unknown
  readonly onCopy: (row: TargetRow) => void
}

/** The table: only the lines in sight are on the page, each at its known place. */
export function TargetGrid({ lines, sorting, ground, isWhole, choice, onCopy }: TargetGridProps) {
  const grid = useRef<HTMLDivElement>(null)
  const [height, measure] = useElementHeight(20)
  const isPrinting = useIsPrinting()
  const [top, setTop] = useState(() => useTargetView.getState().scrollTop)
  const [place, setPlace] = useState<TablePlace>({ line: 0, column: 0 })
  const tops = useMemo(() => lineTops(lines), [lines])
  const active = placeIn(lines, place)
  useEffect(() => {
    if (grid.current !== null) grid.current.scrollTop = useTargetView.getState().scrollTop
  }, [choice, isWhole])
  const go = (to: TablePlace): void => {
    const element = grid.current
    if (element === null) return
    const wanted = to.line < 0 ? null : scrollTo(tops, to.line, { top: element.scrollTop, height: element.clientHeight })
    flushSync(() => {
      if (wanted !== null) setTop(wanted)
      setPlace(to)
    })
    if (wanted !== null) element.scrollTop = wanted
    const cell = element.querySelector<HTMLElement>(`[data-at="${writePlace(to)}"]`)
    cell?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (!(event.target instanceof HTMLElement) || event.altKey || event.shiftKey || event.target.dataset['at'] === undefined) return
    const jump = event.ctrlKey || event.metaKey
    const to = moveInTable(active, { key: event.key, jump, page: pageOf(height) }, lines)
    const line = lines[active.line]
    if (to !== null) go(to)
    else if (jump && event.key === 'c' && line?.kind === 'row' && getSelection()?.isCollapsed !== false) onCopy(line)
    else if (event.key.toLowerCase() === 'e' && !jump && line?.kind === 'row') correctTarget(line, event.target)
    else if (event.key === 'Enter' || event.key === ' ') act(line, active.column)
    else return
    event.preventDefault()
  }
  const onFocus = ({ target }: FocusEvent<HTMLElement>): void => {
    const at = target.closest<HTMLElement>('[data-at]')?.dataset['at']
    if (at !== undefined && at !== writePlace(active)) setPlace(readPlace(at))
  }
  return (
    <div className="targets-frame" ref={measure}>
    <div
      className="targets-grid"
      role="grid"
      aria-label={ground.words.targets.table}
      aria-rowcount={lines.length + 1}
      aria-colcount={sortKeys.length}
      aria-describedby="targets-keys"
      ref={grid}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onScroll={({ currentTarget }) => {
        setTop(currentTarget.scrollTop)
        if (isWhole) noteScroll(currentTarget.scrollTop)
      }}
    >
      <HeadLine sorting={sorting} active={active.line === -1 ? active.column : null} words={ground.words} />
      <div className="targets-lines" role="rowgroup" style={{ height: tops.at(-1) ?? 0 }}>
        {linesInSight(tops, isPrinting ? { top: 0, height: tops[mostOnPaper] ?? Infinity, active: active.line } : { top, height: Math.max(height, headHeight), active: active.line }).map((index) => {
          const line = lines[index]!
          const own = { index, top: tops[index]!, active: active.line === index ? active.column : null, ground }
          if (line.kind === 'group') return <GroupLine key={line.id} {...own} group={line.group} isFolded={line.isFolded} />
          if (line.kind === 'plot') return <PlotLine key={line.id} {...own} plot={line.plot} />
          return <TargetLine key={line.id} {...own} row={line} onCopy={onCopy} onCorrect={correctTarget} />
        })}
      </div>
    </div>
    </div>
  )
}

/** Lines that a page of the keyboard moves by. */
const pageOf = (height: number): number => Math.max(1, Math.floor((height - headHeight) / lineHeights.row) - 1)

function act(line: Line | undefined, column: number): void {
  if (line === undefined) sortTargets(sortKeys[column]!)
  else if (line.kind === 'group') foldGroup(line.group.key)
  else if (line.kind === 'row') openTarget(line)
  else openNext(dotsOf(line.plot)[column]!.rows)
}

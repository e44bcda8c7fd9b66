import { useState, type KeyboardEvent } from 'react'
import { PictureShapes } from '../../parts/PictureShapes.tsx'
import type { Shape } from '../../parts/picture.ts'
import { useWords } from '../../use-words.ts'
import { rankSizes, type PlacedLabel, type RankLayout } from './rank-layout.ts'
import { markSentence } from './rank-texts.ts'
import type { ThemeLine } from './theme-lines.ts'

interface RankChartProps {
  readonly layout: RankLayout
  readonly lines: readonly ThemeLine[]
  readonly ground: readonly Shape[]
  /** Of all lines, what lies on top last. */
  readonly shapes: readonly Shape[]
  /** Theme and its name for each line, in order. */
  readonly themes: readonly { readonly id: string; readonly name: string }[]
  /** Of the columns drawn. */
  readonly names: readonly string[]
  /** A mark leads to the source. */
  readonly onOpen: (line: number, column: number) => void
  /** A name leads to the quotations side by side. */
  readonly onTheme: (line: number) => void
}

/** Where the keyboard is: a line, and a column; before the first and after the last column stand the names. */
interface At {
  readonly line: number
  readonly column: number
}

/** The slope chart: themes as lines from column to column. The one pointed at is lit, the others step back. */
export function RankChart({ layout, lines, ground, shapes, themes, names, onOpen, onTheme }: RankChartProps) {
  const words = useWords()
  const w = words.figures.ranks
  const [active, setActive] = useState<At>({ line: 0, column: 0 })
  const [pointed, setPointed] = useState<number | null>(null)
  const columns = names.length
  const now = { line: Math.min(active.line, lines.length - 1), column: Math.min(active.column, columns) }
  const lit = pointed === null ? null : (themes[pointed]?.id ?? null)
  const choose = ({ line, column }: At): void => (column < 0 || column >= columns ? onTheme(line) : onOpen(line, column))
  const onKeyDown = (event: KeyboardEvent<SVGElement>): void => {
    const from = atOf(event.target)
    if (from === null || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      choose(from)
      return
    }
    const to = neighbour(layout, from, event.key)
    if (to === null) return
    event.preventDefault()
    event.currentTarget.querySelector<SVGElement>(`[data-at="${to.line}:${to.column}"]`)?.focus()
  }
  const button = (at: At, label: string) => ({
    role: 'button',
    'aria-label': label,
    'data-at': `${at.line}:${at.column}`,
    tabIndex: at.line === now.line && at.column === now.column ? 0 : -1,
    onClick: () => choose(at)
  })
  return (
    <svg
      className="rank-chart"
      width={layout.width}
      height={layout.height}
      role="group"
      aria-label={w.figure}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const at = atOf(event.target)
        if (at === null) return
        setActive(at)
        setPointed(at.line)
      }}
      onBlur={() => setPointed(null)}
      onPointerOver={(event) => setPointed(lineOf(event.target))}
      onPointerLeave={() => setPointed(null)}
    >
      <PictureShapes shapes={ground} />
      <PictureShapes shapes={shapes} lit={lit} />
      {layout.lines.map(({ marks, paths, left, right }, line) => {
        const name = themes[line]?.name ?? ''
        return (
          <g key={lines[line]!.row} data-line={line}>
            {paths.map(({ d }) => (
              <path key={d} d={d} className="rank-hit" onClick={() => onTheme(line)} />
            ))}
            {[left, ...(columns > 1 ? [right] : [])].map((label, side) => (
              <g key={side} {...button({ line, column: side === 0 ? -1 : columns }, w.toMatrix(name))}>
                <LabelArea label={label} isLeft={side === 0} layout={layout} />
              </g>
            ))}
            {marks.map(({ x, y, radius }, column) => {
              const mark = lines[line]!.marks[column]!
              return (
                <g key={column} {...button({ line, column }, w.mark(name, names[column] ?? '', markSentence(mark, words)))} aria-disabled={mark.rank === null || undefined}>
                  <circle cx={x} cy={y} r={Math.max(11, radius + 3)} className="rank-area" />
                </g>
              )
            })}
          </g>
        )
      })}
    </svg>
  )
}

/** The area of a name and its figures: as wide as the room of its side. */
function LabelArea({ label, isLeft, layout }: { readonly label: PlacedLabel; readonly isLeft: boolean; readonly layout: RankLayout }) {
  const [start, end] = isLeft ? [2, layout.x[0]! - 12] : [layout.x.at(-1)! + 12, layout.width - 2]
  return <rect x={start} y={label.y - rankSizes.row / 2 + 2} width={end - start} height={rankSizes.row - 4} rx="3" className="rank-area" />
}

function atOf(target: EventTarget): At | null {
  const at = target instanceof SVGElement ? target.dataset['at'] : undefined
  if (at === undefined) return null
  const [line, column] = at.split(':').map(Number)
  return { line: line ?? 0, column: column ?? 0 }
}

function lineOf(target: EventTarget): number | null {
  const line = target instanceof Element ? target.closest<SVGElement>('[data-line]')?.dataset['line'] : undefined
  return line === undefined ? null : Number(line)
}

/** Left and right along the line of a theme, at its ends to its names; up and down to the theme that stands next in the column. */
function neighbour({ lines, x }: RankLayout, { line, column }: At, key: string): At | null {
  const last = x.length > 1 ? x.length : x.length - 1
  const inColumn = Math.min(Math.max(column, 0), x.length - 1)
  const order = lines.map(({ marks }, index) => ({ index, y: marks[inColumn]!.y })).sort((a, b) => a.y - b.y)
  const place = order.findIndex(({ index }) => index === line)
  const beside = (to: number): At => ({ line: order[Math.min(order.length - 1, Math.max(0, to))]?.index ?? line, column })
  switch (key) {
    case 'ArrowLeft':
      return { line, column: Math.max(-1, column - 1) }
    case 'ArrowRight':
      return { line, column: Math.min(last, column + 1) }
    case 'ArrowUp':
      return beside(place - 1)
    case 'ArrowDown':
      return beside(place + 1)
    case 'Home':
      return beside(0)
    case 'End':
      return beside(order.length - 1)
    default:
      return null
  }
}

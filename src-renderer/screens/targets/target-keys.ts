import { sortKeys } from './target-sort.ts'
import { dotsOf, type Line } from './target-groups.ts'

/** A place in the table: line -1 holds the column headers. */
export interface TablePlace {
  readonly line: number
  readonly column: number
}

export interface TableKey {
  readonly key: string
  /** Ctrl or, on a Mac, Cmd. */
  readonly jump: boolean
  /** Lines that fit into the window. */
  readonly page: number
}

/** Where a key leads, or null for a key that does not move. */
export function moveInTable({ line, column }: TablePlace, { key, jump, page }: TableKey, lines: readonly Line[]): TablePlace | null {
  const last = lines.length - 1
  switch (key) {
    case 'ArrowUp':
      return placeIn(lines, { line: jump ? -1 : line - 1, column })
    case 'ArrowDown':
      return placeIn(lines, { line: jump ? last : line + 1, column })
    case 'PageUp':
      return placeIn(lines, { line: Math.max(Math.min(line, 0), line - page), column })
    case 'PageDown':
      return placeIn(lines, { line: line + page, column })
    case 'ArrowLeft':
      return placeIn(lines, { line, column: jump ? 0 : column - 1 })
    case 'ArrowRight':
      return placeIn(lines, { line, column: jump ? Infinity : column + 1 })
    case 'Home':
      return placeIn(lines, jump ? { line: Math.min(0, last), column: 0 } : { line, column: 0 })
    case 'End':
      return placeIn(lines, jump ? { line: last, column: Infinity } : { line, column: Infinity })
    default:
      return null
  }
}

/** The nearest place that there is. */
export function placeIn(lines: readonly Line[], { line, column }: TablePlace): TablePlace {
  const to = Math.min(Math.max(line, -1), lines.length - 1)
  return { line: to, column: Math.min(Math.max(column, 0), columnsOf(lines[to]) - 1) }
}

/** The head of a group is one cell; a plot has one for each dot. */
function columnsOf(line: Line | undefined): number {
  if (line?.kind === 'group') return 1
  return line?.kind === 'plot' ? dotsOf(line.plot).length : sortKeys.length
}

export const writePlace = ({ line, column }: TablePlace): string => `${line}:${column}`

export function readPlace(text: string): TablePlace {
  const [line, column] = text.split(':').map(Number)
  return { line: line ?? 0, column: column ?? 0 }
}

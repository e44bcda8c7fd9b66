/** A cell of the table: line 0 holds the heads; column 0 the boxes. */
export interface Active {
  readonly line: number
  readonly column: number
}

export interface TableShape {
  /** Lines below the heads. */
  readonly lines: number
  /** Columns, that of the boxes counted. */
  readonly columns: number
  /** Lines that fit into sight. */
  readonly page: number
}

interface Pressed {
  readonly key: string
  /** Ctrl or, on a Mac, Cmd. */
  readonly jump: boolean
}

/** Where a key leads from a cell, or null for a key that does not move. */
export function moveInTable(from: Active, { key, jump }: Pressed, shape: TableShape): Active | null {
  const to = step(from, { key, jump }, shape)
  if (to === null) return null
  return { line: clamp(to.line, shape.lines), column: clamp(to.column, shape.columns - 1) }
}

const clamp = (value: number, most: number): number => Math.max(0, Math.min(value, most))

function step({ line, column }: Active, { key, jump }: Pressed, { lines, columns, page }: TableShape): Active | null {
  switch (key) {
    case 'ArrowUp':
      return { line: jump ? Math.min(1, lines) : line - 1, column }
    case 'ArrowDown':
      return { line: jump ? lines : line + 1, column }
    case 'ArrowLeft':
      return { line, column: jump ? 0 : column - 1 }
    case 'ArrowRight':
      return { line, column: jump ? columns - 1 : column + 1 }
    case 'PageUp':
      return { line: Math.max(Math.min(1, lines), line - page), column }
    case 'PageDown':
      return { line: line + page, column }
    case 'Home':
      return { line: jump ? Math.min(1, lines) : line, column: 0 }
    case 'End':
      return { line: jump ? lines : line, column: columns - 1 }
    default:
      return null
  }
}

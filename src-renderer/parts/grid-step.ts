/** A place in a table: row 0 holds the column headers, column 0 the row headers. */
export interface Step {
  readonly row: number
  readonly column: number
}

/** Where a key leads in a table whose last row and column are given; null for a key that does not move. */
export function stepInGrid(from: Step, { key, isFar }: { readonly key: string; readonly isFar: boolean }, last: Step): Step | null {
  const to = target(from, { key, isFar }, last)
  return to === null ? null : clampStep(to, last)
}

export const clampStep = ({ row, column }: Step, last: Step): Step => ({
  row: Math.min(Math.max(row, 0), last.row),
  column: Math.min(Math.max(column, 0), last.column)
})

function target(from: Step, { key, isFar }: { readonly key: string; readonly isFar: boolean }, last: Step): Step | null {
  switch (key) {
    case 'ArrowUp':
      return { ...from, row: isFar ? 1 : from.row - 1 }
    case 'ArrowDown':
      return { ...from, row: isFar ? last.row : from.row + 1 }
    case 'ArrowLeft':
      return { ...from, column: isFar ? 1 : from.column - 1 }
    case 'ArrowRight':
      return { ...from, column: isFar ? last.column : from.column + 1 }
    case 'Home':
      return { row: isFar ? 1 : from.row, column: 1 }
    case 'End':
      return { row: isFar ? last.row : from.row, column: last.column }
    default:
      return null
  }
}

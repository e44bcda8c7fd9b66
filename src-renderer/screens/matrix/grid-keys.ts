/** A place in the table: row 0 holds the column headers, column 0 the row headers. */
export interface GridPlace {
  readonly row: number
  readonly column: number
}

export interface GridShape {
  /** Rows and columns, headers not counted. */
  readonly rows: number
  readonly columns: number
  /** Whether a cell has text. */
  readonly isFilled: (place: GridPlace) => boolean
}

export interface GridKey {
  readonly key: string
  /** Ctrl or, on a Mac, Cmd. */
  readonly jump: boolean
}

const steps: Readonly<Record<string, GridPlace>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 }
}

/** Where a key leads from a place, or null for a key that does not move. */
export function moveInGrid(from: GridPlace, { key, jump }: GridKey, shape: GridShape): GridPlace | null {
  if (key === 'Home') return { row: jump ? Math.min(1, shape.rows) : from.row, column: Math.min(1, shape.columns) }
  if (key === 'End') return { row: jump ? shape.rows : from.row, column: shape.columns }
  const step = steps[key]
  if (step === undefined) return null
  return jump ? nextFilled(from, step, shape) : clamp({ row: from.row + step.row, column: from.column + step.column }, shape)
}

function nextFilled(from: GridPlace, step: GridPlace, shape: GridShape): GridPlace {
  let place = { row: from.row + step.row, column: from.column + step.column }
  while (place.row >= 1 && place.row <= shape.rows && place.column >= 1 && place.column <= shape.columns) {
    if (shape.isFilled(place)) return place
    place = { row: place.row + step.row, column: place.column + step.column }
  }
  return from
}

const clamp = ({ row, column }: GridPlace, shape: GridShape): GridPlace => ({
  row: Math.min(Math.max(row, 0), shape.rows),
  column: Math.min(Math.max(column, 0), shape.columns)
})

export const writePlace = ({ row, column }: GridPlace): string => `${row}:${column}`

export function readPlace(text: string): GridPlace {
  const [row, column] = text.split(':').map(Number)
  return { row: row ?? 0, column: column ?? 0 }
}

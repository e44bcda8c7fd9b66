import type { Cell, Column, Row } from '#core/compare/comparison.ts'

export const measures = ['passages', 'characters', 'share', 'perThousand', 'rank'] as const

export type Measure = (typeof measures)[number]

/** The value of a cell in a measure; null where it has none (the rank of an absent theme). */
function valueOf(cell: Cell, column: Column, measure: Measure): number | null {
  switch (measure) {
    case 'passages':
      return cell.passages.length
    case 'characters':
      return cell.characters
    case 'share':
      return cell.share
    case 'perThousand':
      return column.characters === 0 ? 0 : (cell.passages.length / column.characters) * 1000
    case 'rank':
      return cell.rank
  }
}

/**
 * A row over all its columns: counts add up, shares and rates are of the characters of all columns
 * together, ranks are not added (null).
 */
export function totalOfRow(row: Row, columns: readonly Column[], measure: Measure): number | null {
  const characters = columns.reduce((sum, column) => sum + column.characters, 0)
  const sum = (pick: (cell: Cell) => number): number => row.cells.reduce((total, cell) => total + pick(cell), 0)
  switch (measure) {
    case 'passages':
      return sum((cell) => cell.passages.length)
    case 'characters':
      return sum((cell) => cell.characters)
    case 'share':
      return characters === 0 ? 0 : sum((cell) => cell.characters) / characters
    case 'perThousand':
      return characters === 0 ? 0 : (sum((cell) => cell.passages.length) / characters) * 1000
    case 'rank':
      return null
  }
}

export interface CountRow {
  readonly row: Row
  readonly values: readonly (number | null)[]
  readonly total: number | null
  /** First column less second, where there are exactly two; else null. */
  readonly difference: number | null
}

export function countRows(rows: readonly Row[], columns: readonly Column[], measure: Measure): CountRow[] {
  return rows.map((row) => {
    const values = row.cells.map((cell, index) => {
      const column = columns[index]
      return column === undefined ? null : valueOf(cell, column, measure)
    })
    const [a, b] = values
    const isPair = columns.length === 2 && typeof a === 'number' && typeof b === 'number'
    return { row, values, total: totalOfRow(row, columns, measure), difference: isPair ? a - b : null }
  })
}

/** By which the rows are ordered: a column by its index, the total, the difference, or the codebook's own order. */
export type SortKey = number | 'total' | 'difference' | 'theme'

export interface Sorting {
  readonly key: SortKey
  readonly descending: boolean
}

/** Rows without a value come last either way; equal rows keep the codebook's order. */
export function sortRows(rows: readonly CountRow[], { key, descending }: Sorting): CountRow[] {
  if (key === 'theme') return descending ? [...rows].reverse() : [...rows]
  const value = (row: CountRow): number | null =>
    key === 'total' ? row.total : key === 'difference' ? row.difference : (row.values[key] ?? null)
  return [...rows].sort((x, y) => {
    const a = value(x)
    const b = value(y)
    if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0)
    return descending ? b - a : a - b
  })
}

/** 0..5: how dark a value is drawn, against the greatest of the table. Ranks run the other way: first is darkest. */
export function heatOf(value: number | null, values: readonly (number | null)[], measure: Measure): number {
  if (value === null || value === 0) return 0
  const known = values.filter((other) => other !== null)
  const most = Math.max(...known)
  if (most === 0) return 0
  const strength = measure === 'rank' ? (most - value + 1) / most : value / most
  return Math.max(1, Math.ceil(strength * 5))
}

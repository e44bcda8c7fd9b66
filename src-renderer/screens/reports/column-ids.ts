/** The columns of the table, in the order they have at first. */
export const columnIds = ['province', 'level', 'date', 'title', 'meeting', 'issuer', 'characters', 'themes', 'notes', 'source'] as const

export type ColumnId = (typeof columnIds)[number]

export const isColumnId = (value: unknown): value is ColumnId => (columnIds as readonly unknown[]).includes(value)

/** Width at first, in CSS pixels. */
export const columnWidths: Readonly<Record<ColumnId, number>> = {
  province: 112,
  level: 76,
  date: 112,
  title: 280,
  meeting: 170,
  issuer: 150,
  characters: 88,
  themes: 150,
  notes: 64,
  source: 200
}

/** Puts a column one place to the left or right; at the edge it stays. */
export function movedColumn(order: readonly ColumnId[], column: ColumnId, step: -1 | 1): readonly ColumnId[] {
  const from = order.indexOf(column)
  const to = from + step
  if (from < 0 || to < 0 || to >= order.length) return order
  const moved = [...order]
  moved.splice(from, 1)
  moved.splice(to, 0, column)
  return moved
}

/** A saved order brought up to date: columns it does not know come at the end, unknown names go. */
export function wholeOrder(saved: readonly unknown[]): readonly ColumnId[] {
  const known = [...new Set(saved.filter(isColumnId))]
  return [...known, ...columnIds.filter((id) => !known.includes(id))]
}

/** The columns of the table, in the order they have at first. */
export const columnIds = ['province', 'level', 'date', 'title', 'meeting', 'issuer', 'characters', 'themes', 'notes', 'review', 'source'] as const

export type ColumnId = (typeof columnIds)[number]

export const isColumnId = (value: unknown): value is ColumnId => (columnIds as readonly unknown[]).includes(value)

/** Width at first, in CSS pixels. Together with the boxes, those shown at first fit a window of 1280 with the rail open. */
export const columnWidths: Readonly<Record<ColumnId, number>> = {
  province: 132,
  level: 72,
  date: 104,
  title: 198,
  meeting: 124,
  issuer: 150,
  characters: 84,
  themes: 124,
  notes: 58,
  review: 128,
  source: 112
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

/** Puts a column before another one, or at the end. */
export function placedColumn(order: readonly ColumnId[], column: ColumnId, before: ColumnId | null): readonly ColumnId[] {
  if (before === column) return order
  const others = order.filter((other) => other !== column)
  const at = before === null ? others.length : others.indexOf(before)
  return [...others.slice(0, at), column, ...others.slice(at)]
}

/** A saved order brought up to date: columns it does not know come at the end, unknown names go. */
export function wholeOrder(saved: readonly unknown[]): readonly ColumnId[] {
  const known = [...new Set(saved.filter(isColumnId))]
  return [...known, ...columnIds.filter((id) => !known.includes(id))]
}

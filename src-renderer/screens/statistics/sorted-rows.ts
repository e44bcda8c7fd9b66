import { cellText, type TableCell, type TableRow } from '#core/table/table.ts'

export interface Sorting {
  readonly column: number
  readonly descending: boolean
}

/** Places of the rows in the order to be shown; null: as they came. Numbers by size, what says nothing last. */
export function rowOrder(rows: readonly TableRow[], sorting: Sorting | null, collate: (a: string, b: string) => number): number[] {
  const order = rows.map((_, index) => index)
  if (sorting === null) return order
  const sign = sorting.descending ? -1 : 1
  const of = (index: number): TableCell => rows[index]!.cells[sorting.column] ?? null
  return order.sort((a, b) => {
    const [one, other] = [of(a), of(b)]
    if (one === null || other === null) return one === other ? a - b : one === null ? 1 : -1
    const difference = typeof one === 'number' && typeof other === 'number' ? one - other : collate(cellText(one, 'text'), cellText(other, 'text'))
    return sign * difference || a - b
  })
}

/** Numbers most first, texts least first; again turns it round, a third time back to how it came. */
export function nextSorting(sorting: Sorting | null, column: number, isText: boolean): Sorting | null {
  const first = !isText
  if (sorting?.column !== column) return { column, descending: first }
  return sorting.descending === first ? { column, descending: !first } : null
}

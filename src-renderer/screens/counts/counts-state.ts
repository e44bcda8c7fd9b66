import { keptStore, savedOneOf, savedRecord } from '../../state/kept.ts'
import { bases, measures, type CountsForm } from './measures.ts'

export interface CountsState extends CountsForm {
  readonly heat: boolean
  /** Where the keyboard is: row and column as shown, 0 the headers. */
  readonly row: number
  readonly column: number
}

const initial: CountsState = {
  measure: 'share',
  base: 'none',
  heat: true,
  isTransposed: false,
  hidesEmpty: false,
  sorting: { key: 'order', descending: false },
  row: 1,
  column: 1
}

export const useCounts = keptStore<CountsState>('counts', initial, (saved) => ({
  measure: savedOneOf(saved['measure'], measures, initial.measure),
  base: savedOneOf(saved['base'], bases, initial.base),
  heat: saved['heat'] !== false,
  isTransposed: saved['isTransposed'] === true,
  hidesEmpty: saved['hidesEmpty'] === true,
  sorting: savedSorting(saved['sorting']),
  row: savedIndex(saved['row']),
  column: savedIndex(saved['column'])
}))

const savedIndex = (value: unknown): number => (Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : 1)

function savedSorting(value: unknown): CountsForm['sorting'] {
  const { key, descending } = savedRecord(value)
  return typeof key === 'string' ? { key, descending: descending === true } : initial.sorting
}

export const setCounts = (change: Partial<CountsState>): void => useCounts.setState(change)

/** Rows and columns change places; what they were sorted by is a row now. */
export const transposeCounts = (): void =>
  useCounts.setState(({ isTransposed, row, column }) => ({ isTransposed: !isTransposed, row: column, column: row, sorting: initial.sorting }))

/** By this column, most first; ranks, whose first is the least, the other way; again turns it round, a third time back to the given order. */
export const sortCounts = (key: string): void =>
  useCounts.setState(({ sorting, measure }) => {
    const first = key !== 'order' && measure !== 'rank'
    if (sorting.key !== key) return { sorting: { key, descending: first } }
    return sorting.descending === first ? { sorting: { key, descending: !first } } : { sorting: initial.sorting }
  })

import type { ListedField } from '#core/contract/edit-calls.ts'
import type { ColumnId } from './column-ids.ts'

/** The field that a cell of this column corrects, or null for what is counted and not read. */
export function fieldOfColumn(column: ColumnId): ListedField | null {
  switch (column) {
    case 'province':
    case 'level':
      return 'jurisdiction'
    case 'date':
    case 'title':
    case 'meeting':
    case 'issuer':
      return column
    default:
      return null
  }
}

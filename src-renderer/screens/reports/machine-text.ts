import type { MachineReading } from '#core/contract/calls.ts'
import type { ListedField } from '#core/contract/edit-calls.ts'
import { dateLabel, jurisdictionName, type Tongue } from '../../language/labels.ts'
import type { ColumnId } from './column-ids.ts'

/** A field in words, as it holds of a report or as the machine read it; null where that says nothing. */
export function fieldText(of: MachineReading, field: ListedField, { language, words }: Tongue): string | null {
  const [place, date] = [of.jurisdiction ?? null, of.date ?? null]
  if (field === 'jurisdiction') return place === null ? null : jurisdictionName(place, language, words)
  if (field === 'date') return date === null ? null : dateLabel(date, words).text
  return of[field] ?? null
}

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

import type { MachineReading, ReportSummary } from '#core/contract/calls.ts'
import type { CorrectedField } from '#core/contract/edit-calls.ts'
import type { Jurisdiction, ReportDate } from '#core/report/report.ts'
import { dateLabel, jurisdictionName } from '../../language/labels.ts'
import type { Language } from '../../language/provinces.ts'
import type { Words } from '../../language/zh.ts'
import type { ColumnId } from './column-ids.ts'

interface Tongue {
  readonly language: Language
  readonly words: Words
}

/** What the machine read of a corrected field, in words; null where it read nothing. */
export function machineText(machine: MachineReading, field: CorrectedField, tongue: Tongue): string | null {
  if (field === 'jurisdiction') return placeText(machine.jurisdiction ?? null, tongue)
  if (field === 'date') return dateText(machine.date ?? null, tongue)
  return machine[field] ?? null
}

/** What holds, in words; null where the report does not tell. */
export function fieldText(report: ReportSummary, field: CorrectedField, tongue: Tongue): string | null {
  if (field === 'jurisdiction') return placeText(report.jurisdiction, tongue)
  if (field === 'date') return dateText(report.date, tongue)
  return report[field]
}

const placeText = (place: Jurisdiction | null, { language, words }: Tongue): string | null =>
  place === null ? null : jurisdictionName(place, language, words)

const dateText = (date: ReportDate | null, { words }: Tongue): string | null => (date === null ? null : dateLabel(date, words).text)

/** The field that a cell of this column corrects, or null for what is counted and not read. */
export function fieldOfColumn(column: ColumnId): CorrectedField | null {
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

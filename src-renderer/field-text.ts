import type { MachineReading } from '#core/contract/calls.ts'
import type { CorrectedField } from '#core/contract/edit-calls.ts'
import { dateLabel, jurisdictionName, type Tongue } from './language/labels.ts'

/** A field in words, as it holds of a report or as the machine read it; null where that says nothing. */
export function fieldText(of: MachineReading, field: CorrectedField, { language, words }: Tongue): string | null {
  const [place, date] = [of.jurisdiction ?? null, of.date ?? null]
  if (field === 'jurisdiction') return place === null ? null : jurisdictionName(place, language, words)
  if (field === 'date') return date === null ? null : dateLabel(date, words).text
  if (field === 'officials') return of.officials === undefined || of.officials.length === 0 ? null : of.officials.map(({ name, title }) => (title === null ? name : `${name} ${title}`)).join(words.listComma)
  return of[field] ?? null
}

import type { ReportWord } from '#core/contract/reading-calls.ts'
import type { ReadingPart, Said, TargetFields } from '#core/report/reading-words.ts'
import type { StatementKind } from '#core/report/report.ts'
import { words as tableWords } from '#core/table/words.ts'
import type { Tongue } from './language/labels.ts'

/** What a word says, or what the program reads, in words. */
export function saidInWords(part: ReadingPart, value: Said['value'], { language, words }: Tongue): string {
  if (value === null) return words.readings.none(words.readings.parts[part])
  if (typeof value === 'string') return part === 'kind' ? words.kinds[value as StatementKind] : words.quote(value)
  if ('heading' in value) return `${value.label}${value.heading} · ${words.readings.level(value.level)}`
  return targetInWords(value, language)
}

function targetInWords({ value, upper, unit, operator, deadline, deadlineYear }: TargetFields, language: Tongue['language']): string {
  const amount = value === null ? '—' : upper === null ? String(value) : `${value}—${upper}`
  const until = deadline ?? (deadlineYear === null ? null : String(deadlineYear))
  return [tableWords[language].operators[operator], `${amount}${unit ?? ''}`, ...(until === null ? [] : [until])].join(' ')
}

export const countsOf = (said: readonly ReportWord[]): Readonly<Record<ReportWord['state'], number>> => ({
  confirmed: said.filter(({ state }) => state === 'confirmed').length,
  corrected: said.filter(({ state }) => state === 'corrected').length,
  lost: said.filter(({ state }) => state === 'lost').length
})

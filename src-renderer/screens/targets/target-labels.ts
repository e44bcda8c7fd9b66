import { words as tableWords } from '#core/table/words.ts'
import type { Theme } from '#core/codebook/codebook.ts'
import { provinceName, type Language } from '../../language/provinces.ts'
import { number } from '../../language/labels.ts'
import type { Words } from '../../language/zh.ts'
import type { Facet } from './target-filter.ts'
import type { TargetRow } from './target-rows.ts'

/** What names are made from. */
export interface LabelGround {
  readonly language: Language
  readonly words: Words
  readonly themes: ReadonlyMap<string, Theme>
  /** Code -> name, of all divisions that the rows are of. */
  readonly provinces: ReadonlyMap<string, string>
}

const powers = [
  [1e12, '万亿'],
  [1e8, '亿'],
  [1e4, '万']
] as const

/** 1.3 万亿 where Chinese would say it so and nothing is lost; else all digits. */
export function figure(value: number, language: Language): string {
  if (language === 'zh') {
    for (const [size, name] of powers) {
      const scaled = value / size
      if (Math.abs(scaled) >= 1 && Number.isInteger(Math.round(scaled * 1e6) / 100)) return `${plain(scaled)} ${name}`
    }
  }
  return plain(value)
}

const plain = (value: number): string => (Number.isInteger(value) ? number(value) : trimZeros(number(value, Math.abs(value) < 1 ? 4 : 2)))

const trimZeros = (text: string): string => text.replace(/\.?0+$/, '')

/** `75`, `3–5`; '' where there is no number. */
export function valueText({ value, upper }: TargetRow, language: Language): string {
  if (value === null) return ''
  return upper === null ? figure(value, language) : `${figure(value, language)}–${figure(upper, language)}`
}

const marks: Readonly<Record<TargetRow['operator'], string>> = { '>=': '≥', '<=': '≤', '>': '>', '<': '<', '=': '=', '+': '+', '-': '−', x: '×', range: '–', coverage: '', about: '≈' }

export const operatorMark = (operator: TargetRow['operator']): string => marks[operator]

export const operatorWord = (operator: TargetRow['operator'], language: Language): string => tableWords[language].operators[operator]

/** A value of a filter, or the key of a group, as a person reads it. */
export function facetLabel(facet: Facet, value: string, { language, words, themes, provinces }: LabelGround): string {
  switch (facet) {
    case 'theme':
      return value === '' ? words.targets.noTheme : (themes.get(value)?.name[language] ?? value)
    case 'province':
      return value === '' ? words.noProvince : (provinces.get(value) ?? value)
    case 'year':
      return value === '' ? words.noDate : value
    case 'unit':
      return value === '' ? words.targets.noUnit : value
    case 'operator':
      return `${marks[value as TargetRow['operator']]} ${tableWords[language].operators[value as TargetRow['operator']]}`.trim()
  }
}

/** Names of the divisions of rows, by code. */
export function divisionNames(rows: readonly TargetRow[], language: Language): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const { province, jurisdiction } of rows) {
    if (jurisdiction !== null && !names.has(province)) names.set(province, provinceName(jurisdiction.province ?? jurisdiction, language))
  }
  return names
}

import type { Bilingual } from '../codebook/codebook.ts'
import type { Cross } from './cross.ts'
import type { Correction, KeyTerm } from './keyness.ts'
import type { Company, CompanyBound, CompanyForm } from './term-company.ts'
import type { FrequentTerm } from './term-frequencies.ts'
import type { LikenessForm } from './term-likeness.ts'
import type { TermGroup } from './term-tally.ts'
import type { TermUnit } from './terms.ts'

/** What is asked of the words of some reports. */
export const statisticsMeasures = ['keyness', 'frequency', 'tf-idf', 'advantage', 'likeness', 'company', 'cross'] as const
export type StatisticsMeasure = (typeof statisticsMeasures)[number]

/** What a result rests on, whatever the measure. */
export interface StatisticsGround {
  readonly unit: TermUnit
  /** Length of a run of characters. */
  readonly size: number
  /** How many names of one's own the division into words knew. */
  readonly names: number
  readonly groups: readonly TermGroup[]
  /** Names of themes, where they are counted. */
  readonly labels: Readonly<Record<string, Bilingual>>
  /** Terms rarer than this in all groups together, and words of fewer characters, are not told; the bases count them all. */
  readonly least: number
  readonly shortest: number
  /** How many terms are frequent and long enough. */
  readonly candidates: number
}

export type StatisticsResult =
  | { readonly measure: 'keyness'; readonly rows: readonly KeyTerm[]; readonly correction: Correction }
  | { readonly measure: 'frequency' | 'tf-idf' | 'advantage'; readonly rows: readonly FrequentTerm[] }
  | { readonly measure: 'likeness'; readonly matrix: readonly (readonly (number | null)[])[]; readonly form: LikenessForm }
  | { readonly measure: 'company'; readonly company: Company; readonly form: CompanyForm; readonly within: CompanyBound }
  | { readonly measure: 'cross'; readonly cross: Cross }

export interface StatisticsFacts {
  readonly ground: StatisticsGround
  readonly result: StatisticsResult
}

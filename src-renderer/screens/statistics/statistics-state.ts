import { corrections, type Correction } from '#core/compare/keyness.ts'
import { statisticsMeasures, type StatisticsMeasure } from '#core/compare/statistics-facts.ts'
import { companyBounds, companyForms, type CompanyBound, type CompanyForm } from '#core/compare/term-company.ts'
import { likenessForms, type LikenessForm } from '#core/compare/term-likeness.ts'
import { termUnits, type TermUnit } from '#core/compare/terms.ts'
import { keptStore, savedOneOf } from '../../state/kept.ts'

export const scopes = ['chosen', 'all'] as const
export type Scope = (typeof scopes)[number]

/** Against what the target is held: all other groups, all other reports of the library, or one group by its key. */
export type Reference = 'rest' | 'library' | `group:${string}`

export const sizes = [1, 2, 3, 4, 5, 6] as const
export const tops = [20, 50, 100, 200, 500, 1000, 2000] as const
/** Of terms beside one another: more are no table that a person can read. */
export const companyTops = [10, 20, 30, 50] as const
export const leasts = [1, 2, 3, 5, 10, 20, 50] as const
export const shortests = [1, 2, 3, 4] as const

export interface StatisticsState {
  readonly measure: StatisticsMeasure
  readonly unit: TermUnit
  readonly scope: Scope
  /** Key of a group, or '' for the first. */
  readonly target: string
  readonly reference: Reference
  readonly size: number
  readonly least: number
  readonly shortest: number
  readonly top: number
  /** Of the co-occurrence matrix. */
  readonly companyTop: number
  /** Codebooks of the rows and the columns of the cross table; '' for that in use. */
  readonly x: string
  readonly y: string
  readonly correction: Correction
  readonly likeness: LikenessForm
  readonly company: CompanyForm
  readonly within: CompanyBound
}

const initial: StatisticsState = {
  measure: 'keyness',
  unit: 'words',
  scope: 'chosen',
  target: '',
  reference: 'rest',
  size: 2,
  least: 3,
  shortest: 2,
  top: 200,
  companyTop: 20,
  x: 'policy-instruments',
  y: '',
  correction: 'benjamini-hochberg',
  likeness: 'cosine',
  company: 'count',
  within: 'statement'
}

const savedNumber = (value: unknown, allowed: readonly number[], otherwise: number): number => allowed.find((one) => one === value) ?? otherwise

const savedReference = (value: unknown): Reference =>
  value === 'library' || (typeof value === 'string' && value.startsWith('group:')) ? (value as Reference /* the two forms just looked for */) : initial.reference

export const useStatistics = keptStore<StatisticsState>('statistics', initial, (saved) => ({
  measure: savedOneOf(saved['measure'], statisticsMeasures, initial.measure),
  unit: savedOneOf(saved['unit'], termUnits, initial.unit),
  scope: savedOneOf(saved['scope'], scopes, initial.scope),
  target: typeof saved['target'] === 'string' ? saved['target'] : '',
  reference: savedReference(saved['reference']),
  size: savedNumber(saved['size'], sizes, initial.size),
  least: savedNumber(saved['least'], leasts, initial.least),
  shortest: savedNumber(saved['shortest'], shortests, initial.shortest),
  top: savedNumber(saved['top'], tops, initial.top),
  companyTop: savedNumber(saved['companyTop'], companyTops, initial.companyTop),
  x: typeof saved['x'] === 'string' && saved['x'] !== '' ? saved['x'] : initial.x,
  y: typeof saved['y'] === 'string' ? saved['y'] : initial.y,
  correction: savedOneOf(saved['correction'], corrections, initial.correction),
  likeness: savedOneOf(saved['likeness'], likenessForms, initial.likeness),
  company: savedOneOf(saved['company'], companyForms, initial.company),
  within: savedOneOf(saved['within'], companyBounds, initial.within)
}))

export const setStatistics = (change: Partial<StatisticsState>): void => useStatistics.setState(change)

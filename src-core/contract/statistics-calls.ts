import { z } from 'zod'
import { corrections } from '../compare/keyness.ts'
import { statisticsMeasures, type StatisticsFacts } from '../compare/statistics-facts.ts'
import { companyBounds, companyForms } from '../compare/term-company.ts'
import { likenessForms } from '../compare/term-likeness.ts'
import { termUnits } from '../compare/terms.ts'
import { call } from './call.ts'
import type { SavedFigure } from './figure-calls.ts'

/** A place that a number counts, with what stands around it. */
export interface CountedPlace {
  readonly report: string
  readonly start: number
  readonly end: number
  readonly left: string
  readonly hit: string
  readonly right: string
  /** 1-based. */
  readonly paragraph: number
}

export interface CountedPlacesPage {
  /** All of them: the number that was counted. */
  readonly total: number
  readonly places: readonly CountedPlace[]
}

const id = z.string().min(1).max(64)

const asked = z.object({
  /** Made up by who asks, to stop it by; what is told on the way names it. */
  reckoning: id.default(''),
  measure: z.enum(statisticsMeasures),
  unit: z.enum(termUnits),
  /** Length of a run of characters, where they are the unit. */
  size: z.int().min(1).max(6).default(2),
  /** Groups that are compared. Of keyness two: target and reference. Reports null, of one of them: all others of the library. */
  groups: z.array(z.object({ name: z.string().max(200), reports: z.array(id).min(1).max(20_000).nullable() })).min(1).max(120),
  least: z.int().min(1).max(10_000).default(3),
  shortest: z.int().min(1).max(10).default(2),
  top: z.int().min(2).max(2000).default(200),
  correction: z.enum(corrections).default('benjamini-hochberg'),
  likeness: z.enum(likenessForms).default('cosine'),
  company: z.enum(companyForms).default('count'),
  within: z.enum(companyBounds).default('statement'),
  /** Of the cross table: the codebook of the rows, and that of the columns; null: that in use. */
  x: id.default('policy-instruments'),
  y: id.nullable().default(null)
})

export const statisticsCalls = {
  /** @refuses with `cancelled` when `statistics.stop` was called while it reckoned */
  'statistics.compute': call<StatisticsFacts>()(asked),
  /** Ends what is being reckoned under that name: no other window's. */
  'statistics.stop': call<null>()(z.object({ reckoning: id })),
  /**
   * The places of a number: those of one term, or the units that have both of two. Group null: in all groups.
   * `total`: what the first page said; what lies behind the page is not counted again then.
   */
  'statistics.places': call<CountedPlacesPage>()(
    asked.extend({ group: z.int().min(0).nullable(), terms: z.array(z.string().min(1).max(100)).min(1).max(2), offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100), total: z.int().min(0).nullable().default(null) })
  ),
  /** As `comparison.export`. */
  'statistics.export': call<SavedFigure | null>()(asked.extend({ format: z.enum(['docx', 'xlsx', 'csv']), language: z.enum(['zh', 'en']).default('zh') }))
} as const

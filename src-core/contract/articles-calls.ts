import { z } from 'zod'
import type { Arrangement } from '../arrangement/arrangement.ts'
import type { Jurisdiction, ReportDate } from '../report/report.ts'
import type { FurnitureKind } from '../source/article.ts'
import type { Span } from '../text/span.ts'
import { call, change } from './call.ts'

/** How a person divides a file into its reports, where the machine had it wrong. Each division is a change that can be undone. */

/** A line of the source, or a sentence of a long one, with the white space behind it: what is moved as one. */
export interface ArticleUnit extends Span {
  /** In reading form. */
  readonly text: string
  /** 1-based */
  readonly line: number
  readonly page: number | null
  /** What the machine takes it for where that is not text. */
  readonly kind: FurnitureKind | null
}

export interface ArticlesPage {
  readonly source: string
  readonly fileName: string
  /** They cover the text without gaps. */
  readonly units: readonly ArticleUnit[]
  /** What holds; positions are of the source's text, as everywhere. */
  readonly arrangement: Arrangement
  /** The machine's own division, to go back to. */
  readonly machine: Arrangement
  readonly isByHand: boolean
}

/** What would come of an arrangement. */
export interface ArticlesPreview {
  readonly reports: readonly PreviewedReport[]
  /** Characters of no report, white space left out. */
  readonly leftOver: number
  /** Reports that carry a person's work and would be gone: while there are any, the arrangement is refused. */
  readonly lost: readonly { readonly report: string; readonly title: string | null }[]
}

export interface PreviewedReport {
  /** Index of its article in the arrangement. */
  readonly article: number
  readonly title: string | null
  readonly characters: number
  readonly jurisdiction: Jurisdiction | null
  readonly date: ReportDate | null
  /** The report that it goes on being, with all that a person did to it; null: a new one. */
  readonly keeps: string | null
}

const source = z.string().min(1).max(64)
const position = z.int().min(0)
const span = z.object({ start: position, end: position })
const article = z.object({ stretches: z.array(span).min(1).max(20_000).readonly(), title: span.nullable().exactOptional(), asides: z.array(span).max(1000).readonly().exactOptional() })
/** null: the machine's own division. */
const arrangement = z.object({ articles: z.array(article).min(1).max(2000).readonly() }).nullable()

export const articlesCalls = {
  /** @refuses a sheet, whose rows are its reports */
  'articles.read': call<ArticlesPage>()(z.object({ source })),
  'articles.preview': call<ArticlesPreview>()(z.object({ source, arrangement })),
  /** The ids of the reports that the file now has. @refuses `carries-work`: a report that carries a person's work would be gone */
  'articles.arrange': change<{ reports: readonly string[] }>()(z.object({ source, arrangement }))
} as const

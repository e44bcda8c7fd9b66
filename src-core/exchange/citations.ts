import type { Work, WorkReport } from './work.ts'

/** A source as citation programs take it (CSL-JSON 1.0.2). What is not known is left out. */
export interface Citation {
  readonly id: string
  readonly type: 'article-newspaper' | 'report'
  readonly language: 'zh-CN'
  readonly title: string
  readonly author?: readonly ({ readonly literal: string } | { readonly family: string; readonly given: string })[]
  readonly authority?: string
  readonly issued?: CitedDate
  readonly 'event-title'?: string
  readonly 'event-place'?: string
  readonly 'event-date'?: CitedDate
  readonly number?: string
  readonly note?: string
}

export interface CitedDate {
  readonly 'date-parts': readonly (readonly number[])[]
}

/**
 * One for each report, in their order. Institutions are names as a whole; no newspaper, page or
 * publisher is invented: the program does not know them. The day of a meeting is not the day on which its
 * report was printed, and is given as what it is.
 */
export function citationsOf({ reports }: Work): Citation[] {
  const used = new Set<string>()
  return reports.map((report) => citationOf(report, freeId(report, used)))
}

function citationOf({ title, about }: WorkReport, id: string): Citation {
  const { date, meeting, issuer, documentNumber, reporter, attribution, venue } = about
  const day = date === null ? null : { 'date-parts': [date.split('-').map(Number)] }
  const byReporter = reporter === null ? null : [{ literal: reporter }]
  return {
    id,
    type: reporter === null ? 'report' : 'article-newspaper',
    language: 'zh-CN',
    title,
    ...(byReporter !== null ? { author: byReporter } : issuer !== null ? { author: [{ literal: issuer }] } : {}),
    ...(issuer === null ? {} : { authority: issuer }),
    ...(day === null ? {} : meeting === null ? { issued: day } : { 'event-date': day }),
    ...(meeting === null ? {} : { 'event-title': meeting }),
    ...(venue === null ? {} : { 'event-place': venue }),
    ...(documentNumber === null ? {} : { number: documentNumber }),
    ...(attribution === null ? {} : { note: `据${attribution}` })
  }
}

/** `330000-2023-02-10`, and a number where that is taken. */
function freeId({ about, hash }: WorkReport, used: Set<string>): string {
  const base = [about.place?.code ?? hash.slice(0, 8), about.date ?? 'nd'].join('-')
  let id = base
  for (let n = 2; used.has(id); n++) id = `${base}-${n}`
  used.add(id)
  return id
}

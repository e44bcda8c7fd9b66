import type { ReportSummary } from '#core/contract/calls.ts'
import type { ComparedReport } from '#core/compare/passages.ts'
import { comparedReports } from '../host/comparisons.ts'
import { ask } from './ask.ts'
import { withLibrary } from './with-library.ts'

export interface ReportFilter {
  readonly report: readonly string[]
  readonly province: readonly string[]
  readonly year: readonly string[]
}

/** The reports of a library that fit every filter given (any of its values), in the order of the list. */
export function libraryReports(library: string, filter: ReportFilter): Promise<ComparedReport[]> {
  return withLibrary({ library, createMissing: false }, async (host) => {
    const fitting = (await ask(host, 'reports.list', {})).filter((report) => fits(report, filter))
    return comparedReports(host.library.read, fitting.map(({ id }) => id))
  })
}

function fits({ id, jurisdiction, date }: ReportSummary, filter: ReportFilter): boolean {
  const province = jurisdiction?.province ?? null
  const year = date?.iso?.slice(0, 4)
  return (
    (filter.report.length === 0 || filter.report.includes(id)) &&
    (filter.year.length === 0 || (year !== undefined && filter.year.includes(year))) &&
    (filter.province.length === 0 ||
      (province !== null && filter.province.some((name) => name === province.code || (name.length >= 2 && province.name.startsWith(name)))))
  )
}

import type { Codebook } from '#core/codebook/codebook.ts'
import type { CodebookStamp } from '#core/compare/comparison.ts'
import type { ReportSummary } from '#core/contract/calls.ts'
import type { ComparedReport } from '#core/compare/passages.ts'
import { parsed } from '../host/codebooks.ts'
import { comparedReports } from '../host/comparisons.ts'
import { referenceContext } from '../host/reference.ts'
import { codebookInUse } from '../library/codebooks.ts'
import { askReports } from './ask.ts'
import { reportProblem, WrongCall } from './failure.ts'
import { withLibrary } from './with-library.ts'

export interface ReportFilter {
  readonly report: readonly string[]
  readonly province: readonly string[]
  readonly year: readonly string[]
}

/** Reports, with the codebook that they are coded by. */
export interface LibraryReports {
  readonly reports: ComparedReport[]
  readonly codebook: Codebook
  readonly stamp: CodebookStamp
  readonly failed: number
}

/**
 * The reports of a library that fit every filter given (any of its values), in the order of the list.
 * A report asked for by an id that the library does not have is told on stderr and counted as failed.
 */
export async function libraryReports(library: string, filter: ReportFilter): Promise<LibraryReports> {
  const wrongYear = filter.year.find((year) => !/^\d{4}$/.test(year))
  if (wrongYear !== undefined) throw new WrongCall(`--year takes years of four digits, not “${wrongYear}”.`)
  const provinces = new Set(filter.province.map(provinceCode))
  return withLibrary({ library, createMissing: false }, async (host) => {
    await host.current
    const all = await askReports(host)
    const missing = filter.report.filter((id) => all.every((report) => report.id !== id))
    for (const id of missing) reportProblem({ kind: 'not-found', message: noSuchReport, place: id })
    const fitting = all.filter((report) => fits(report, { ...filter, provinces }))
    const { read } = host.library
    const { definition, id: codebook, version, sha256 } = codebookInUse(read)! // the host saw to it
    return { reports: comparedReports(read, fitting.map(({ id }) => id)), codebook: parsed(definition), stamp: { id: codebook, version, sha256 }, failed: missing.length }
  })
}

const noSuchReport = { zh: '资料库里没有这份报告。', en: 'The library has no such report.' }

/** By code, or by any of a province's names: 浙江, 浙江省, 内蒙古. */
function provinceCode(name: string): string {
  const { byCode, bearers } = referenceContext().gazetteer
  const place = byCode.get(name) ?? bearers.get(name)?.find(({ place: { level } }) => level === 'province')?.place
  if (place?.level !== 'province') throw new WrongCall(`There is no province “${name}”.`)
  return place.code
}

function fits({ id, jurisdiction, date }: ReportSummary, { report, year, provinces }: ReportFilter & { provinces: ReadonlySet<string> }): boolean {
  const code = jurisdiction?.province?.code
  const written = date?.iso?.slice(0, 4)
  return (
    (report.length === 0 || report.includes(id)) &&
    (year.length === 0 || (written !== undefined && year.includes(written))) &&
    (provinces.size === 0 || (code !== undefined && provinces.has(code)))
  )
}

import type { ReportSummary } from '#core/contract/calls.ts'
import { charactersOf } from '#core/text/counted-text.ts'
import { provinceCode } from '../../report-facts.ts'

/** Two reports that may be two versions, the one with the earlier date as before: a proposal, the person says. */
export interface Proposal {
  readonly before: ReportSummary
  readonly after: ReportSummary
  /** `linked`: a person said so; `years`: one place, two dates; `drafts`: one place, one date. */
  readonly why: 'linked' | 'years' | 'drafts'
}

const most = 6

/** Linked reports first, then one place on different dates, then drafts; the compared reports before the others. */
export function proposals(reports: readonly ReportSummary[], chosen: readonly string[]): Proposal[] {
  const first = new Set(chosen)
  const order = [...reports.filter(({ id }) => first.has(id)), ...reports.filter(({ id }) => !first.has(id))]
  const byId = new Map(order.map((report) => [report.id, report]))
  const found: Proposal[] = []
  const known = new Set<string>()
  const propose = (one: ReportSummary, other: ReportSummary, isLinked: boolean): void => {
    const key = [one.id, other.id].sort().join(' ')
    if (known.has(key)) return
    known.add(key)
    const [a, b] = [one.date?.iso ?? '', other.date?.iso ?? '']
    const [before, after] = a > b ? [other, one] : [one, other]
    found.push({ before, after, why: isLinked ? 'linked' : a === b ? 'drafts' : 'years' })
  }
  for (const report of order) {
    for (const { report: other, kind } of report.links) {
      const partner = byId.get(other)
      if (kind === 'version' && partner !== undefined) propose(report, partner, true)
    }
  }
  const last = new Map<string, ReportSummary>()
  for (const report of order) {
    const place = placeOf(report)
    const earlier = last.get(place)
    if (place !== '' && earlier !== undefined) propose(earlier, report, false)
    last.set(place, report)
    if (found.length > most * 8) break
  }
  const rank = { linked: 0, years: 1, drafts: 2 }
  return found.sort((one, other) => rank[one.why] - rank[other.why]).slice(0, most)
}

/** The division that it speaks for: a city's reports are no versions of its province's. */
const placeOf = (report: ReportSummary): string => report.jurisdiction?.code ?? provinceCode(report)

const mostOffered = 50

/** Reports that fit what is typed: those of the other version's place first, of another date before the same one's. */
export function offered(reports: readonly ReportSummary[], { text, other }: { readonly text: string; readonly other: ReportSummary | null }, wordsOf: (report: ReportSummary) => string): ReportSummary[] {
  const wanted = text.trim().toLowerCase().split(/\s+/).filter((part) => charactersOf(part) > 0)
  const fits = reports.filter((report) => report.id !== other?.id && wanted.every((part) => wordsOf(report).toLowerCase().includes(part)))
  if (other === null) return fits.slice(0, mostOffered)
  const rank = (report: ReportSummary): number => {
    if (placeOf(report) !== placeOf(other)) return 2
    return report.date?.iso === other.date?.iso ? 1 : 0
  }
  return fits.map((report) => ({ report, rank: rank(report) })).sort((a, b) => a.rank - b.rank).slice(0, mostOffered).map(({ report }) => report)
}

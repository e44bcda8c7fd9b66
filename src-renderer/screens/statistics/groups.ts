import { regionOf, regions } from '#core/places/regions.ts'
import type { Input, ReportSummary } from '#core/contract/calls.ts'
import { clipped, jurisdictionName, type Tongue } from '../../language/labels.ts'
import { provinceName } from '../../language/provinces.ts'
import type { Grouping } from '../../state/preferences.ts'
import { toldApart } from '../../told-apart.ts'
import type { StatisticsState } from './statistics-state.ts'

/** Reports that are counted together. */
export interface Group {
  readonly key: string
  readonly name: string
  readonly reports: readonly string[]
}

/** Groups as the columns of a comparison: years in their order, regions in that of the table, the others as their first reports stand. */
export function groupsOf(reports: readonly ReportSummary[], by: Grouping, tongue: Tongue): Group[] {
  const groups = new Map<string, { key: string; name: string; position: number; reports: ReportSummary[] }>()
  for (const report of reports) {
    const own = placeOf(report, by, tongue)
    const known = groups.get(own.key)
    if (known === undefined) groups.set(own.key, { ...own, reports: [report] })
    else known.reports.push(report)
  }
  const sorted = [...groups.values()].sort((a, b) => a.position - b.position)
  const names = toldApart(sorted.map(({ name }) => name), (at) => {
    const date = sorted[at]!.reports[0]?.date
    return date?.iso ?? date?.asWritten ?? null
  })
  return sorted.map(({ key, reports: of }, at) => ({ key, name: names[at]!, reports: of.map(({ id }) => id) }))
}

interface Placed {
  readonly key: string
  readonly name: string
  /** Where it stands among the others; equal: as they come. */
  readonly position: number
}

function placeOf(report: ReportSummary, by: Grouping, { language, words }: Tongue): Placed {
  const { id, title, jurisdiction, date } = report
  const province = jurisdiction === null ? null : (jurisdiction.province ?? { code: jurisdiction.code, name: jurisdiction.name })
  const alone: Placed = { key: id, name: jurisdiction === null ? clipped(title ?? words.untitled, 16) : jurisdictionName(jurisdiction, language, words), position: by === 'report' || by === 'province' ? 0 : Infinity }
  if (by === 'year') {
    const year = date?.iso?.slice(0, 4)
    return year === undefined ? alone : { key: `year ${year}`, name: words.matrix.yearOf(year), position: Number(year) }
  }
  if (by === 'report' || province === null) return alone
  const region = by === 'region' ? regionOf(province.code) : null
  if (region !== null) return { key: `region ${region.id}`, name: region.name[language], position: regions.indexOf(region) }
  return { key: `province ${province.code}`, name: provinceName(province, language), position: by === 'region' ? regions.length : 0 }
}

/** More groups are no table that a person can read. */
const mostGroups = 120

/** What stands in the way of an answer. */
export type Hindrance = 'no-reports' | 'too-many-groups' | 'one-group'

export interface AskedFor {
  readonly input: Input<'statistics.compute'> | null
  readonly hindrance: Hindrance | null
  readonly target: Group | null
}

/** What the host is asked. `restName` and `libraryName`: what a reference that is no group of its own is called. */
export function askedFor(groups: readonly Group[], state: StatisticsState & { readonly reckoning: string }, { restName, libraryName }: { readonly restName: string; readonly libraryName: string }): AskedFor {
  const { reckoning, measure, unit, size, least, shortest, correction, likeness, company, within, x } = state
  const top = measure === 'company' ? state.companyTop : state.top
  const options = { reckoning, measure, unit, size, least, shortest, top, correction, likeness, company, within, x, y: state.y === '' ? null : state.y }
  const target = groups.find(({ key }) => key === state.target) ?? groups[0] ?? null
  if (target === null) return { input: null, hindrance: 'no-reports', target }
  const named = ({ name, reports }: Group) => ({ name, reports: [...reports] })
  if (measure !== 'keyness') {
    if (groups.length > mostGroups) return { input: null, hindrance: 'too-many-groups', target }
    return { input: { ...options, groups: groups.map(named) }, hindrance: null, target }
  }
  if (state.reference === 'library') return { input: { ...options, groups: [named(target), { name: libraryName, reports: null }] }, hindrance: null, target }
  const others = groups.filter((group) => group !== target)
  const one = others.find(({ key }) => `group:${key}` === state.reference)
  if (others.length === 0) return { input: null, hindrance: 'one-group', target }
  const reference = one ?? { key: '', name: others.length === 1 ? others[0]!.name : restName, reports: others.flatMap(({ reports }) => reports) }
  return { input: { ...options, groups: [named(target), named(reference)] }, hindrance: null, target }
}

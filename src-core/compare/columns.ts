import type { Division, ReportDate } from '../report/report.ts'
import { regionOf, regions } from '../places/regions.ts'
import type { Column, ColumnGrouping, ColumnReport } from './comparison.ts'
import { countReport, type ComparedReport, type CountedReport } from './passages.ts'

/** A column with the reports that its cells are read from. */
export interface ReportColumn {
  readonly column: Column
  readonly reports: readonly CountedReport[]
}

export interface ColumnOptions {
  /**
   * `province`, `year`, `region`: the reports of one share a column, those of none keep one each and
   * stand last. Years ascend and regions follow the table; provinces stand as their first reports do.
   */
  readonly by: ColumnGrouping
  /** `division`: by code of GB/T 2260, then date, then id; reports of no division last. */
  readonly order: 'given' | 'division'
}

export function reportColumns(reports: readonly ComparedReport[], options: ColumnOptions): ReportColumn[] {
  const ordered = options.order === 'division' ? [...reports].sort(byDivision) : reports
  const counted = ordered.map(countReport)
  if (options.by === 'report') return counted.map((report) => ({ column: columnOfReport(report), reports: [report] }))
  const groups = new Map<string, { readonly group: ColumnGroup; readonly reports: CountedReport[] }>()
  for (const report of counted) {
    const group = groupOf(report, options.by)
    const known = groups.get(group.id)
    if (known === undefined) groups.set(group.id, { group, reports: [report] })
    else known.reports.push(report)
  }
  const columns = [...groups.values()]
  if (options.by !== 'province') columns.sort((a, b) => a.group.position - b.group.position)
  return columns.map(({ group, reports: own }) => ({ column: columnOfGroup(group, own), reports: own }))
}

/** What the reports of one column have in common. */
interface ColumnGroup {
  readonly id: string
  /** null: a report that belongs to no group, alone in its column. */
  readonly title: string | null
  readonly by: ColumnGrouping
  /** Where the group stands among the others, as years and regions have an order of their own. */
  readonly position: number
}

function groupOf(report: CountedReport, by: ColumnGrouping): ColumnGroup {
  const province = provinceOf(report)
  const alone: ColumnGroup = { id: report.id, title: null, by: 'report', position: Number.MAX_SAFE_INTEGER }
  if (by === 'year') {
    const year = report.report.date?.iso?.slice(0, 4)
    return year === undefined ? alone : { id: `year:${year}`, title: year, by, position: Number(year) }
  }
  const region = by === 'region' && province !== null ? regionOf(province.code) : null
  if (region !== null) return { id: `region:${region.id}`, title: region.name.zh, by: 'region', position: regions.indexOf(region) }
  // the state itself lies in no region, and is one column all the same
  return province === null ? alone : { id: province.code, title: province.name, by: 'province', position: regions.length }
}

/** The provincial unit, or the state itself for a national report. */
function provinceOf({ report }: ComparedReport): Division | null {
  const { jurisdiction } = report
  if (jurisdiction === null) return null
  return jurisdiction.province ?? { code: jurisdiction.code, name: jurisdiction.name }
}

function columnOfReport(counted: CountedReport): Column {
  const member = memberOf(counted)
  return {
    id: counted.id,
    by: 'report',
    title: member.title,
    province: member.province,
    date: member.date,
    meeting: member.meeting,
    characters: member.characters,
    source: member.source,
    sha256: member.sha256,
    reports: [counted.id],
    members: [member]
  }
}

function columnOfGroup(group: ColumnGroup, reports: readonly CountedReport[]): Column {
  const members = reports.map(memberOf)
  const first = members[0]!
  if (group.title === null) return columnOfReport(reports[0]!)
  const files = new Map(members.map(({ source, sha256 }) => [sha256, source]))
  return {
    id: group.id,
    by: group.by,
    title: group.title,
    province: members.every(({ province }) => province?.code === first.province?.code) ? first.province : null,
    date: members.every(({ date }) => sameDate(date, first.date)) ? first.date : null,
    meeting: members.every(({ meeting }) => meeting === first.meeting) ? first.meeting : null,
    characters: members.reduce((sum, { characters }) => sum + characters, 0),
    source: [...files.values()].join('；'),
    sha256: [...files.keys()].join('；'),
    reports: members.map(({ id }) => id),
    members
  }
}

export function memberOf({ id, report, sourceFile, sha256, characters, recognised }: CountedReport): ColumnReport {
  const { jurisdiction } = report
  return {
    id,
    title: report.title?.text ?? sourceFile,
    jurisdiction: jurisdiction === null ? null : { code: jurisdiction.code, name: jurisdiction.name },
    province: jurisdiction?.province ?? null,
    date: report.date,
    meeting: report.meeting,
    characters,
    source: sourceFile,
    sha256,
    recognised
  }
}

const sameDate = (a: ReportDate | null, b: ReportDate | null): boolean =>
  (a?.iso ?? a?.asWritten ?? null) === (b?.iso ?? b?.asWritten ?? null)

/** Sorts after every division code (digits) and every ISO date. */
const LAST = '\uffff'

function byDivision(a: ComparedReport, b: ComparedReport): number {
  return (
    compareText(divisionKey(a), divisionKey(b)) ||
    compareText(a.report.date?.iso ?? LAST, b.report.date?.iso ?? LAST) ||
    compareText(a.id, b.id)
  )
}

/** Province first, so that its cities and counties stand behind it. */
const divisionKey = (compared: ComparedReport): string =>
  `${provinceOf(compared)?.code ?? LAST} ${compared.report.jurisdiction?.code ?? LAST}`

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

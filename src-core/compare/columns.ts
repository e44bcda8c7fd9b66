import type { Division, ReportDate } from '../report/report.ts'
import type { Column, ColumnReport } from './comparison.ts'
import { countReport, type ComparedReport, type CountedReport } from './passages.ts'

/** A column with the reports that its cells are read from. */
export interface ReportColumn {
  readonly column: Column
  readonly reports: readonly CountedReport[]
}

export interface ColumnOptions {
  /** `province`: the reports of one provincial unit share a column; reports of none keep one each. */
  readonly by: 'report' | 'province'
  /** `division`: by code of GB/T 2260, then date, then id; reports of no division last. */
  readonly order: 'given' | 'division'
}

export function reportColumns(reports: readonly ComparedReport[], options: ColumnOptions): ReportColumn[] {
  const ordered = options.order === 'division' ? [...reports].sort(byDivision) : reports
  const counted = ordered.map(countReport)
  if (options.by === 'report') return counted.map((report) => ({ column: columnOfReport(report), reports: [report] }))
  const groups = new Map<string, CountedReport[]>()
  for (const report of counted) {
    const division = provinceOf(report)
    const key = division === null ? `report:${report.id}` : `division:${division.code}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [report])
    else group.push(report)
  }
  return [...groups.values()].map((group) => ({ column: columnOfGroup(group), reports: group }))
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

function columnOfGroup(group: readonly CountedReport[]): Column {
  const members = group.map(memberOf)
  const first = group[0]!
  const division = provinceOf(first)
  if (division === null) return columnOfReport(first)
  const files = new Map(members.map(({ source, sha256 }) => [sha256, source]))
  return {
    id: division.code,
    title: division.name,
    province: members[0]!.province,
    date: members.every(({ date }) => sameDate(date, members[0]!.date)) ? members[0]!.date : null,
    meeting: members.every(({ meeting }) => meeting === members[0]!.meeting) ? members[0]!.meeting : null,
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

import { provincialUnits } from '#core/places/provincial-units.ts'
import type { ReportSummary } from '#core/contract/calls.ts'
import type { Division } from '#core/report/report.ts'
import { provinceCode, yearOf } from '../../report-facts.ts'

/** How many reports there are of each province and year: what is there, and what is missing. */
export interface Coverage {
  /** Oldest first, without a gap; '' at the end where some reports have no year. */
  readonly years: readonly string[]
  readonly rows: readonly CoverageRow[]
  /** Of each year: how many of the 31 provincial units have at least one report. */
  readonly unitsPresent: readonly number[]
  /** Sum over the rows, of each year. */
  readonly sums: readonly number[]
}

export interface CoverageRow {
  /** Code '' for reports that name no division. */
  readonly division: Division
  /** Reports, one for each year. */
  readonly counts: readonly number[]
  readonly sum: number
  /** One of the 31: an empty cell is something missing, not something that cannot be. */
  readonly isExpected: boolean
}

/** More years than this are shown only where they have reports: a stray 1949 must not push the rest off the page. */
const mostYearsWithoutGap = 30

export function coverageOf(reports: readonly ReportSummary[]): Coverage {
  const counts = new Map<string, number>()
  const others = new Map<string, Division>()
  const years = new Set<string>()
  const units = new Set(provincialUnits.map(({ code }) => code))
  for (const report of reports) {
    const [code, year] = [provinceCode(report), yearOf(report)]
    years.add(year)
    counts.set(`${code} ${year}`, (counts.get(`${code} ${year}`) ?? 0) + 1)
    if (!units.has(code)) others.set(code, { code, name: report.jurisdiction?.province?.name ?? report.jurisdiction?.name ?? '' })
  }
  const columns = columnsOf(years)
  const row = (division: Division, isExpected: boolean): CoverageRow => {
    const cells = columns.map((year) => counts.get(`${division.code} ${year}`) ?? 0)
    return { division, counts: cells, sum: sumOf(cells), isExpected }
  }
  const rows = [
    ...provincialUnits.map((unit) => row(unit, true)),
    ...[...others.values()].sort((a, b) => rankOf(a) - rankOf(b)).map((division) => row(division, false))
  ]
  return {
    years: columns,
    rows,
    unitsPresent: columns.map((_, index) => rows.filter(({ isExpected, counts: cells }) => isExpected && (cells[index] ?? 0) > 0).length),
    sums: columns.map((_, index) => sumOf(rows.map(({ counts: cells }) => cells[index] ?? 0)))
  }
}

/** The whole country before the Corps and the others; reports of no division at the end. */
const rankOf = ({ code }: Division): number => (code === '' ? Infinity : Number(code))

function columnsOf(years: ReadonlySet<string>): string[] {
  const known = [...years].filter((year) => year !== '').map(Number)
  const unknown = years.has('') ? [''] : []
  if (known.length === 0) return unknown
  const [first, last] = [Math.min(...known), Math.max(...known)]
  const whole = last - first < mostYearsWithoutGap ? Array.from({ length: last - first + 1 }, (_, n) => first + n) : known.sort((a, b) => a - b)
  return [...whole.map((year) => String(year).padStart(4, '0')), ...unknown]
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0)

/** 0 for none, 1–4 by the share of the fullest cell: how dark a cell is drawn. One report is never drawn as many. */
export function depthOf(count: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (count === 0) return 0
  if (most <= 4) return count as 1 | 2 | 3 | 4
  return Math.min(4, Math.max(1, Math.ceil((count / most) * 4))) as 1 | 2 | 3 | 4
}

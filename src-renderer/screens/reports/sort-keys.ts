import type { ReportSummary } from '#core/contract/calls.ts'
import { countThemesIn } from '#core/listing/packed-themes.ts'
import type { ReviewCounts } from '#core/report/reviewed.ts'
import type { ColumnId } from './column-ids.ts'
import { levels } from '../../report-facts.ts'
import type { Sort } from './table-view.ts'

/** A number to sort by; undefined where the report does not tell, which comes last whichever way is sorted. */
export type SortKey = (report: ReportSummary) => number | undefined

/**
 * The keys of all columns. `reviewed`: of each report whose readings are counted already. Texts are ranked once for all of these reports, by pinyin and as a reader
 * counts (第9次 before 第10次): comparing numbers keeps the sorting of ten thousand rows under a frame or two.
 */
export function sortKeys(reports: readonly ReportSummary[], reviewed: ReadonlyMap<string, ReviewCounts>): Readonly<Record<ColumnId, SortKey>> {
  return {
    province: ({ jurisdiction }) => (jurisdiction === null ? undefined : Number(jurisdiction.code)),
    level: ({ jurisdiction }) => (jurisdiction === null ? undefined : levels.indexOf(jurisdiction.level)),
    date: dated(),
    title: ranked(reports, ({ title }) => title),
    meeting: ranked(reports, ({ meeting }) => meeting),
    issuer: ranked(reports, ({ issuer }) => issuer),
    characters: ({ characters }) => characters,
    themes: ({ themes }) => countThemesIn(themes),
    notes: ({ notes }) => notes,
    review: ({ id }) => shareLookedAt(reviewed.get(id)),
    source: ranked(reports, ({ source }) => source.fileName)
  }
}

/** Of the readings of a report those that a person has looked at; with none of them the more there are, the earlier. */
function shareLookedAt(counts: ReviewCounts | undefined): number | undefined {
  if (counts === undefined) return undefined
  const looked = counts.confirmed + counts.corrected
  return looked === 0 ? -counts.unseen : looked / (looked + counts.unseen)
}

/** 2023-02-10 -> 20230210; a month or a year comes before its days. Many reports have a day in common. */
function dated(): SortKey {
  const days = new Map<string, number>()
  return ({ date }) => {
    const iso = date?.iso ?? null
    if (iso === null) return undefined
    const known = days.get(iso)
    if (known !== undefined) return known
    const [year = 0, month = 0, day = 0] = iso.split('-').map(Number)
    const number = year * 10_000 + month * 100 + day
    days.set(iso, number)
    return number
  }
}

const collator = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true })

function ranked(reports: readonly ReportSummary[], of: (report: ReportSummary) => string | null): SortKey {
  let ranks: Map<string, number> | null = null
  return (report) => {
    const text = of(report)
    if (text === null || text === '') return undefined
    ranks ??= new Map([...new Set(reports.map(of).filter((value) => value !== null))].sort(collator.compare).map((value, rank) => [value, rank]))
    return ranks.get(text)
  }
}

/**
 * The reports by one column after the other; what a report does not tell comes last whichever way is
 * sorted, and reports that are alike stay in the order they have.
 */
export function sortReports(reports: readonly ReportSummary[], sorting: readonly Sort[], keys: Readonly<Record<ColumnId, SortKey>>): readonly ReportSummary[] {
  if (sorting.length === 0) return reports
  // each key is worked out once, and the sorting compares plain numbers
  const columns = sorting.map(({ id, desc }) => Float64Array.from(reports, (report) => rankOf(keys[id](report), desc)))
  const order = Uint32Array.from(reports, (_, index) => index).sort((a, b) => {
    for (const column of columns) {
      const left = column[a]!
      const right = column[b]!
      if (left !== right) return left < right ? -1 : 1
    }
    return a - b
  })
  return Array.from(order, (index) => reports[index]!)
}

const rankOf = (key: number | undefined, desc: boolean): number => (key === undefined ? Infinity : desc ? -key : key)

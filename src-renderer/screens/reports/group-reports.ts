import type { ReportSummary } from '#core/contract/calls.ts'
import { regionOf, regions } from '#core/places/regions.ts'
import { provinceCode, yearOf } from '../../report-facts.ts'

export const groupings = ['none', 'province', 'year', 'region'] as const
export type TableGrouping = (typeof groupings)[number]

/** A line of the table: the head of a group, or a report. */
export type Line<R> =
  | { readonly kind: 'group'; readonly key: string; readonly reports: readonly R[]; readonly isFolded: boolean }
  | { readonly kind: 'report'; readonly report: R }

export interface GroupOptions {
  readonly by: TableGrouping
  /** Keys of the groups whose reports are put away. */
  readonly folded: readonly string[]
}

/**
 * Sorted reports as the lines of the table. Within a group the order stays; the groups come by
 * division code, by region, or the newest year first; what is not known comes last.
 * @param of the summary behind an item
 */
export function groupLines<R>(items: readonly R[], of: (item: R) => ReportSummary, { by, folded }: GroupOptions): Line<R>[] {
  if (by === 'none') return items.map((report) => ({ kind: 'report', report }))
  const key = keyOf[by]
  const groups = Map.groupBy(items, (item) => key(of(item)))
  return [...groups.keys()].sort(orders[by]).flatMap((name) => {
    const reports = groups.get(name) ?? []
    const isFolded = folded.includes(name)
    const head: Line<R> = { kind: 'group', key: name, reports, isFolded }
    return isFolded ? [head] : [head, ...reports.map((report): Line<R> => ({ kind: 'report', report }))]
  })
}

const keyOf: Readonly<Record<Exclude<TableGrouping, 'none'>, (report: ReportSummary) => string>> = {
  province: provinceCode,
  year: yearOf,
  region: (report) => regionKey(provinceCode(report))
}

type Order = (a: string, b: string) => number

const unknownLast =
  (order: Order): Order =>
  (a, b) =>
    a === b ? 0 : a === '' ? 1 : b === '' ? -1 : order(a, b)

const orders: Readonly<Record<Exclude<TableGrouping, 'none'>, Order>> = {
  province: unknownLast((a, b) => Number(a) - Number(b)),
  year: unknownLast((a, b) => Number(b) - Number(a)),
  region: unknownLast((a, b) => rankOfRegion(a) - rankOfRegion(b))
}

/** `national` for reports of the whole country, which lie in no region. */
const regionKey = (code: string): string => (code === '000000' ? 'national' : (regionOf(code)?.id ?? ''))

/** The whole country, then the regions in their customary order. */
const rankOfRegion = (key: string): number => regions.findIndex(({ id }) => id === key)

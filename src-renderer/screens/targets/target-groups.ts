import { facetOf } from './target-filter.ts'
import type { TargetRow } from './target-rows.ts'

export const groupings = ['none', 'metric', 'theme', 'province', 'unit'] as const

export type GroupBy = (typeof groupings)[number]

export interface TargetGroup {
  /** '' is what is not known; it comes last. */
  readonly key: string
  /** The words of its first row, for a metric: its key has no spaces and quotation marks. */
  readonly words: string
  readonly rows: readonly TargetRow[]
  readonly plots: readonly Plot[]
}

/** Values that can stand on one axis: of one unit, said in one way, and of one metric unless a person grouped by unit. */
export interface Plot {
  readonly id: string
  readonly metric: string
  readonly unit: string
  readonly rows: readonly TargetRow[]
  /** Least first. */
  readonly dots: readonly Dot[]
}

/** The targets of one value; of many different values those that would stand on one another. */
export interface Dot {
  readonly value: number
  readonly rows: readonly TargetRow[]
}

const mostDots = 100

function dotsOf(rows: readonly TargetRow[]): Dot[] {
  const values = rows.map(({ value }) => value ?? 0)
  const least = Math.min(...values)
  const step = new Set(values).size <= mostDots ? null : (Math.max(...values) - least) / mostDots
  const alike = gathered(rows, ({ value }) => String(step === null ? value : Math.floor(((value ?? 0) - least) / step)))
  return [...alike.values()].map((own) => ({ value: own[0]!.value ?? 0, rows: own }))
}

const mostPlots = 3

/** Key of the group of all metrics that one target alone has: a head for each would say everything twice. */
export const alone = '\u0000'

/** Rows under their group, in the order of the rows; the groups that compare most reports first. */
export function groupRows(rows: readonly TargetRow[], by: Exclude<GroupBy, 'none'>): TargetGroup[] {
  const members = gathered(rows, (row) => keyOf(row, by))
  if (by === 'metric') {
    const single = new Set([...members].filter(([key, own]) => key !== '' && own.length === 1).map(([key]) => key))
    for (const key of single) members.delete(key)
    if (single.size > 0) members.set(alone, rows.filter((row) => single.has(row.metricKey)))
  }
  return [...members]
    .map(([key, own]): TargetGroup => ({ key, words: by === 'metric' ? own[0]!.metricWords : key, rows: own, plots: plotsOf(own, { key, by }) }))
    .sort((a, b) => lastness(a) - lastness(b) || compared(b) - compared(a) || b.rows.length - a.rows.length || (a.key < b.key ? -1 : 1))
}

const keyOf = (row: TargetRow, by: Exclude<GroupBy, 'none'>): string => (by === 'metric' ? row.metricKey : facetOf(row, by))

/** Behind all others: what stands alone, then what is not known. */
const lastness = ({ key }: TargetGroup): number => (key === '' ? 2 : key === alone ? 1 : 0)

const compared = ({ plots }: TargetGroup): number => Math.max(0, ...plots.map(({ rows }) => rows.length))

/** What is reached, grown by, multiplied and covered is not comparable, though the unit may be. */
function wayOf({ operator }: TargetRow): string {
  if (operator === '+' || operator === '-' || operator === 'x' || operator === 'coverage') return operator
  return 'amount'
}

/** At least two values, of two reports, that are not all of full coverage: there is nothing to see in dots on one point. */
function plotsOf(rows: readonly TargetRow[], { key, by }: { readonly key: string; readonly by: GroupBy }): Plot[] {
  if ((by === 'unit' && key === '') || key === alone) return []
  const plots: Plot[] = []
  const alike = gathered(rows, (row) => `${by === 'unit' ? '' : row.metricKey}\n${row.unitKey}\n${wayOf(row)}`)
  for (const [id, own] of alike) {
    const first = own[0]!
    const isUnknown = by !== 'unit' && first.metricKey === ''
    if (isUnknown || first.value === null || first.operator === 'coverage') continue
    if (new Set(own.map(({ report }) => report)).size < 2) continue
    const ordered = own.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0))
    plots.push({ id, metric: by === 'unit' ? '' : first.metricWords, unit: first.unit ?? '', rows: ordered, dots: dotsOf(ordered) })
  }
  return plots.sort((a, b) => b.rows.length - a.rows.length).slice(0, mostPlots)
}

function gathered(rows: readonly TargetRow[], keyOf_: (row: TargetRow) => string): Map<string, TargetRow[]> {
  const found = new Map<string, TargetRow[]>()
  for (const row of rows) {
    const key = keyOf_(row)
    const own = found.get(key)
    if (own === undefined) found.set(key, [row])
    else own.push(row)
  }
  return found
}

/** A line of the table: the head of a group, its dots, or a target. */
export type Line =
  | { readonly kind: 'group'; readonly id: string; readonly group: TargetGroup; readonly isFolded: boolean }
  | { readonly kind: 'plot'; readonly id: string; readonly plot: Plot }
  | { readonly kind: 'row'; readonly id: string; readonly row: TargetRow }

export function linesOf(groups: readonly TargetGroup[], folded: readonly string[]): Line[] {
  const hidden = new Set(folded)
  return groups.flatMap((group): Line[] => {
    const isFolded = hidden.has(group.key)
    return [
      { kind: 'group', id: `group ${group.key}`, group, isFolded },
      ...group.plots.map((plot): Line => ({ kind: 'plot', id: `plot ${group.key} ${plot.id}`, plot })),
      ...(isFolded ? [] : group.rows.map(rowLine))
    ]
  })
}

export const rowLine = (row: TargetRow): Line => ({ kind: 'row', id: row.id, row })

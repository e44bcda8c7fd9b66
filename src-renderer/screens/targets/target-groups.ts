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
}

/** The targets of one value; of many different values those that would stand on one another. */
export interface Dot {
  readonly value: number
  readonly rows: readonly TargetRow[]
}

const mostDots = 100
const knownDots = new WeakMap<Plot, readonly Dot[]>()

/** Least first. Asked for of the plots in sight: a table has thousands of them. */
export function dotsOf(plot: Plot): readonly Dot[] {
  const known = knownDots.get(plot) ?? dotsOfRows(plot.rows.toSorted((a, b) => valueOf(a) - valueOf(b)))
  knownDots.set(plot, known)
  return known
}

const valueOf = ({ value }: TargetRow): number => value ?? 0

function dotsOfRows(ordered: readonly TargetRow[]): Dot[] {
  const least = valueOf(ordered[0]!)
  const different = new Set(ordered.map(valueOf)).size
  const step = different <= mostDots ? null : (valueOf(ordered.at(-1)!) - least) / mostDots
  const alike = gathered(ordered, (row) => (step === null ? valueOf(row) : Math.floor((valueOf(row) - least) / step)))
  return [...alike.values()].map((own) => ({ value: valueOf(own[0]!), rows: own }))
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

/** Its first plot is its largest. */
const compared = ({ plots }: TargetGroup): number => plots[0]?.rows.length ?? 0

/** At least two values, of two reports, that are not all of full coverage: there is nothing to see in dots on one point. */
function plotsOf(rows: readonly TargetRow[], { key, by }: { readonly key: string; readonly by: GroupBy }): Plot[] {
  if (rows.length < 2 || (by === 'unit' && key === '') || key === alone) return []
  const plots: Plot[] = []
  const alike = by === 'unit' ? gathered(rows, ({ unitAxis }) => unitAxis) : gathered(rows, ({ metricAxis }) => metricAxis)
  for (const [id, own] of alike) {
    const first = own[0]!
    const isUnknown = by !== 'unit' && first.metricKey === ''
    if (isUnknown || first.value === null || first.operator === 'coverage') continue
    if (own.every(({ report }) => report === first.report)) continue
    plots.push({ id: String(id), metric: by === 'unit' ? '' : first.metricWords, unit: first.unit ?? '', rows: own })
  }
  return plots.sort((a, b) => b.rows.length - a.rows.length).slice(0, mostPlots)
}

function gathered<K>(rows: readonly TargetRow[], keyOf_: (row: TargetRow) => K): Map<K, TargetRow[]> {
  const found = new Map<K, TargetRow[]>()
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
  | TargetRow

export function linesOf(groups: readonly TargetGroup[], folded: readonly string[]): Line[] {
  const hidden = new Set(folded)
  const lines: Line[] = []
  for (const group of groups) {
    const isFolded = hidden.has(group.key)
    lines.push({ kind: 'group', id: `group ${group.key}`, group, isFolded })
    for (const plot of group.plots) lines.push({ kind: 'plot', id: `plot ${group.key} ${plot.id}`, plot })
    if (!isFolded) for (const row of group.rows) lines.push(row)
  }
  return lines
}

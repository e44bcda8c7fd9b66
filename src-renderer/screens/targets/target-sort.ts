import type { TargetRow } from './target-rows.ts'

export const sortKeys = ['metric', 'value', 'unit', 'operator', 'deadline', 'province', 'date', 'theme', 'text'] as const

export type SortKey = (typeof sortKeys)[number]

export interface Sorting {
  readonly key: SortKey
  readonly descending: boolean
}

/** The order that rows have without a person's wish: that of their reports. */
export type OrderOf = ReadonlyMap<string, number>

/**
 * Rows in the order asked for; what is not known comes last either way, and equals keep their order.
 * Numbers are ordered within their unit: nothing is said of 300 beds against 75 per cent.
 *
 * @param themes theme id -> its place in the codebook
 */
export function sortRows(rows: readonly TargetRow[], sorting: Sorting | null, themes: OrderOf): readonly TargetRow[] {
  if (sorting === null) return rows
  const { key, descending } = sorting
  const asTheyAre = new Uint32Array(rows.length)
  for (let index = 0; index < rows.length; index++) asTheyAre[index] = index
  const order =
    key === 'value'
      ? ordered(ordered(asTheyAre, ranksOf(rows, 'value', themes), descending), ranksOf(rows, 'unit', themes), false)
      : ordered(asTheyAre, ranksOf(rows, key, themes), descending)
  const sorted: TargetRow[] = []
  for (const index of order) sorted.push(rows[index]!)
  return sorted
}

/** For each row the place of its value among all different values. */
interface Ranks {
  readonly ranks: Uint32Array
  /** How many different values are known; the rank of what is not. */
  readonly unknown: number
}

/** Keeps equals in their order. In two passes without comparing: ranks are whole numbers without gaps. */
function ordered(order: Uint32Array, { ranks, unknown }: Ranks, descending: boolean): Uint32Array {
  const placeOf = (rank: number): number => (descending && rank < unknown ? unknown - 1 - rank : rank)
  const next = new Uint32Array(unknown + 2)
  for (const rank of ranks) next[placeOf(rank) + 1]! += 1
  for (let rank = 0; rank < unknown; rank++) next[rank + 1]! += next[rank]!
  const sorted = new Uint32Array(order.length)
  for (const index of order) {
    const place = placeOf(ranks[index]!)
    sorted[next[place]!] = index
    next[place]! += 1
  }
  return sorted
}

const known = new WeakMap<readonly TargetRow[], Map<SortKey, Ranks>>()

/** Made once for the rows of a table, whichever way they are then sorted and narrowed. */
function ranksOf(rows: readonly TargetRow[], key: SortKey, themes: OrderOf): Ranks {
  if (key === 'theme') return denseRanks(rows.map(({ theme }) => (theme === null ? null : (themes.get(theme) ?? null))), byNumber)
  const own = known.get(rows) ?? new Map<SortKey, Ranks>()
  known.set(rows, own)
  const ranks = own.get(key) ?? newRanks(rows, key)
  own.set(key, ranks)
  return ranks
}

function newRanks(rows: readonly TargetRow[], key: Exclude<SortKey, 'theme'>): Ranks {
  if (key === 'value') return denseRanks(rows.map(({ value }) => value), byNumber)
  if (key === 'deadline') return denseRanks(rows.map(({ deadlineYear, deadline }) => deadlineYear ?? (deadline === null ? null : LATEST)), byNumber)
  const words = rows.map((row) => wordOf(row, key) || null)
  // the unit that most targets have comes first: percentages, then beds
  return denseRanks(words, key === 'unit' ? byFrequency(words) : undefined)
}

/** @param compare without it words go by their characters */
function denseRanks<V extends string | number>(values: readonly (V | null)[], compare?: (a: V, b: V) => number): Ranks {
  const different = new Set(values)
  different.delete(null)
  const places = new Map<V | null, number>([...different].filter((value) => value !== null).sort(compare).map((value, place) => [value, place]))
  const unknown = places.size
  const ranks = new Uint32Array(values.length)
  values.forEach((value, index) => (ranks[index] = places.get(value) ?? unknown))
  return { ranks, unknown }
}

const byNumber = (a: number, b: number): number => a - b

function byFrequency(words: readonly (string | null)[]): (a: string, b: string) => number {
  const counts = new Map<string | null, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return (a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1)
}

/** A deadline in words without a year stands behind all years, and before what has none. */
const LATEST = 9999

function wordOf(row: TargetRow, key: Exclude<SortKey, 'value' | 'theme' | 'deadline'>): string {
  switch (key) {
    case 'metric':
      return row.metricKey
    case 'unit':
      return row.unitKey
    case 'operator':
      return row.operator
    case 'province':
      return row.province
    case 'date':
      return row.iso
    case 'text':
      return row.text
  }
}

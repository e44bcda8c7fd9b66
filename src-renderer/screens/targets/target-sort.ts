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
  const sign = descending ? -1 : 1
  const first = rankOf(rows, key === 'value' ? 'unit' : key, themes)
  const second = key === 'value' ? rows.map(({ value }) => value ?? UNKNOWN) : null
  const order = Array.from(rows, (_, index) => index)
  order.sort((a, b) => {
    const [one, other] = [first[a]!, first[b]!]
    if (one !== other) return one === UNKNOWN ? 1 : other === UNKNOWN ? -1 : (one - other) * (second === null ? sign : 1)
    return second === null ? a - b : compareKnown(second[a]!, second[b]!, sign) || a - b
  })
  return order.map((index) => rows[index]!)
}

const UNKNOWN = Number.POSITIVE_INFINITY

function compareKnown(one: number, other: number, sign: number): number {
  if (one === other) return 0
  return one === UNKNOWN ? 1 : other === UNKNOWN ? -1 : (one - other) * sign
}

/** A number for each row: comparing words once for each word, not once for each pair of rows. */
function rankOf(rows: readonly TargetRow[], key: Exclude<SortKey, 'value'>, themes: OrderOf): Float64Array {
  const ranks = new Float64Array(rows.length)
  if (key === 'theme') {
    rows.forEach((row, index) => (ranks[index] = row.theme === null ? UNKNOWN : (themes.get(row.theme) ?? UNKNOWN)))
    return ranks
  }
  if (key === 'deadline') {
    rows.forEach((row, index) => (ranks[index] = row.deadlineYear ?? (row.deadline === null ? UNKNOWN : LATEST)))
    return ranks
  }
  const words = rows.map((row) => wordOf(row, key))
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  // the unit that most targets have comes first: percentages, then beds
  const sorted = [...counts.keys()].sort(key === 'unit' ? (a, b) => counts.get(b)! - counts.get(a)! || compareText(a, b) : compareText)
  const places = new Map(sorted.map((word, place) => [word, word === '' ? UNKNOWN : place]))
  words.forEach((word, index) => (ranks[index] = places.get(word)!))
  return ranks
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

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

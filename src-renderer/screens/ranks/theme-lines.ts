import type { Comparison, Row } from '#core/compare/comparison.ts'

/** `length`: by characters, as in the counts; `mention`: by where each theme comes up first. */
export type RankMeasure = 'length' | 'mention'

/** Where a theme stands in one column. */
export interface RankMark {
  /** 1 = first; equals share a rank; null where the column does not mention the theme. */
  readonly rank: number | null
  readonly isTied: boolean
  /** Share of the column's characters. */
  readonly share: number
  /** How many places further up (positive) or down than in the column before; null where one of them has no rank. */
  readonly change: number | null
  /** Place from the top, 0-based, among the themes that are mentioned, or among those that are not. Each is taken once. */
  readonly slot: number
}

export interface ThemeLine {
  /** Index in the rows given. */
  readonly row: number
  /** One for each of the columns asked for. */
  readonly marks: readonly RankMark[]
}

interface Asked {
  readonly measure: RankMeasure
  /** Indices of the columns to draw, in order. */
  readonly columns: readonly number[]
}

/**
 * The themes that any of the columns mentions, each with its place in every column. Ranks count all
 * themes of `comparison`, also those that are not shown.
 */
export function themeLines(comparison: Pick<Comparison, 'columns' | 'rows'>, shown: readonly Row[], { measure, columns }: Asked): ThemeLine[] {
  const ranks = columns.map((column) => (measure === 'length' ? lengthRanks(comparison.rows, column) : mentionRanks(comparison, column)))
  const rows = shown
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => columns.some((column) => (row.cells[column]?.passages.length ?? 0) > 0))
  const slots: ReadonlyMap<string, number>[] = []
  for (const rank of ranks) slots.push(slotsOf(rows.map(({ row }) => row.theme), rank, slots.at(-1)))
  return rows.map(({ row, index }) => ({
    row: index,
    marks: columns.map((column, at): RankMark => {
      const rank = ranks[at]?.get(row.theme) ?? null
      const before = at === 0 ? null : (ranks[at - 1]?.get(row.theme) ?? null)
      return {
        rank,
        isTied: rank !== null && [...ranks[at]!.values()].filter((other) => other === rank).length > 1,
        share: row.cells[column]?.share ?? 0,
        change: rank === null || before === null ? null : before - rank,
        slot: slots[at]!.get(row.theme) ?? 0
      }
    })
  }))
}

/** Theme -> rank; themes that the column does not mention are not in it. */
type Ranks = ReadonlyMap<string, number>

function lengthRanks(rows: readonly Row[], column: number): Ranks {
  return new Map(rows.flatMap((row) => {
    const rank = row.cells[column]?.rank ?? null
    return rank === null ? [] : [[row.theme, rank] as const]
  }))
}

/**
 * By the position of the first quotation. In a column of several reports a theme has the mean of its
 * ranks in those that mention it, and the means are ranked.
 */
function mentionRanks({ columns, rows }: Pick<Comparison, 'columns' | 'rows'>, column: number): Ranks {
  /** Report -> theme -> where its first quotation begins. */
  const starts = new Map((columns[column]?.reports ?? []).map((report) => [report, new Map<string, number>()]))
  for (const { theme, cells } of rows) {
    for (const { report, start } of cells[column]?.passages ?? []) {
      const own = starts.get(report)
      own?.set(theme, Math.min(start, own.get(theme) ?? start))
    }
  }
  const found = new Map<string, number[]>()
  for (const own of starts.values()) {
    for (const [theme, rank] of competition(own)) found.set(theme, [...(found.get(theme) ?? []), rank])
  }
  return competition(new Map([...found].map(([theme, places]) => [theme, places.reduce((sum, n) => sum + n, 0) / places.length])))
}

/** 1, 2, 2, 4: least first. */
function competition(sizes: ReadonlyMap<string, number>): Map<string, number> {
  const all = [...sizes.values()]
  return new Map([...sizes].map(([theme, size]) => [theme, 1 + all.filter((other) => other < size).length]))
}

/** Equals stand in the order of the column before, so that their lines do not cross; else in the given order. */
function slotsOf(themes: readonly string[], ranks: Ranks, before: ReadonlyMap<string, number> | undefined): ReadonlyMap<string, number> {
  const earlier = (theme: string): number => before?.get(theme) ?? themes.indexOf(theme)
  const inOrder = (list: readonly string[]): string[] =>
    [...list].sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0) || earlier(a) - earlier(b) || themes.indexOf(a) - themes.indexOf(b))
  const mentioned = inOrder(themes.filter((theme) => ranks.has(theme)))
  const absent = inOrder(themes.filter((theme) => !ranks.has(theme)))
  return new Map([...mentioned.map((theme, slot) => [theme, slot] as const), ...absent.map((theme, slot) => [theme, slot] as const)])
}

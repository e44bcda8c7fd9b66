import type { TargetOperator } from '#core/report/report.ts'
import { foldedForFinding, type TargetRow } from './target-rows.ts'

/** What the table can be narrowed by, one list of values each; none means all. */
export const facets = ['theme', 'province', 'year', 'unit', 'operator'] as const

export type Facet = (typeof facets)[number]

export interface TargetFilters extends Readonly<Record<Facet, readonly string[]>> {
  /** Words that the clause must have. */
  readonly find: string
}

export const noFilters: TargetFilters = { find: '', theme: [], province: [], year: [], unit: [], operator: [] }

/** The value that a row has for a filter. '' is what is not known, and can be asked for like any other. */
export function facetOf(row: TargetRow, facet: Facet): string {
  switch (facet) {
    case 'theme':
      return row.theme ?? ''
    case 'province':
      return row.province
    case 'year':
      return row.year
    case 'unit':
      return row.unitKey
    case 'operator':
      return row.operator satisfies TargetOperator
  }
}

export function filterRows(rows: readonly TargetRow[], filters: TargetFilters): readonly TargetRow[] {
  const wanted = facets.filter((facet) => filters[facet].length > 0).map((facet) => ({ facet, values: new Set(filters[facet]) }))
  const find = foldedForFinding(filters.find)
  if (wanted.length === 0 && find === '') return rows
  return rows.filter((row) => wanted.every(({ facet, values }) => values.has(facetOf(row, facet))) && (find === '' || row.folded.includes(find)))
}

/** How many rows each value of a filter has, by the rows that the other filters leave. */
export function facetCounts(rows: readonly TargetRow[], filters: TargetFilters, facet: Facet): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const row of filterRows(rows, { ...filters, [facet]: [] })) {
    const value = facetOf(row, facet)
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}

import { useShallow } from 'zustand/react/shallow'
import { keptStore, savedOneOf, savedRecord, savedStrings } from '../../state/kept.ts'
import { toggled } from '../../state/toggled.ts'
import { facets, noFilters, type Facet, type TargetFilters } from './target-filter.ts'
import { groupings, type GroupBy } from './target-groups.ts'
import { sortKeys, type SortKey, type Sorting } from './target-sort.ts'

/** How a person left the table of targets. */
export interface TargetView {
  /** The compared reports, or every report of the library. */
  readonly scope: 'compared' | 'library'
  readonly filters: TargetFilters
  readonly sorting: Sorting | null
  readonly group: GroupBy
  /** Keys of the groups that are folded. */
  readonly folded: readonly string[]
  readonly scrollTop: number
}

const initial: TargetView = { scope: 'compared', filters: noFilters, sorting: null, group: 'metric', folded: [], scrollTop: 0 }

export const useTargetView = keptStore<TargetView>('targets', initial, restored)

/** All of it but how far the table is scrolled, which changes at every step of the wheel. */
export const useTargetChoice = (): Omit<TargetView, 'scrollTop'> => useTargetView(useShallow(({ scrollTop: _, ...choice }) => choice))

type Saved = Readonly<Record<string, unknown>>

/** What was kept by any version of the program, as far as it is still understood. */
function restored({ scope, filters, sorting, group, folded, scrollTop }: Saved): TargetView {
  return {
    scope: savedOneOf(scope, ['compared', 'library'], initial.scope),
    filters: filtersFrom(savedRecord(filters)),
    sorting: sortingFrom(savedRecord(sorting)),
    group: savedOneOf(group, groupings, initial.group),
    folded: savedStrings(folded),
    scrollTop: typeof scrollTop === 'number' && Number.isFinite(scrollTop) ? Math.max(0, scrollTop) : 0
  }
}

function filtersFrom(saved: Saved): TargetFilters {
  const lists = Object.fromEntries(facets.map((facet) => [facet, savedStrings(saved[facet])]))
  return { ...noFilters, ...lists, find: typeof saved['find'] === 'string' ? saved['find'] : '' }
}

function sortingFrom({ key, descending }: Saved): Sorting | null {
  const known = sortKeys.find((one) => one === key)
  return known === undefined ? null : { key: known, descending: descending === true }
}

/** Another selection of rows begins at the top. */
const anew = (change: Partial<TargetView>): void => useTargetView.setState({ ...change, scrollTop: 0 })

export const showScope = (scope: TargetView['scope']): void => anew({ scope })

export const groupTargets = (group: GroupBy): void => anew({ group, folded: [] })

export const findTargets = (find: string): void => anew({ filters: { ...useTargetView.getState().filters, find } })

export function toggleFacet(facet: Facet, value: string): void {
  const { filters } = useTargetView.getState()
  anew({ filters: { ...filters, [facet]: toggled(filters[facet], value) } })
}

export const clearFacet = (facet: Facet): void => anew({ filters: { ...useTargetView.getState().filters, [facet]: [] } })

export const clearTargetFilters = (): void => anew({ filters: noFilters })

/** Up, down, and back to the order of the reports. */
export function sortTargets(key: SortKey): void {
  const { sorting } = useTargetView.getState()
  if (sorting?.key !== key) anew({ sorting: { key, descending: false } })
  else anew({ sorting: sorting.descending ? null : { key, descending: true } })
}

export const foldGroup = (key: string): void => useTargetView.setState(({ folded }) => ({ folded: toggled(folded, key) }))

export const noteScroll = (scrollTop: number): void => useTargetView.setState({ scrollTop })

/** Themes that are none any more. */
export function dropThemes(isGone: (theme: string) => boolean): void {
  const { filters } = useTargetView.getState()
  if (filters.theme.some(isGone)) anew({ filters: { ...filters, theme: filters.theme.filter((id) => !isGone(id)) } })
}

import { useMemo } from 'react'
import { number } from '../../language/labels.ts'
import { Segmented } from '../../parts/Segmented.tsx'
import { FilterMenu } from './FilterMenu.tsx'
import { TargetExport } from './TargetExport.tsx'
import { facets } from './target-filter.ts'
import { groupings, type GroupBy } from './target-groups.ts'
import { facetLabel, type LabelGround } from './target-labels.ts'
import type { TargetRow } from './target-rows.ts'
import { clearTargetFilters, findTargets, groupTargets, showScope, toggleFacet, useTargetChoice } from './target-state.ts'

interface TargetBarProps {
  readonly rows: readonly TargetRow[]
  readonly shown: readonly TargetRow[]
  readonly ground: LabelGround
}

/** What the table is of, how it is narrowed and grouped, and how it leaves the window. */
export function TargetBar({ rows, shown, ground }: TargetBarProps) {
  const { scope, filters, group } = useTargetChoice()
  const reports = useMemo(() => new Set(shown.map(({ report }) => report)).size, [shown])
  const { words } = ground
  const isNarrowed = filters.find !== '' || facets.some((facet) => filters[facet].length > 0)
  return (
    <div className="targets-bar">
      <Segmented
        label={words.targets.scope}
        value={scope}
        options={[
          { value: 'compared', label: words.targets.compared },
          { value: 'library', label: words.targets.library }
        ]}
        onChange={showScope}
      />
      <input type="search" aria-label={words.targets.find} placeholder={words.targets.find} value={filters.find} onChange={(event) => findTargets(event.target.value)} />
      <label className="targets-group-by">
        {words.targets.groupBy}
        <select value={group} onChange={(event) => groupTargets(event.target.value as GroupBy /* its options are these */)}>
          {groupings.map((by) => (
            <option key={by} value={by}>
              {words.targets.groupings[by]}
            </option>
          ))}
        </select>
      </label>
      <TargetExport shown={shown} />
      <div className="targets-filters">
        {facets.map((facet) => (
          <FilterMenu key={facet} facet={facet} rows={rows} filters={filters} ground={ground} />
        ))}
        {facets.flatMap((facet) =>
          filters[facet].map((value) => {
            const label = facetLabel(facet, value, ground)
            return (
              <button key={`${facet} ${value}`} type="button" className="chip" aria-label={words.targets.remove(label)} onClick={() => toggleFacet(facet, value)}>
                {label} <span aria-hidden="true">×</span>
              </button>
            )
          })
        )}
        {isNarrowed && (
          <button type="button" className="link" onClick={clearTargetFilters}>
            {words.targets.clear}
          </button>
        )}
        <span className="targets-count" role="status">
          {words.targets.shown(number(shown.length), number(rows.length), number(reports))}
        </span>
      </div>
    </div>
  )
}

import { Menu } from '@base-ui/react/menu'
import { number } from '../../language/labels.ts'
import { facetCounts, type Facet, type TargetFilters } from './target-filter.ts'
import { facetLabel, type LabelGround } from './target-labels.ts'
import type { TargetRow } from './target-rows.ts'
import { clearFacet, toggleFacet } from './target-state.ts'

interface FilterMenuProps {
  readonly facet: Facet
  readonly rows: readonly TargetRow[]
  readonly filters: TargetFilters
  readonly ground: LabelGround
}

/** The values of one filter with what each would leave; several can be chosen. It stays open while a person chooses. */
export function FilterMenu({ facet, rows, filters, ground }: FilterMenuProps) {
  const { words } = ground
  const chosen = filters[facet]
  const name = words.targets.facets[facet]
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className={chosen.length > 0 ? 'filter-button is-on' : 'filter-button'}>
        {name}
        <small>{chosen.length === 0 ? words.targets.all : chosen.length === 1 ? facetLabel(facet, chosen[0]!, ground) : number(chosen.length)}</small>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" align="start" sideOffset={4}>
          <Menu.Popup className="menu targets-filter" aria-label={name}>
            <FilterValues facet={facet} rows={rows} filters={filters} ground={ground} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

/** Counted only while the menu is open. */
function FilterValues({ facet, rows, filters, ground }: FilterMenuProps) {
  const chosen = filters[facet]
  const counts = facetCounts(rows, filters, facet)
  return (
    <>
      <Menu.Item className="menu-item" disabled={chosen.length === 0} closeOnClick={false} onClick={() => clearFacet(facet)}>
        <span>{ground.words.targets.all}</span>
      </Menu.Item>
      {orderedValues(facet, counts, ground).map((value) => (
        <Menu.CheckboxItem key={value} className="menu-item" checked={chosen.includes(value)} onCheckedChange={() => toggleFacet(facet, value)} closeOnClick={false}>
          <span>{facetLabel(facet, value, ground)}</span>
          <small>{number(counts.get(value) ?? 0)}</small>
        </Menu.CheckboxItem>
      ))}
    </>
  )
}

/** Themes as the codebook has them, provinces by code, years newest first, units and relations by how many have them; what is not known last. */
function orderedValues(facet: Facet, counts: ReadonlyMap<string, number>, { themes }: LabelGround): string[] {
  const values = [...counts.keys()]
  const places = new Map([...themes.keys()].map((id, place) => [id, place]))
  const compare = (a: string, b: string): number => {
    if (a === '' || b === '') return a === '' ? 1 : -1
    if (facet === 'theme') return (places.get(a) ?? Infinity) - (places.get(b) ?? Infinity)
    if (facet === 'province') return a < b ? -1 : 1
    if (facet === 'year') return a < b ? 1 : -1
    return counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1)
  }
  return values.sort(compare)
}

import type { Theme } from '#core/codebook/codebook.ts'
import type { SearchCounts } from '#core/contract/search-calls.ts'
import { concordanceOrders, searchedParts } from '#core/contract/searched-parts.ts'
import { statementKinds } from '#core/report/report.ts'
import { number } from '../../language/labels.ts'
import { CheckMenu } from '../../CheckMenu.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { clearSearchFilters, isNarrowed, search, useAsked, widths } from '../../state/searching.ts'
import { useLanguage, useWords } from '../../use-words.ts'

interface SearchToolsProps {
  readonly themes: readonly Theme[]
  readonly counts: SearchCounts | null
  /** Code -> name in the language of the window. */
  readonly provinceNames: ReadonlyMap<string, string>
}

/** Ids of menus are strings. */
const unknown = '—'
const keyOf = (id: string): string | null => (id === unknown ? null : id)

/** Where to look, in what order, how wide, and what is left out. */
export function SearchTools({ themes, counts, provinceNames }: SearchToolsProps) {
  const words = useWords()
  const language = useLanguage()
  const w = words.searching
  const state = useAsked()
  const at = widths.indexOf(state.width)
  return (
    <div className="search-tools">
      <Segmented
        label={w.part}
        value={state.part}
        options={searchedParts.map((value) => ({ value, label: counts === null || state.query.trim() === '' ? w.parts[value] : `${w.parts[value]} ${number(counts.parts[value])}` }))}
        onChange={(part) => search({ part })}
        leading
      />
      <Segmented label={w.order} value={state.order} options={concordanceOrders.map((value) => ({ value, label: w.orders[value], title: w.sortBy(w.orders[value]) }))} onChange={(order) => search({ order })} />
      <div className="search-width" role="group" aria-label={w.width}>
        <button type="button" aria-label={w.narrower} disabled={at <= 0} onClick={() => search({ width: widths[at - 1] ?? state.width })}>
          −
        </button>
        <span title={w.width}>{state.width}</span>
        <button type="button" aria-label={w.wider} disabled={at === widths.length - 1} onClick={() => search({ width: widths[at + 1] ?? state.width })}>
          +
        </button>
      </div>
      <div className="search-filters">
        <CheckMenu
          label={w.filters.province}
          chosen={state.provinces.map((code) => code ?? unknown)}
          options={(counts?.provinces ?? []).map(({ key, hits }) => ({ id: key ?? unknown, label: key === null ? w.unknownProvince : (provinceNames.get(key) ?? key), count: hits }))}
          onChange={(ids) => search({ provinces: ids.map(keyOf) })}
        />
        <CheckMenu
          label={w.filters.year}
          chosen={state.years.map((year) => year ?? unknown)}
          options={(counts?.years ?? []).map(({ key, hits }) => ({ id: key ?? unknown, label: key ?? w.unknownYear, count: hits }))}
          onChange={(ids) => search({ years: ids.map(keyOf) })}
        />
        {state.part === 'text' && (
          <>
            <CheckMenu label={w.filters.theme} chosen={state.themes} options={themes.map(({ id, name }) => ({ id, label: name[language] }))} onChange={(ids) => search({ themes: ids })} />
            <CheckMenu
              label={w.filters.kind}
              chosen={state.kinds}
              options={statementKinds.map((id) => ({ id, label: words.kinds[id] }))}
              onChange={(ids) => search({ kinds: statementKinds.filter((kind) => ids.includes(kind)) })}
            />
          </>
        )}
        {isNarrowed(state) && (
          <button type="button" className="link" onClick={clearSearchFilters}>
            {w.filters.clear}
          </button>
        )}
      </div>
    </div>
  )
}

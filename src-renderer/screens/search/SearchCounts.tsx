import type { SearchCount, SearchCounts as Counts } from '#core/contract/search-calls.ts'
import { number } from '../../language/labels.ts'
import type { SaidCount } from '../../language/searching.ts'
import { Segmented } from '../../parts/Segmented.tsx'
import { search, useAsked } from '../../state/searching.ts'
import { toggled } from '../../state/toggled.ts'
import { useWords } from '../../use-words.ts'

interface SearchCountsProps {
  readonly counts: Counts
  readonly provinceNames: ReadonlyMap<string, string>
}

const perThousand = ({ hits, characters }: Pick<SearchCount, 'hits' | 'characters'>): number => (characters === 0 ? 0 : (hits / characters) * 1000)

const saidCount = (count: Omit<SearchCount, 'key'>): SaidCount => ({
  hits: number(count.hits), reports: number(count.reports), of: number(count.of), characters: number(count.characters), rate: perThousand(count).toFixed(2)
})

/** How often in each province and year: bars with their numbers; a bar chooses what it stands for. */
export function SearchCounts({ counts, provinceNames }: SearchCountsProps) {
  const w = useWords().searching
  const { measure, part, provinces, years } = useAsked()
  const { all } = counts
  const asked = part === 'text' ? measure : 'hits'
  return (
    <section className="search-counts" aria-label={w.counts}>
      <header>
        <h2>{w.counts}</h2>
        {part === 'text' && (
          <Segmented
            label={w.measure}
            value={measure}
            options={[
              { value: 'hits', label: w.hits },
              { value: 'perThousand', label: w.perThousand }
            ]}
            onChange={(value) => search({ measure: value })}
          />
        )}
      </header>
      <p className="search-base">{w.base(saidCount(all))}</p>
      <Bars
        title={w.byYear}
        bars={counts.years}
        measure={asked}
        nameOf={(key) => key ?? w.unknownYear}
        chosen={years}
        onChoose={(list) => search({ years: list })}
      />
      <Bars
        title={w.byProvince}
        bars={counts.provinces}
        measure={asked}
        nameOf={(key) => (key === null ? w.unknownProvince : (provinceNames.get(key) ?? key))}
        chosen={provinces}
        onChoose={(list) => search({ provinces: list })}
      />
    </section>
  )
}

interface BarsProps {
  readonly title: string
  readonly bars: readonly SearchCount[]
  readonly measure: 'hits' | 'perThousand'
  readonly nameOf: (key: string | null) => string
  readonly chosen: readonly (string | null)[]
  readonly onChoose: (chosen: readonly (string | null)[]) => void
}

function Bars({ title, bars, measure, nameOf, chosen, onChoose }: BarsProps) {
  const w = useWords().searching
  const value = (bar: SearchCount): number => (measure === 'hits' ? bar.hits : perThousand(bar))
  const most = Math.max(...bars.map(value), Number.MIN_VALUE)
  return (
    <>
      <h3>{title}</h3>
      <ul className="search-bars">
        {bars.map((bar) => {
          const name = nameOf(bar.key)
          const said = w.bar(name, saidCount(bar))
          return (
            <li key={bar.key ?? ''}>
              <button
                type="button"
                className="plain"
                aria-pressed={chosen.includes(bar.key)}
                aria-label={said}
                title={said}
                onClick={() => onChoose(toggled(chosen, bar.key))}
              >
                <span className="bar-name">{name}</span>
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={(value(bar) / most) * 100} height="10" />
                </svg>
                <span className="bar-value">{measure === 'hits' ? number(bar.hits) : perThousand(bar).toFixed(2)}</span>
                <small>
                  {number(bar.reports)}/{number(bar.of)}
                </small>
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}

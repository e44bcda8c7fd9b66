import { useLastingCall } from '../../host/use-call.ts'
import { number } from '../../language/labels.ts'
import { Segmented } from '../../parts/Segmented.tsx'
import { neighbourLengths, search, useSearching } from '../../state/searching.ts'
import { useWords } from '../../use-words.ts'
import type { ShownPage } from './use-concordance.ts'

/** What stands next to the word most often; one of them carries the search on. */
export function Neighbours({ shown }: { readonly shown: ShownPage }) {
  const w = useWords().searching
  const side = useSearching((s) => s.side)
  const characters = useSearching((s) => s.neighbour)
  const { order: _, width: __, offset: ___, limit: ____, ...asked } = shown.input
  const { value } = useLastingCall('search.neighbours', { ...asked, side, characters, limit: 20 })
  const { query } = shown.input
  return (
    <section className="search-neighbours" aria-label={w.neighbours}>
      <header>
        <h2>{w.neighbours}</h2>
        <Segmented
          label={w.neighbourSide}
          value={side}
          options={[
            { value: 'left', label: w.orders.left },
            { value: 'right', label: w.orders.right }
          ]}
          onChange={(value_) => search({ side: value_ })}
        />
        <select aria-label={w.neighbourLength} value={characters} onChange={(event) => search({ neighbour: Number(event.target.value) })}>
          {neighbourLengths.map((length) => (
            <option key={length} value={length}>
              {length}
            </option>
          ))}
        </select>
      </header>
      <ul>
        {(value?.neighbours ?? []).map(({ text, count }) => {
          const joined = side === 'left' ? `${text}${query}` : `${query}${text}`
          return (
            <li key={text}>
              <button type="button" className="plain" aria-label={w.nextTo(joined, number(count))} onClick={() => search({ query: joined })}>
                <span lang="zh-CN">
                  {side === 'left' && <b>{text}</b>}
                  {query}
                  {side === 'right' && <b>{text}</b>}
                </span>
                <span className="bar-value">{number(count)}</span>
              </button>
            </li>
          )
        })}
      </ul>
      {value !== null && value.different > value.neighbours.length && <p className="search-base">{w.more(number(value.different))}</p>}
    </section>
  )
}

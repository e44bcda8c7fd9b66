import type { Words } from '../../language/zh.ts'
import { writePlace } from './target-keys.ts'
import { sortKeys, type Sorting } from './target-sort.ts'
import { sortTargets } from './target-state.ts'

interface HeadLineProps {
  readonly sorting: Sorting | null
  /** The column that the keyboard is at, or null where it is on another line. */
  readonly active: number | null
  readonly words: Words
}

/** The headers; each sorts. */
export function HeadLine({ sorting, active, words }: HeadLineProps) {
  return (
    <div className="targets-head" role="rowgroup">
      <div className="targets-line" role="row" aria-rowindex={1}>
        {sortKeys.map((key, column) => {
          const order = sorting?.key === key ? (sorting.descending ? 'descending' : 'ascending') : 'none'
          return (
            <div
              key={key}
              role="columnheader"
              className={`targets-cell ${key}`}
              aria-sort={order}
              aria-colindex={column + 1}
              data-at={writePlace({ line: -1, column })}
              tabIndex={active === column ? 0 : -1}
              title={words.targets.sortBy(words.targets.columns[key])}
              onClick={() => sortTargets(key)}
            >
              {words.targets.columns[key]}
              <span aria-hidden="true">{order === 'none' ? '' : order === 'descending' ? ' ↓' : ' ↑'}</span>
            </div>
          )
        })}
      </div>
    </div>
  )
}

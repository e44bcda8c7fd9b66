import type { Row } from '#core/compare/comparison.ts'
import { clearFilters, findInTable, showOnlyMentioning, toggleKind, toggleTheme, useSelection } from '../../state/selection.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { filterBy, useOwnFilter } from './matrix-state.ts'

interface SetFilter {
  readonly id: string
  readonly label: string
  readonly takeAway: () => void
}

export function clearAllFilters(): void {
  clearFilters()
  filterBy({ withTarget: false, withNote: false, emptyThemes: false })
}

/** What the table is narrowed to, each to be taken away by itself; nothing while it is not narrowed. */
export function FilterChips({ rows }: { readonly rows: readonly Row[] }) {
  const words = useWords()
  const set = useSetFilters(rows)
  if (set.length === 0) return null
  return (
    <div className="filter-chips" role="group" aria-label={words.matrixView.filtersSet}>
      {set.map(({ id, label, takeAway }) => (
        <button key={id} type="button" className="chip is-set" aria-label={words.matrixView.takeAway(label)} onClick={takeAway}>
          {label} <span aria-hidden="true">×</span>
        </button>
      ))}
      {set.length > 1 && (
        <button type="button" className="link" onClick={clearAllFilters}>
          {words.matrixView.clearAll}
        </button>
      )}
    </div>
  )
}

function useSetFilters(rows: readonly Row[]): SetFilter[] {
  const words = useWords()
  const language = useLanguage()
  const { themes, kinds, find, onlyMentioning } = useSelection()
  const { withTarget, withNote, emptyThemes } = useOwnFilter()
  const flag = (id: string, isSet: boolean, { label, takeAway }: Omit<SetFilter, 'id'>): SetFilter[] => (isSet ? [{ id, label, takeAway }] : [])
  return [
    ...themes.map((theme) => ({ id: `theme ${theme}`, label: rows.find((row) => row.theme === theme)?.label[language] ?? theme, takeAway: () => toggleTheme(theme) })),
    ...kinds.map((kind) => ({ id: `kind ${kind}`, label: words.kinds[kind], takeAway: () => toggleKind(kind) })),
    ...flag('target', withTarget, { label: words.matrixView.withTarget, takeAway: () => filterBy({ withTarget: false }) }),
    ...flag('note', withNote, { label: words.matrixView.withNote, takeAway: () => filterBy({ withNote: false }) }),
    ...flag('mentioning', onlyMentioning, { label: words.matrix.onlyMentioning, takeAway: () => showOnlyMentioning(false) }),
    ...flag('empty', emptyThemes, { label: words.matrixView.emptyThemes, takeAway: () => filterBy({ emptyThemes: false }) }),
    ...flag('find', find !== '', { label: words.matrixView.findIs(find), takeAway: () => findInTable('') })
  ]
}

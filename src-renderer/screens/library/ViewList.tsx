import { number } from '../../language/labels.ts'
import { comparisonViews, isComparisonView, showView, useRoute, type View } from '../../routes.ts'
import { useWords } from '../../use-words.ts'

interface ViewListProps {
  /** Reports of the library, and those of them that are compared. */
  readonly reports: number
  readonly compared: number
}

/** The rooms of the window. The comparison has several forms; it comes back in the one it was left in. */
export function ViewList({ reports, compared }: ViewListProps) {
  const words = useWords()
  const { view, lastComparison } = useRoute()
  const places: readonly { readonly view: View; readonly label: string; readonly count?: number }[] = [
    { view: 'library', label: words.views.library, count: reports },
    { view: lastComparison ?? comparisonViews[0], label: words.views.comparison, count: compared },
    { view: 'reader', label: words.views.reader },
    { view: 'versions', label: words.views.versions },
    { view: 'targets', label: words.views.targets },
    { view: 'phrases', label: words.views.phrases },
    { view: 'statistics', label: words.views.statistics },
    { view: 'notes', label: words.views.notes },
    { view: 'review', label: words.views.review },
    { view: 'coders', label: words.views.coders },
    { view: 'codebook', label: words.views.codebook },
    { view: 'search', label: words.views.search }
  ]
  return (
    <nav className="view-list" aria-label={words.views.nav}>
      <ul>
        {places.map((place) => {
          const isHere = place.view === view || (isComparisonView(place.view) && isComparisonView(view))
          return (
            <li key={place.label}>
              <button type="button" className="plain" aria-current={isHere ? 'page' : undefined} onClick={() => showView(place.view)}>
                <span>{place.label}</span>
                {place.count !== undefined && <small>{number(place.count)}</small>}
              </button>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

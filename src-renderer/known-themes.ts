import type { CallCache } from './host/call-cache.ts'
import { openPlace, routeNow } from './routes.ts'
import { setFilters, useTableView } from './screens/reports/reports-state.ts'
import { dropThemes } from './screens/targets/target-state.ts'
import { putHandAway, useHand } from './state/hand.ts'
import { beginLinking, useLinking } from './state/linking.ts'
import { search, useSearching } from './state/searching.ts'
import { useSelection } from './state/selection.ts'

/**
 * Another codebook has other themes: those chosen before would leave out everything, and nobody could see
 * why. What is chosen is kept as far as the codebook in use knows it.
 */
export function followThemes(cache: CallCache): void {
  let seen: string | null = null
  cache.subscribe({ name: 'library.state', input: {} }, () => {
    const state = cache.read('library.state', {}).value
    if (state === null || state.codebook.sha256 === seen) return
    seen = state.codebook.sha256
    keepKnown(new Set(state.themes.map(({ id }) => id)))
  })
}

function keepKnown(known: ReadonlySet<string>): void {
  const kept = (themes: readonly string[]): readonly string[] => themes.filter((id) => known.has(id))
  const isStale = (themes: readonly string[]): boolean => kept(themes).length < themes.length
  const selected = useSelection.getState().themes
  if (isStale(selected)) useSelection.setState({ themes: kept(selected) })
  const searched = useSearching.getState().themes
  if (isStale(searched)) search({ themes: kept(searched) })
  const listed = useTableView.getState().filters.themes
  if (isStale(listed)) setFilters({ themes: kept(listed) })
  dropThemes((id) => id !== '' && !known.has(id))
  dropFromWords((theme) => theme !== null && !known.has(theme))
}

/** Words that are open, offered or being linked stay so, without a theme that is not there: a note on them would be under it. */
function dropFromWords(isGone: (theme: string | null) => boolean): void {
  const { place } = routeNow()
  if (place !== null && isGone(place.theme)) openPlace({ ...place, theme: null })
  const { from } = useLinking.getState()
  if (from !== null && isGone(from.theme)) beginLinking({ ...from, theme: null })
  const { offered } = useHand.getState()
  if (offered !== null && isGone(offered.theme)) putHandAway()
}

import { useSyncExternalStore } from 'react'
import { putHandAway } from './state/hand.ts'
import { keptStore } from './state/kept.ts'

/** Where the person is: which view of the comparison, and which place of which source lies open beside it. */
export interface Route {
  readonly view: View
  readonly place: Place | null
  /** The form of the comparison that was looked at last. */
  readonly lastComparison: ComparisonView | null
}

/** The views of one comparison; each is another form of the same cells. */
export const comparisonViews = ['quotations', 'summaries', 'counts', 'structure', 'ranks'] as const

/** The first ten have Alt and a number; a view that came later does not push them on. */
export const views = ['library', 'quotations', 'counts', 'structure', 'ranks', 'reader', 'targets', 'search', 'settings', 'notes', 'summaries', 'coders', 'codebook', 'review', 'statistics', 'phrases', 'versions'] as const

export type View = (typeof views)[number]
export type ComparisonView = (typeof comparisonViews)[number]

export const isComparisonView = (view: View): view is ComparisonView => comparisonViews.some((other) => other === view)

/** A stretch of a report's reading text; an empty one means the report as a whole. */
export interface Place {
  readonly report: string
  readonly start: number
  readonly end: number
  /** The theme that led here, or null. */
  readonly theme: string | null
}

/** `#/counts?report=r1&from=12&to=40` */
function readRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?')
  const parameters = new URLSearchParams(query)
  const report = parameters.get('report')
  const view = views.find((known) => known === path) ?? 'quotations'
  return {
    view,
    lastComparison: isComparisonView(view) ? view : null,
    place:
      report === null
        ? null
        : { report, start: position(parameters.get('from')), end: position(parameters.get('to')), theme: parameters.get('theme') }
  }
}

function writeRoute({ view, place }: Pick<Route, 'view' | 'place'>): string {
  if (place === null) return `#/${view}`
  const query = new URLSearchParams({ report: place.report, from: String(place.start), to: String(place.end) })
  if (place.theme !== null) query.set('theme', place.theme)
  return `#/${view}?${query}`
}

function position(text: string | null): number {
  const value = Number(text)
  return Number.isSafeInteger(value) && value >= 0 ? value : 0
}

/** Where the person was, kept for the next start. */
const useLastRoute = keptStore<{ readonly hash: string }>('route', { hash: '' }, ({ hash }) => ({ hash: typeof hash === 'string' ? hash : '' }))

const listeners = new Set<() => void>()

let current = readRoute(location.hash)

/** Goes where the person was in this library, unless the address says where to go. */
export function resumeRoute(): void {
  if (/^#\/\w/.test(location.hash)) return
  const last = readRoute(useLastRoute.getState().hash)
  history.replaceState(null, '', writeRoute(last))
  become(last)
}

/** Another library is being opened: the address says nothing until `resumeRoute`; the window shows what it showed. */
export const leaveRoute = (): void => history.replaceState(null, '', location.pathname)

const nowhere = readRoute('')

/** For actions: where the person is. Between two libraries that is nowhere, so that none acts on the one before. */
export const routeNow = (): Route => (location.hash === '' ? nowhere : current)

export const useRoute = (): Route => useSyncExternalStore(subscribe, () => current)

/** Whether exactly this place is open; a component that asks is drawn again only when the answer changes. */
export const useIsOpen = ({ report, start, end }: Omit<Place, 'theme'>): boolean =>
  useSyncExternalStore(subscribe, () => {
    const { place } = current
    return place !== null && place.report === report && place.start === start && place.end === end
  })

export function showView(view: View): void {
  putHandAway()
  go({ ...current, view, lastComparison: isComparisonView(view) ? view : current.lastComparison })
}

/** The report as a whole. */
export const openReport = (report: string): void => openPlace({ report, start: 0, end: 0, theme: null })

export const openPlace = (place: Place): void => go({ ...current, place })

export const closePlace = (): void => go({ ...current, place: null })

/** Opening and closing the source is a step back and forth; going from place to place in it is not. */
function go(next: Route): void {
  const hash = writeRoute(next)
  const isStep = next.view !== current.view || (next.place === null) !== (current.place === null)
  useLastRoute.setState({ hash })
  if (isStep) history.pushState(null, '', hash)
  else history.replaceState(null, '', hash)
  become(next)
}

window.addEventListener('popstate', () => {
  const next = readRoute(location.hash)
  useLastRoute.setState({ hash: writeRoute(next) })
  become({ ...next, lastComparison: next.lastComparison ?? current.lastComparison })
})

function become(route: Route): void {
  current = route
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

import { useSyncExternalStore } from 'react'

/** Where the person is: which view of the comparison, and which place of which source lies open beside it. */
export interface Route {
  readonly view: View
  readonly place: Place | null
}

export type View = 'quotations' | 'counts'

/** A stretch of a report's reading text; an empty one means the report as a whole. */
export interface Place {
  readonly report: string
  readonly start: number
  readonly end: number
  /** The theme that led here, or null. */
  readonly theme: string | null
}

/** `#/counts?report=r1&from=12&to=40` */
export function readRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?')
  const parameters = new URLSearchParams(query)
  const report = parameters.get('report')
  return {
    view: path === 'counts' ? 'counts' : 'quotations',
    place:
      report === null
        ? null
        : { report, start: position(parameters.get('from')), end: position(parameters.get('to')), theme: parameters.get('theme') }
  }
}

function writeRoute({ view, place }: Route): string {
  if (place === null) return `#/${view}`
  const query = new URLSearchParams({ report: place.report, from: String(place.start), to: String(place.end) })
  if (place.theme !== null) query.set('theme', place.theme)
  return `#/${view}?${query}`
}

function position(text: string | null): number {
  const value = Number(text)
  return Number.isSafeInteger(value) && value >= 0 ? value : 0
}

let current = readRoute(location.hash)
const listeners = new Set<() => void>()

export const useRoute = (): Route => useSyncExternalStore(subscribe, () => current)

/** Whether exactly this place is open; a component that asks is drawn again only when the answer changes. */
export const useIsOpen = ({ report, start, end }: Omit<Place, 'theme'>): boolean =>
  useSyncExternalStore(subscribe, () => {
    const { place } = current
    return place !== null && place.report === report && place.start === start && place.end === end
  })

export const showView = (view: View): void => go({ ...current, view })

/** The report as a whole. */
export const openReport = (report: string): void => openPlace({ report, start: 0, end: 0, theme: null })

export const openPlace = (place: Place): void => go({ ...current, place })

export const closePlace = (): void => go({ ...current, place: null })

/** Opening and closing the source is a step back and forth; going from place to place in it is not. */
function go(next: Route): void {
  const hash = writeRoute(next)
  const isStep = next.view !== current.view || (next.place === null) !== (current.place === null)
  current = next
  if (isStep) history.pushState(null, '', hash)
  else history.replaceState(null, '', hash)
  for (const listener of listeners) listener()
}

window.addEventListener('popstate', () => {
  current = readRoute(location.hash)
  for (const listener of listeners) listener()
})

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

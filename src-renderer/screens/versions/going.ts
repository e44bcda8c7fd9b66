/** Moving the page of a comparison: to a row, to a change, and to where it was left. */
import { goToChange, notePlace, useVersionsView, type ReadingPlace } from './versions-state.ts'

/** Twice: rows that come into sight take their own height only then. */
function twice(scroll: () => void): void {
  scroll()
  requestAnimationFrame(() => requestAnimationFrame(scroll))
}

/** A row of the same page, with the focus on its way back or on its words. */
export function showRow(from: Element, row: number): void {
  const line = from.closest('[data-scroller]')?.querySelector<HTMLElement>(`[data-row="${row}"]`)
  if (line === null || line === undefined) return
  twice(() => line.scrollIntoView({ block: 'center' }))
  line.querySelector<HTMLElement>('.version-move, [data-change]')?.focus({ preventScroll: true })
}

/** The page of the comparison that is in sight. */
const page = (): HTMLElement | null => document.querySelector('.version-text')

/** Brings a change into sight and gives it the focus. */
function showChange(change: number): void {
  goToChange(change)
  // it may come onto the page with this very change of state
  requestAnimationFrame(() => {
    const scroller = page()
    const drawn = scroller?.querySelector<HTMLElement>(`[data-change="${change}"]`)
    if (scroller === null || drawn === null || drawn === undefined) return
    drawn.focus({ preventScroll: true })
    twice(() => {
      const [box, frame] = [drawn.getBoundingClientRect(), scroller.getBoundingClientRect()]
      if (box.top < frame.top + 8 || box.top > frame.bottom - 60) drawn.scrollIntoView({ block: 'center' })
    })
  })
}

/** The change after the one that was gone to last; at first the first one from where the person reads. */
export function stepChange(changes: readonly { readonly row: number }[], step: 1 | -1): void {
  if (changes.length === 0) return
  const { change, place } = useVersionsView.getState()
  const here = changes.findIndex(({ row }) => row >= place.row)
  const next = change === null || change >= changes.length ? (here < 0 ? 0 : here) : (change + step + changes.length) % changes.length
  showChange(next)
}

/** What of the page is at its upper edge. */
export function noteWhere(scroller: HTMLElement): void {
  const rows = scroller.querySelectorAll<HTMLElement>('[data-row]')
  const edge = scroller.getBoundingClientRect().top
  let [low, high] = [0, rows.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (rows[middle]!.getBoundingClientRect().bottom <= edge) low = middle + 1
    else high = middle
  }
  const row = rows[low]
  if (row !== undefined) notePlace({ row: Number(row.dataset['row']), past: Math.round(edge - row.getBoundingClientRect().top) })
}

export function returnTo(scroller: HTMLElement, { row, past }: ReadingPlace): void {
  if (row === 0 && past <= 0) return
  twice(() => {
    const line = scroller.querySelector<HTMLElement>(`[data-row="${row}"]`)
    if (line !== null) scroller.scrollTop += line.getBoundingClientRect().top - scroller.getBoundingClientRect().top + past
  })
}

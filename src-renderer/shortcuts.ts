import { closePlace, readRoute } from './routes.ts'

/** Keys that work wherever the focus is: Ctrl+K to search, Esc to put the source away. */
export function listenToKeys(): void {
  window.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault()
      document.getElementById('search')?.focus()
    } else if (event.key === 'Escape' && !event.defaultPrevented && !hasUseForEscape(event.target)) {
      if (readRoute(location.hash).place !== null) leaveSource()
    }
  })
}

/** Closes the source; the focus goes back to the cell the person came from. */
export function leaveSource(): void {
  closePlace()
  focusTable()
}

export function focusTable(): void {
  document.querySelector<HTMLElement>('[data-at][tabindex="0"]')?.focus({ preventScroll: true })
}

/** Menus and dialogs close themselves; a search field with words in it is cleared first. */
const hasUseForEscape = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  (target.closest('[role="menu"], [role="dialog"]') !== null || (target instanceof HTMLInputElement && target.type === 'search' && target.value !== ''))

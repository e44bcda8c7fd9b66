import { commandFor } from './commands.ts'
import { focusTable } from './focus-table.ts'
import { closePlace, routeNow } from './routes.ts'
import { letGoOfWords, useHand } from './state/hand.ts'

/** Keys that work wherever the focus is: those of the commands, and Esc to put the source away. */
export function listenToKeys(): void {
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return
    const command = commandFor(event)
    if (command !== null && !isCovered(event)) {
      event.preventDefault()
      command.run()
    } else if (event.key === 'Escape' && !hasUseForEscape(event.target)) {
      if (useHand.getState().offered !== null) letGoOfWords()
      else if (routeNow().place !== null) leaveSource()
    }
  })
}

/** Under a menu or a dialog a bare key belongs to what lies on top. */
const isCovered = ({ target, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  !ctrlKey && !metaKey && target instanceof Element && target.closest('[role="menu"], [role="dialog"]') !== null

/** Closes the source; the focus goes back to the cell the person came from. */
export function leaveSource(): void {
  closePlace()
  focusTable()
}

/** Menus and dialogs close themselves; a search field with words in it is cleared first. */
const hasUseForEscape = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  (target.closest('[role="menu"], [role="dialog"]') !== null || (target instanceof HTMLInputElement && target.type === 'search' && target.value !== ''))

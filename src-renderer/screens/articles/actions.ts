import type { Arrangement } from '#core/arrangement/arrangement.ts'
import { beginArticle, leaveOutOrTakeIn, markTitle, mergeWithBefore, moveArticleOf, moveRows, rowsOf } from '#core/arrangement/edits.ts'
import type { Span } from '#core/text/span.ts'
import { changed, indexOf, pageOf, redone, selectionOf, undone, walked, type Draft } from './draft.ts'

export type ActionName = 'cut' | 'merge' | 'up' | 'down' | 'articleUp' | 'articleDown' | 'mark' | 'leave' | 'undo' | 'redo'

/** What a person can do to the rows that are chosen, by button and by key. */
export function act(name: ActionName, draft: Draft, units: readonly Span[]): Draft {
  if (name === 'undo') return undone(draft)
  if (name === 'redo') return redone(draft)
  const next = changed(draft, edited(name, draft, units))
  return name === 'leave' && next !== draft ? besideLeftOut(next, draft, units) : next
}

/** The rows that are left out go to the end of the list; the person stays where they stood. */
function besideLeftOut(next: Draft, before: Draft, units: readonly Span[]): Draft {
  const rows = rowsOf(pageOf(before, units))
  const { first, last } = selectionOf(before, rows)
  if (rows[first]?.article === null) return next
  const beside = rows[last + 1] ?? rows[first - 1]
  return beside === undefined ? next : { ...next, at: beside.start, from: beside.start }
}

function edited(name: Exclude<ActionName, 'undo' | 'redo'>, draft: Draft, units: readonly Span[]): Arrangement {
  const page = pageOf(draft, units)
  const rows = rowsOf(page)
  const selection = selectionOf(draft, rows)
  const at = indexOf(rows, draft.at)
  switch (name) {
    case 'cut':
      return beginArticle(page, selection.first)
    case 'merge':
      return mergeWithBefore(page, at)
    case 'up':
      return moveRows(page, selection, -1)
    case 'down':
      return moveRows(page, selection, 1)
    case 'articleUp':
      return moveArticleOf(page, at, -1)
    case 'articleDown':
      return moveArticleOf(page, at, 1)
    case 'mark':
      return markTitle(page, selection)
    case 'leave':
      return leaveOutOrTakeIn(page, selection)
  }
}

interface Pressed {
  readonly key: string
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

const bareKeys: Readonly<Record<string, ActionName>> = { s: 'cut', m: 'merge', t: 'mark', x: 'leave', delete: 'leave' }
const steps: Readonly<Record<string, number>> = { arrowup: -1, arrowdown: 1, pageup: -10, pagedown: 10, home: -Infinity, end: Infinity }

/** What a key press in the list asks for: the draft after it, or null where the key means nothing here. */
export function pressed(event: Pressed, draft: Draft, units: readonly Span[]): Draft | null {
  const key = event.key.toLowerCase()
  if (event.ctrlKey || event.metaKey) {
    if (key === 'z') return act(event.shiftKey ? 'redo' : 'undo', draft, units)
    return key === 'y' ? act('redo', draft, units) : null
  }
  if (event.altKey) {
    if (key === 'arrowup') return act(event.shiftKey ? 'articleUp' : 'up', draft, units)
    return key === 'arrowdown' ? act(event.shiftKey ? 'articleDown' : 'down', draft, units) : null
  }
  const by = steps[key]
  if (by !== undefined) return walked(draft, units, { by, extends: event.shiftKey })
  const action = bareKeys[key]
  return action === undefined ? null : act(action, draft, units)
}

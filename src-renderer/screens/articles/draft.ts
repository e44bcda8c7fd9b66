import { isSame, type Arrangement } from '#core/arrangement/arrangement.ts'
import { rowsOf, type Page, type Row, type Selection } from '#core/arrangement/edits.ts'
import type { Span } from '#core/text/span.ts'

/** A division that a person is working on: what it is now, what it was, and which rows are chosen. */
export interface Draft {
  readonly now: Arrangement
  readonly past: readonly Arrangement[]
  readonly future: readonly Arrangement[]
  /** Where the unit of the row begins that the keys act on, and the one from which several were chosen. */
  readonly at: number
  readonly from: number
}

export const draftOf = (arrangement: Arrangement): Draft => {
  const at = arrangement.articles[0]?.stretches[0]?.start ?? 0
  return { now: arrangement, past: [], future: [], at, from: at }
}

/** One step further; a step that changes nothing is none. */
export function changed(draft: Draft, next: Arrangement): Draft {
  if (next.articles.length === 0 || isSame(draft.now, next)) return draft
  return { ...draft, now: next, past: [...draft.past, draft.now], future: [] }
}

export function undone(draft: Draft): Draft {
  const last = draft.past.at(-1)
  return last === undefined ? draft : { ...draft, now: last, past: draft.past.slice(0, -1), future: [draft.now, ...draft.future] }
}

export function redone(draft: Draft): Draft {
  const [next, ...future] = draft.future
  return next === undefined ? draft : { ...draft, now: next, past: [...draft.past, draft.now], future }
}

export const pageOf = ({ now }: Draft, units: readonly Span[]): Page => ({ arrangement: now, units })

/** The chosen rows as they lie now. */
export function selectionOf({ at, from }: Draft, rows: readonly Row[]): Selection {
  const [a, b] = [indexOf(rows, at), indexOf(rows, from)]
  return { first: Math.min(a, b), last: Math.max(a, b) }
}

export const indexOf = (rows: readonly Row[], start: number): number => Math.max(0, rows.findIndex((row) => row.start === start))

/** The row so many further on; `extends`: those between stay chosen. */
export function walked(draft: Draft, units: readonly Span[], step: { readonly by: number; readonly extends: boolean }): Draft {
  const rows = rowsOf(pageOf(draft, units))
  const index = Math.min(rows.length - 1, Math.max(0, indexOf(rows, draft.at) + step.by))
  const at = rows[index]?.start ?? draft.at
  return { ...draft, at, from: step.extends ? draft.from : at }
}

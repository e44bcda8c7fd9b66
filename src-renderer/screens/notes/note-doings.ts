import type { Note } from '#core/contract/edit-calls.ts'
import { slice, type Span } from '#core/text/span.ts'
import { openPlace, openReport } from '../../routes.ts'
import { beginPlacing } from '../../state/placing.ts'
import type { NoteCalls } from '../../use-note-calls.ts'

/** What can be done with a note of the list, by its buttons and by keys alike. */
export interface NoteDoings {
  readonly calls: NoteCalls
  readonly open: (note: Note) => void
  readonly openAt: (note: Note, place: Span) => void
  readonly accept: (note: Note, place: Span) => void
  /** The place is chosen in the source. */
  readonly byHand: (note: Note) => void
  readonly leave: (note: Note) => void
  readonly remove: (note: Note) => void
  readonly focusList: () => void
}

/**
 * @param text of the report of the note that is shown with places to choose from; null while they are not in sight
 * @param leave goes on to the next that needs a look
 */
export function noteDoings({ calls, text }: { readonly calls: NoteCalls; readonly text: string | null }, leave: NoteDoings['leave']): NoteDoings {
  const openAt = ({ report, theme }: Note, { start, end }: Span): void => openPlace({ report, start, end, theme })
  const open = (note: Note): void => {
    const place = note.place ?? (note.anchoring.state === 'to-approve' ? note.anchoring.candidates[0] : undefined)
    if (place === undefined || place.end === place.start) openReport(note.report)
    else openAt(note, place)
  }
  return {
    calls,
    open,
    openAt,
    accept: (note, place) => {
      if (text === null) return
      void calls.place(note.id, { ...place, words: slice(text, place) }).then(onceShown)
      focusList()
    },
    byHand: (note) => {
      beginPlacing({ note: note.id, report: note.report, quote: note.quote })
      open(note)
    },
    leave,
    remove: (note) => {
      void calls.remove(note.id).then(onceShown)
      focusList()
    },
    focusList
  }
}

const focusList = (): void => document.querySelector<HTMLElement>('.note-list')?.focus({ preventScroll: true })

/** With the last note the list is gone: the choice of notes above it is where one goes on. */
const onceShown = (): void =>
  void requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('.note-list, .notes-bar input:checked')?.focus({ preventScroll: true })
  })

export const focusTags = (): void => document.getElementById('note-tag')?.focus()

export const focusColors = (): void => document.querySelector<HTMLElement>('.note-colors input:checked')?.focus()

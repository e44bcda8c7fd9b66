import type { Note, NotesAnswer } from '../contract/edit-calls.ts'
import { follow } from './follow.ts'

/** In the order they were written. */
export const orderNotes = (notes: readonly Note[]): Note[] => [...notes].sort((a, b) => Number(a.id) - Number(b.id))

/** The notes after an answer, as `follow` says. */
export const followNotes = (before: readonly Note[] | null, { isWhole, notes, gone }: NotesAnswer, kept: (before: Note, now: Note) => Note): readonly Note[] =>
  follow(before, { isWhole, told: notes, gone }, { ordered: orderNotes, kept })

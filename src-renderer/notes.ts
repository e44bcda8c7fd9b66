import type { Passage } from '#core/compare/comparison.ts'
import type { Note } from '#core/contract/edit-calls.ts'
import type { Span } from '#core/text/span.ts'

export type NotesByReport = ReadonlyMap<string, readonly Note[]>

export const notesByReport = (notes: readonly Note[]): NotesByReport => Map.groupBy(notes, ({ report }) => report)

/** A note on nothing in particular: on what a report says of a theme, or does not say. */
const isOnTheme = (note: Note): boolean => note.quote === ''

/** Whether a note stands on words of this quotation; written under another theme it belongs to that one. */
export const isOnPassage = ({ report, place, quote, theme: of }: Note, passage: Passage, theme: string): boolean =>
  quote !== '' && place !== null && report === passage.report && (of === null || of === theme) && place.start < passage.end && passage.start < place.end

/** Whether a note belongs to the cell and stands on none of its quotations: because it is on the whole, or lost its words. */
export const isOnCell = (note: Note, theme: string, passages: readonly Passage[]): boolean =>
  note.theme === theme && (isOnTheme(note) || !passages.some((passage) => isOnPassage(note, passage, theme)))

/** The note without words on just this stretch. */
export const highlightOn = (notes: readonly Note[], { start, end }: Span): Note | undefined =>
  notes.find((note) => note.body === '' && note.place?.start === start && note.place.end === end)

export const tagsOf = (notes: readonly Note[]): string[] => [...new Set(notes.flatMap(({ tags }) => tags))]

/** A note whose words the report has no more. */
export const isLost = (note: Note): boolean => note.place === null

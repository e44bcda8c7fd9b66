import type { Note } from '#core/contract/edit-calls.ts'
import type { Span } from '#core/text/span.ts'

/** The notes of one paragraph. */
export interface ParagraphNotes {
  /** Those whose words begin in it: they stand under it. */
  readonly here: readonly Note[]
  /** Those that have words in it. */
  readonly over: readonly Note[]
}

/** Whether a note, or one being written, stands on no words of the text. */
export const isOnNoWords = (place: Span | null, hasWords: boolean): boolean => place === null || !hasWords

/** The notes of each paragraph, in one pass over all of them. */
export function notesByParagraph(paragraphs: readonly Span[], notes: readonly Note[]): readonly ParagraphNotes[] {
  const found = paragraphs.map(() => ({ here: [] as Note[], over: [] as Note[] }))
  for (const note of notes) {
    if (note.place === null) continue
    const { start, end } = note.place
    for (let index = firstEndingAfter(paragraphs, start); index < paragraphs.length && paragraphs[index]!.start < Math.max(end, start + 1); index++) {
      if (end > start) found[index]!.over.push(note)
      if (note.quote !== '' && beginsIn(start, paragraphs[index]!)) found[index]!.here.push(note)
    }
  }
  return found
}

export const beginsIn = (start: number, paragraph: Span): boolean => paragraph.start <= start && start < Math.max(paragraph.end, paragraph.start + 1)

/** Of paragraphs in order the first that goes on beyond a place; an empty one reaches one character. */
function firstEndingAfter(paragraphs: readonly Span[], place: number): number {
  let low = 0
  let high = paragraphs.length
  while (low < high) {
    const middle = (low + high) >> 1
    const { start, end } = paragraphs[middle]!
    if (Math.max(end, start + 1) > place) high = middle
    else low = middle + 1
  }
  return low
}

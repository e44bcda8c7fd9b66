import { settledPlace, type Anchoring } from '#core/annotation/annotation.ts'
import { quoteAt } from '#core/annotation/quote.ts'
import type { Note } from '#core/contract/edit-calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import { orderNotes } from '#core/listing/follow-notes.ts'
import type { Report } from '#core/report/report.ts'
import { toSource } from '#core/text/offset-map.ts'
import type { Span } from '#core/text/span.ts'
import { anchoringsOn, textHash, type KeptText } from '../library/anchorings.ts'
import { codebookIdInUse, themeNow } from '../library/codebooks.ts'
import { listNotes, notedTexts, type StoredAnchor, type StoredNote } from '../library/notes.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import { assertWords } from './words-there.ts'

/** The texts of so many reports are in memory at once. */
export const textsAtOnce = 200

type NoteWithId = [id: number, note: StoredNote]

/**
 * Notes with their places of now, worked out from the texts as they are at this moment: nothing that a
 * new reading could leave behind is kept.
 *
 * @param reports null: of the whole library
 */
export function placedNotes(read: ReadableLibrary, reports: readonly number[] | null): Note[] {
  const byReport = Map.groupBy(listNotes(read, reports), ([, { report }]) => report)
  const noted = [...byReport.keys()]
  const found: Note[] = []
  const themeOf = shownTheme(read)
  for (let from = 0; from < noted.length; from += textsAtOnce) {
    for (const { id, text, map } of notedTexts(read, noted.slice(from, from + textsAtOnce))) found.push(...notesOn({ text, map }, byReport.get(id)!, themeOf))
  }
  return orderNotes(found)
}

/** One note. The others of its report are looked at too: two must not land on one place. */
export const placedNote = (read: ReadableLibrary, id: number, report: number): Note | undefined =>
  placedNotes(read, [report]).find((note) => note.id === String(id))

/** The theme of a note is shown while its codebook is in use; under another one the note stands without. */
export function shownTheme(read: ReadableLibrary): ThemeOf {
  const [codebook, now] = [codebookIdInUse(read), themeNow(read)]
  return (note) => (note.theme === null || note.codebook !== codebook ? null : now(note.theme))
}

export type ThemeOf = (note: Pick<StoredNote, 'theme' | 'codebook'>) => string | null

function notesOn(text: KeptText, notes: readonly NoteWithId[], themeOf: ThemeOf): Note[] {
  const anchorings = anchoringsOfNotes(text, notes)
  return notes.map(([id, note], n) => noteView(id, { ...note, theme: themeOf(note) }, anchorings[n]!))
}

/** Where the notes of one report stand, in their order. */
export const anchoringsOfNotes = (text: KeptText, notes: readonly NoteWithId[]): Anchoring[] =>
  anchoringsOn(text, notes.map(([, note]) => ({ kept: note.approved ?? note, first: note.made })))

/** What a person's words on this stretch keep of it. @throws Refusal bad-request where the span is not of the text, other-words where its words are not those that were meant */
export function anchorAt({ text, map }: Pick<Report, 'text' | 'map'>, { start, end, words }: Span & { readonly words: string }): StoredAnchor {
  if (start > end || end > text.length) {
    throw new Refusal({ kind: 'bad-request', message: { zh: '这个位置不在这份报告的文字里。', en: 'The place is not within the text of this report.' }, place: `${start}–${end}` })
  }
  assertWords(text, { start, end, words })
  return {
    ...quoteAt(text, { start, end }),
    sourceSpans: start === end ? [] : toSource(map, { start, end }),
    made: { hash: textHash(text), position: { start, end } }
  }
}

/** As the window sees it. */
export function noteView(id: number, note: StoredNote, anchoring: Anchoring): Note {
  const { report, theme, body, author, color, tags, approved, writtenAt, editedAt } = note
  const { exact, prefix, suffix } = approved ?? note
  const place = settledPlace(anchoring)
  return {
    id: String(id), report: String(report), theme, anchoring,
    place: place === null ? null : { start: place.start, end: place.end },
    quote: exact,
    around: { prefix, suffix },
    firstQuote: approved !== null && approved.exact !== note.exact ? note.exact : null,
    body, author, color, tags, writtenAt, editedAt
  }
}

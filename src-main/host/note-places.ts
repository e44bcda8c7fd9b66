import { createHash } from 'node:crypto'
import { anchorAll } from '#core/annotation/anchor.ts'
import { settledPlace, type Anchor, type AnchoredText } from '#core/annotation/annotation.ts'
import type { Note } from '#core/contract/edit-calls.ts'
import { toClean, unpackMap, type OffsetMap } from '#core/text/offset-map.ts'
import type { Span } from '#core/text/span.ts'
import { listNotes, notedTexts, type StoredAnchor, type StoredNote } from '../library/notes.ts'
import type { ReadableLibrary } from '../library/sql.ts'

/** The texts of so many reports are in memory at once. */
const textsAtOnce = 200

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
  for (let from = 0; from < noted.length; from += textsAtOnce) {
    for (const { id, text, map } of notedTexts(read, noted.slice(from, from + textsAtOnce))) found.push(...notesOn({ text, map }, byReport.get(id)!))
  }
  return found.sort((a, b) => Number(a.id) - Number(b.id))
}

/** One note. The others of its report are looked at too: two must not land on one place. */
export const placedNote = (read: ReadableLibrary, id: number, report: number): Note | undefined =>
  placedNotes(read, [report]).find((note) => note.id === String(id))

export const textHash = (text: string): string => createHash('sha256').update(text).digest('hex')

function notesOn({ text, map }: { readonly text: string; readonly map: string }, notes: readonly NoteWithId[]): Note[] {
  const now: AnchoredText = { text, hash: textHash(text) }
  let unpacked: OffsetMap | null = null
  const mapOf = (): OffsetMap => (unpacked ??= unpackMap(JSON.parse(map) as number[]))
  const anchors = notes.map(([, note]): Anchor => {
    const kept = note.approved ?? note
    const isSameText = kept.made?.hash === now.hash
    return { quote: kept, made: kept.made, first: note.made, carried: isSameText ? null : carried(kept, mapOf()) }
  })
  const anchorings = anchorAll(now, anchors)
  return notes.map(([id, note], n) => noteView(id, note, anchorings[n]!))
}

/** Where the characters of the source stand now. What was put between them in reading the text counts with them. */
function carried({ sourceSpans }: StoredAnchor, map: OffsetMap): Span | null {
  const spans = sourceSpans.flatMap((span) => toClean(map, span))
  return spans.length === 0 ? null : { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) }
}

function noteView(id: number, note: StoredNote, anchoring: Note['anchoring']): Note {
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

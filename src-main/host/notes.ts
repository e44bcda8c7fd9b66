import { anchor } from '#core/annotation/anchor.ts'
import { quoteAt } from '#core/annotation/quote.ts'
import type { Handlers } from '#core/contract/calls.ts'
import type { Note } from '#core/contract/edit-calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import type { Report } from '#core/report/report.ts'
import { toClean, toSource } from '#core/text/offset-map.ts'
import { listNotes, nextNoteId, readNote, type StoredNote } from '../library/notes.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import { labelOf, type EditGround } from './edits.ts'
import { idOf } from './ids.ts'
import type { Setting } from './journal.ts'
import { reportOf } from './reports.ts'

export function noteHandlers({ read, journal, now }: EditGround): Pick<Handlers, 'notes.list' | 'notes.write' | 'notes.remove'> {
  return {
    'notes.list': ({ reports }) => notesOf(read, reports === undefined ? null : reports.map(idOf)),
    'notes.write': async ({ note, report, theme, start, end, body }) => {
      const at = now().toISOString()
      const known = note === null ? null : noteNamed(read, note)
      const target = reportOf(read, report)
      const written: StoredNote =
        known === null ? { report: target.id, theme, ...quotation(target.report, { start, end }), body, writtenAt: at, editedAt: at } : { ...known, body, editedAt: at }
      const value = { ...written, sourceSpans: written.sourceSpans.map((span) => ({ start: span.start, end: span.end })) }
      let id = note === null ? 0 : idOf(note)
      const settings = (library: ReadableLibrary): Setting[] => {
        // not before its turn: two new notes must never get one id
        if (note === null) id = nextNoteId(library)
        return [{ subject: 'note', key: String(id), value }]
      }
      await journal.change(labelOf('note', 1, target.report.title?.text ?? ''), settings, { goesOn: note !== null })
      return noteView(id, written, target.report)
    },
    'notes.remove': async ({ note }) => {
      noteNamed(read, note)
      await journal.change(labelOf('note-removed', 1, ''), [{ subject: 'note', key: String(idOf(note)), value: null }])
      return null
    }
  }
}

function notesOf(read: ReadableLibrary, reports: readonly number[] | null): Note[] {
  const known = new Map<number, Report>()
  return listNotes(read, reports).map(([id, note]) => {
    const report = known.get(note.report) ?? reportOf(read, String(note.report)).report
    known.set(note.report, report)
    return noteView(id, note, report)
  })
}

/** @throws Refusal bad-request where the span is not of the text */
function quotation({ text, map }: Report, { start, end }: { start: number; end: number }): Pick<StoredNote, 'exact' | 'prefix' | 'suffix' | 'sourceSpans'> {
  if (start > end || end > text.length) {
    throw new Refusal({ kind: 'bad-request', message: { zh: '批注的位置不在这份报告的文字里。', en: 'The place of the note is not within the text of this report.' }, place: `${start}–${end}` })
  }
  return {
    ...quoteAt(text, { start, end }),
    sourceSpans: start === end ? [] : toSource(map, { start, end })
  }
}

export function noteView(id: number, note: StoredNote, report: Report): Note {
  const { theme, exact: quote, body, writtenAt, editedAt } = note
  return { id: String(id), report: String(note.report), theme, place: placeOf(note, report), quote, body, writtenAt, editedAt }
}

/** By its characters of the source where they still read the same words; else where the words stand now, if that is plain. */
function placeOf({ sourceSpans, exact, prefix, suffix }: StoredNote, { text, map }: Report): Note['place'] {
  if (exact === '') return { start: 0, end: 0 }
  const spans = sourceSpans.flatMap((span) => toClean(map, span))
  const expected = spans.length === 0 ? null : { start: Math.min(...spans.map((span) => span.start)), end: Math.max(...spans.map((span) => span.end)) }
  const { place } = anchor(text, { exact, prefix, suffix }, expected)
  return place === null ? null : { start: place.start, end: place.end }
}

function noteNamed(read: ReadableLibrary, id: string): StoredNote {
  const note = readNote(read, idOf(id))
  if (note !== null) return note
  throw new Refusal({ kind: 'not-found', message: { zh: '资料库里没有这条批注。', en: 'The library has no such note.' }, place: id })
}

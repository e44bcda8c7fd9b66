import { setImmediate } from 'node:timers/promises'
import { memberOf } from '#core/compare/columns.ts'
import { countReport, placeOf } from '#core/compare/passages.ts'
import type { Handlers, Parsed } from '#core/contract/calls.ts'
import type { Note } from '#core/contract/edit-calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import { annotationsTable, type CitedNote } from '#core/table/annotations-table.ts'
import { codebookIdInUse, hasTheme } from '../library/codebooks.ts'
import { listLinks } from '../library/links.ts'
import { asJson, readSeenNote, type StoredNote } from '../library/notes.ts'
import { nextId } from '../library/next-id.ts'
import { currentCoder } from '../library/rounds.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import { comparedReports, type CodedGround } from './comparisons.ts'
import { labelOf, type EditGround } from './edits.ts'
import { tableBytes } from './export-bytes.ts'
import { idOf } from './ids.ts'
import type { Setting } from './journal.ts'
import { localDay } from './local-day.ts'
import { NoteList } from './note-list.ts'
import { anchorAt, placedNotes } from './note-places.ts'
import { reportOf } from './reports.ts'

/** A report that is cited is unpacked whole, with its source. */
const citedAtOnce = 8

export function noteHandlers(
  { read, journal, now }: EditGround,
  coded: CodedGround
): Pick<Handlers, 'notes.list' | 'notes.write' | 'notes.place' | 'notes.label' | 'notes.remove' | 'notes.export'> {
  const list = new NoteList(coded.library)
  return {
    'notes.list': ({ reports, since }) => list.answer(reports?.map(idOf) ?? null, since ?? null),
    'notes.write': async (input) => {
      const at = now().toISOString()
      const target = reportOf(read, input.report)
      // while a round is open the note is of who sits at the desk, whatever name the window has
      const author = currentCoder(read)?.coder ?? input.author
      let id = input.note === null ? 0 : idOf(input.note)
      // not before its turn: two new notes must never get one id, the text may be read anew, and what another change made of this note stays
      const settings = (library: ReadableLibrary): Setting[] => {
        if (input.note === null) id = nextId(library, 'notes')
        const written = input.note === null ? newNote(reportOf(library, input.report), { ...input, author }, { at, library }) : changedNote(noteNamed(library, String(id)), input, at)
        return [{ subject: 'note', key: String(id), value: asJson(written) }]
      }
      await journal.change(labelOf('note', 1, target.report.title?.text ?? ''), settings, { goesOn: input.note !== null })
      return seen(list, id, target.id)
    },
    'notes.place': async ({ note, ...asked }) => {
      const known = noteNamed(read, note)
      const { report } = reportOf(read, String(known.report))
      const editedAt = now().toISOString()
      await journal.change(labelOf('note-placed', 1, report.title?.text ?? ''), (library) => {
        const approved = anchorAt(reportOf(library, String(known.report)).report, asked)
        return [{ subject: 'note', key: String(idOf(note)), value: asJson({ ...noteNamed(library, note), approved, editedAt }) }]
      })
      return seen(list, idOf(note), known.report)
    },
    'notes.label': async ({ notes, color, add, remove }) => {
      const editedAt = now().toISOString()
      const labelled = [...new Set(notes)]
      const settingOf = (library: ReadableLibrary, note: string): Setting => {
        const known = noteNamed(library, note)
        const tags = [...new Set([...known.tags, ...add])].filter((tag) => !remove.includes(tag))
        return { subject: 'note', key: String(idOf(note)), value: asJson({ ...known, tags, color: color === undefined ? known.color : color, editedAt }) }
      }
      await journal.change(labelOf('note-labelled', labelled.length, ''), (library) => labelled.map((note) => settingOf(library, note)))
      return null
    },
    'notes.remove': async ({ note }) => {
      noteNamed(read, note)
      await journal.change(labelOf('note-removed', 1, ''), (library) => [...linksGone(library, idOf(note)), { subject: 'note', key: String(idOf(note)), value: null }])
      return null
    },
    'notes.export': async ({ notes, format, language }) => {
      const madeOn = localDay(now())
      const themes = new Map(coded.coding().themes.map((theme) => [theme.id, theme]))
      const table = annotationsTable(await cited(read, notes), { language, themes })
      const name = `${language === 'zh' ? '批注' : 'notes'} ${madeOn}.${format}`
      return coded.shell.save(name, await tableBytes(table, format, { language, madeOn }))
    }
  }
}

/** The links that go with a note. They go first, so that undoing brings the note back before them. */
const linksGone = (library: ReadableLibrary, note: number): Setting[] => listLinks(library, note).map(([id]) => ({ subject: 'link', key: String(id), value: null }))

type Written = Parsed<'notes.write'>

interface Made {
  readonly at: string
  readonly library: ReadableLibrary
}

/** Under a theme that the codebook in use does not have, which a window may still have had from another one, it stands without. */
export function newNote({ id, report }: ReturnType<typeof reportOf>, { theme, start, end, words, body, author, color = null, tags = [] }: Written, { at, library }: Made): StoredNote {
  const under = theme !== null && hasTheme(library, theme) ? { theme, codebook: codebookIdInUse(library) } : { theme: null, codebook: null }
  return { report: id, ...under, ...anchorAt(report, { start, end, words }), body, author, color, tags, approved: null, writtenAt: at, editedAt: at }
}

const changedNote = (known: StoredNote, { body, color = known.color, tags }: Written, at: string): StoredNote => ({ ...known, body, color, tags: tags ?? known.tags, editedAt: at })

function seen(list: NoteList, id: number, report: number): Note {
  const note = list.note(id, report)
  if (note !== undefined) return note
  throw noSuchNote(String(id)) // its report was thrown away meanwhile
}

/** Report by report, so that each is unpacked once; then in the order asked for. Notes that went away meanwhile are left out. */
async function cited(read: ReadableLibrary, wanted: readonly string[]): Promise<CitedNote[]> {
  const known = new Map(placedNotes(read, null).map((note) => [note.id, note]))
  const notes = wanted.flatMap((id) => known.get(id) ?? [])
  const found = new Map<string, CitedNote>()
  let unpacked = 0
  for (const [report, own] of Map.groupBy(notes, (note) => note.report)) {
    const counted = countReport(comparedReports(read, [report])[0]!)
    for (const note of own) {
      const place = note.place === null || note.place.end === note.place.start ? null : placeOf(counted, note.place, note.place.end - 1)
      found.set(note.id, { note, report: memberOf(counted), place })
    }
    unpacked += 1
    if (unpacked % citedAtOnce === 0) await setImmediate()
  }
  return notes.flatMap(({ id }) => found.get(id) ?? [])
}

/** @throws Refusal not-found, also where it is another coder's and not to be seen yet */
export function noteNamed(read: ReadableLibrary, id: string): StoredNote {
  const note = readSeenNote(read, idOf(id))
  if (note !== null) return note
  throw noSuchNote(id)
}

const noSuchNote = (id: string): Refusal => new Refusal({ kind: 'not-found', message: { zh: '资料库里没有这条批注。', en: 'The library has no such note.' }, place: id })

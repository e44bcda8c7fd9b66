import type { Handlers, Parsed } from '#core/contract/calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import { linkJson, listLinks, type StoredLink } from '../library/links.ts'
import { nextId } from '../library/next-id.ts'
import { asJson, listNotes, readNote, type StoredNote } from '../library/notes.ts'
import { currentCoder } from '../library/rounds.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import { labelOf, type EditGround } from './edits.ts'
import { idOf } from './ids.ts'
import type { Setting } from './journal.ts'
import { placedNotes } from './note-places.ts'
import { newNote, noteNamed } from './notes.ts'
import { reportOf } from './reports.ts'

export function linkHandlers({ read, journal, now }: EditGround): Pick<Handlers, 'links.list' | 'links.add' | 'links.remove'> {
  return {
    'links.list': () => {
      const links = listLinks(read)
      if (links.length === 0) return []
      const notes = new Map(placedNotes(read, reportsOf(read, links.map(([, link]) => link))).map((note) => [Number(note.id), note]))
      return links.flatMap(([id, { from, to, author, linkedAt }]) => {
        const ends = [notes.get(from), notes.get(to)] as const
        return ends[0] === undefined || ends[1] === undefined ? [] : [{ id: String(id), ends: [ends[0], ends[1]] as const, author, linkedAt }]
      })
    },
    'links.add': async ({ from, to, author: given }) => {
      const author = currentCoder(read)?.coder ?? given
      const at = now().toISOString()
      // not before its turn, as with notes: ids and texts are those of that moment
      await journal.change(labelOf('link', 1, ''), (library) => {
        const ends = new Ends(library, { author, at })
        const link = { from: ends.noteOf(from), to: ends.noteOf(to), author, linkedAt: at }
        if (link.from === link.to) throw onItself
        if (listLinks(library, link.from).some(([, other]) => joins(other, link))) return []
        return [...ends.settings, { subject: 'link', key: String(nextId(library, 'links')), value: linkJson(link) }]
      })
      return null
    },
    'links.remove': async ({ link }) => {
      const id = idOf(link)
      await journal.change(labelOf('link-removed', 1, ''), (library) => {
        const known = listLinks(library).find(([other]) => other === id)
        if (known === undefined) throw noSuchLink(link)
        return [{ subject: 'link', key: String(id), value: null }, ...[known[1].from, known[1].to].flatMap((note) => settingsOfBare(library, note))]
      })
      return null
    }
  }
}

type End = Parsed<'links.add'>['from']

/** Finds the note of each end, or numbers a new one. */
class Ends {
  readonly settings: Setting[] = []
  readonly #library: ReadableLibrary
  readonly #written: { readonly author: string; readonly at: string }

  constructor(library: ReadableLibrary, written: { readonly author: string; readonly at: string }) {
    this.#library = library
    this.#written = written
  }

  noteOf(end: End): number {
    if ('note' in end) {
      noteNamed(this.#library, end.note)
      return idOf(end.note)
    }
    const target = reportOf(this.#library, end.report)
    const { author, at } = this.#written
    const note = newNote(target, { ...end, note: null, body: '', author }, { at, library: this.#library })
    const here = placedNotes(this.#library, [target.id]).find(({ place }) => place?.start === end.start && place.end === end.end)
    if (here !== undefined) return Number(here.id)
    const id = nextId(this.#library, 'notes') + this.settings.length
    this.settings.push({ subject: 'note', key: String(id), value: asJson(note) })
    return id
  }
}

function reportsOf(read: ReadableLibrary, links: readonly StoredLink[]): number[] {
  const ends = new Set(links.flatMap(({ from, to }) => [from, to]))
  return [...new Set(listNotes(read, null).flatMap(([id, { report }]) => (ends.has(id) ? [report] : [])))]
}

const joins = (a: Pick<StoredLink, 'from' | 'to'>, b: Pick<StoredLink, 'from' | 'to'>): boolean => (a.from === b.from && a.to === b.to) || (a.from === b.to && a.to === b.from)

/** A bare end that no other link has. */
function settingsOfBare(library: ReadableLibrary, id: number): Setting[] {
  const note = readNote(library, id)
  return note !== null && isBare(note) && listLinks(library, id).length === 1 ? [{ subject: 'note', key: String(id), value: null }] : []
}

const isBare = ({ body, color, tags }: StoredNote): boolean => body === '' && color === null && tags.length === 0

const onItself = new Refusal({ kind: 'bad-request', message: { zh: '两端是同一处文字，无法连接。请另选一处。', en: 'Both ends are the same words: choose others.' }, place: '' })

const noSuchLink = (place: string): Refusal => new Refusal({ kind: 'not-found', message: { zh: '资料库里没有这条连接。', en: 'The library has no such link.' }, place })

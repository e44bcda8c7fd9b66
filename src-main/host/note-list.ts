import { randomBytes } from 'node:crypto'
import type { Anchoring } from '#core/annotation/annotation.ts'
import type { Note, NotesAnswer } from '#core/contract/edit-calls.ts'
import { orderNotes } from '#core/listing/follow-notes.ts'
import { textHash, type KeptText } from '../library/anchorings.ts'
import { noteOf, noteRows, notedTexts, type NoteRow } from '../library/notes.ts'
import type { Library } from '../library/sql.ts'
import { anchoringsOfNotes, noteView, shownTheme, textsAtOnce, type ThemeOf } from './note-places.ts'

interface Listed {
  readonly row: NoteRow
  readonly note: Note
  /** The look that first found it as it is. */
  readonly since: number
}

interface OnReport {
  /** The hash of what the notes stand on. */
  readonly ground: string
  readonly listed: ReadonlyMap<number, Listed>
}

/**
 * The notes that windows have asked for, kept from one look to the next: with thousands of them on one
 * report a note that is saved must not bring all of them again. As with `ReportList` it is the library
 * that says at each look what there is, whoever wrote into it.
 */
export class NoteList {
  readonly #library: Library
  /** No window takes the looks of one host for those of another. */
  readonly #name = randomBytes(6).toString('hex')
  #looks = 0
  #stamp: string | null = null
  /** Looked at since the library changed last. */
  readonly #fresh = new Set<number>()
  #isAllFresh = false
  readonly #onReport = new Map<number, OnReport>()
  /** Note -> the look that missed it first. */
  readonly #gone = new Map<number, number>()

  constructor(library: Library) {
    this.#library = library
  }

  /**
   * @param reports null: the whole library
   * @param since the stamp of an answer before about the same reports; all notes, where it is not one of this list
   */
  answer(reports: readonly number[] | null, since: string | null): NotesAnswer {
    this.#look(reports)
    const [name, look] = (since ?? '').split('-')
    const isWhole = name !== this.#name
    const known = isWhole ? 0 : Number(look)
    const listed = (reports ?? [...this.#onReport.keys()]).flatMap((report) => [...(this.#onReport.get(report)?.listed.values() ?? [])])
    return {
      stamp: `${this.#name}-${this.#looks}`,
      isWhole,
      notes: orderNotes(listed.filter(({ since: at }) => isWhole || at > known).map(({ note }) => note)),
      gone: isWhole ? [] : [...this.#gone].filter(([, at]) => at > known).map(([id]) => String(id))
    }
  }

  /** One note, where it stands now. */
  note(id: number, report: number): Note | undefined {
    this.#look([report])
    return this.#onReport.get(report)?.listed.get(id)?.note
  }

  #look(reports: readonly number[] | null): void {
    const stamp = this.#library.changeStamp()
    if (stamp !== this.#stamp) {
      this.#fresh.clear()
      this.#isAllFresh = false
    }
    this.#stamp = stamp
    const stale = reports?.filter((report) => !this.#isAllFresh && !this.#fresh.has(report)) ?? null
    if (stale === null ? this.#isAllFresh : stale.length === 0) return
    this.#looks += 1
    this.#lookAt(stale)
    for (const report of stale ?? []) this.#fresh.add(report)
    if (stale === null) this.#isAllFresh = true
  }

  #lookAt(reports: readonly number[] | null): void {
    const { read } = this.#library
    const rows = Map.groupBy(noteRows(read, reports), ({ report }) => report)
    const themeOf = shownTheme(read)
    const noted = [...rows.keys()]
    for (let from = 0; from < noted.length; from += textsAtOnce) {
      for (const { id, ...text } of notedTexts(read, noted.slice(from, from + textsAtOnce))) this.#keep(id, this.#listed({ text, rows: rows.get(id)!, themeOf, before: this.#onReport.get(id) }))
    }
    const bare: OnReport = { ground: '', listed: new Map() }
    for (const report of reports ?? this.#onReport.keys()) if (!rows.has(report)) this.#keep(report, bare)
  }

  #keep(report: number, now: OnReport): void {
    for (const id of this.#onReport.get(report)?.listed.keys() ?? []) if (!now.listed.has(id)) this.#gone.set(id, this.#looks)
    for (const id of now.listed.keys()) this.#gone.delete(id)
    this.#onReport.set(report, now)
  }

  #listed({ text, rows, themeOf, before }: Look): OnReport {
    const ground = textHash(`${text.map}\n${text.text}`)
    // where they stand is worked out of all together, and only where something of that has changed
    const stands = before?.ground === ground && before.listed.size === rows.length && rows.every((row) => isSame(before.listed.get(row.id)?.row, row, anchorFields))
    const anchorings = stands ? null : anchoringsOfNotes(text, rows.map(noteOf))
    const listed = rows.map((row, n): [number, Listed] => {
      const known = before?.listed.get(row.id)
      const anchoring = anchorings === null ? known!.note.anchoring : anchorings[n]!
      const theme = themeOf(row)
      const isKept = known !== undefined && isSame(known.row, row, fields) && known.note.theme === theme && isSameAnchoring(known.note.anchoring, anchoring)
      return [row.id, isKept ? known : { row, note: noteView(row.id, { ...noteOf(row)[1], theme }, anchoring), since: this.#looks }]
    })
    return { ground, listed: new Map(listed) }
  }
}

interface Look {
  readonly text: KeptText
  readonly rows: readonly NoteRow[]
  readonly themeOf: ThemeOf
  readonly before: OnReport | undefined
}

/** What the place of a note rests on. */
const anchorFields = ['exact', 'prefix', 'suffix', 'hash', 'start', 'end', 'sourceSpans', 'approved'] as const satisfies readonly (keyof NoteRow)[]
const fields = [...anchorFields, 'report', 'theme', 'codebook', 'body', 'author', 'color', 'tags', 'writtenAt', 'editedAt'] as const satisfies readonly (keyof NoteRow)[]

const isSame = (a: NoteRow | undefined, b: NoteRow, of: readonly (keyof NoteRow)[]): boolean => a !== undefined && of.every((field) => a[field] === b[field])

const isSameAnchoring = (a: Anchoring, b: Anchoring): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

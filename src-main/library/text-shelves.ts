import { shelfOf, type Shelf, type ShelvedText } from '#core/concordance/shelf.ts'
import { listNotes } from './notes.ts'
import { sql, type Library, type ReadableLibrary } from './sql.ts'
import { TextChanges } from './text-changes.ts'
import { codingSight } from './veil.ts'

/** What a search needs to know of a report, in the order of import. */
export interface SearchedReport {
  readonly id: number
  /** Code, or null. */
  readonly province: string | null
  readonly date: string | null
  readonly title: string | null
  /** White space not counted. */
  readonly characters: number
}

/** Texts of the library as they are now, on shelves. */
export interface Shelves {
  /** Another number when anything that is searched has changed. */
  readonly version: number
  readonly reports: ReadonlyMap<number, SearchedReport>
  readonly texts: readonly Shelf[]
  /** Ids are of reports. */
  readonly titles: Shelf
  /** Ids are of notes. */
  readonly notes: Shelf
  /** Note -> its report. */
  readonly noted: ReadonlyMap<number, number>
  /** Whether the text of this slot of `texts` is the one that holds. */
  readonly holds: (shelf: Shelf, slot: number) => boolean
}

/** Code units on one shelf: a pass over it takes about a millisecond. */
const shelfUnits = 1 << 20
/** Texts that are read from the library at one go. */
const readAtOnce = 25
const listedAtOnce = 250

/**
 * The texts of a library, condensed, in memory: two bytes a character. Read when first asked for, kept
 * up to date with the library, and put away by `drop`.
 */
export class TextShelves {
  readonly #library: Library
  #changes: TextChanges | null = null
  #homes = new Map<number, Shelf>()
  #now: Shelves | null = null
  #version = 0
  /** Of a person's codings: they tell where statements of a theme are. */
  #coded = ''

  constructor(library: Library) {
    this.#library = library
  }

  drop(): void {
    this.#homes = new Map()
    this.#now = null
  }

  /** Brings the shelves up to date. To be run to its end before anybody else begins. */
  *bring(): Generator<void, Shelves> {
    this.#changes ??= new TextChanges(this.#library)
    const written = this.#changes.written()
    if (this.#now !== null && written === null) return this.#now
    if (written === 'elsewhere') this.drop()
    for (const report of this.#changes.take()) this.#homes.delete(report)
    const { read } = this.#library
    const reports = yield* searchedReports(read)
    const missing = [...reports.keys()].filter((id) => !this.#homes.has(id))
    for (const report of [...this.#homes.keys()]) if (!reports.has(report)) this.#homes.delete(report)
    yield* this.#read(missing)
    const coded = codedStamp(read)
    if (coded !== this.#coded) this.#now = null
    this.#coded = coded
    const notes = listNotes(read, null)
    this.#now = this.#renewed(reports, notes.map(([id, { report, body }]) => ({ id, report, text: body })), missing.length > 0)
    return this.#now
  }

  *#read(ids: readonly number[]): Generator<void> {
    let texts: ShelvedText[] = []
    let units = 0
    const put = (): void => {
      const shelf = shelfOf(texts)
      for (const id of shelf.ids) this.#homes.set(id, shelf)
      texts = []
      units = 0
    }
    for (let at = 0; at < ids.length; at += readAtOnce) {
      for (const row of textsOf(this.#library.read, ids.slice(at, at + readAtOnce))) {
        texts.push(row)
        units += row.text.length
      }
      yield
      if (units >= shelfUnits) {
        put()
        yield
      }
    }
    if (texts.length > 0) put()
  }

  #renewed(reports: ReadonlyMap<number, SearchedReport>, notes: readonly (ShelvedText & { report: number })[], haveTextsChanged: boolean): Shelves {
    const before = this.#now
    const noted = new Map(notes.map(({ id, report }) => [id, report]))
    const areReportsSame = before !== null && !haveTextsChanged && isSame(before.reports, reports)
    const titles = areReportsSame ? before.titles : shelfOf([...reports.values()].map(({ id, title }) => ({ id, text: title ?? '' })))
    const shelfOfNotes = shelfOf(notes)
    if (areReportsSame && before.notes.text === shelfOfNotes.text && before.notes.ids.join() === shelfOfNotes.ids.join()) return before
    const homes = this.#homes
    return {
      version: ++this.#version,
      reports,
      texts: [...new Set(homes.values())],
      titles,
      notes: shelfOfNotes,
      noted,
      holds: (shelf, slot) => homes.get(shelf.ids[slot]!) === shelf
    }
  }
}

/** Only what stands before the text in a row is read: the rest of a row lies on pages of its own. */
function* searchedReports(read: ReadableLibrary): Generator<void, Map<number, SearchedReport>> {
  const reports = new Map<number, SearchedReport>()
  for (let last = 0; ; ) {
    const rows = read.all<SearchedReport>(
      sql`SELECT id, province_code AS province, iso_date AS date, title_text AS title, characters FROM reports
          WHERE id > ${last} AND id NOT IN (SELECT report_id FROM bin) ORDER BY id LIMIT ${listedAtOnce}`
    )
    for (const row of rows) reports.set(row.id, row)
    last = rows.at(-1)?.id ?? 0
    if (rows.length < listedAtOnce) return reports
    yield
  }
}

/** The codings as they are: one that is cut keeps its number; and for whom they hold. */
function codedStamp(read: ReadableLibrary): string {
  const { ids } = read.get<{ ids: string }>(sql`SELECT coalesce(group_concat(id || decision || source_spans), '') AS ids FROM (SELECT id, decision, source_spans FROM person_codings ORDER BY id)`)!
  const { kinds } = read.get<{ kinds: string }>(sql`SELECT coalesce(group_concat(id || value || source_spans), '') AS kinds FROM (SELECT id, value, source_spans FROM reading_words WHERE part = 'kind' ORDER BY id)`)!
  return `${ids} ${kinds} ${codingSight(read)}`
}

const textsOf = (read: ReadableLibrary, ids: readonly number[]): ShelvedText[] =>
  read.all<ShelvedText>(sql`SELECT id, text FROM reports WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) ORDER BY id`)

function isSame(before: ReadonlyMap<number, SearchedReport>, after: ReadonlyMap<number, SearchedReport>): boolean {
  if (before.size !== after.size) return false
  for (const [id, { province, date, title, characters }] of after) {
    const was = before.get(id)
    if (was === undefined || was.province !== province || was.date !== date || was.title !== title || was.characters !== characters) return false
  }
  return true
}

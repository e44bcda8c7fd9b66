import type { NoteColor } from '#core/annotation/annotation.ts'
import type { Quote } from '#core/annotation/quote.ts'
import { firstCodebook } from '#core/codebook/codebook.ts'
import type { Json } from '#core/contract/json.ts'
import type { Span } from '#core/text/span.ts'
import { sql, type ReadableLibrary } from './sql.ts'
import { spansJson, type Subject } from './subject.ts'
import { veiled, veilOver } from './veil.ts'

/** What a note stands on, as it was read when it was put there. */
export interface StoredAnchor extends Quote {
  /** Of the source's text: no later reading moves them. */
  readonly sourceSpans: readonly Span[]
  /** The hash of the reading text and the place in it; null of notes older than these. */
  readonly made: { readonly hash: string; readonly position: Span } | null
}

/** A note as it is kept. */
export interface StoredNote extends StoredAnchor {
  readonly report: number
  readonly theme: string | null
  /** The id of the codebook that the theme is of; null without one. */
  readonly codebook: string | null
  readonly body: string
  /** '' where nobody gave a name. */
  readonly author: string
  readonly color: NoteColor | null
  readonly tags: readonly string[]
  /** Where a person put it when its words had changed or gone; null while it stands on its own. */
  readonly approved: StoredAnchor | null
  readonly writtenAt: string
  readonly editedAt: string
}

/** A note as it lies in the library. */
export interface NoteRow extends Pick<StoredNote, 'report' | 'theme' | 'codebook' | 'exact' | 'prefix' | 'suffix' | 'body' | 'author' | 'color' | 'writtenAt' | 'editedAt'> {
  readonly id: number
  readonly hash: string | null
  readonly start: number | null
  readonly end: number | null
  /** JSON, as are those below */
  readonly sourceSpans: string
  readonly tags: string
  readonly approved: string | null
}

/** Key: note; value: a `StoredNote`, or null where there is none (any more). */
export const noteSubject: Subject = {
  read: (library, key) => {
    const note = readNote(library, Number(key))
    return note === null ? null : asJson(note)
  },
  write(library, key, value) {
    const id = Number(key)
    if (value === null) {
      library.run(sql`DELETE FROM notes WHERE id = ${id}`)
      return
    }
    const note = noteFrom(value as Json & StoredNote) // what `read` gave, or the host made
    const { made } = note
    library.run(
      sql`INSERT INTO notes (id, report_id, theme, codebook, source_spans, exact, prefix, suffix, body, written_at, edited_at,
                             text_sha256, text_start, text_end, author, color, tags, approved)
          VALUES (${id}, ${note.report}, ${note.theme}, ${note.codebook}, ${JSON.stringify(note.sourceSpans)}, ${note.exact}, ${note.prefix}, ${note.suffix},
                  ${note.body}, ${note.writtenAt}, ${note.editedAt}, ${made?.hash ?? null}, ${made?.position.start ?? null}, ${made?.position.end ?? null},
                  ${note.author}, ${note.color}, ${JSON.stringify(note.tags)}, ${note.approved === null ? null : JSON.stringify(note.approved)})
          ON CONFLICT (id) DO UPDATE SET report_id = excluded.report_id, theme = excluded.theme, codebook = excluded.codebook, source_spans = excluded.source_spans,
            exact = excluded.exact, prefix = excluded.prefix, suffix = excluded.suffix, body = excluded.body, written_at = excluded.written_at,
            edited_at = excluded.edited_at, text_sha256 = excluded.text_sha256, text_start = excluded.text_start, text_end = excluded.text_end,
            author = excluded.author, color = excluded.color, tags = excluded.tags, approved = excluded.approved`
    )
  }
}

/** In the journal's form: without what it has nothing in, as before notes kept so much. Changes of that time may still be undone. */
export function asJson(note: StoredNote): Json {
  const { made, codebook, author, color, tags, approved, ...always } = note
  return {
    ...always,
    ...(codebook === null || codebook === firstCodebook ? {} : { codebook }),
    sourceSpans: spansJson(note.sourceSpans),
    ...(made === null ? {} : { made: madeJson(made) }),
    ...(author === '' ? {} : { author }),
    ...(color === null ? {} : { color }),
    ...(tags.length === 0 ? {} : { tags: [...tags] }),
    ...(approved === null ? {} : { approved: anchorJson(approved) })
  }
}

const madeJson = ({ hash, position: { start, end } }: NonNullable<StoredAnchor['made']>) => ({ hash, position: { start, end } })

/** As plain JSON. */
export const anchorJson = ({ exact, prefix, suffix, sourceSpans, made }: StoredAnchor) => ({ exact, prefix, suffix, sourceSpans: spansJson(sourceSpans), made: made && madeJson(made) })

type OlderNote = Omit<StoredNote, 'made' | 'codebook' | 'author' | 'color' | 'tags' | 'approved'>

const noteFrom = (note: OlderNote & Partial<StoredNote>): StoredNote => ({
  made: null, codebook: note.theme === null ? null : firstCodebook, author: '', color: null, tags: [], approved: null, ...note
})

export function readNote(library: ReadableLibrary, id: number): StoredNote | null {
  const row = library.get<NoteRow>(
    sql`SELECT id, report_id AS report, theme, codebook, source_spans AS sourceSpans, exact, prefix, suffix, body, written_at AS writtenAt, edited_at AS editedAt,
               text_sha256 AS hash, text_start AS start, text_end AS end, author, color, tags, approved
        FROM notes WHERE id = ${id}`
  )
  return row === undefined ? null : noteOf(row)[1]
}

/** One that is hidden from who sits at the desk is not there for them. */
export function readSeenNote(library: ReadableLibrary, id: number): StoredNote | null {
  const note = readNote(library, id)
  if (note === null) return null
  const veil = veilOver(library, note.report)
  return veil === null || note.author === veil.coder ? note : null
}

/** Of each report that has notes that are seen: how many. */
export function noteCounts(library: ReadableLibrary): { readonly report: number; readonly count: number }[] {
  const { coder, reports } = hiding(library)
  return library.all(
    sql`SELECT report_id AS report, count(*) AS count FROM notes
        WHERE author = ${coder} OR report_id NOT IN (SELECT value FROM json_each(${reports})) GROUP BY report_id`
  )
}

/** In these reports only notes of this author are seen. */
function hiding(library: ReadableLibrary): { readonly coder: string; readonly reports: string } {
  const now = veiled(library)
  return now === null ? { coder: '', reports: '[]' } : { coder: now.coder, reports: JSON.stringify([...now.reports]) }
}

/** Notes that are seen, of reports that are not in the bin, by their ids; null: of the whole library. */
export function noteRows(library: ReadableLibrary, reports: readonly number[] | null): NoteRow[] {
  const hidden = hiding(library)
  return library.all(
    sql`SELECT n.id, report_id AS report, theme, codebook, source_spans AS sourceSpans, exact, prefix, suffix, body, written_at AS writtenAt, edited_at AS editedAt,
               text_sha256 AS hash, text_start AS start, text_end AS end, author, color, tags, approved
        FROM notes n JOIN reports r ON r.id = n.report_id
        WHERE r.id NOT IN (SELECT report_id FROM bin) AND (${reports === null ? 1 : 0} OR report_id IN (SELECT value FROM json_each(${JSON.stringify(reports ?? [])})))
          AND (author = ${hidden.coder} OR report_id NOT IN (SELECT value FROM json_each(${hidden.reports})))
        ORDER BY n.id`
  )
}

/** The same, each with its id. */
export const listNotes = (library: ReadableLibrary, reports: readonly number[] | null): [id: number, note: StoredNote][] => noteRows(library, reports).map(noteOf)

/** Everybody's on a report, whether seen or not, and wherever the report is: for what is shown to nobody. */
export const allNotesOn = (library: ReadableLibrary, report: number): [id: number, note: StoredNote][] =>
  library
    .all<NoteRow>(
      sql`SELECT id, report_id AS report, theme, codebook, source_spans AS sourceSpans, exact, prefix, suffix, body, written_at AS writtenAt, edited_at AS editedAt,
                 text_sha256 AS hash, text_start AS start, text_end AS end, author, color, tags, approved
          FROM notes WHERE report_id = ${report} ORDER BY id`
    )
    .map(noteOf)

/** What notes stand on: the texts of reports, with their maps packed. */
export function notedTexts(library: ReadableLibrary, reports: readonly number[]): { readonly id: number; readonly text: string; readonly map: string }[] {
  return library.all(sql`SELECT id, text, map FROM reports WHERE id IN (SELECT value FROM json_each(${JSON.stringify(reports)}))`)
}

export function noteOf({ id, hash, start, end, sourceSpans, tags, approved, ...row }: NoteRow): [number, StoredNote] {
  return [
    id,
    {
      ...row,
      sourceSpans: JSON.parse(sourceSpans) as Span[],
      made: hash === null || start === null || end === null ? null : { hash, position: { start, end } },
      tags: JSON.parse(tags) as string[],
      approved: approved === null ? null : (JSON.parse(approved) as StoredAnchor)
    }
  ]
}

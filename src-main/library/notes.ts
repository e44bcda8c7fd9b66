import type { Json } from '#core/contract/json.ts'
import type { Span } from '#core/text/span.ts'
import { sql, type ReadableLibrary } from './sql.ts'
import type { Subject } from './subject.ts'

/** A note as it is kept. `sourceSpans` are of the source's text: no later reading moves them. */
export interface StoredNote {
  readonly report: number
  readonly theme: string | null
  readonly sourceSpans: readonly Span[]
  /** The words it stands on, as they were read then, and some before and after them. */
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  readonly body: string
  readonly writtenAt: string
  readonly editedAt: string
}

interface NoteRow extends Omit<StoredNote, 'sourceSpans'> {
  readonly id: number
  /** JSON */
  readonly sourceSpans: string
}

/** Key: note; value: a `StoredNote`, or null where there is none (any more). */
export const noteSubject: Subject = {
  read: (library, key) => {
    const note = readNote(library, Number(key))
    return note === null ? null : { ...note, sourceSpans: note.sourceSpans.map(({ start, end }) => ({ start, end })) }
  },
  write(library, key, value) {
    const id = Number(key)
    if (value === null) {
      library.run(sql`DELETE FROM notes WHERE id = ${id}`)
      return
    }
    const note = value as Json & StoredNote // what `read` gave, or the host made
    library.run(
      sql`INSERT INTO notes (id, report_id, theme, source_spans, exact, prefix, suffix, body, written_at, edited_at)
          VALUES (${id}, ${note.report}, ${note.theme}, ${JSON.stringify(note.sourceSpans)}, ${note.exact}, ${note.prefix}, ${note.suffix},
                  ${note.body}, ${note.writtenAt}, ${note.editedAt})
          ON CONFLICT (id) DO UPDATE SET report_id = excluded.report_id, theme = excluded.theme, source_spans = excluded.source_spans,
            exact = excluded.exact, prefix = excluded.prefix, suffix = excluded.suffix, body = excluded.body, edited_at = excluded.edited_at`
    )
  }
}

export function readNote(library: ReadableLibrary, id: number): StoredNote | null {
  const row = library.get<NoteRow>(
    sql`SELECT id, report_id AS report, theme, source_spans AS sourceSpans, exact, prefix, suffix, body, written_at AS writtenAt, edited_at AS editedAt
        FROM notes WHERE id = ${id}`
  )
  return row === undefined ? null : noteOf(row)[1]
}

/** Notes with their ids, of reports that are not in the bin; null: of the whole library. */
export function listNotes(library: ReadableLibrary, reports: readonly number[] | null): [id: number, note: StoredNote][] {
  return library
    .all<NoteRow>(
      sql`SELECT n.id, report_id AS report, theme, source_spans AS sourceSpans, exact, prefix, suffix, body, written_at AS writtenAt, edited_at AS editedAt
          FROM notes n JOIN reports r ON r.id = n.report_id
          WHERE r.binned_at IS NULL AND (${reports === null ? 1 : 0} OR report_id IN (SELECT value FROM json_each(${JSON.stringify(reports ?? [])})))
          ORDER BY n.id`
    )
    .map(noteOf)
}

/** Never used before, not by a note that was removed either. */
export function nextNoteId(library: ReadableLibrary): number {
  return (library.get<{ seq: number }>(sql`SELECT seq FROM sqlite_sequence WHERE name = 'notes'`)?.seq ?? 0) + 1
}

function noteOf({ id, sourceSpans, ...row }: NoteRow): [number, StoredNote] {
  return [id, { ...row, sourceSpans: JSON.parse(sourceSpans) as Span[] }]
}

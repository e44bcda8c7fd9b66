import type { Note } from '#core/contract/edit-calls.ts'
import type { Span } from '#core/text/span.ts'
import { clipped } from '../../language/labels.ts'
import type { NoteSubject } from '../../note-draft.ts'
import { NoteEditor } from '../../NoteEditor.tsx'
import { NoteLine } from '../../NoteLine.tsx'
import { useWords } from '../../use-words.ts'
import { endNote, noteSaved, writeNote, type Noting } from './matrix-state.ts'

interface CellNotesProps {
  readonly notes: readonly Note[]
  /** The note that is being written here, or null. */
  readonly noting: Noting | null
  readonly cell: string
  /** The quotation that they are on, by its index among the cell's; null: the cell as a whole. */
  readonly passage: number | null
  /** What a note is on where no words of it are selected; null where there is nothing to write on. */
  readonly on: Omit<NoteSubject, 'note'> | null
  /** How the words it is on begin, for the name of the editor. */
  readonly about: string
}

/** Notes as they stand in a cell, and the editor of the one that is being written. */
export function CellNotes({ notes, noting, cell, passage, on, about }: CellNotesProps) {
  const words = useWords()
  return (
    <>
      {notes.map((note) => note.id !== noting?.note && <NoteLine key={note.id} note={note} onEdit={() => writeNote({ cell, passage, note: note.id, span: null })} />)}
      {noting !== null && on !== null && (
        <NoteEditor
          key={noting.session}
          onSaved={(note) => noteSaved(noting.session, note)}
          onClose={() => endNote(noting.session)}
          subject={{ note: noting.note, ...on, ...selected(on, noting.span) }}
          body={notes.find((note) => note.id === noting.note)?.body ?? ''}
          label={words.matrixView.noteOn(clipped(about, 24))}
        />
      )}
    </>
  )
}

/** The words that were selected, of those that a note is on otherwise. */
const selected = ({ start: from, words }: Omit<NoteSubject, 'note'>, span: Span | null) => span && { start: span.start, end: span.end, words: words.slice(span.start - from, span.end - from) }

import type { Note } from '#core/contract/edit-calls.ts'
import { clipped, clockTime } from './language/labels.ts'
import { useWords } from './use-words.ts'
import { isLost } from './notes.ts'
import './notes.css'

interface NoteLineProps {
  readonly note: Note
  readonly onEdit: () => void
  /** Reached with Tab; within a grid the keys of the grid lead to it. */
  readonly isInOrder?: boolean
}

/** A note as it stands under its quotation. */
export function NoteLine({ note, onEdit, isInOrder = false }: NoteLineProps) {
  const words = useWords()
  return (
    <div className={isLost(note) ? 'note is-lost' : 'note'} role="note" aria-label={words.matrixView.note}>
      <b>{words.matrixView.note}</b>{' '}
      {isLost(note) && (
        <span className="note-lost" title={words.matrixView.noteLostHint(clipped(note.quote, 40))}>
          {words.matrixView.noteLost}
        </span>
      )}
      <button type="button" className="plain note-body" tabIndex={isInOrder ? 0 : -1} title={words.matrixView.noteEdit} onClick={onEdit}>
        {note.body}
      </button>
      {isLost(note) && <q className="note-quote">{clipped(note.quote, 60)}</q>}
      <time dateTime={note.editedAt} className="note-time">
        {note.editedAt.slice(0, 10)} {clockTime(note.editedAt)}
      </time>
    </div>
  )
}

import type { Note } from '#core/contract/edit-calls.ts'
import { clipped, clockTime } from '../../language/labels.ts'
import { useWords } from '../../use-words.ts'
import { isLost } from './notes.ts'

interface NoteLineProps {
  readonly note: Note
  readonly onEdit: () => void
}

/** A note as it stands under its quotation. */
export function NoteLine({ note, onEdit }: NoteLineProps) {
  const words = useWords()
  return (
    <div className={isLost(note) ? 'note is-lost' : 'note'} role="note" aria-label={words.matrixView.note}>
      <b>{words.matrixView.note}</b>{' '}
      {isLost(note) && (
        <span className="note-lost" title={words.matrixView.noteLostHint(clipped(note.quote, 40))}>
          {words.matrixView.noteLost}
        </span>
      )}
      <button type="button" className="plain note-body" tabIndex={-1} title={words.matrixView.noteEdit} onClick={onEdit}>
        {note.body}
      </button>
      {isLost(note) && <q className="note-quote">{clipped(note.quote, 60)}</q>}
      <time dateTime={note.editedAt} className="note-time">
        {note.editedAt.slice(0, 10)} {clockTime(note.editedAt)}
      </time>
    </div>
  )
}

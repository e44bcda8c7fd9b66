import type { Note } from '#core/contract/edit-calls.ts'
import { clipped, clockTime } from './language/labels.ts'
import { useWords } from './use-words.ts'
import { isLost } from './notes.ts'
import { NoteLinks } from './NoteLinks.tsx'
import './notes.css'

interface NoteLineProps {
  readonly note: Note
  readonly onEdit: () => void
  /** Reached with Tab; within a grid the keys of the grid lead to it. */
  readonly isInOrder?: boolean
}

/** A note as it stands under its quotation. One that has no words yet is a highlight. */
export function NoteLine({ note, onEdit, isInOrder = false }: NoteLineProps) {
  const words = useWords()
  const { body, color, tags } = note
  return (
    <div className={isLost(note) ? 'note is-lost' : 'note'} role="note" aria-label={body === '' ? words.notes.highlight : words.matrixView.note}>
      {body !== '' && <b>{words.matrixView.note}</b>}{' '}
      {isLost(note) && (
        <span className="note-lost" title={words.matrixView.noteLostHint(clipped(note.quote, 40))}>
          {words.matrixView.noteLost}
        </span>
      )}
      {color !== null && <i className={`note-swatch ${color}`} role="img" aria-label={words.notes.colors[color]} title={words.notes.colors[color]} />}
      <button type="button" className={body === '' ? 'plain note-body is-bare' : 'plain note-body'} tabIndex={isInOrder ? 0 : -1} title={words.matrixView.noteEdit} onClick={onEdit}>
        {body === '' ? words.notes.highlight : body}
      </button>
      {tags.map((tag) => (
        <span key={tag} className="note-tag">
          {tag}
        </span>
      ))}
      {isLost(note) && <q className="note-quote">{clipped(note.quote, 60)}</q>}
      <NoteLinks note={note.id} isInOrder={isInOrder} />
      <span className="note-time">
        {note.author !== '' && `${note.author} `}
        <time dateTime={note.editedAt}>
          {note.editedAt.slice(0, 10)} {clockTime(note.editedAt)}
        </time>
      </span>
    </div>
  )
}

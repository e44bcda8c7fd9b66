import { useState } from 'react'
import type { Note } from '#core/contract/edit-calls.ts'
import { slice } from '#core/text/span.ts'
import { clipped, number } from '../../language/labels.ts'
import { NoteEditor } from '../../NoteEditor.tsx'
import { NoteLine } from '../../NoteLine.tsx'
import type { Place } from '../../routes.ts'
import { useWords } from '../../use-words.ts'
import type { SheetNoting, SheetWriting } from './sheet-notes.ts'

interface NotesHereProps {
  /** Those that stand here. */
  readonly notes: readonly Note[]
  /** The note that is being written, where it stands here. */
  readonly noting: SheetNoting | null
  readonly writing: SheetWriting
  readonly place: Pick<Place, 'report' | 'theme'>
  readonly text: string
  readonly onClosed: () => void
}

/** More than these would push the text apart: the rest is called for. */
const shownAtFirst = 12

/** Notes under their paragraph, and the editor where one is being written there. */
export function NotesHere({ notes, noting, writing, place, text, onClosed }: NotesHereProps) {
  const words = useWords()
  const [isWhole, setWhole] = useState(false)
  const others = notes.filter((note) => note.id !== noting?.note)
  const shown = isWhole ? others : others.slice(0, shownAtFirst)
  if (others.length === 0 && noting === null) return null
  return (
    <div className="notes-here">
      {shown.map((note) => (
        <NoteLine key={note.id} note={note} onEdit={() => writing.write(note.id, note.place ?? { start: 0, end: 0 })} isInOrder />
      ))}
      {others.length > shownAtFirst && (
        <button type="button" className="link hand" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? words.notes.fewerHere : words.notes.moreHere(number(others.length - shownAtFirst))}
        </button>
      )}
      {noting !== null && (
        <NoteEditor
          key={noting.session}
          subject={{ note: noting.note, report: place.report, theme: place.theme, start: noting.start, end: noting.end, words: slice(text, noting) }}
          body={notes.find((note) => note.id === noting.note)?.body ?? ''}
          label={words.matrixView.noteOn(clipped(slice(text, noting), 24))}
          onSaved={writing.saved}
          onClose={() => {
            writing.end()
            onClosed()
          }}
        />
      )}
    </div>
  )
}

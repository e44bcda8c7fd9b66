import type { Note } from '#core/contract/edit-calls.ts'
import { slice, type Span } from '#core/text/span.ts'
import { clipped } from '../../language/labels.ts'
import { NoteEditor } from '../../NoteEditor.tsx'
import { NoteLine } from '../../NoteLine.tsx'
import type { Place } from '../../routes.ts'
import { useWords } from '../../use-words.ts'
import type { SheetNotes } from './sheet-notes.ts'

interface NotesHereProps {
  readonly notes: SheetNotes
  readonly place: Place
  readonly text: string
  /** The paragraph that they stand under; null: those that stand on no words of the text. */
  readonly paragraph: Span | null
  readonly onClosed: () => void
}

/** The notes whose words begin in a paragraph, and the editor where one is being written there. */
export function NotesHere({ notes, place, text, paragraph, onClosed }: NotesHereProps) {
  const words = useWords()
  const { noting } = notes
  const shown = notes.all.filter((note) => note.id !== noting?.note && beginsIn(note.place, note.quote !== '', paragraph))
  const isHere = noting !== null && beginsIn(noting, noting.end > noting.start, paragraph)
  if (shown.length === 0 && !isHere) return null
  return (
    <div className="notes-here">
      {shown.map((note: Note) => (
        <NoteLine key={note.id} note={note} onEdit={() => notes.write(note.id, note.place ?? { start: 0, end: 0 })} isInOrder />
      ))}
      {isHere && (
        <NoteEditor
          key={noting.session}
          subject={{ note: noting.note, report: place.report, theme: place.theme, start: noting.start, end: noting.end, words: slice(text, noting) }}
          body={notes.all.find((note) => note.id === noting.note)?.body ?? ''}
          label={words.matrixView.noteOn(clipped(slice(text, noting), 24))}
          onSaved={notes.saved}
          onClose={() => {
            notes.end()
            onClosed()
          }}
        />
      )}
    </div>
  )
}

function beginsIn(place: Span | null, hasWords: boolean, paragraph: Span | null): boolean {
  if (paragraph === null) return place === null || !hasWords
  return place !== null && hasWords && paragraph.start <= place.start && place.start < Math.max(paragraph.end, paragraph.start + 1)
}

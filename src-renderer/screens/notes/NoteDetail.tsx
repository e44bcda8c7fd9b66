import type { Theme } from '#core/codebook/codebook.ts'
import { clipped, clockTime } from '../../language/labels.ts'
import { NoteEditor } from '../../NoteEditor.tsx'
import { NoteLinks } from '../../NoteLinks.tsx'
import { useLanguage, useWords } from '../../use-words.ts'
import { Candidates } from './Candidates.tsx'
import { InContext } from './InContext.tsx'
import type { NoteDoings } from './note-doings.ts'
import { NoteColors, NoteTags } from './NoteLabels.tsx'
import { needsLook, type NoteRow } from './note-rows.ts'

interface NoteDetailProps {
  readonly row: NoteRow
  readonly themes: readonly Theme[]
  /** Tags of other notes, offered while one is typed. */
  readonly tags: readonly string[]
  readonly isEditing: boolean
  readonly onEdit: (isEditing: boolean) => void
  readonly doings: NoteDoings
}

/** One note with all that is known of it; where it has lost its place, what it stood on beside where it may stand now. */
export function NoteDetail({ row, themes, tags, isEditing, onEdit, doings }: NoteDetailProps) {
  const words = useWords()
  const language = useLanguage()
  const { note, report } = row
  const theme = themes.find(({ id }) => id === note.theme)
  return (
    <section className="note-detail" aria-label={words.notes.detail}>
      <p className="note-state">
        <span className={needsLook(note) ? 'note-lost' : 'note-settled'}>{words.notes.states[note.anchoring.state]}</span> {words.notes.bases[note.anchoring.basis]}
      </p>
      {needsLook(note) ? (
        <Candidates note={note} doings={doings} />
      ) : (
        <blockquote lang="zh-CN">
          <InContext exact={note.quote === '' ? words.notes.onWhole : note.quote} {...note.around} />
        </blockquote>
      )}
      {note.firstQuote !== null && (
        <p className="note-first">
          {words.notes.first}
          <q>{note.firstQuote}</q>
        </p>
      )}
      <p className="note-source">
        {report.title ?? words.untitled}
        {theme !== undefined && (
          <>
            {' · '}
            <span style={{ '--c': `var(--theme-${theme.id})` }}>
              <i className="swatch" /> {theme.name[language]}
            </span>
          </>
        )}
      </p>
      {isEditing ? (
        <NoteEditor
          subject={{ note: note.id, report: note.report, theme: note.theme, start: note.place?.start ?? 0, end: note.place?.end ?? 0, words: note.quote }}
          body={note.body}
          label={words.matrixView.noteOn(clipped(note.quote, 24))}
          onSaved={() => undefined}
          onClose={() => onEdit(false)}
        />
      ) : (
        note.body !== '' && <p className="note-text">{note.body}</p>
      )}
      <NoteLinks note={note.id} isInOrder />
      <NoteTags note={note} known={tags} onChange={(change) => void doings.calls.label(note.id, change)} onLeave={doings.focusList} />
      <NoteColors note={note} onChange={(color) => void doings.calls.label(note.id, { color })} onLeave={doings.focusList} />
      <div className="pane-actions">
        {!isEditing && (
          <button type="button" onClick={() => onEdit(true)} title="E">
            {note.body === '' ? words.notes.write : words.notes.edit}
          </button>
        )}
        {!needsLook(note) && (
          <button type="button" onClick={() => doings.open(note)} title="Enter">
            {words.notes.open}
          </button>
        )}
        <button type="button" onClick={() => doings.remove(note)} title="Delete">
          {words.notes.remove}
        </button>
      </div>
      <p className="note-times">
        {note.author !== '' && `${words.notes.by(note.author)} · `}
        {words.notes.written(when(note.writtenAt))}
        {note.editedAt !== note.writtenAt && ` · ${words.notes.edited(when(note.editedAt))}`}
      </p>
    </section>
  )
}

const when = (iso: string): string => `${iso.slice(0, 10)} ${clockTime(iso)}`

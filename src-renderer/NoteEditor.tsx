import { useState, type KeyboardEvent } from 'react'
import { useAskAgain, useHost } from './host/use-call.ts'
import { clockTime } from './language/labels.ts'
import { useWords } from './use-words.ts'
import { noticeRefusal } from './state/notices.ts'
import './notes.css'
import { NoteDraft, type DraftState, type NoteSubject } from './note-draft.ts'

interface NoteEditorProps {
  readonly subject: NoteSubject
  readonly body: string
  /** What it is written on, for its name. */
  readonly label: string
  /** It has become a note, or was saved again. */
  readonly onSaved: (note: string) => void
  readonly onClose: () => void
}

/** A few lines to write in, in the person's own ink. It saves itself; Esc and Ctrl+Enter leave it. */
export function NoteEditor({ subject, body, label, onSaved, onClose }: NoteEditorProps) {
  const words = useWords()
  const host = useHost()
  const askAgain = useAskAgain()
  const seeNote = (note: string): void => {
    onSaved(note)
    void askAgain('notes.list')
  }
  const [draft] = useState(() => new NoteDraft(host, { subject, body, onSaved: (note) => seeNote(note) }))
  const now = draft.useState()
  const leave = (): void => {
    void draft.save()
    onClose()
  }
  const remove = (): void => {
    void draft.remove().then((reply) => {
      if (reply === null) return
      if (!reply.ok) noticeRefusal(reply.problem)
      void askAgain('notes.list')
    })
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return
    event.preventDefault()
    event.stopPropagation()
    leave()
  }
  return (
    <div className="note-editor" onKeyDown={onKeyDown}>
      <textarea
        ref={focusAtEnd}
        rows={3}
        value={now.body}
        placeholder={words.matrixView.notePlaceholder}
        aria-label={label}
        onChange={(event) => draft.write(event.target.value)}
        onBlur={() => void draft.save()}
      />
      <p>
        <span role="status">{stateLabel(now, words.matrixView)}</span>
        {draft.note !== null && (
          <button type="button" className="link" onClick={remove}>
            {words.matrixView.noteRemove}
          </button>
        )}
        <button type="button" className="link" onClick={leave} title="Esc">
          {words.matrixView.noteDone}
        </button>
      </p>
    </div>
  )
}

function stateLabel({ state, savedAt, body }: DraftState, words: ReturnType<typeof useWords>['matrixView']): string {
  switch (state) {
    case 'same':
      return ''
    case 'saving':
      return words.noteSaving
    case 'saved':
      return savedAt === null ? '' : words.noteSaved(clockTime(savedAt))
    case 'unsaved':
      return body.trim() === '' ? words.noteEmpty : words.noteUnsaved
    case 'failed':
      return words.noteUnsaved
  }
}

function focusAtEnd(element: HTMLTextAreaElement | null): void {
  if (element === null) return
  element.focus({ preventScroll: true })
  element.setSelectionRange(element.value.length, element.value.length)
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

import { useState, type KeyboardEvent } from 'react'
import { noteColors, type NoteColor } from '#core/annotation/annotation.ts'
import type { Note } from '#core/contract/edit-calls.ts'
import { useWords } from '../../use-words.ts'
import { focusTags } from './note-doings.ts'

interface NoteTagsProps {
  readonly note: Note
  readonly known: readonly string[]
  readonly onChange: (change: { readonly add?: readonly string[]; readonly remove?: readonly string[] }) => void
  readonly onLeave: () => void
}

/** The tags of a note, and a field for another. Esc goes back to the list. */
export function NoteTags({ note, known, onChange, onLeave }: NoteTagsProps) {
  const words = useWords()
  const [text, setText] = useState('')
  const takeOut = (tag: string): void => {
    onChange({ remove: [tag] })
    // the button goes with its tag
    focusTags()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const tag = text.trim()
    if (event.key === 'Enter' && tag !== '') {
      onChange({ add: [tag] })
      setText('')
    } else if (event.key === 'Escape') onLeave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="note-tags">
      <span>{words.notes.tags}</span>
      {note.tags.map((tag) => (
        <button key={tag} type="button" className="note-tag" aria-label={words.notes.removeTag(tag)} onClick={() => takeOut(tag)}>
          {tag} <span aria-hidden="true">×</span>
        </button>
      ))}
      <input type="text" id="note-tag" list="known-tags" maxLength={40} aria-label={words.notes.addTag} placeholder={words.notes.addTag} value={text} onChange={(event) => setText(event.target.value)} onKeyDown={onKeyDown} />
      <datalist id="known-tags">
        {known.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </div>
  )
}

interface NoteColorsProps {
  readonly note: Note
  readonly onChange: (color: NoteColor | null) => void
  readonly onLeave: () => void
}

/** The colour that its words are highlighted in: each is named, none is known by its colour alone. */
export function NoteColors({ note, onChange, onLeave }: NoteColorsProps) {
  const words = useWords()
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    onLeave()
  }
  return (
    <fieldset className="note-colors" onKeyDown={onKeyDown}>
      <legend>{words.notes.color}</legend>
      {[null, ...noteColors].map((color) => (
        <label key={color ?? ''}>
          <input type="radio" name={`note-color-${note.id}`} checked={note.color === color} onChange={() => onChange(color)} />
          {color !== null && <i className={`note-swatch ${color}`} aria-hidden="true" />}
          {color === null ? words.notes.noColor : words.notes.colors[color]}
        </label>
      ))}
    </fieldset>
  )
}

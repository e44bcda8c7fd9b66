import { useId, useState, type KeyboardEvent } from 'react'

interface DraftFieldProps {
  readonly label: string
  readonly note?: string
  readonly value: string
  readonly lines?: boolean
  readonly isReadOnly: boolean
  /** What is wrong with a text, in words; null: nothing. */
  readonly faultOf: (text: string) => string | null
  readonly onCommit: (text: string) => void
  readonly at?: string
  /** What the text is of: one that cannot go into the draft is there again when the person comes back to it. */
  readonly of: string
}

/** Texts that wait to be put right, for as long as the window is open. */
const waiting = new Map<string, string>()

/** A text that goes into the draft when it is left. What is wrong with it is said below, and it waits. */
export function DraftField({ label, note, value, lines = false, isReadOnly, faultOf, onCommit, at, of }: DraftFieldProps) {
  const [text, setText] = useState(waiting.get(of) ?? value)
  const [seen, setSeen] = useState(value)
  if (seen !== value) {
    setSeen(value)
    setText(value)
  }
  const id = useId()
  const fault = text === value ? null : faultOf(text)
  const write = (written: string): void => {
    setText(written)
    if (written !== value && faultOf(written) !== null) waiting.set(of, written)
    else waiting.delete(of)
  }
  const commit = (): void => {
    if (text !== value && fault === null) onCommit(text)
  }
  const field = {
    id,
    value: text,
    readOnly: isReadOnly,
    'aria-invalid': fault !== null,
    'aria-describedby': fault === null ? (note === undefined ? undefined : `${id}-note`) : `${id}-fault`,
    'data-at': at,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => write(target.value),
    onBlur: commit,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && !lines && !event.nativeEvent.isComposing) commit()
    }
  }
  return (
    <div className="draft-field">
      <label htmlFor={id}>{label}</label>
      {note !== undefined && <small id={`${id}-note`}>{note}</small>}
      {lines ? <textarea {...field} rows={Math.min(9, Math.max(1, text.split('\n').length))} /> : <input type="text" {...field} />}
      {fault !== null && (
        <p className="field-problem" role="alert" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  )
}

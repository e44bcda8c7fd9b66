import { useEffect, useEffectEvent, useId, useState, type KeyboardEvent } from 'react'
import { keepText, textKept } from '../../state/codebook-draft.ts'

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

/** How long nothing is typed before the text goes into the draft. */
const restMs = 500

/** What was given to the draft, and what the draft had before. */
interface Given {
  readonly text: string
  readonly before: string
}

/**
 * A text that goes into the draft when its writing rests, and when it is left, however that is. What is wrong with it is
 * said below, and it waits. As long as it is written in nothing else comes in its place.
 */
export function DraftField({ label, note, value, lines = false, isReadOnly, faultOf, onCommit, at, of }: DraftFieldProps) {
  const [text, setText] = useState(textKept(of) ?? value)
  const [seen, setSeen] = useState(value)
  const [given, setGiven] = useState<Given | null>(null)
  const [isIn, setIn] = useState(false)
  const [isComposing, setComposing] = useState(false)
  if (seen !== value) {
    setSeen(value)
    if (!isIn || given === null) setText(value)
  }
  const id = useId()
  const fault = text === value ? null : faultOf(text)
  const write = (written: string): void => {
    setText(written)
    keepText(of, written === value ? null : written)
  }
  const commit = (): void => {
    if (isReadOnly || text === value || text === given?.text || faultOf(text) !== null) return
    setGiven({ text, before: value })
    keepText(of, null)
    onCommit(text)
  }
  const leave = (): void => {
    setIn(false)
    commit()
    // as the draft has it: without empty lines
    if (text === given?.text && value !== given.before) setText(value)
  }
  const rest = useEffectEvent(commit)
  useEffect(() => {
    if (isComposing) return undefined
    const timer = setTimeout(rest, restMs)
    return () => clearTimeout(timer)
  }, [text, isComposing])
  useEffect(() => () => rest(), [])
  const field = {
    id,
    value: text,
    readOnly: isReadOnly,
    'aria-invalid': fault !== null,
    'aria-describedby': fault === null ? (note === undefined ? undefined : `${id}-note`) : `${id}-fault`,
    'data-at': at,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => write(target.value),
    onFocus: () => setIn(true),
    onBlur: leave,
    onCompositionStart: () => setComposing(true),
    onCompositionEnd: () => setComposing(false),
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

import { useId, useState, type KeyboardEvent } from 'react'
import type { DivisionChoice } from '#core/contract/division-calls.ts'
import type { Jurisdiction } from '#core/report/report.ts'
import { useLastingCall } from '../../host/use-call.ts'
import { jurisdictionName } from '../../language/labels.ts'
import { useLanguage, useWords } from '../../use-words.ts'

interface DivisionEditorProps {
  readonly place: Jurisdiction | null
  /** A division was chosen, by a click or Enter. */
  readonly onTake: (code: string) => void
}

/** A division by its name or code: what fits is listed while it is typed. Nothing is chosen before a person types or moves. */
export function DivisionEditor({ place, onTake }: DivisionEditorProps) {
  const words = useWords()
  const language = useLanguage()
  const w = words.libraryTable
  const id = useId()
  const [text, setText] = useState('')
  const [marked, setMarked] = useState(-1)
  const { value, loading } = useLastingCall('divisions.find', { text })
  const choices = value ?? []
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || choices.length === 0) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const next = Math.max(0, Math.min(choices.length - 1, marked + (event.key === 'ArrowDown' ? 1 : -1)))
      setMarked(next)
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const choice = choices[marked]
      if (choice !== undefined && !loading) onTake(choice.code)
    }
  }
  return (
    <>
      <input
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={choices[marked] === undefined ? undefined : `${id}-${marked}`}
        aria-label={w.edit.division}
        placeholder={place === null ? w.edit.division : jurisdictionName(place, language, words)}
        value={text}
        onChange={(event) => {
          setText(event.target.value.slice(0, 60))
          setMarked(event.target.value.trim() === '' ? -1 : 0)
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={w.edit.divisions} className="division-list">
        {choices.map((choice, index) => (
          <li
            key={choice.code}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === marked}
            onMouseMove={() => setMarked(index)}
            onClick={() => onTake(choice.code)}
          >
            <span>{choiceName(choice)}</span>
            <small>
              {choice.isFormer && `${w.edit.former} · `}
              {w.levels[choice.level]} · {choice.code}
            </small>
          </li>
        ))}
      </ul>
      {value !== null && choices.length === 0 && <p className="edit-note">{w.edit.noDivision}</p>}
    </>
  )
}

const choiceName = ({ name, province, code }: DivisionChoice): string => (province === null || province.code === code ? name : `${province.name} ${name}`)

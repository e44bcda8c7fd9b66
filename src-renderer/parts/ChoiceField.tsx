import { useId, useState, type KeyboardEvent } from 'react'

interface ChoiceFieldProps {
  readonly label: string
  readonly listLabel: string
  readonly placeholder: string
  readonly text: string
  readonly onText: (text: string) => void
  /** What fits what is typed. */
  readonly options: readonly { readonly id: string; readonly label: string; readonly note?: string }[]
  /** Another list is on its way: Enter waits for it. */
  readonly isBusy?: boolean
  /** One was chosen, by a click or Enter. */
  readonly onTake: (id: string) => void
}

/** One of a list that is found by typing. Nothing is chosen before a person types or moves. */
export function ChoiceField({ label, listLabel, placeholder, text, onText, options, isBusy = false, onTake }: ChoiceFieldProps) {
  const id = useId()
  const [marked, setMarked] = useState(-1)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || options.length === 0) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const next = Math.max(0, Math.min(options.length - 1, marked + (event.key === 'ArrowDown' ? 1 : -1)))
      setMarked(next)
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const option = options[marked]
      if (option !== undefined && !isBusy) onTake(option.id)
    }
  }
  return (
    <>
      <input
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={options[marked] === undefined ? undefined : `${id}-${marked}`}
        aria-label={label}
        placeholder={placeholder}
        value={text}
        onChange={(event) => {
          onText(event.target.value.slice(0, 60))
          setMarked(event.target.value.trim() === '' ? -1 : 0)
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={listLabel} className="choice-list">
        {options.map((option, index) => (
          <li
            key={option.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === marked}
            onMouseMove={() => setMarked(index)}
            onClick={() => onTake(option.id)}
          >
            <span>{option.label}</span>
            {option.note !== undefined && <small>{option.note}</small>}
          </li>
        ))}
      </ul>
    </>
  )
}

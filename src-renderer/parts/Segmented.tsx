import { useId } from 'react'

interface SegmentedProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string; readonly title?: string }[]
  readonly onChange: (value: T) => void
  /** The one switch that says what a pane shows is drawn in black; all others are quiet. */
  readonly leading?: boolean
  readonly disabled?: boolean
}

/** One of a few, all in sight: radio buttons drawn as one bar, with the keys that radio buttons have. */
export function Segmented<T extends string>({ label, value, options, onChange, leading = false, disabled = false }: SegmentedProps<T>) {
  const name = useId()
  return (
    <div className={leading ? 'segmented leading' : 'segmented'} role="radiogroup" aria-label={label} aria-disabled={disabled || undefined}>
      {options.map((option) => (
        <label key={option.value} title={option.title}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            disabled={disabled}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  )
}

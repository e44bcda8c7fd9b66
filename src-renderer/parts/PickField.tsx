interface PickFieldProps<T extends string | number> {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly onPick: (value: T) => void
}

/** One of several, beside its name. */
export function PickField<T extends string | number>({ label, value, options, onPick }: PickFieldProps<T>) {
  return (
    <label className="pick-field">
      <span>{label}</span>
      <select value={value} onChange={({ target }) => onPick(options[target.selectedIndex]!.value /* the chosen of these */)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}

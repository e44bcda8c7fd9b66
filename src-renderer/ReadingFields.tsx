import { targetOperators, type TargetOperator } from '#core/report/report.ts'
import { words as tableWords } from '#core/table/words.ts'
import type { TypedFields } from './reading-fields.ts'
import type { AskedReading } from './state/reading.ts'
import { useLanguage, useWords } from './use-words.ts'

interface ReadingFieldsProps {
  readonly part: AskedReading['part']
  readonly typed: TypedFields
  readonly onType: (fields: Partial<TypedFields>) => void
}

const shownFields = {
  target: ['value', 'upper', 'unit', 'deadlineYear', 'deadline'],
  outline: ['level', 'label', 'heading'],
  programme: ['programme']
} as const

/** The fields of a target, a heading or a name. */
export function ReadingFields({ part, typed, onType }: ReadingFieldsProps) {
  const words = useWords()
  const language = useLanguage()
  const names = words.readings.fields
  return (
    <div className="reading-fields">
      {part === 'target' && (
        <label className="of-operator">
          {names.operator}
          <select value={typed.operator} onChange={(event) => onType({ operator: event.target.value as TargetOperator })}>
            {targetOperators.map((operator) => (
              <option key={operator} value={operator}>
                {tableWords[language].operators[operator]}
              </option>
            ))}
          </select>
        </label>
      )}
      {shownFields[part].map((field, n) => (
        <label key={field} className={`of-${field}`}>
          {names[field]}
          <input type="text" autoFocus={n === 0} maxLength={field === 'heading' ? 300 : 80} value={typed[field]} onFocus={(event) => event.target.select()} onChange={(event) => onType({ [field]: event.target.value })} />
        </label>
      ))}
    </div>
  )
}

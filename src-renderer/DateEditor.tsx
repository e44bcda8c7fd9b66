import { useState } from 'react'
import { useWords } from './use-words.ts'
import { fieldsOfIso, fieldsOfText, isoOfFields, precisionOf, type DateFields } from './date-fields.ts'
import './edit-fields.css'

interface DateEditorProps {
  readonly iso: string | null
  /** The date as typed so far; null while it is none. */
  readonly onChange: (iso: string | null) => void
}

const parts = ['year', 'month', 'day'] as const

/** Year, month and day; what is left blank makes the date less exact. */
export function DateEditor({ iso, onChange }: DateEditorProps) {
  const words = useWords()
  const w = words.libraryTable.edit
  const [fields, setFields] = useState<DateFields>(() => fieldsOfIso(iso))
  const typed = isoOfFields(fields)
  const isEmpty = parts.every((part) => fields[part].trim() === '')
  const change = (next: DateFields): void => {
    setFields(next)
    onChange(isoOfFields(next))
  }
  return (
    <>
      <div className="date-fields">
        {parts.map((part) => (
          <label key={part}>
            <input
              type="text"
              inputMode="numeric"
              className={`date-${part}`}
              value={fields[part]}
              aria-label={w[part]}
              aria-invalid={!isEmpty && typed === null}
              onChange={(event) => change((part === 'year' ? fieldsOfText(event.target.value) : null) ?? { ...fields, [part]: event.target.value })}
            />
            <span aria-hidden="true">{w[part]}</span>
          </label>
        ))}
      </div>
      <p className="edit-note" role="status">
        {typed !== null ? `${typed} · ${w.precision[precisionOf(typed)]}` : isEmpty ? '' : w.badDate}
      </p>
    </>
  )
}

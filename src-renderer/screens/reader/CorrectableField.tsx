import { useState, type ReactNode } from 'react'
import type { ReportView } from '#core/contract/calls.ts'
import type { CorrectedField } from '#core/contract/edit-calls.ts'
import { fieldText } from '../../field-text.ts'
import { FieldEditor } from '../../FieldEditor.tsx'
import { useLanguage, useWords } from '../../use-words.ts'

interface CorrectableFieldProps {
  readonly view: ReportView
  readonly field: Exclude<CorrectedField, 'title'>
  /** What the value was told by, or null where it stands in the text. */
  readonly basis?: string | null
  /** How the value is shown; absent: as its words. */
  readonly children?: ReactNode
}

/** A field of the report that a person can put right: what the program read stays beside it. */
export function CorrectableField({ view, field, basis = null, children }: CorrectableFieldProps) {
  const words = useWords()
  const language = useLanguage()
  const [isEditing, setEditing] = useState(false)
  const { report, machine } = view
  const tongue = { language, words }
  const holds = { ...report, title: report.title?.text ?? null }
  const text = fieldText(holds, field, tongue)
  const isByHand = machine[field] !== undefined
  const read = isByHand ? fieldText(machine, field, tongue) : null
  const name = words.reader.fields[field]
  const id = `about-${view.id}-${field}`
  return (
    <>
      <dt>{name}</dt>
      <dd className={text === null ? 'unknown' : isByHand ? 'hand' : undefined} id={id}>
        {text === null ? words.reader.unknown : (children ?? text)}
        {text !== null && !isByHand && basis !== null && <small className="inferred">{basis}</small>}
        {isByHand && <small className="inferred">{read === null ? words.libraryTable.machineNothing : words.libraryTable.machineRead(read)}</small>}
        <button type="button" className="link field-edit" aria-label={words.libraryTable.edit.title(name)} onClick={() => setEditing(true)}>
          {words.readings.edit}
        </button>
        {isEditing && (
          <FieldEditor
            report={{ ...holds, id: view.id, machine }}
            field={field}
            name={name}
            anchor={id}
            onClose={() => {
              setEditing(false)
              document.querySelector<HTMLElement>(`#${id} .field-edit`)?.focus()
            }}
          />
        )}
      </dd>
    </>
  )
}

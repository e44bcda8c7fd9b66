import { useState } from 'react'
import type { DivisionChoice } from '#core/contract/division-calls.ts'
import type { Jurisdiction } from '#core/report/report.ts'
import { useLastingCall } from './host/use-call.ts'
import { jurisdictionName } from './language/labels.ts'
import { ChoiceField } from './parts/ChoiceField.tsx'
import { useLanguage, useWords } from './use-words.ts'
import './edit-fields.css'

interface DivisionEditorProps {
  readonly place: Jurisdiction | null
  /** A division was chosen, by a click or Enter. */
  readonly onTake: (code: string) => void
}

/** A division by its name or code: what fits is listed while it is typed. */
export function DivisionEditor({ place, onTake }: DivisionEditorProps) {
  const words = useWords()
  const language = useLanguage()
  const w = words.libraryTable
  const [text, setText] = useState('')
  const { value, loading } = useLastingCall('divisions.find', { text })
  const options = (value ?? []).map((choice) => ({
    id: choice.code,
    label: choiceName(choice),
    note: `${choice.isFormer ? `${w.edit.former} · ` : ''}${w.levels[choice.level]} · ${choice.code}`
  }))
  return (
    <>
      <ChoiceField
        label={w.edit.division}
        listLabel={w.edit.divisions}
        placeholder={place === null ? w.edit.division : jurisdictionName(place, language, words)}
        text={text}
        onText={setText}
        options={options}
        isBusy={loading}
        onTake={onTake}
      />
      {value !== null && options.length === 0 && <p className="edit-note">{w.edit.noDivision}</p>}
    </>
  )
}

const choiceName = ({ name, province, code }: DivisionChoice): string => (province === null || province.code === code ? name : `${province.name} ${name}`)

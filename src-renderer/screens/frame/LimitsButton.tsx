import { Popover } from '@base-ui/react/popover'
import { useState, type FormEvent } from 'react'
import { defaultLimits, limitBounds, type ReadingLimits } from '#core/contract/limits.ts'
import type { Problem } from '#core/contract/problem.ts'
import { useCall, useHost } from '../../host/use-call.ts'
import { number } from '../../language/labels.ts'
import { showLimits, usePanels } from '../../state/panels.ts'
import { useLanguage, useWords } from '../../use-words.ts'

type Field = keyof ReadingLimits

const fields = ['megabytes', 'seconds', 'pageSeconds'] as const satisfies readonly Field[]

/** What one document may cost while it is read: always in sight, changed on a click. */
export function LimitsButton() {
  const words = useWords()
  const isOpen = usePanels((p) => p.limits)
  const { value } = useCall('limits.read', {})
  const [written, setWritten] = useState<ReadingLimits | null>(null)
  const limits = written ?? value
  if (limits === null) return null
  return (
    <Popover.Root open={isOpen} onOpenChange={showLimits}>
      <Popover.Trigger className="link notices-button">{words.limits.button(number(limits.megabytes), number(limits.seconds))}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="menu-positioner" side="top" align="end" sideOffset={8}>
          <Popover.Popup className="notices-popup limits-popup">
            <Popover.Title>{words.limits.title}</Popover.Title>
            <Popover.Description>{words.limits.note}</Popover.Description>
            <LimitsForm limits={limits} onWritten={setWritten} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

type Draft = Readonly<Record<Field, string>>

const draftOf = (limits: ReadingLimits): Draft => ({
  megabytes: String(limits.megabytes),
  seconds: String(limits.seconds),
  pageSeconds: String(limits.pageSeconds)
})

function isWithin(field: Field, text: string): boolean {
  const { least, most } = limitBounds[field]
  return /^\d+$/.test(text.trim()) && Number(text) >= least && Number(text) <= most
}

interface LimitsFormProps {
  readonly limits: ReadingLimits
  readonly onWritten: (limits: ReadingLimits) => void
}

function LimitsForm({ limits, onWritten }: LimitsFormProps) {
  const words = useWords()
  const language = useLanguage()
  const host = useHost()
  const [draft, setDraft] = useState(() => draftOf(limits))
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const isValid = fields.every((field) => isWithin(field, draft[field]))
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!isValid || isBusy) return
    setBusy(true)
    const reply = await host.call('limits.write', { megabytes: Number(draft.megabytes), seconds: Number(draft.seconds), pageSeconds: Number(draft.pageSeconds) })
    setBusy(false)
    if (!reply.ok) return setProblem(reply.problem)
    onWritten(reply.value)
    showLimits(false)
  }
  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      {fields.map((field) => (
        <LimitField key={field} field={field} value={draft[field]} onChange={(text) => setDraft({ ...draft, [field]: text })} />
      ))}
      {problem !== null && (
        <p role="alert" className="field-problem">
          {problem.message[language]}
        </p>
      )}
      <footer>
        <button type="button" onClick={() => setDraft(draftOf(defaultLimits))}>
          {words.limits.standard}
        </button>
        <button type="submit" disabled={!isValid || isBusy}>
          {isBusy ? words.limits.saving : words.limits.save}
        </button>
      </footer>
    </form>
  )
}

interface LimitFieldProps {
  readonly field: Field
  readonly value: string
  readonly onChange: (text: string) => void
}

function LimitField({ field, value, onChange }: LimitFieldProps) {
  const words = useWords()
  const { least, most } = limitBounds[field]
  const isWrong = !isWithin(field, value)
  const note = `limit-${field}`
  return (
    <label className="limit-field">
      <span>{words.limits[field]}</span>
      <input
        type="number"
        min={least}
        max={most}
        step={1}
        value={value}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? note : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {isWrong && (
        <small role="alert" id={note} className="field-problem">
          {words.limits.between(number(least), number(most))}
        </small>
      )}
    </label>
  )
}

import { Popover } from '@base-ui/react/popover'
import { useState, type FormEvent } from 'react'
import type { Input, MachineReading } from '#core/contract/calls.ts'
import type { CorrectedField } from '#core/contract/edit-calls.ts'
import type { Problem } from '#core/contract/problem.ts'
import { useHost } from './host/use-call.ts'
import { useLanguage, useWords } from './use-words.ts'
import { DateEditor } from './DateEditor.tsx'
import { DivisionEditor } from './DivisionEditor.tsx'
import './edit-fields.css'
import { fieldText } from './field-text.ts'

type Correction = Input<'reports.correct'>['to']

interface FieldEditorProps {
  /** Its fields as they hold, and of those that were put right what the machine read. */
  readonly report: MachineReading & { readonly id: string; readonly machine: MachineReading }
  readonly field: CorrectedField
  /** Of the field, as the place calls it. */
  readonly name: string
  /** Id of the element that it lies beside. */
  readonly anchor: string
  readonly onClose: () => void
}

/** Puts one field of a report right, beside it: what the machine read stays in sight, and one button goes back to it. */
export function FieldEditor({ report, field, name, anchor, onClose }: FieldEditorProps) {
  const words = useWords()
  const language = useLanguage()
  const host = useHost()
  const w = words.libraryTable
  const now = fieldText(report, field, { words, language })
  const isCorrected = report.machine[field] !== undefined
  const machine = isCorrected ? fieldText(report.machine, field, { words, language }) : now
  const [value, setValue] = useState<string | null>(startValue(report, field))
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const correct = async (to: Correction): Promise<void> => {
    setBusy(true)
    const reply = await host.call('reports.correct', { report: report.id, field, to })
    setBusy(false)
    if (reply.ok) onClose()
    else setProblem(reply.problem)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (value === null || value.trim() === '' || isBusy) return
    if (value === startValue(report, field)) onClose()
    else void correct(field === 'officials' ? { is: 'officials', officials: officialsTyped(value) } : { is: 'value', value: value.trim() })
  }
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Portal>
        <Popover.Positioner className="menu-positioner" anchor={() => document.getElementById(anchor)} side="bottom" align="start" sideOffset={2}>
          <Popover.Popup className="cell-editor" finalFocus={false}>
            <form noValidate onSubmit={submit}>
              <Popover.Title>{w.edit.title(name)}</Popover.Title>
              {field === 'date' ? (
                <DateEditor iso={report.date?.iso ?? null} onChange={setValue} />
              ) : field === 'jurisdiction' ? (
                <DivisionEditor place={report.jurisdiction ?? null} onTake={(code) => void correct({ is: 'value', value: code })} />
              ) : (
                <textarea
                  className="edit-text"
                  rows={field === 'officials' ? 5 : field === 'title' ? 3 : 2}
                  aria-label={name}
                  value={value ?? ''}
                  onChange={(event) => setValue(field === 'officials' ? event.target.value : event.target.value.replaceAll('\n', ''))}
                  onKeyDown={(event) => {
                    // a list has a line for each
                    const ends = event.key === 'Enter' && (field !== 'officials' || event.ctrlKey || event.metaKey)
                    if (ends && !event.nativeEvent.isComposing) submit(event)
                  }}
                />
              )}
              {field === 'officials' && <p className="edit-note">{words.readings.officialsHint}</p>}
              <p className="machine-line">
                <span>{machine === null ? w.machineNothing : w.machineRead(machine)}</span>
                {isCorrected && (
                  <button type="button" className="link" disabled={isBusy} onClick={() => void correct({ is: 'machine' })}>
                    {w.edit.machine}
                  </button>
                )}
              </p>
              {problem !== null && (
                <p role="alert" className="field-problem">
                  {problem.message[language]}
                </p>
              )}
              <footer>
                {now !== null && (
                  <button type="button" className="link" disabled={isBusy} onClick={() => void correct({ is: 'unknown' })}>
                    {w.edit.unknown}
                  </button>
                )}
                <span />
                <button type="button" onClick={onClose}>
                  {w.edit.cancel}
                </button>
                {field !== 'jurisdiction' && (
                  <button type="submit" disabled={value === null || value.trim() === '' || isBusy}>
                    {isBusy ? w.edit.saving : w.edit.save}
                  </button>
                )}
              </footer>
            </form>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** In the form that is typed. */
function startValue({ jurisdiction, date, officials, ...report }: MachineReading, field: CorrectedField): string | null {
  if (field === 'jurisdiction') return jurisdiction?.code ?? null
  if (field === 'date') return date?.iso ?? null
  if (field === 'officials') return (officials ?? []).map(({ name, title }) => (title === null ? name : `${name} ${title}`)).join('\n')
  return report[field] ?? ''
}

/** One on each line: the name, then, behind a blank or a mark, the title. */
const officialsTyped = (typed: string): { readonly name: string; readonly title: string | null }[] =>
  typed.split('\n').flatMap((line) => {
    const [, name = '', title = ''] = /^\s*([^\s,，、:：]+)[\s,，、:：]*(.*?)\s*$/.exec(line) ?? []
    return name === '' ? [] : [{ name, title: title === '' ? null : title }]
  })

import { Popover } from '@base-ui/react/popover'
import { useState, type FormEvent } from 'react'
import type { Input, ReportSummary } from '#core/contract/calls.ts'
import type { ListedField } from '#core/contract/edit-calls.ts'
import type { Problem } from '#core/contract/problem.ts'
import { useHost } from '../../host/use-call.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import type { ColumnId } from './column-ids.ts'
import { DateEditor } from '../../DateEditor.tsx'
import { DivisionEditor } from '../../DivisionEditor.tsx'
import { fieldText } from './machine-text.ts'

type Correction = Input<'reports.correct'>['to']

interface CellEditorProps {
  readonly report: ReportSummary
  readonly field: ListedField
  /** Id of the cell. */
  readonly anchor: string
  readonly onClose: () => void
}

const columnOf = (field: ListedField): ColumnId => (field === 'jurisdiction' ? 'province' : field)

/** Puts one field of a report right, beside its cell: what the machine read stays in sight, and one button goes back to it. */
export function CellEditor({ report, field, anchor, onClose }: CellEditorProps) {
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
    else void correct({ is: 'value', value: value.trim() })
  }
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Portal>
        <Popover.Positioner className="menu-positioner" anchor={() => document.getElementById(anchor)} side="bottom" align="start" sideOffset={2}>
          <Popover.Popup className="cell-editor" finalFocus={false}>
            <form noValidate onSubmit={submit}>
              <Popover.Title>{w.edit.title(w.columns[columnOf(field)])}</Popover.Title>
              {field === 'date' ? (
                <DateEditor iso={report.date?.iso ?? null} onChange={setValue} />
              ) : field === 'jurisdiction' ? (
                <DivisionEditor place={report.jurisdiction} onTake={(code) => void correct({ is: 'value', value: code })} />
              ) : (
                <textarea
                  className="edit-text"
                  rows={field === 'title' ? 3 : 2}
                  aria-label={w.columns[columnOf(field)]}
                  value={value ?? ''}
                  onChange={(event) => setValue(event.target.value.replaceAll('\n', ''))}
                  onKeyDown={(event) => {
                    if (event.key === 'Enter' && !event.nativeEvent.isComposing) submit(event)
                  }}
                />
              )}
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

/** In the form that `reports.correct` takes. */
function startValue({ jurisdiction, date, ...report }: ReportSummary, field: ListedField): string | null {
  if (field === 'jurisdiction') return jurisdiction?.code ?? null
  if (field === 'date') return date?.iso ?? null
  return report[field] ?? ''
}

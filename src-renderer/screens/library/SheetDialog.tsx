import { Dialog } from '@base-ui/react/dialog'
import { useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import type { SheetQuestion } from '#core/contract/calls.ts'
import type { Problem } from '#core/contract/problem.ts'
import { useHost } from '../../host/use-call.ts'
import { noticeStart, useNotices } from '../../state/notices.ts'
import { settleSheet, showSheet, usePanels, waitingSheets } from '../../state/panels.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { choiceOf, choose, chosenColumns, meanings, type Meaning } from './column-names.ts'
import { SheetSample } from './SheetSample.tsx'

/** Asks what the columns of a held sheet hold; several sheets one after the other. Left without an answer, the sheet stays held. */
export function SheetDialog() {
  const held = usePanels((p) => p.sheet)
  const notices = useNotices((s) => s.list)
  const outcome = notices.flatMap((notice) => (notice.kind === 'import' ? notice.outcomes : [])).find(({ sheet }) => sheet?.held === held)
  const first = useRef<HTMLSelectElement>(null)
  return (
    <Dialog.Root open={outcome?.sheet !== undefined} onOpenChange={(open) => !open && showSheet(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog sheet-dialog" initialFocus={first}>
          {outcome?.sheet !== undefined && <SheetForm key={outcome.sheet.held} file={outcome.file} sheet={outcome.sheet} firstRef={first} />}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

interface SheetFormProps {
  readonly file: string
  readonly sheet: SheetQuestion
  /** Where the keys go when the dialog opens. */
  readonly firstRef: React.RefObject<HTMLSelectElement | null>
}

function SheetForm({ file, sheet, firstRef }: SheetFormProps) {
  const words = useWords()
  const language = useLanguage()
  const host = useHost()
  const settled = usePanels((p) => p.settled)
  const { headers, sample } = sheet
  const width = sample.reduce((most, row) => Math.max(most, row.length), headers.length)
  const [choice, setChoice] = useState(() => choiceOf(sheet.guess, headers, width))
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const columns = chosenColumns(choice, headers)
  const left = waitingSheets(settled).filter((other) => other !== sheet.held).length
  const read = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (columns === null || isBusy) return
    setBusy(true)
    const reply = await host.call('sources.importSheet', { held: sheet.held, columns })
    setBusy(false)
    if (!reply.ok) return setProblem(reply.problem)
    noticeStart(reply.value.job, 1)
    settleSheet(sheet.held)
  }
  return (
    <form onSubmit={(event) => void read(event)} onKeyDown={confirmWithEnter}>
      <Dialog.Title>{words.sheets.title}</Dialog.Title>
      <Dialog.Description>{words.sheets.text(file)}</Dialog.Description>
      <div className="column-choices">
        {meanings.map((meaning) => (
          <ColumnSelect
            key={meaning}
            meaning={meaning}
            headers={headers}
            width={width}
            value={choice[meaning]}
            selectRef={meaning === 'text' ? firstRef : undefined}
            onChange={(column) => setChoice(choose(choice, meaning, column))}
          />
        ))}
      </div>
      <SheetSample sheet={sheet} width={width} choice={choice} />
      {problem !== null && (
        <p role="alert" className="field-problem">
          {problem.message[language]}
        </p>
      )}
      <footer>
        <span>{columns === null ? words.sheets.needsText : left > 0 ? words.sheets.left(left) : ''}</span>
        <Dialog.Close>{words.sheets.later}</Dialog.Close>
        <button type="submit" className="main" disabled={columns === null || isBusy}>
          {isBusy ? words.sheets.reading : words.sheets.read}
        </button>
      </footer>
    </form>
  )
}

/** Enter in a list of choices confirms, as it does in a field; the arrow keys and space choose. */
function confirmWithEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLSelectElement)) return
  event.preventDefault()
  event.currentTarget.requestSubmit()
}

interface ColumnSelectProps {
  readonly meaning: Meaning
  readonly headers: readonly string[]
  readonly width: number
  readonly value: number | null
  readonly selectRef: React.RefObject<HTMLSelectElement | null> | undefined
  readonly onChange: (column: number | null) => void
}

function ColumnSelect({ meaning, headers, width, value, selectRef, onChange }: ColumnSelectProps) {
  const words = useWords()
  const isRequired = meaning === 'text'
  return (
    <label>
      <span>
        {words.sheets.meanings[meaning]} {isRequired && <small>{words.sheets.required}</small>}
      </span>
      <select
        ref={selectRef}
        required={isRequired}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
      >
        <option value="">{isRequired ? words.sheets.choose : words.sheets.none}</option>
        {Array.from({ length: width }, (_, column) => (
          <option key={column} value={column}>
            {headers[column]?.trim() || words.sheets.column(column + 1)}
          </option>
        ))}
      </select>
    </label>
  )
}

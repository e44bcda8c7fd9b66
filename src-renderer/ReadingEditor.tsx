import { Popover } from '@base-ui/react/popover'
import { useState, type FormEvent } from 'react'
import { isOneThing, readAt, type Said } from '#core/report/reading-words.ts'
import { slice } from '#core/text/span.ts'
import { useCall } from './host/use-call.ts'
import { clipped } from './language/labels.ts'
import { fieldsFrom, fieldsTyped, type TypedFields } from './reading-fields.ts'
import { ReadingFields } from './ReadingFields.tsx'
import { saidInWords } from './reading-words.ts'
import { endReading, useReadingEditor, type AskedReading } from './state/reading.ts'
import { useReadingCalls } from './use-reading-calls.ts'
import { useLanguage, useWords } from './use-words.ts'
import './readings.css'

/** Puts right what is read at a place, beside its words: the program's reading stays in sight, and one button goes back to it. */
export function ReadingEditor() {
  const asked = useReadingEditor((editor) => editor.asked)
  return asked === null ? null : <Editor key={asked.session} asked={asked} />
}

function Editor({ asked }: { readonly asked: AskedReading }) {
  const { report: id, start, end, part, near, from } = asked
  const words = useWords()
  const view = useCall('reports.read', { id }).value
  const said = useCall('readings.list', { report: id }).value
  const text = view?.report.text ?? null
  const place = { report: id, start, end, words: text === null ? '' : slice(text, { start, end }) }
  const draft = useCall('readings.draft', text === null ? null : place).value
  const close = (): void => {
    endReading()
    if (from instanceof HTMLElement) from.focus({ preventScroll: true })
  }
  if (view === null || said === null || draft === null) return null
  const known = said.findLast((word) => word.part === part && word.place !== null && isOneThing(part, word.place, { start, end }))
  const held = readAt(view.report, part, { start, end })
  return (
    <Popover.Root open onOpenChange={(isOpen) => !isOpen && close()}>
      <Popover.Portal>
        <Popover.Positioner className="menu-positioner" anchor={() => ({ getBoundingClientRect: () => near() ?? new DOMRect(innerWidth / 2, innerHeight / 3, 0, 0) })} side="bottom" align="start" sideOffset={4}>
          <Popover.Popup className="reading-editor" finalFocus={false}>
            <Popover.Title>{held === null ? words.readings.marking(words.readings.parts[part]) : words.readings.editor(words.readings.parts[part])}</Popover.Title>
            <q className="clamped">{clipped(place.words, 80)}</q>
            <Form
              place={place}
              part={part}
              isByHand={known !== undefined}
              machine={known === undefined ? held : known.machine}
              held={held}
              initial={fieldsFrom(part, held, draft)}
              onClose={close}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

interface FormProps {
  readonly place: { readonly report: string; readonly start: number; readonly end: number; readonly words: string }
  readonly part: AskedReading['part']
  /** A person's word stands here already. */
  readonly isByHand: boolean
  /** What the program reads here. */
  readonly machine: Said['value']
  /** What is read here as it holds now. */
  readonly held: Said['value']
  readonly initial: TypedFields
  readonly onClose: () => void
}

function Form({ place, part, isByHand, machine, held, initial, onClose }: FormProps) {
  const words = useWords()
  const language = useLanguage()
  const calls = useReadingCalls()
  const w = words.readings
  const [typed, setTyped] = useState(initial)
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const act = async (done: Promise<boolean>): Promise<void> => {
    setBusy(true)
    const isDone = await done
    setBusy(false)
    if (isDone) onClose()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const said = fieldsTyped(part, typed, place.words)
    if ('wrong' in said) setProblem(w[said.wrong])
    else if (!isBusy) void act(calls.say(place, said))
  }
  // where the program reads nothing, an empty form is no draft of its
  const isDraft = !isByHand && (part !== 'target' || initial.value !== '' || machine !== null) && Object.entries(typed).every(([field, value]) => initial[field as keyof TypedFields] === value)
  return (
    <form noValidate onSubmit={submit} className={isDraft ? 'is-draft' : undefined}>
      <ReadingFields part={part} typed={typed} onType={(fields) => setTyped({ ...typed, ...fields })} />
      <p className="machine-line">
        <span>{machine === null ? w.machineNothing : w.machineRead(saidInWords(part, machine, { language, words }))}</span>
        {isByHand && (
          <button type="button" className="link" disabled={isBusy} onClick={() => void act(calls.takeBack(place, part))}>
            {w.machine}
          </button>
        )}
      </p>
      {isDraft && <p className="machine-line">{w.draft}</p>}
      {problem !== null && (
        <p role="alert" className="field-problem">
          {problem}
        </p>
      )}
      <footer>
        {held !== null && (
          <button type="button" className="link" disabled={isBusy} onClick={() => void act(calls.say(place, { part, value: null }))}>
            {w.isNot(w.parts[part])}
          </button>
        )}
        <span />
        <button type="button" onClick={onClose}>
          {w.cancel}
        </button>
        <button type="submit" disabled={isBusy}>
          {isBusy ? w.saving : w.save}
        </button>
      </footer>
    </form>
  )
}

import { useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react'
import type { Theme } from '#core/codebook/codebook.ts'
import type { ReportView } from '#core/contract/calls.ts'
import type { TargetFields } from '#core/report/reading-words.ts'
import { slice } from '#core/text/span.ts'
import { statementKinds, type StatementKind } from '#core/report/report.ts'
import { DateEditor } from '../../DateEditor.tsx'
import { DivisionEditor } from '../../DivisionEditor.tsx'
import { ChoiceField } from '../../parts/ChoiceField.tsx'
import { fieldsFrom, fieldsTyped } from '../../reading-fields.ts'
import { ReadingFields } from '../../ReadingFields.tsx'
import { useLanguage, useWords } from '../../use-words.ts'
import { correct, decide, officialsOf, readAgain, say, type Doing } from './doings.ts'
import type { Queued } from './review-queue.ts'
import '../../readings.css'

interface ReviewEditorProps {
  readonly item: Queued
  readonly view: ReportView
  readonly themes: readonly Theme[]
  readonly onSave: (doing: Doing) => void
  readonly onClose: () => void
}

/** Puts a reading right, in the editor that its part has. */
export function ReviewEditor(props: ReviewEditorProps) {
  const { review: w } = useWords()
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.preventDefault()
    props.onClose()
  }
  return (
    <section className="review-editor" aria-label={w.editor(w.parts[props.item.part])} onKeyDown={onKeyDown} ref={focusFirst}>
      <EditorOfPart {...props} />
    </section>
  )
}

const focusFirst = (element: HTMLElement | null): void => element?.querySelector<HTMLElement>('input, textarea, select, button')?.focus()

function EditorOfPart(props: ReviewEditorProps) {
  const { item, view, onSave } = props
  switch (item.part) {
    case 'theme':
      return <ThemeChoice {...props} />
    case 'kind':
      return <KindChoice {...props} />
    case 'jurisdiction':
      return (
        <>
          <DivisionEditor place={view.report.jurisdiction} onTake={(code) => onSave(correct(item, { is: 'value', value: code }))} />
          <Foot {...props} />
        </>
      )
    case 'date':
      return <DateForm {...props} />
    case 'target':
    case 'programme':
    case 'outline':
      return <ReadingForm {...props} part={item.part} />
    default:
      return <TextForm {...props} />
  }
}

function ThemeChoice({ item, view, themes, onSave, onClose }: ReviewEditorProps) {
  const { review: w } = useWords()
  const language = useLanguage()
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const options = themes.filter(({ id, name }) => id !== item.read && [id, name.zh, name.en].some((one) => one.toLowerCase().includes(wanted))).map(({ id, name }) => ({ id, label: name[language] }))
  return (
    <>
      <ChoiceField label={w.chooseTheme} listLabel={w.themes} placeholder={w.chooseTheme} text={text} onText={setText} options={options} onTake={(theme) => onSave(decide(item, view, { theme, decision: 'assigned' }))} />
      <Foot onClose={onClose} />
    </>
  )
}

function KindChoice({ item, view, onSave, onClose }: ReviewEditorProps) {
  const words = useWords()
  const choose = (value: StatementKind): void => onSave(say(item, view, { part: 'kind', value }))
  const others = statementKinds.filter((kind) => kind !== item.read)
  const onKeyDown = (event: KeyboardEvent): void => {
    const kind = others[Number(event.key) - 1]
    if (kind === undefined) return
    event.preventDefault()
    choose(kind)
  }
  return (
    <div className="review-kinds" onKeyDown={onKeyDown}>
      {others.map((kind, index) => (
        <button key={kind} type="button" onClick={() => choose(kind)}>
          {words.kinds[kind]} <kbd>{index + 1}</kbd>
        </button>
      ))}
      <Foot onClose={onClose} />
    </div>
  )
}

function DateForm({ item, view, onSave, onClose }: ReviewEditorProps) {
  const [iso, setIso] = useState<string | null>(view.report.date?.iso ?? null)
  return (
    <Form doing={iso === null ? null : correct(item, { is: 'value', value: iso })} onSave={onSave} onClose={onClose}>
      <DateEditor iso={view.report.date?.iso ?? null} onChange={setIso} />
    </Form>
  )
}

/** A target, a heading, the name of a programme: field by field. */
function ReadingForm({ item, part, view, onSave, onClose }: ReviewEditorProps & { readonly part: 'target' | 'programme' | 'outline' }) {
  const words = useWords()
  const span = item.span ?? { start: 0, end: 0 }
  const here = slice(view.report.text, span)
  const [typed, setTyped] = useState(() => fieldsFrom(part, readAgain(item, view)?.value ?? null, { ...span, target: nothingSaid, programme: here }))
  const said = fieldsTyped(part, typed, here)
  return (
    <Form doing={'wrong' in said ? null : say(item, view, said)} onSave={onSave} onClose={onClose}>
      <ReadingFields part={part} typed={typed} onType={(fields) => setTyped({ ...typed, ...fields })} />
      <p className="edit-note" role="status">
        {'wrong' in said && words.readings[said.wrong]}
      </p>
    </Form>
  )
}

const nothingSaid: TargetFields = { value: null, upper: null, unit: null, operator: '=', deadlineYear: null, deadline: null }

/** What is words alone: a title, a meeting, who issued it, who took part. */
function TextForm({ item, onSave, onClose }: ReviewEditorProps) {
  const { review: w } = useWords()
  const [text, setText] = useState(item.read ?? '')
  const isList = item.part === 'officials'
  const to = isList ? { is: 'officials' as const, officials: officialsOf(text) } : { is: 'value' as const, value: text.trim() }
  return (
    <Form doing={text.trim() === '' ? null : correct(item, to)} onSave={onSave} onClose={onClose}>
      <textarea
        className="edit-text"
        rows={isList ? 4 : 2}
        aria-label={w.editor(w.parts[item.part])}
        value={text}
        onChange={(event) => setText(isList ? event.target.value : event.target.value.replaceAll('\n', ''))}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || isList || event.nativeEvent.isComposing) return
          event.preventDefault()
          event.currentTarget.form?.requestSubmit()
        }}
      />
      {isList && <p className="edit-note">{w.officialsNote}</p>}
    </Form>
  )
}

interface FormProps {
  readonly doing: Doing
  readonly onSave: (doing: Doing) => void
  readonly onClose: () => void
  readonly children: ReactNode
}

function Form({ doing, onSave, onClose, children }: FormProps) {
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (doing !== null) onSave(doing)
  }
  return (
    <form noValidate onSubmit={submit}>
      {children}
      <Foot onClose={onClose} canSave={doing !== null} />
    </form>
  )
}

function Foot({ onClose, canSave }: { readonly onClose: () => void; readonly canSave?: boolean }) {
  const { review: w } = useWords()
  return (
    <footer>
      <button type="button" onClick={onClose}>
        {w.cancel} <kbd>Esc</kbd>
      </button>
      {canSave !== undefined && (
        <button type="submit" disabled={!canSave}>
          {w.save}
        </button>
      )}
    </footer>
  )
}

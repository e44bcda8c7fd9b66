import { useDeferredValue, useMemo, useState, type KeyboardEvent } from 'react'
import type { Theme } from '#core/codebook/codebook.ts'
import type { ReportSummary } from '#core/contract/calls.ts'
import { useScreenCommands, type KeyList } from '../../commands.ts'
import { useCall } from '../../host/use-call.ts'
import { useNoteCalls } from '../../use-note-calls.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { candidatesOf } from './Candidates.tsx'
import { focusColors, focusTags, noteDoings, type NoteDoings } from './note-doings.ts'
import { NoteDetail } from './NoteDetail.tsx'
import { NoteList } from './NoteList.tsx'
import { filterRows, linesOf, needsLook, noteRows, type NoteRow } from './note-rows.ts'
import { NotesBar } from './NotesBar.tsx'
import { useNotesView } from './notes-state.ts'
import './notes-screen.css'

interface NotesScreenProps {
  /** All of the library, in its order. */
  readonly reports: readonly ReportSummary[]
  readonly themes: readonly Theme[]
}

/** Every note of the library, and those whose words changed: what each stands on, what was written, and where it leads. */
export function NotesScreen({ reports, themes }: NotesScreenProps) {
  const words = useWords()
  const language = useLanguage()
  const { value: notes, problem } = useCall('notes.list', {})
  const { scope, filters } = useNotesView()
  const wanted = useDeferredValue(filters)
  const rows = useMemo(() => noteRows(notes ?? [], reports), [notes, reports])
  const shown = useMemo(() => filterRows(scope === 'look' ? rows.filter(({ note }) => needsLook(note)) : rows, wanted), [rows, scope, wanted])
  const lines = useMemo(() => linesOf(shown), [shown])
  const tags = useMemo(() => [...new Set(rows.flatMap(({ note }) => note.tags))].sort(), [rows])
  const [chosen, setChosen] = useState<Chosen>({ note: '', at: 0 })
  const [editing, setEditing] = useState('')
  const row = chosenRow(shown, chosen)
  const calls = useNoteCalls()
  const offering = row !== null && candidatesOf(row.note).length > 0
  const text = useCall('reports.read', offering ? { id: row.note.report } : null).value?.report.text ?? null
  const choose = (note: string): void => setChosen({ note, at: shown.findIndex((other) => other.note.id === note) })
  const doings = noteDoings({ calls, text }, (note) => {
    const at = shown.findIndex((other) => other.note.id === note.id)
    const next = [...shown.slice(at + 1), ...shown.slice(0, at)].find((other) => needsLook(other.note))
    if (next !== undefined) choose(next.note.id)
    doings.focusList()
  })
  useScreenCommands(noCommands, keyLists)
  const edit = (isEditing: boolean): void => {
    setEditing(isEditing && row !== null ? row.note.id : '')
    if (!isEditing) doings.focusList()
  }
  return (
    <section className="notes-screen" aria-label={words.notes.name} aria-busy={notes === null}>
      <NotesBar rows={rows} shown={shown} themes={themes} />
      <p className="visually-hidden" id="notes-keys">
        {words.notes.keys}
      </p>
      {row === null ? (
        <p className="pane-message">{problem?.message[language] ?? (notes === null ? words.notes.loading : rows.length === 0 ? words.notes.none : scope === 'look' ? words.notes.noneToLook : words.notes.noneLeft)}</p>
      ) : (
        <div className="notes-panes">
          <NoteList lines={lines} chosen={row.note.id} onChoose={choose} onOpen={doings.open} onKey={(event) => onNoteKey(event, { row, doings, edit })} />
          <NoteDetail key={row.note.id} row={row} themes={themes} tags={tags} isEditing={editing === row.note.id} onEdit={edit} doings={doings} />
        </div>
      )}
    </section>
  )
}

/** The note that is chosen, and where in the list it stood: when it is gone the one that took its place is. */
interface Chosen {
  readonly note: string
  readonly at: number
}

const chosenRow = (shown: readonly NoteRow[], { note, at }: Chosen): NoteRow | null =>
  shown.find((row) => row.note.id === note) ?? shown[Math.min(Math.max(at, 0), shown.length - 1)] ?? null

const noCommands: readonly never[] = []
const keyLists: readonly KeyList[] = [
  { id: 'notes', title: (w) => w.notes.keyTitle, rows: (w) => w.notes.keyRows.map(([keys, does]) => ({ keys, does })) }
]

interface KeyGround {
  readonly row: NoteRow
  readonly doings: NoteDoings
  readonly edit: (isEditing: boolean) => void
}

function onNoteKey({ key, altKey, ctrlKey, metaKey }: KeyboardEvent, { row: { note }, doings, edit }: KeyGround): boolean {
  if (altKey || ctrlKey || metaKey) return false
  const candidate = /^[1-8]$/.test(key) ? candidatesOf(note)[Number(key) - 1] : undefined
  const byKey: Readonly<Record<string, () => void>> = {
    enter: () => doings.open(note),
    e: () => edit(true),
    g: focusTags,
    c: focusColors,
    delete: () => doings.remove(note),
    ...(needsLook(note) ? { m: () => doings.byHand(note), l: () => doings.leave(note) } : {})
  }
  const run = candidate === undefined ? byKey[key.toLowerCase()] : () => doings.accept(note, candidate)
  run?.()
  return run !== undefined
}

import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { Note } from '#core/contract/edit-calls.ts'
import { useElementHeight } from '../../parts/element-size.ts'
import { clipped, dateLabel, number } from '../../language/labels.ts'
import { useLinksOf } from '../../NoteLinks.tsx'
import { useWords } from '../../use-words.ts'
import { mostOnPaper, useIsPrinting } from '../../state/printing.ts'
import { needsLook, type ListLine } from './note-rows.ts'

interface NoteListProps {
  readonly lines: readonly ListLine[]
  /** Of the note that is chosen. */
  readonly chosen: string | null
  readonly onChoose: (note: string) => void
  readonly onOpen: (note: Note) => void
  /** Keys that do something to the chosen note. @returns whether it was one */
  readonly onKey: (event: KeyboardEvent) => boolean
}

const heights = { group: 34, note: 84 } as const
const beyond = 400

/** All notes, report by report; only those in sight are on the page. One element has the focus, and says which note is chosen. */
export function NoteList({ lines, chosen, onChoose, onOpen, onKey }: NoteListProps) {
  const words = useWords()
  const list = useRef<HTMLDivElement>(null)
  const isPrinting = useIsPrinting()
  const [height, measure] = useElementHeight(heights.note)
  const [top, setTop] = useState(0)
  const tops = useMemo(() => topsOf(lines), [lines])
  const at = lines.findIndex((line) => line.kind === 'note' && line.note.id === chosen)
  const places = useMemo(() => placesOf(lines), [lines])
  const go = (to: number): void => {
    const line = lines[to]
    if (line?.kind !== 'note') return
    onChoose(line.note.id)
    const scroller = list.current
    if (scroller === null) return
    const [from, until] = [tops[to]! - (lines[to - 1]?.kind === 'group' ? heights.group : 0), tops[to + 1]!]
    if (from < scroller.scrollTop) scroller.scrollTop = from
    else if (until > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = until - scroller.clientHeight
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = event.altKey || event.ctrlKey || event.metaKey ? null : target(event.key, { at, lines, page: Math.max(1, Math.floor(height / heights.note) - 1) })
    if (to !== null) go(to)
    else if (!onKey(event)) return
    event.preventDefault()
  }
  return (
    <div className="note-list-frame" ref={measure}>
      <div
        className="note-list"
        role="listbox"
        tabIndex={0}
        data-at="notes"
        aria-label={words.notes.list}
        aria-activedescendant={at === -1 ? undefined : `note-${chosen}`}
        aria-describedby="notes-keys"
        ref={list}
        onKeyDown={onKeyDown}
        onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}
      >
        <div className="note-lines" role="presentation" style={{ height: tops.at(-1) ?? 0 }}>
          {inSight(tops, isPrinting ? { top: 0, height: tops[mostOnPaper] ?? Infinity, also: at } : { top, height, also: at }).map((index) => (
            <Line key={keyOf(lines[index]!)} line={lines[index]!} top={tops[index]!} isChosen={index === at} place={places[index]!} count={places.at(-1) ?? 0} onChoose={() => go(index)} onOpen={onOpen} />
          ))}
        </div>
      </div>
    </div>
  )
}

const keyOf = (line: ListLine): string => (line.kind === 'group' ? `report ${line.report.id}` : line.note.id)

interface LineProps {
  readonly line: ListLine
  readonly top: number
  readonly isChosen: boolean
  /** 1-based among the notes. */
  readonly place: number
  readonly count: number
  readonly onChoose: () => void
  readonly onOpen: (note: Note) => void
}

function Line({ line, top, isChosen, place, count, onChoose, onOpen }: LineProps) {
  const words = useWords()
  const style = { transform: `translateY(${top}px)`, height: heights[line.kind] }
  if (line.kind === 'group') {
    return (
      <div className="note-group" role="presentation" style={style}>
        <strong>{line.report.title ?? words.untitled}</strong>
        <small>
          {dateLabel(line.report.date, words).text} · {words.notes.count(number(line.count))}
        </small>
      </div>
    )
  }
  const { note } = line
  return (
    <div className={needsLook(note) ? 'note-row is-lost' : 'note-row'} role="option" id={`note-${note.id}`} aria-selected={isChosen} aria-posinset={place} aria-setsize={count} style={style} onClick={onChoose} onDoubleClick={() => onOpen(note)}>
      <q>{note.quote === '' ? words.notes.onWhole : clipped(note.quote, 60)}</q>
      <p className="note-row-body">{note.body === '' ? words.notes.highlight : note.body}</p>
      <p className="note-row-facts">
        {note.color !== null && <i className={`note-swatch ${note.color}`} role="img" aria-label={words.notes.colors[note.color]} />}
        <span className={needsLook(note) ? 'note-lost' : undefined}>{words.notes.states[note.anchoring.state]}</span>
        {note.tags.map((tag) => (
          <span key={tag} className="note-tag">
            {tag}
          </span>
        ))}
        <LinkCount note={note.id} />
        <span className="note-row-when">
          {note.author} {note.editedAt.slice(0, 10)}
        </span>
      </p>
    </div>
  )
}

function LinkCount({ note }: { readonly note: string }) {
  const words = useWords()
  const { length } = useLinksOf(note)
  return length > 0 && <span className="note-row-links">{words.notes.linkCount(length)}</span>
}

/** Where each line begins, and the last ends. */
function topsOf(lines: readonly ListLine[]): number[] {
  const tops = [0]
  for (const { kind } of lines) tops.push(tops.at(-1)! + heights[kind])
  return tops
}

/** How many notes there are up to each line. */
function placesOf(lines: readonly ListLine[]): number[] {
  let count = 0
  return lines.map(({ kind }) => (kind === 'note' ? (count += 1) : count))
}

function inSight(tops: readonly number[], { top, height, also }: { readonly top: number; readonly height: number; readonly also: number }): number[] {
  const found: number[] = []
  let low = 0
  let high = tops.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (tops[middle + 1]! > top - beyond) high = middle
    else low = middle + 1
  }
  for (let index = low; index + 1 < tops.length && tops[index]! < top + height + beyond; index++) found.push(index)
  if (also !== -1 && !found.includes(also)) found.push(also)
  return found.sort((a, b) => a - b)
}

interface Standing {
  readonly at: number
  readonly lines: readonly ListLine[]
  readonly page: number
}

/** The line that a key leads to, or null for a key that does not move. */
function target(key: string, { at, lines, page }: Standing): number | null {
  const notes = lines.flatMap(({ kind }, index) => (kind === 'note' ? [index] : []))
  const now = notes.indexOf(at)
  const to = (n: number): number | null => notes[Math.min(Math.max(n, 0), notes.length - 1)] ?? null
  switch (key) {
    case 'ArrowDown':
      return to(now + 1)
    case 'ArrowUp':
      return to(now - 1)
    case 'PageDown':
      return to(now + page)
    case 'PageUp':
      return to(now - page)
    case 'Home':
      return to(0)
    case 'End':
      return to(notes.length - 1)
    default:
      return null
  }
}

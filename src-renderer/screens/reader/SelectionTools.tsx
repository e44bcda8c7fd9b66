import { useState, type KeyboardEvent } from 'react'
import { noteColors, type NoteColor } from '#core/annotation/annotation.ts'
import type { Place } from '../../routes.ts'
import { prefer } from '../../state/preferences.ts'
import { useWords } from '../../use-words.ts'
import { highlightOn, type Offered, type SheetNotes } from './sheet-notes.ts'

interface SelectionToolsProps {
  readonly notes: SheetNotes
  readonly offered: Offered
  readonly place: Place
  readonly onClosed: () => void
}

/** What the person's hand can do with the words just selected, beside them: highlight, note, tag. */
export function SelectionTools({ notes, offered, place, onClosed }: SelectionToolsProps) {
  const words = useWords()
  const [asksTag, setAsksTag] = useState(offered.asksTag)
  const span = { start: offered.start, end: offered.end }
  const marked = highlightOn(notes.all, span)
  const known = [...new Set(notes.all.flatMap(({ tags }) => tags))]
  const close = (): void => {
    notes.offer(null)
    onClosed()
  }
  const mark = (color: NoteColor | null, tags: readonly string[]): void => {
    notes.mark({ report: place.report, theme: place.theme, span, color, tags })
    if (color !== null) prefer({ highlight: color })
    onClosed()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    close()
  }
  return (
    <div className="hand-tools" role="toolbar" aria-label={words.notes.toolbar} ref={besidePlace} onKeyDown={onKeyDown} onMouseDown={keepSelection}>
      <span aria-hidden="true">{words.notes.highlight}</span>
      {noteColors.map((color) => (
        <button key={color} type="button" className="hand-swatch" aria-label={words.notes.withColor(words.notes.colors[color])} title={words.notes.withColor(words.notes.colors[color])} onClick={() => mark(color, [])}>
          <i className={`note-swatch ${color}`} aria-hidden="true" />
        </button>
      ))}
      {marked !== undefined && (
        <button
          type="button"
          onClick={() => {
            void notes.calls.remove(marked.id)
            close()
          }}
        >
          {words.notes.unmark}
        </button>
      )}
      <button type="button" title="N" onClick={() => notes.write(marked?.id ?? null, span)}>
        {words.notes.note}
      </button>
      {asksTag ? (
        <TagField known={known} onTag={(tag) => mark(null, [tag])} />
      ) : (
        <button type="button" title="G" onClick={() => setAsksTag(true)}>
          {words.notes.tag}
        </button>
      )}
    </div>
  )
}

function TagField({ known, onTag }: { readonly known: readonly string[]; readonly onTag: (tag: string) => void }) {
  const words = useWords()
  const [tag, setTag] = useState('')
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || tag.trim() === '') return
    event.preventDefault()
    onTag(tag.trim())
  }
  return (
    <>
      <input type="text" list="sheet-tags" maxLength={40} autoFocus aria-label={words.notes.addTag} placeholder={words.notes.addTag} value={tag} onChange={(event) => setTag(event.target.value)} onKeyDown={onKeyDown} />
      <datalist id="sheet-tags">
        {known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}

/** A press on a button must not take the selection away; one in the field must set the cursor. */
function keepSelection(event: { readonly target: EventTarget; preventDefault(): void }): void {
  if (!(event.target instanceof HTMLInputElement)) event.preventDefault()
}

/** Below the end of the selected words, which the sheet marks as its place, and within the width of the text. */
function besidePlace(tools: HTMLElement | null): void {
  const text = tools?.closest<HTMLElement>('.reading-text')
  if (tools === null || text === null || text === undefined) return
  const put = (): void => {
    const last = [...text.querySelectorAll('.mark-place')].at(-1)?.getClientRects()
    const line = last?.item(last.length - 1)
    if (line === null || line === undefined) return
    const box = text.getBoundingClientRect()
    tools.style.top = `${line.bottom - box.top + 4}px`
    tools.style.left = `${Math.max(8, Math.min(line.right - box.left - tools.offsetWidth / 2, box.width - tools.offsetWidth - 8))}px`
  }
  put()
  // the selected stretch becomes the place in the same breath: the text is drawn anew once more
  requestAnimationFrame(() => requestAnimationFrame(put))
}

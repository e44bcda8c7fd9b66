import { useState, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import { noteColors, type NoteColor } from '#core/annotation/annotation.ts'
import type { Note } from '#core/contract/edit-calls.ts'
import { useHost } from './host/use-call.ts'
import { beginLinking, endLinking, useLinking, type LinkedWords } from './state/linking.ts'
import { noticeRefusal } from './state/notices.ts'
import type { HandTool } from './state/hand.ts'
import { prefer, usePreferences } from './state/preferences.ts'
import { useWords } from './use-words.ts'
import './notes.css'

/** What the hand does with the words that it is offered. */
export interface HandActs {
  readonly mark: (color: NoteColor | null, tags: readonly string[]) => void
  readonly unmark: (note: Note) => void
  /** null: a new one. */
  readonly write: (note: string | null) => void
  readonly close: () => void
  /** These words are the other end of a link now. */
  readonly linked: () => void
}

interface HandToolsProps {
  readonly on: LinkedWords
  readonly acts: HandActs
  /** The highlight that stands on just these words. */
  readonly marked: Note | undefined
  /** Tags that are used already. */
  readonly known: readonly string[]
  readonly tool: HandTool | null
  /** Puts the tools beside the words. */
  readonly place: Ref<HTMLDivElement>
  /** What else there is to do: the themes. */
  readonly children?: ReactNode
}

/** What the person's hand can do with words, beside them: highlight, note, tag, and what the place adds. */
export function HandTools({ on, acts, marked, known, tool, place, children }: HandToolsProps) {
  const words = useWords()
  const lastColor = usePreferences((preferences) => preferences.highlight)
  const [asksTag, setAsksTag] = useState(tool === 'tag')
  const mark = (color: NoteColor): void => {
    acts.mark(color, [])
    prefer({ highlight: color })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    // a menu of the tools is theirs for React, but not on the page
    if (event.key !== 'Escape' || event.nativeEvent.isComposing || !(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return
    event.preventDefault()
    event.stopPropagation()
    acts.close()
  }
  return (
    <div className="hand-tools" role="toolbar" aria-label={words.notes.toolbar} ref={place} onKeyDown={onKeyDown} onMouseDown={keepSelection}>
      <span aria-hidden="true">{words.notes.highlight}</span>
      {noteColors.map((color) => (
        <button
          key={color}
          type="button"
          className="hand-swatch"
          autoFocus={tool === 'highlight' && color === lastColor}
          aria-label={words.notes.withColor(words.notes.colors[color])}
          title={words.notes.withColor(words.notes.colors[color])}
          onClick={() => mark(color)}
        >
          <i className={`note-swatch ${color}`} aria-hidden="true" />
        </button>
      ))}
      {marked !== undefined && (
        <button type="button" onClick={() => acts.unmark(marked)}>
          {words.notes.unmark}
        </button>
      )}
      <button type="button" title="N" onClick={() => acts.write(marked?.id ?? null)}>
        {words.notes.note}
      </button>
      {asksTag ? (
        <TagField known={known} onTag={(tag) => acts.mark(null, [tag])} />
      ) : (
        <button type="button" title="G" onClick={() => setAsksTag(true)}>
          {words.notes.tag}
        </button>
      )}
      {children}
      <LinkButton on={on} acts={acts} isMeant={tool === 'link'} />
    </div>
  )
}

/** Begins a link at these words, or ends the one that was begun. */
function LinkButton({ on, acts, isMeant }: Pick<HandToolsProps, 'on' | 'acts'> & { readonly isMeant: boolean }) {
  const words = useWords()
  const host = useHost()
  const { from } = useLinking()
  const link = async (other: LinkedWords): Promise<void> => {
    const reply = await host.call('links.add', { from: other, to: on, author: usePreferences.getState().author })
    if (!reply.ok) return noticeRefusal(reply.problem)
    endLinking()
    acts.linked()
  }
  const begin = (): void => {
    beginLinking(on)
    acts.close()
  }
  return (
    <button type="button" title="L" autoFocus={isMeant} onClick={() => (from === null ? begin() : void link(from))}>
      {from === null ? words.notes.link : words.notes.linkHere}
    </button>
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
      <input type="text" list="hand-tags" maxLength={40} autoFocus aria-label={words.notes.addTag} placeholder={words.notes.addTag} value={tag} onChange={(event) => setTag(event.target.value)} onKeyDown={onKeyDown} />
      <datalist id="hand-tags">
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

import { useCallback, useEffect, useState } from 'react'
import type { Theme } from '#core/codebook/codebook.ts'
import type { ReportView } from '#core/contract/calls.ts'
import { slice } from '#core/text/span.ts'
import { HandTools } from './HandTools.tsx'
import { useAnswer, useCall } from './host/use-call.ts'
import { clipped } from './language/labels.ts'
import { NoteEditor } from './NoteEditor.tsx'
import { highlightOn, tagsOf } from './notes.ts'
import { letGoOfWords, offerHand, putHandAway, useHand } from './state/hand.ts'
import { selectedWords } from './text-view/selected-words.ts'
import { ReadingMenu } from './ReadingMenu.tsx'
import { ThemeMenu } from './ThemeMenu.tsx'
import { markWords, useNoteCalls } from './use-note-calls.ts'
import { useWords } from './use-words.ts'

type Offered = NonNullable<ReturnType<typeof useHand.getState>['offered']>

/** The tools of the hand beside words that are selected in a cell, a search hit or a report read side by side. */
export function FloatingHand({ themes }: { readonly themes: readonly Theme[] }) {
  const offered = useHand((hand) => hand.offered)
  const view = useCall('reports.read', offered === null ? null : { id: offered.report }).value
  useEffect(followSelections, [])
  return offered === null || view === null ? null : <Tools key={offered.session} offered={offered} view={view} themes={themes} />
}

interface ToolsProps {
  readonly offered: Offered
  readonly view: ReportView
  readonly themes: readonly Theme[]
}

const none: readonly never[] = []

function Tools({ offered, view, themes }: ToolsProps) {
  const words = useWords()
  const notes = useAnswer('notes.list', { reports: [offered.report] }) ?? none
  const calls = useNoteCalls()
  const { report, start, end, theme, near } = offered
  const span = { start, end }
  const place = useCallback((element: HTMLElement | null) => keepBeside(element, near), [near])
  const [isChoosing, setChoosing] = useState(offered.tool === 'themes')
  const [isReading, setReading] = useState(offered.tool === 'reading')
  const [noting, setNoting] = useState<{ readonly note: string | null } | null>(offered.tool === 'note' ? { note: null } : null)
  const [done, setDone] = useState('')
  const close = (): void => {
    letGoOfWords()
    if (offered.from instanceof HTMLElement) offered.from.focus({ preventScroll: true })
  }
  const say = (said: string): void => {
    setDone(said)
    // the next key has read it
    window.addEventListener('keydown', () => useHand.getState().offered === offered && putHandAway(), { once: true, capture: true })
    if (offered.from instanceof HTMLElement) offered.from.focus({ preventScroll: true })
  }
  const quote = slice(view.report.text, span)
  if (done !== '') {
    return (
      <p className="hand-tools is-done" role="status" ref={place}>
        {done}
      </p>
    )
  }
  if (noting !== null) {
    return (
      <div className="hand-note" ref={place}>
        <NoteEditor
          subject={{ note: noting.note, report, theme, ...span, words: quote }}
          body={notes.find((note) => note.id === noting.note)?.body ?? ''}
          label={words.matrixView.noteOn(clipped(quote, 24))}
          onSaved={(note) => setNoting({ note })}
          onClose={close}
        />
      </div>
    )
  }
  return (
    <HandTools
      on={{ report, theme, ...span, words: quote }}
      marked={highlightOn(notes, span)}
      known={tagsOf(notes)}
      tool={offered.tool}
      place={place}
      acts={{
        mark: (color, tags) => {
          void markWords(calls, notes, { report, theme, span, words: quote, color, tags }).then((isDone) => {
            if (isDone) say(color === null ? words.notes.tagged(tags.join(words.listComma)) : words.notes.marked(words.notes.colors[color]))
          })
        },
        unmark: (note) => void calls.remove(note.id).then((isDone) => isDone && say(words.notes.unmarked)),
        write: (note) => setNoting({ note }),
        close,
        linked: () => say(words.notes.linked)
      }}
    >
      <ThemeMenu report={view.report} place={{ report, start, end, theme }} themes={themes} isOpen={isChoosing} onOpen={setChoosing} />
      <ReadingMenu report={view.report} place={{ report, start, end }} isOpen={isReading} onOpen={setReading} onDone={say} onLeave={putHandAway} />
    </HandTools>
  )
}

const ofTheHand = '.hand-tools, .hand-note, [role="menu"]'

/** Whenever words have been selected with the mouse, the tools come; whenever something else is clicked, they go. */
function followSelections(): () => void {
  const look = (event: MouseEvent): void => {
    if (event.button !== 0 || (event.target instanceof Element && event.target.closest(ofTheHand) !== null)) return
    // a click into what is selected takes the selection away only after this
    setTimeout(() => {
      const found = selectedWords()
      if (found === null) putHandAway()
      else offerHand(found, { tool: null, near: found.near })
    })
  }
  document.addEventListener('mouseup', look)
  return () => document.removeEventListener('mouseup', look)
}

/** Below the words, within the window; follows them when something scrolls. @returns lets go */
function keepBeside(element: HTMLElement | null, near: () => DOMRect | null): (() => void) | undefined {
  if (element === null) return undefined
  const put = (): void => {
    const line = near()
    if (line === null) return
    const { offsetWidth: width, offsetHeight: height } = element
    const below = line.bottom + 6 + height < innerHeight ? line.bottom + 6 : line.top - height - 6
    element.style.top = `${Math.max(8, below)}px`
    element.style.left = `${Math.max(8, Math.min(line.right - width / 2, innerWidth - width - 8))}px`
  }
  put()
  window.addEventListener('scroll', put, true)
  window.addEventListener('resize', put)
  return () => {
    window.removeEventListener('scroll', put, true)
    window.removeEventListener('resize', put)
  }
}

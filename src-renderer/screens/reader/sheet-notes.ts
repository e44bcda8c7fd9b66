import { useMemo, useState } from 'react'
import type { Note } from '#core/contract/edit-calls.ts'
import { slice, type Span } from '#core/text/span.ts'
import type { Place } from '../../routes.ts'
import type { HandTool } from '../../state/hand.ts'
import { useAnswer } from '../../host/use-call.ts'
import { markWords, useNoteCalls, type NewMark, type NoteCalls } from '../../use-note-calls.ts'

/** A note being written beside the reading text. */
export interface SheetNoting extends Span {
  /** null: a new one, not saved yet. */
  readonly note: string | null
  readonly session: number
}

/** Words that the tools of the hand lie beside: to highlight, note or tag them. */
export interface Offered extends Span {
  readonly tool: HandTool | null
  readonly session: number
}

/** What leads a note being written from its beginning to its end: the same functions for as long as the sheet is open. */
export interface SheetWriting {
  readonly write: (note: string | null, on: Span) => void
  readonly saved: (note: string) => void
  readonly end: () => void
}

export interface SheetNotes extends SheetWriting {
  readonly all: readonly Note[]
  readonly noting: SheetNoting | null
  readonly offered: Offered | null
  readonly calls: NoteCalls
  /** Colours and tags the words; those that are a highlight already get them, and no second one. */
  readonly mark: (mark: Omit<NewMark, 'words'>) => void
  /** Puts a note on other words of this report. */
  readonly place: (note: string, on: Span) => void
  readonly writing: SheetWriting
  /** null: puts the tools away. */
  readonly offer: (on: Span | null, tool?: HandTool) => void
}

const none: readonly never[] = []

/**
 * The notes of one report, and the one that is being written. What is offered lies at the place: it goes when the person goes on.
 *
 * @param text the report's, as it is shown
 */
export function useSheetNotes({ report, start, end }: Place, text: string): SheetNotes {
  const all = useAnswer('notes.list', { reports: [report] }) ?? none
  const [noting, setNoting] = useState<SheetNoting | null>(null)
  const [offered, setOffered] = useState<Offered | null>(null)
  const calls = useNoteCalls()
  if (offered !== null && (offered.start !== start || offered.end !== end)) setOffered(null)
  const writing = useMemo(
    (): SheetWriting => ({
      write: (note, { start, end }) => {
        setOffered(null)
        setNoting((last) => ({ note, start, end, session: (last?.session ?? 0) + 1 }))
      },
      saved: (note) => setNoting((last) => last && (last.note === note ? last : { ...last, note })),
      end: () => setNoting(null)
    }),
    []
  )
  return useMemo(
    () => ({
      all,
      noting,
      offered,
      calls,
      mark: (mark) => {
        void markWords(calls, all, { ...mark, words: slice(text, mark.span) })
        setOffered(null)
      },
      place: (note, { start, end }) => void calls.place(note, { start, end, words: slice(text, { start, end }) }),
      ...writing,
      writing,
      offer: (on, tool) => setOffered((last) => on && { start: on.start, end: on.end, tool: tool ?? null, session: (last?.session ?? 0) + 1 })
    }),
    [all, noting, offered, calls, text, writing]
  )
}

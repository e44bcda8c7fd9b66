import { useMemo } from 'react'
import type { NoteColor } from '#core/annotation/annotation.ts'
import type { Note } from '#core/contract/edit-calls.ts'
import type { Reply } from '#core/contract/problem.ts'
import type { Span } from '#core/text/span.ts'
import { useAskAgain, useHost } from './host/use-call.ts'
import { highlightOn } from './notes.ts'
import { noticeRefusal } from './state/notices.ts'
import { usePreferences } from './state/preferences.ts'

export interface NewMark {
  readonly report: string
  readonly theme: string | null
  readonly span: Span
  /** The words of the span, as they are seen. */
  readonly words: string
  readonly color: NoteColor | null
  readonly tags: readonly string[]
}

/** What can be done to notes without writing in them. Each answers whether it was done; a refusal is noticed. */
export interface NoteCalls {
  readonly mark: (mark: NewMark) => Promise<boolean>
  readonly label: (note: string, change: { readonly color?: NoteColor | null; readonly add?: readonly string[]; readonly remove?: readonly string[] }) => Promise<boolean>
  readonly place: (note: string, on: Span & { readonly words: string }) => Promise<boolean>
  readonly remove: (note: string) => Promise<boolean>
}

export function useNoteCalls(): NoteCalls {
  const host = useHost()
  const askAgain = useAskAgain()
  return useMemo(() => {
    const seen = async (asked: Promise<Reply<Note | null>>): Promise<boolean> => {
      const reply = await asked
      if (!reply.ok) noticeRefusal(reply.problem)
      await askAgain('notes.list')
      return reply.ok
    }
    return {
      mark: ({ report, theme, span: { start, end }, words, color, tags }) =>
        seen(host.call('notes.write', { note: null, report, theme, start, end, words, body: '', author: usePreferences.getState().author, color, tags: [...tags] })),
      label: (note, { color, add = [], remove = [] }) =>
        seen(host.call('notes.label', { notes: [note], add: [...add], remove: [...remove], ...(color === undefined ? {} : { color }) })),
      place: (note, { start, end, words }) => seen(host.call('notes.place', { note, start, end, words })),
      remove: (note) => seen(host.call('notes.remove', { note }))
    }
  }, [host, askAgain])
}

/** Colours and tags words; those that are a highlight already get them, and no second one. */
export function markWords(calls: NoteCalls, notes: readonly Note[], mark: NewMark): Promise<boolean> {
  const known = highlightOn(notes, mark.span)
  return known === undefined ? calls.mark(mark) : calls.label(known.id, { ...(mark.color === null ? {} : { color: mark.color }), add: mark.tags })
}

import { useMemo, useState } from 'react'
import type { Note } from '#core/contract/edit-calls.ts'
import type { Span } from '#core/text/span.ts'
import { useCall } from '../../host/use-call.ts'

/** A note being written beside the reading text. */
export interface SheetNoting extends Span {
  /** null: a new one, not saved yet. */
  readonly note: string | null
  readonly session: number
}

export interface SheetNotes {
  readonly all: readonly Note[]
  readonly noting: SheetNoting | null
  readonly write: (note: string | null, on: Span) => void
  readonly saved: (note: string) => void
  readonly end: () => void
}

const none: readonly never[] = []

/** The notes of one report, and the one that is being written. */
export function useSheetNotes(report: string): SheetNotes {
  const all = useCall('notes.list', { reports: [report] }).value ?? none
  const [noting, setNoting] = useState<SheetNoting | null>(null)
  return useMemo(
    () => ({
      all,
      noting,
      write: (note, { start, end }) => setNoting((last) => ({ note, start, end, session: (last?.session ?? 0) + 1 })),
      saved: (note) => setNoting((last) => last && { ...last, note }),
      end: () => setNoting(null)
    }),
    [all, noting]
  )
}

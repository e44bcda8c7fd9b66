import type { Target } from '#core/report/report.ts'
import type { Mark } from './marks.ts'

interface MarkNotes {
  readonly target: string
  readonly byHand: string
}

/** Targets in a text, those of a person told apart from the program's. */
export const targetMarks = (targets: readonly Target[], notes: MarkNotes): Mark[] =>
  targets.flatMap(({ start, end, by }): Mark[] =>
    by === undefined
      ? [{ start, end, kind: 'target', note: notes.target }]
      : [{ start, end, kind: 'target', note: `${notes.target} · ${notes.byHand}` }, { start, end, kind: 'by-hand' }]
  )

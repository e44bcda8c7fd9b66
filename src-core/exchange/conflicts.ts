import type { Bilingual } from '../codebook/codebook.ts'

/** What two hands say otherwise of the same words. */
export type WorkConflict = NoteConflict | CodingConflict

interface ConflictPlace {
  readonly report: string
  readonly words: string
}

interface NoteConflict extends ConflictPlace {
  readonly kind: 'note'
  readonly mine: string
  readonly theirs: string
}

interface CodingConflict extends ConflictPlace {
  readonly kind: 'coding'
  /** The name of the theme. */
  readonly theme: Bilingual
  /** Who says both: of two coders both stand. */
  readonly coder: string
  readonly mine: 'assigned' | 'rejected'
  readonly theirs: 'assigned' | 'rejected'
  /** What was coded in a round gives way to nothing that comes from elsewhere. */
  readonly isOfRound: boolean
}

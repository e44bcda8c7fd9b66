import type { Bilingual } from '../codebook/codebook.ts'
import type { Verdict } from '../compare/comparison.ts'
import type { ReadingPart, Said } from '../report/reading-words.ts'
import type { WorkCorrection, WorkSummary } from './work.ts'

/** What is said otherwise here and in work from elsewhere. */
export type WorkConflict = NoteConflict | CodingConflict | CorrectionConflict | ReadingConflict | VerdictConflict | SummaryConflict | CodebookConflict | DivisionConflict

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

interface CorrectionConflict {
  readonly kind: 'correction'
  readonly report: string
  readonly field: WorkCorrection['field']
  /** Null: the report does not tell. */
  readonly mine: string | null
  readonly theirs: string | null
}

interface ReadingConflict extends ConflictPlace {
  readonly kind: 'reading'
  readonly part: ReadingPart
  /** Null: nothing of the sort stands there. */
  readonly mine: Said['value']
  readonly theirs: Said['value']
}

interface VerdictConflict {
  readonly kind: 'verdict'
  readonly report: string
  readonly theme: Bilingual
  readonly mine: Verdict
  readonly theirs: Verdict
}

interface SummaryConflict {
  readonly kind: 'summary'
  readonly report: string
  readonly theme: Bilingual
  readonly part: WorkSummary['part']
  readonly mine: string
  readonly theirs: string
}

/** Versions of one codebook; where theirs are taken, they stand behind those that are here. */
interface CodebookConflict {
  readonly kind: 'codebook'
  readonly name: Bilingual
  readonly mine: string
  readonly theirs: string
}

/** Into how many reports a file was divided by hand. */
interface DivisionConflict {
  readonly kind: 'division'
  readonly file: string
  readonly mine: number
  readonly theirs: number
}

import type { Span } from '../text/span.ts'
import type { Counting } from './counted-places.ts'
import type { NotTaken } from './project-of-elements.ts'
import type { WorkCodebook, WorkCorrection, WorkLink, WorkNote, WorkReading, WorkSummary, WorkVerdict } from './work.ts'

/** What comes from elsewhere: texts with a person's work on them, and what of it was doubtful or left. */
export interface Received {
  readonly origin: string
  readonly reports: readonly ReceivedReport[]
  readonly doubts: readonly Doubt[]
  readonly links?: readonly WorkLink[]
  readonly summaries?: readonly WorkSummary[]
  readonly codebooks?: readonly WorkCodebook[]
}

export interface ReceivedReport {
  readonly title: string
  /** SHA-256 of the file that it is of, where that came too. */
  readonly file?: string
  readonly text: string
  /** What a project of this program says of it; null of others. */
  readonly facts: { readonly date: string | null; readonly placeCode: string | null } | null
  readonly codings: readonly ReceivedCoding[]
  readonly notes: readonly ReceivedNote[]
  readonly corrections?: readonly WorkCorrection[]
  readonly verdicts?: readonly WorkVerdict[]
  readonly readings?: readonly WorkReading[]
}

export interface ReceivedCoding {
  /** Id of the codebook that the theme is of. */
  readonly codebook: string
  /** SHA-256 of the version of it that it was made by, where that came too. */
  readonly version?: string
  readonly theme: string
  readonly decision: 'assigned' | 'rejected'
  readonly place: Span
  readonly coder: string
  /** Null where it is not said. */
  readonly codedAt: string | null
}

export interface ReceivedNote extends Omit<WorkNote, 'writtenAt' | 'editedAt'> {
  readonly writtenAt: string | null
  readonly editedAt: string | null
}

/** Something that a person should know of what was read. */
export type Doubt =
  /** The words at the place are not those that the selection is named by. */
  | { readonly what: 'mismatch'; readonly source: string; readonly said: string; readonly found: string }
  /** A selection that stands nowhere in the text of its source. */
  | { readonly what: 'no-place'; readonly source: string; readonly said: string }
  /** The selections of a source agree with its text only when it is counted otherwise than the standard says. */
  | { readonly what: 'counting'; readonly source: string; readonly counting: Counting }
  /** Codings by the program itself: it reads these texts anew. */
  | { readonly what: 'machine-codings'; readonly count: number }
  /** Codings and notes that refer to nothing here. */
  | { readonly what: 'unknown-code' | 'loose-note' | 'loose-link' | 'unread-lines'; readonly count: number }
  | { readonly what: 'not-taken'; readonly kind: NotTaken; readonly name: string }
  /** Work with themes of a codebook that is not here: codings were left out; notes keep their theme, which is shown when the codebook is there. */
  | { readonly what: 'unknown-codebook'; readonly codebook: string; readonly codings: number; readonly notes: number }
  /** Work on reports that several persons are coding apart now: it was left out until they are done. */
  | { readonly what: 'coded-apart'; readonly reports: number; readonly codings: number; readonly notes: number }

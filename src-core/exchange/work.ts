import type { NoteColor } from '../annotation/annotation.ts'
import type { Quote } from '../annotation/quote.ts'
import type { Codebook } from '../codebook/codebook.ts'
import type { CellPart, Verdict } from '../compare/comparison.ts'
import type { Said } from '../report/reading-words.ts'
import type { Span } from '../text/span.ts'

/** Reports with what a person and the program made of them, as any format of exchange begins with. Places are UTF-16 units of the report's text. */
export interface Work {
  /** What the whole is called. */
  readonly name: string
  /** The one in use; codings and notes may be of others too. */
  readonly codebook: Codebook
  readonly reports: readonly WorkReport[]
  readonly links: readonly WorkLink[]
  readonly summaries: readonly WorkSummary[]
  /** Those that a person made or that work is of, with all their versions. */
  readonly codebooks: readonly WorkCodebook[]
}

export interface WorkReport {
  readonly title: string
  readonly text: string
  /** SHA-256 of the text. */
  readonly hash: string
  readonly about: ReportFacts
  /** What the program reads in it; a person's word is not in it. */
  readonly machine: readonly { readonly place: Span; readonly themes: readonly string[] }[]
  readonly codings: readonly WorkCoding[]
  readonly notes: readonly WorkNote[]
  readonly corrections: readonly WorkCorrection[]
  readonly verdicts: readonly WorkVerdict[]
  readonly readings: readonly WorkReading[]
}

export interface ReportFacts {
  /** Null for the whole country and where it is not known. */
  readonly province: { readonly code: string; readonly name: string } | null
  readonly place: { readonly code: string; readonly name: string; readonly level: string } | null
  /** `2023-02-10`, `2023-02`, `2023`, or null. */
  readonly date: string | null
  readonly meeting: string | null
  readonly issuer: string | null
  readonly documentNumber: string | null
  /** Who wrote it, where the meeting was, whom it is according to. */
  readonly reporter: string | null
  readonly venue: string | null
  readonly attribution: string | null
  readonly fileName: string
}

export interface WorkCoding {
  /** Id of the codebook that the theme is of. */
  readonly codebook: string
  /** SHA-256 of the version of it that it was made by; absent where that is not known. */
  readonly version?: string
  readonly theme: string
  readonly decision: 'assigned' | 'rejected'
  /** Empty where its characters are not in the text any more. */
  readonly places: readonly Span[]
  readonly coder: string
  readonly codedAt: string
}

export interface WorkNote {
  /** Null where it stands nowhere that is settled; an empty span: on the report as a whole. */
  readonly place: Span | null
  readonly quote: Quote
  /** Id of the codebook that the theme is of; null without one. */
  readonly codebook: string | null
  readonly theme: string | null
  readonly body: string
  readonly author: string
  readonly color: NoteColor | null
  readonly tags: readonly string[]
  readonly writtenAt: string
  readonly editedAt: string
}

/** The note at this place of the list of notes of the report at that place of the list of reports. */
export interface NotePlace {
  readonly report: number
  readonly note: number
}

/** A link between two passages, which stand under notes. */
export interface WorkLink {
  readonly from: NotePlace
  readonly to: NotePlace
  /** '' where nobody gave a name. */
  readonly author: string
  readonly linkedAt: string
}

export const statedFields = ['title', 'jurisdiction', 'date', 'meeting', 'issuer'] as const

/** What a person put right in what the program read of a report: a place by its code, a date as `2023-02-10`. */
export interface WorkCorrection {
  readonly field: (typeof statedFields)[number]
  /** Null: the report does not tell. */
  readonly value: string | null
  readonly by: string
  readonly at: string
}

/** What a person put right in what the program read inside a text. */
export interface WorkReading {
  readonly said: Said
  /** Null where its words are not in the text any more. */
  readonly place: Span | null
  readonly quote: Quote
  /** The text in which it was said, by its hash, and where there. */
  readonly made: { readonly hash: string; readonly position: Span }
  readonly by: string
  readonly at: string
}

/** What a person says of a theme on which a report has no words, or only in passing. */
export interface WorkVerdict {
  readonly codebook: string
  readonly theme: string
  readonly verdict: Verdict
}

/** A person's sentences on a cell of a comparison. Reports are named by their places in the list of reports. */
export interface WorkSummary {
  readonly codebook: string
  readonly theme: string
  readonly part: CellPart
  readonly reports: readonly number[]
  readonly body: string
  readonly isFilled: boolean
  readonly author: string
  readonly writtenAt: string
  readonly editedAt: string
  /** The passages it was written from. */
  readonly passages: readonly { readonly report: number; readonly place: Span | null; readonly quote: Quote }[]
}

export interface WorkCodebook {
  readonly id: string
  /** Whether a person made it here, or it came with work; else it comes with the program. */
  readonly isOwn: boolean
  /** Oldest first; `definition`: its JSON. */
  readonly versions: readonly { readonly definition: string; readonly madeAt: string | null }[]
}

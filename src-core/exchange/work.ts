import type { NoteColor } from '../annotation/annotation.ts'
import type { Quote } from '../annotation/quote.ts'
import type { Codebook } from '../codebook/codebook.ts'
import type { Span } from '../text/span.ts'

/** Reports with what a person and the program made of them, as any format of exchange begins with. Places are UTF-16 units of the report's text. */
export interface Work {
  /** What the whole is called. */
  readonly name: string
  /** The one in use; codings and notes may be of others too. */
  readonly codebook: Codebook
  readonly reports: readonly WorkReport[]
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

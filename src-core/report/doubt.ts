import type { Span } from '../text/span.ts'
import type { JurisdictionBasis, StatementKind, YearBasis } from './report.ts'

/** What a report is read into, piece by piece. */
export const readParts = ['title', 'jurisdiction', 'date', 'meeting', 'issuer', 'officials', 'theme', 'kind', 'target', 'programme', 'outline'] as const

export type ReadPart = (typeof readParts)[number]

/** Why a reading may be wrong. The sentence that says it is the window's. */
export type DoubtReason =
  /** The report was found to say nothing of it. */
  | { readonly why: 'not-found' }
  /** Where the place was taken from, when not from the title. */
  | { readonly why: 'place-from'; readonly basis: JurisdictionBasis }
  | { readonly why: 'year-from'; readonly basis: YearBasis }
  | { readonly why: 'only-month' | 'only-year' }
  /** Longer or shorter than such a thing is: `characters`. */
  | { readonly why: 'odd-length'; readonly characters: number }
  /** No word of a meeting (`会`) in what is called one. */
  | { readonly why: 'unlike-a-meeting' }
  | { readonly why: 'no-office' }
  /** Where one report ends and the next begins is itself not sure: 0..1. */
  | { readonly why: 'bounds-unsure'; readonly confidence: number }
  /** Read from a picture: mean confidence, 0..1. */
  | { readonly why: 'recognised'; readonly confidence: number }
  /** Nothing near says it again: of `of` statements around it only this one has the theme. */
  | { readonly why: 'theme-alone' }
  /** So many statements around it have other themes, and not this one. */
  | { readonly why: 'other-themes-near'; readonly count: number }
  | { readonly why: 'several-themes'; readonly count: number }
  /** Not from its own words, but from the clause before or the heading over it. */
  | { readonly why: 'inherited'; readonly from: 'clause' | 'heading' }
  /** Its words say so only together, in a list, or with another place that says it. */
  | { readonly why: 'weak-words'; readonly score: number }
  /** A few characters of a long clause. */
  | { readonly why: 'few-words'; readonly characters: number; readonly of: number }
  | { readonly why: 'in-procedure' }
  /** The words of the sentence, taken alone, would make it this. */
  | { readonly why: 'words-say'; readonly kind: StatementKind }
  /** The words of the sentence decide nothing. */
  | { readonly why: 'words-even' }
  /** No heading says whether this part looks back or ahead. */
  | { readonly why: 'no-section' }
  /** What its part of the report is for. */
  | { readonly why: 'against-section'; readonly section: 'review' | 'plan' | 'guidelines' }
  /** Speaks of stance and duty, as principles do. */
  | { readonly why: 'like-a-principle' }
  | { readonly why: 'no-metric' | 'no-unit' | 'no-value' | 'deadline-without-year' }
  /** The clause counts who or what acts, not what is to be reached. */
  | { readonly why: 'counts-the-actors' }
  | { readonly why: 'named-once' }
  | { readonly why: 'unlike-a-name' }
  /** The number before it is missing: `label` follows `before` (null: it opens the run). */
  | { readonly why: 'number-missing'; readonly label: string; readonly before: string | null }

/** One thing the program read, and how unsure it is of it. */
export interface DoubtedReading {
  /** Of one report: the same for the same reading at the same place. */
  readonly key: string
  readonly part: ReadPart
  /** Where it stands in the text; null for what the head says. */
  readonly span: Span | null
  /** The characters it was read from. */
  readonly evidence: readonly Span[]
  /** Theme id, kind, name or words, as the part has it; null where nothing was found. */
  readonly read: string | null
  /** 0..1; not a probability: what orders them. */
  readonly doubt: number
  /** Strongest first. */
  readonly reasons: readonly DoubtReason[]
}

/** A reason with what it adds to the doubt, 0..1. */
export type Weighed = readonly [reason: DoubtReason, weight: number]

/** A reading before its reasons are put together. */
export type Unweighed = Omit<DoubtedReading, 'doubt' | 'reasons'> & { readonly because: readonly Weighed[] }

/** From this doubt on a person is asked. */
export const ASKED_FROM = 0.25

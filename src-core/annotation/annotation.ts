import type { Span } from '../text/span.ts'
import type { Quote } from './quote.ts'

/** What an annotation keeps of where it stands: enough to find it in a text that was read again. */
export interface Anchor {
  readonly quote: Quote
  /** The hash of the text it was made on and its place there; null of annotations older than these. */
  readonly made: { readonly hash: string; readonly position: Span } | null
  /** The same of where it stood at first: a person may have put it elsewhere since. */
  readonly first: { readonly hash: string; readonly position: Span } | null
  /** Where the characters of the source that it was made on stand in the text of now; null where they are gone or were never kept. */
  readonly carried: Span | null
}

/** The text of now, and its hash as the anchors have theirs. */
export interface AnchoredText {
  readonly text: string
  readonly hash: string
}

/**
 * Where an annotation stands now, and by what.
 *
 * `anchored` and `moved` have a place. `to-approve` has none until a person says so: `candidates` are
 * where it may stand, best first. An `orphan` keeps only its old words.
 */
export type Anchoring =
  | { readonly state: 'anchored'; readonly basis: 'report' | 'same-text' | 'same-place' | 'same-characters'; readonly place: Span }
  | { readonly state: 'moved'; readonly basis: 'only-place' | 'surroundings'; readonly place: Span }
  | {
      readonly state: 'to-approve'
      /**
       * `changed`: the surroundings are there, the words are not the same any more.
       * `several`: places that are equally likely.
       * `look-alike`: the words stand at one place, but another is as likely theirs.
       * `collision`: another annotation, that stood elsewhere, would come to stand here too.
       */
      readonly basis: 'changed' | 'several' | 'look-alike' | 'collision'
      readonly candidates: readonly Span[]
    }
  | { readonly state: 'orphan'; readonly basis: 'gone' }

export type AnchoringState = Anchoring['state']

/** The place that needs nobody's word, or null. */
export const settledPlace = (anchoring: Anchoring): Span | null => ('place' in anchoring ? anchoring.place : null)

/** Colours to highlight with; each has a name in the window. */
export const noteColors = ['vermilion', 'yellow', 'green', 'blue', 'violet'] as const
export type NoteColor = (typeof noteColors)[number]

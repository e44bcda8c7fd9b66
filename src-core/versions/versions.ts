import type { Span } from '../text/span.ts'

/** What of a report is compared with another version of it; a report is one. */
export interface Version {
  readonly text: string
  readonly paragraphs: readonly Span[]
}

/** One or several neighbouring paragraphs of one version. */
export interface Stretch extends Span {
  /** 1-based number of its first paragraph … */
  readonly first: number
  /** … and of its last: another where a paragraph was divided, or several were joined. */
  readonly last: number
}

/** A run of characters that both versions have, or one alone; on the side that lacks it an empty span says where it would stand. */
export interface Piece {
  readonly kind: 'same' | 'deleted' | 'added'
  readonly before: Span
  readonly after: Span
}

/**
 * How the inside of two paragraphs was compared. `sentences` and `whole` are faster and coarser: taken where
 * the two differ so much that comparing their words would take too long.
 */
export type WordWay = 'words' | 'sentences' | 'whole'

/** How paragraphs found each other. `anchors` is the faster way for very many: first those that are equal and stand once. */
export type AlignWay = 'likeness' | 'anchors'

/**
 * `moved-away` stands where the paragraph stood before, `moved-here` where it stands after; each has its other end as
 * `partner`, and both have the same stretches and pieces.
 */
export type RowKind = 'same' | 'changed' | 'removed' | 'added' | 'moved-away' | 'moved-here'

/** Paragraphs of the two versions that stand beside each other. */
export interface VersionRow {
  readonly kind: RowKind
  readonly before: Stretch | null
  readonly after: Stretch | null
  /** In order, without gaps; empty for a row of one version alone, and for one that says the same. */
  readonly pieces: readonly Piece[]
  /** null where nothing had to be compared. */
  readonly way: WordWay | null
  /** Index of the other end of a move. */
  readonly partner: number | null
}

export interface VersionCounts {
  /** Rows of each kind; a moved paragraph is counted once. */
  readonly same: number
  readonly changed: number
  readonly removed: number
  readonly added: number
  readonly moved: number
  /** White space not counted. What only moved is neither. */
  readonly deletedCharacters: number
  readonly addedCharacters: number
}

/** Two versions of a text, paragraph by paragraph. All spans are of the two texts. */
export interface VersionComparison {
  /** In an order in which both texts can be read from their beginning to their end. */
  readonly rows: readonly VersionRow[]
  readonly counts: VersionCounts
  readonly alignment: AlignWay
  /** How many pairs of paragraphs were compared in each way. */
  readonly ways: Readonly<Record<WordWay, number>>
}

/** Whether the row stands in that version at this place: the other end of a move stands elsewhere. */
export const standsIn = (row: VersionRow, side: 'before' | 'after'): boolean =>
  row[side] !== null && row.kind !== (side === 'before' ? 'moved-here' : 'moved-away')

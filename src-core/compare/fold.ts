import { charactersIn, type CountedText } from '../text/counted-text.ts'
import type { Span } from '../text/span.ts'

/** How much stays in sight around what is read: everything, one paragraph, nothing. */
export type FoldMode = 'none' | 'margin' | 'all'

/** A stretch between blocks that are read: folded to one line, or a paragraph of it left as margin. */
export interface FoldPiece extends Span {
  readonly isFolded: boolean
  readonly paragraphs: number
  readonly characters: number
}

/** Less than this is not worth a line that hides it. */
export const LEAST_FOLDED = 24

export interface FoldGround {
  readonly counted: CountedText
  readonly paragraphs: readonly Span[]
  readonly mode: FoldMode
  /** Whether a block that is read stands directly before and after the stretch. */
  readonly before: boolean
  readonly after: boolean
}

/** The pieces of a stretch that is not read, in order; together they are the stretch. */
export function foldPieces(stretch: Span, { counted, paragraphs, mode, before, after }: FoldGround): FoldPiece[] {
  const starts = paragraphs.map(({ start }) => start).filter((start) => start > stretch.start && start < stretch.end)
  const cuts = [stretch.start, ...starts, stretch.end]
  const pieces = cuts.length - 1
  const head = mode === 'margin' && before ? 1 : 0
  const tail = mode === 'margin' && after ? 1 : 0
  const piece = (from: number, to: number, isFolded: boolean): FoldPiece[] => {
    const span = { start: cuts[from]!, end: cuts[to]! }
    return from >= to ? [] : [{ ...span, isFolded, paragraphs: to - from, characters: charactersIn(counted, span.start, span.end) }]
  }
  const middle = head + tail < pieces ? piece(head, pieces - tail, true) : []
  if (mode === 'none' || middle.length === 0 || middle[0]!.characters < LEAST_FOLDED) return piece(0, pieces, false)
  return [...piece(0, head, false), ...middle, ...piece(pieces - tail, pieces, false)]
}

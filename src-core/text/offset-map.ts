import type { Span } from './span.ts'

/**
 * Where each character of a clean text stands in the source it was taken from.
 *
 * A map is a list of pieces in the order of the clean text. A piece says that `length` code units
 * from `clean` on are the code units from `source` on, one for one. Clean positions that no piece
 * covers (the line feed we put between paragraphs) stand for nothing in the source; source
 * positions that no piece covers (line wraps, stray spaces, furniture) were left out of the clean text.
 * Pieces may go backwards in the source: a lead printed after its body is moved to the front.
 */
export interface OffsetMap {
  readonly cleanLength: number
  readonly pieces: readonly Piece[]
}

export interface Piece {
  readonly clean: number
  readonly source: number
  readonly length: number
}

/** The exact source ranges of a clean range, in the order of the clean text, neighbours joined. */
export function toSource(map: OffsetMap, clean: Span): Span[] {
  const found: { start: number; end: number }[] = []
  for (let i = firstPieceEndingAfter(map, clean.start); i < map.pieces.length; i++) {
    const piece = map.pieces[i]!
    if (piece.clean >= clean.end) break
    const from = Math.max(clean.start, piece.clean) - piece.clean + piece.source
    const to = Math.min(clean.end, piece.clean + piece.length) - piece.clean + piece.source
    const last = found.at(-1)
    if (last !== undefined && last.end === from) last.end = to
    else if (to > from) found.push({ start: from, end: to })
  }
  return found
}

/** The clean ranges of a source range, in the order of the clean text, neighbours joined. */
export function toClean(map: OffsetMap, source: Span): Span[] {
  const found: { start: number; end: number }[] = []
  for (const piece of map.pieces) {
    const from = Math.max(source.start, piece.source)
    const to = Math.min(source.end, piece.source + piece.length)
    if (to <= from) continue
    const start = from - piece.source + piece.clean
    const last = found.at(-1)
    if (last !== undefined && last.end === start) last.end = start + to - from
    else found.push({ start, end: start + to - from })
  }
  return found
}

/** A compact JSON form: `[cleanLength, clean, source, length, …]`. */
export function packMap(map: OffsetMap): number[] {
  const packed = [map.cleanLength]
  for (const piece of map.pieces) packed.push(piece.clean, piece.source, piece.length)
  return packed
}

/** @throws RangeError when the array is not one that `packMap` made. */
export function unpackMap(packed: readonly number[]): OffsetMap {
  if (packed.length % 3 !== 1) throw new RangeError(`An offset map has 1 + 3n numbers, not ${packed.length}`)
  const pieces: Piece[] = []
  for (let i = 1; i < packed.length; i += 3) {
    pieces.push({ clean: packed[i]!, source: packed[i + 1]!, length: packed[i + 2]! })
  }
  return { cleanLength: packed[0]!, pieces }
}

/** Binary search: pieces are sorted by `clean` and do not overlap there. */
function firstPieceEndingAfter(map: OffsetMap, clean: number): number {
  let low = 0
  let high = map.pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    const piece = map.pieces[middle]!
    if (piece.clean + piece.length > clean) high = middle
    else low = middle + 1
  }
  return low
}

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

/** Builds a clean text and its map side by side; neighbouring pieces are joined as they come. */
export class CleanTextBuilder {
  readonly #source: string
  readonly #parts: string[] = []
  readonly #pieces: Piece[] = []
  #length = 0

  constructor(source: string) {
    this.#source = source
  }

  get length(): number {
    return this.#length
  }

  /** Takes `[start, end)` of the source over as it stands. */
  take(start: number, end: number): void {
    if (end <= start) return
    const last = this.#pieces.at(-1)
    if (last !== undefined && last.source + last.length === start && last.clean + last.length === this.#length) {
      this.#pieces[this.#pieces.length - 1] = { ...last, length: last.length + end - start }
    } else {
      this.#pieces.push({ clean: this.#length, source: start, length: end - start })
    }
    this.#parts.push(this.#source.slice(start, end))
    this.#length += end - start
  }

  /** Adds text that the source does not have (a paragraph break). */
  insert(text: string): void {
    this.#parts.push(text)
    this.#length += text.length
  }

  build(): { text: string; map: OffsetMap } {
    return { text: this.#parts.join(''), map: { cleanLength: this.#length, pieces: this.#pieces } }
  }
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

/** The source position of one clean position, or null where the clean text has something of its own. */
export function sourcePosition(map: OffsetMap, clean: number): number | null {
  const piece = map.pieces[firstPieceEndingAfter(map, clean)]
  return piece !== undefined && piece.clean <= clean ? piece.source + clean - piece.clean : null
}

/** `outer` maps text A to text B, `inner` maps B to C; the result maps A to C. */
export function compose(outer: OffsetMap, inner: OffsetMap): OffsetMap {
  const pieces: Piece[] = []
  for (const piece of outer.pieces) {
    const end = piece.source + piece.length
    for (let i = firstPieceEndingAfter(inner, piece.source); i < inner.pieces.length; i++) {
      const part = inner.pieces[i]!
      if (part.clean >= end) break
      const from = Math.max(piece.source, part.clean)
      const to = Math.min(end, part.clean + part.length)
      appendPiece(pieces, {
        clean: piece.clean + from - piece.source,
        source: part.source + from - part.clean,
        length: to - from
      })
    }
  }
  return { cleanLength: outer.cleanLength, pieces }
}

/** The map of `clean.slice(start, end)`. */
export function sliceMap(map: OffsetMap, { start, end }: Span): OffsetMap {
  const pieces: Piece[] = []
  for (let i = firstPieceEndingAfter(map, start); i < map.pieces.length; i++) {
    const piece = map.pieces[i]!
    if (piece.clean >= end) break
    const from = Math.max(start, piece.clean)
    const to = Math.min(end, piece.clean + piece.length)
    pieces.push({ clean: from - start, source: piece.source + from - piece.clean, length: to - from })
  }
  return { cleanLength: end - start, pieces }
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

function appendPiece(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1)
  if (last !== undefined && last.clean + last.length === piece.clean && last.source + last.length === piece.source) {
    pieces[pieces.length - 1] = { ...last, length: last.length + piece.length }
  } else {
    pieces.push(piece)
  }
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

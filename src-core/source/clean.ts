import { CLOSING, DIGIT, HAN, INVISIBLE, LETTER, SPACE, WIDE_MARK, classAt } from '../text/characters.ts'
import type { Piece } from '../text/offset-map.ts'
import type { Span } from '../text/span.ts'

/** A stretch of clean text and where its characters stand in the source. */
export interface Stretch {
  readonly text: string
  /** `clean` counts from the begin of this stretch. */
  readonly pieces: readonly Piece[]
}

/** `stray`: drop every space that means nothing; `headline`: keep one between two clauses; `all`: keep one everywhere. */
export type SpaceRule = 'stray' | 'headline' | 'all'

/**
 * Joins printed lines to running text. Dropped: line ends, spaces beside Chinese characters and
 * wide marks, letter-spacing, zero-width characters. Kept: one space between Latin words. The only
 * character added is a space where a line end parted two Latin words; it maps to nothing.
 */
export function joinLines(source: string, lines: readonly Span[], rule: SpaceRule = 'stray'): Stretch {
  const joint = new Joint()
  for (const line of lines) {
    if (joint.end >= 0 && parts(source, joint.end - 1, line.start)) joint.space()
    joinLine(source, line, { joint, rule })
  }
  return joint.stretch(source)
}

/** Pieces of source text in reading order, neighbours merged. */
class Joint {
  readonly #pieces: { clean: number; source: number; length: number }[] = []
  #clean = 0
  #hasSpaces = false
  /** Source position after the last character taken, -1 before the first. */
  end = -1

  take(start: number, end: number): void {
    const last = this.#pieces.at(-1)
    if (last !== undefined && this.end === start && last.clean + last.length === this.#clean) {
      last.length += end - start
    } else {
      this.#pieces.push({ clean: this.#clean, source: start, length: end - start })
    }
    this.#clean += end - start
    this.end = end
  }

  space(): void {
    this.#clean++
    this.#hasSpaces = true
  }

  stretch(source: string): Stretch {
    let text = ''
    for (const piece of this.#pieces) {
      if (this.#hasSpaces && piece.clean > text.length) text += ' '
      text += source.slice(piece.source, piece.source + piece.length)
    }
    return { text, pieces: this.#pieces }
  }
}

function joinLine(source: string, line: Span, { joint, rule }: { joint: Joint; rule: SpaceRule }): void {
  let from = line.start
  for (let at = line.start; at < line.end; at++) {
    const bits = classAt(source, at)
    if ((bits & (SPACE | INVISIBLE)) === 0) continue
    if (at > from) joint.take(from, at)
    let next = at + 1
    while (next < line.end && (classAt(source, next) & (SPACE | INVISIBLE)) !== 0) next++
    from = next
    if (next >= line.end || at === line.start) {
      at = next - 1
      continue
    }
    const space = spaceIn(source, at, next)
    if (space >= 0 && keepsSpace(source, { start: at, end: next }, { line, rule })) joint.take(space, space + 1)
    at = next - 1
  }
  if (line.end > from) joint.take(from, line.end)
}

function spaceIn(source: string, start: number, end: number): number {
  for (let at = start; at < end; at++) if ((classAt(source, at) & SPACE) !== 0) return at
  return -1
}

function keepsSpace(source: string, blank: Span, { line, rule }: { line: Span; rule: SpaceRule }): boolean {
  if (rule === 'all') return true
  const before = classAt(source, blank.start - 1)
  const after = classAt(source, blank.end)
  if (((before | after) & (HAN | WIDE_MARK)) !== 0) return rule === 'headline' && partsClauses(source, blank, line)
  if ((after & CLOSING) !== 0) return false
  if ((before & DIGIT) !== 0 && (after & DIGIT) !== 0) return !isLetterSpaced(source, blank)
  return true
}

/** 2 0 2 6: a digit alone on both sides of the blank. */
function isLetterSpaced(source: string, blank: Span): boolean {
  const isEdge = (at: number) => at < 0 || (classAt(source, at) & DIGIT) === 0
  return isEdge(blank.start - 2) && isEdge(blank.end + 1)
}

/** 稳步快跑实现全年胜 精准谋划下好先手棋: two characters or more on both sides, no mark beside the blank. */
function partsClauses(source: string, blank: Span, line: Span): boolean {
  const isWord = (at: number) => at >= line.start && at < line.end && (classAt(source, at) & (HAN | DIGIT | LETTER)) !== 0
  const isWordOrBracket = (at: number, brackets: string) => isWord(at) || (at >= line.start && at < line.end && brackets.includes(source[at]!))
  return (
    isWordOrBracket(blank.start - 1, '”》）】！？') && isWordOrBracket(blank.start - 2, '”》）】') &&
    isWordOrBracket(blank.end, '“《（【') && isWord(blank.end + 1)
  )
}

/** A line end between two Latin words, a mark after the first allowed. Digits are joined: a wrap may fall inside a number. */
function parts(source: string, before: number, after: number): boolean {
  const last = ',.;:'.includes(source[before]!) ? before - 1 : before
  return isLatinLetter(source, last) && isLatinLetter(source, after)
}

const isLatinLetter = (source: string, at: number): boolean => (classAt(source, at) & LETTER) !== 0 && source.charCodeAt(at) < 0x2e80

/** The part of a stretch between two clean positions. */
export function cutStretch(stretch: Stretch, start: number, end: number): Stretch {
  const pieces: Piece[] = []
  for (const piece of stretch.pieces) {
    const from = Math.max(piece.clean, start)
    const to = Math.min(piece.clean + piece.length, end)
    if (to > from) pieces.push({ clean: from - start, source: piece.source + from - piece.clean, length: to - from })
  }
  return { text: stretch.text.slice(start, end), pieces }
}

/** The source ranges of a stretch, neighbours joined. */
export function spansOf(stretch: Stretch): Span[] {
  const spans: { start: number; end: number }[] = []
  for (const { source, length } of stretch.pieces) {
    const last = spans.at(-1)
    if (last !== undefined && last.end === source) last.end += length
    else spans.push({ start: source, end: source + length })
  }
  return spans
}

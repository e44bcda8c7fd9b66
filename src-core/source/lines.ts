import { SPACE, classAt, columnsOf, isSpaceAt } from '../text/characters.ts'
import { isSentenceEnd } from '../text/sentences.ts'
import type { Span } from '../text/span.ts'
import type { FurnitureKind } from './article.ts'
import { furnitureKind } from './furniture.ts'
import { furnitureOfRole, roleOf } from './roles.ts'
import type { LineRole, Source, SourceLine } from './source.ts'

/** One printed line, or the part of one that a run of wide blanks sets off as a paragraph of its own. */
export interface PrintedLine extends Span {
  /** Columns of white space before it; a line that a wide blank sets off has that blank's. */
  readonly indent: number
  /** Columns, white space at both ends left out. */
  readonly width: number
  /** Code units of the line as it stands, white space at both ends counted. */
  readonly units: number
  /** Empty lines between it and the line before. */
  readonly blanksBefore: number
  /** Stands on the same physical line as the one before. */
  readonly isSetOff: boolean
  /** Its last mark ends a sentence. */
  readonly endsSentence: boolean
  readonly page: number | null
  /** The kind of furniture that the line is as a whole, or null. */
  readonly furniture: FurnitureKind | null
  /** What the format says it is; null where it does not say. */
  readonly role: LineRole | null
  /** Whether a paragraph ends with it, as the format says; null where it does not say. */
  readonly endsParagraph: boolean | null
}

/** Nothing is printed wider: what is longer counts as this wide. */
const WIDEST = 4000

/** The lines of a source that hold anything but white space, in order. */
export function printedLines(source: Source): PrintedLine[] {
  const { text } = source
  const printed: PrintedLine[] = []
  let blanks = 0
  for (const line of source.lines) {
    let start = line.start
    while (start < line.end && isSpaceAt(text, start)) start++
    if (start === line.end) {
      blanks++
      if (line.endsParagraph === true) endLast(printed)
      continue
    }
    let end = line.end
    while (isSpaceAt(text, end - 1)) end--
    let from = line.start
    const role = roleOf(line, isSentenceEnd(text, end))
    for (const part of isDescribed(line) ? [{ start, end }] : partsBetweenWideBlanks(text, start, end)) {
      const form = furnitureKind(text, part.start, part.end)
      printed.push({
        ...part,
        indent: columnsOf(text, from, part.start),
        width: columnsOf(text, part.start, Math.min(part.end, part.start + WIDEST)),
        units: (part.end === end ? line.end : part.end) - from,
        blanksBefore: part.start === start ? blanks : 0,
        isSetOff: part.start !== start,
        endsSentence: isSentenceEnd(text, part.end),
        page: line.page,
        furniture: role === null ? form : furnitureOfRole(role, form),
        role,
        endsParagraph: line.endsParagraph ?? null
      })
      from = part.end
    }
    blanks = 0
  }
  return printed
}

/** The format says what the line is, or where its paragraph ends: nothing inside it is a paragraph of its own. */
const isDescribed = ({ role, endsParagraph }: SourceLine): boolean => role !== undefined || endsParagraph !== undefined

/** An empty line that ends a paragraph ends the one before it. */
function endLast(printed: PrintedLine[]): void {
  const last = printed.at(-1)
  if (last?.endsParagraph === false) printed[printed.length - 1] = { ...last, endsParagraph: true }
}

/** Paragraphs that lost their line feeds and kept their indents: 。　　会议强调 */
function partsBetweenWideBlanks(text: string, start: number, end: number): Span[] {
  const parts: Span[] = []
  let from = start
  let at = start
  while (at < end) {
    if ((classAt(text, at) & SPACE) === 0) {
      at++
      continue
    }
    let next = at + 1
    while (isSpaceAt(text, next)) next++
    if (isParagraphBlank(text, from, { start: at, end: next })) {
      parts.push({ start: from, end: at })
      from = next
    }
    at = next
  }
  parts.push({ start: from, end })
  return parts
}

function isParagraphBlank(text: string, lineStart: number, blank: Span): boolean {
  const wide = text.slice(blank.start, blank.end)
  if (!/[\u3000\u00a0\u2003]/.test(wide) && wide.length < 4) return false
  if (isSentenceEnd(text, blank.start)) return true
  return columnsOf(text, blank.start, blank.end) >= 4 && ENUMERATED.test(text.slice(blank.end, blank.end + 8)) && blank.start > lineStart + 1
}

const ENUMERATED = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/

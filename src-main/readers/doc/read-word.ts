import type { LineRole } from '#core/source/source.ts'
import { SourceText } from '#core/source/source-text.ts'
import type { Fib } from './fib.ts'
import { noFormatting, plainParagraph, readFormatting, type FormattedStreams } from './formatting.ts'
import { listNumbers, type ListNumbers, type StyledList } from './list-numbers.ts'
import { readLists } from './list-tables.ts'
import { nothingLeftOut, paragraphsOf, type LeftOut, type WordParagraph, type WordText } from './paragraphs.ts'
import { readPieces, type PieceText } from './piece-table.ts'
import { storiesOf, type Stories, type Stretch, type TextBox } from './stories.ts'
import { readStyles, type ParagraphStyle } from './style-sheet.ts'

/** The text of a binary Word document, line by line, and what of it is not there. */
export interface WordLines {
  readonly lines: SourceText
  readonly leftOut: Readonly<LeftOut>
  /** Characters of comments: no text of the report, and none that is printed. */
  readonly comments: number
  /** Paragraphs whose automatic number is not known. */
  readonly unnumbered: number
  /** Automatic numbers whose format is not known; they show in decimal figures. */
  readonly unknownFormats: number
  /** The tables of formatting are damaged or, before Word 97, not read: deleted text and tables show as plain text. */
  readonly isUnformatted: boolean
}

interface Document extends WordText {
  readonly stories: Stories
  readonly style: (number: number) => ParagraphStyle | null
  readonly lists: readonly (StyledList | null)[]
  readonly isUnformatted: boolean
}

/** @throws RangeError where the document is damaged */
export function readWord(streams: FormattedStreams, fib: Fib): WordLines {
  const document = documentOf(streams, fib)
  const { stories } = document
  const writing = newWriting(document)
  for (const stretch of stories.headers) write(writing, stretch, 'header')
  if (hasText(document, stories.headerTextBoxes)) write(writing, stories.headerTextBoxes, 'header')
  writeBody(writing, stories)
  write(writing, stories.footnotes, 'footnote')
  write(writing, stories.endnotes, 'footnote')
  for (const stretch of stories.footers) write(writing, stretch, 'footer')
  const comments = commentsOf(document)
  const { lines, leftOut, unnumbered } = writing
  return { lines, leftOut, comments, unnumbered, unknownFormats: writing.unknownFormats(), isUnformatted: document.isUnformatted }
}

/** The document's text must be whole; formatting that is damaged is left aside. */
function documentOf(streams: FormattedStreams, fib: Fib): Document {
  const pieces = readPieces(streams.stream, streams.table, fib)
  const plain = { text: pieces.text, formatting: noFormatting, style: () => null, lists: [], isUnformatted: true }
  const bare: Document = { ...plain, stories: storiesOf(pieces.text.length, null, fib) }
  return fib.isWord97 ? (unlessDamaged(() => formatted(streams, fib, pieces)) ?? bare) : bare
}

function formatted(streams: FormattedStreams, fib: Fib, { text, pieces }: PieceText): Document {
  return {
    text,
    formatting: readFormatting(streams, fib, pieces),
    stories: storiesOf(text.length, streams.table, fib),
    style: unlessDamaged(() => readStyles(streams.table, fib)) ?? (() => null),
    lists: unlessDamaged(() => readLists(streams.table, fib)) ?? [],
    isUnformatted: false
  }
}

function unlessDamaged<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

interface Writing {
  readonly document: Document
  readonly lines: SourceText
  readonly leftOut: LeftOut
  readonly numbers: ListNumbers
  unnumbered: number
  readonly unknownFormats: () => number
}

function newWriting(document: Document): Writing {
  let unknownFormats = 0
  const numbers = listNumbers(document.lists, () => void unknownFormats++)
  return {
    document,
    lines: new SourceText(),
    leftOut: nothingLeftOut(),
    numbers,
    unnumbered: 0,
    unknownFormats: () => unknownFormats
  }
}

/** A text box stands after the paragraph that it is anchored in; one whose place is not known, after the body. */
function writeBody(writing: Writing, { body, textBoxes }: Stories): void {
  const waiting = new Map<number, TextBox[]>()
  for (const box of textBoxes) if (box.anchor !== null) waiting.set(box.anchor, [...(waiting.get(box.anchor) ?? []), box])
  const left = new Set(textBoxes)
  for (const paragraph of paragraphsOf(writing.document, body, writing.leftOut)) {
    writeParagraph(writing, paragraph, null)
    for (const box of paragraph.anchors.flatMap((anchor) => waiting.get(anchor) ?? [])) {
      left.delete(box)
      write(writing, box.stretch, null)
    }
  }
  for (const box of left) write(writing, box.stretch, null)
}

/** A part besides the body: its empty paragraphs are only the room it takes. */
function write(writing: Writing, stretch: Stretch, role: LineRole | null): void {
  for (const paragraph of paragraphsOf(writing.document, stretch, writing.leftOut)) {
    if (paragraph.text.trim() !== '') writeParagraph(writing, paragraph, role)
  }
}

function writeParagraph(writing: Writing, paragraph: WordParagraph, role: LineRole | null): void {
  const { text, endsWith, format } = paragraph
  const isCell = format.isInTable || format.endsInnerCell || endsWith === 'cell' || endsWith === 'row'
  if (endsWith === 'row' || (isCell && text.trim() === '')) return
  const own = role ?? (isCell ? 'cell' : headingRole(writing, paragraph))
  writing.lines.paragraph(numberOf(writing, paragraph) + text, own === null ? {} : { role: own })
}

function headingRole({ document }: Writing, { format, text }: WordParagraph): LineRole | null {
  const builtIn = format === plainParagraph || text.trim() === '' ? 0 : (document.style(format.style)?.builtIn ?? 0)
  if (builtIn === 62) return 'title'
  return builtIn >= 1 && builtIn <= 9 ? 'heading' : null
}

/** An empty paragraph has its number counted, but not printed: nothing would stand beside it. */
function numberOf(writing: Writing, { format, text }: WordParagraph): string {
  const number = writing.numbers.next(format, writing.document.style(format.style))
  if (text.trim() === '') return ''
  if (number === null) writing.unnumbered++
  return number ?? ''
}

function hasText(document: WordText, stretch: Stretch): boolean {
  return paragraphTexts(document, stretch).some((text) => text.trim() !== '')
}

function commentsOf(document: Document): number {
  return paragraphTexts(document, document.stories.comments).join('').replace(/\s/g, '').length
}

function paragraphTexts(document: WordText, stretch: Stretch): string[] {
  return [...paragraphsOf(document, stretch, nothingLeftOut())].map(({ text }) => text)
}


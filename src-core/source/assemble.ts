import type { Piece } from '../text/offset-map.ts'
import type { Span } from '../text/span.ts'
import type { Article, Furniture, TracedText } from './article.ts'
import { joinLines, spansOf, type SpaceRule, type Stretch } from './clean.ts'
import type { Part } from './parts.ts'

/** The parts of one report, told apart and in reading order. */
export interface Group {
  readonly title: Part | null
  readonly text: readonly Part[]
  /** Footnotes, which close the text. */
  readonly notes: readonly Part[]
  readonly furniture: readonly Part[]
  readonly confidence: number
  readonly evidence: readonly string[]
}

export function assemble(source: string, group: Group): Article {
  const pieces: Piece[] = []
  const paragraphs: Span[] = []
  const texts: string[] = []
  const cells: number[] = []
  let length = 0
  let notesStart: number | undefined
  for (const [n, { stretch, role }] of [...group.text, ...group.notes].entries()) {
    if (length > 0) length++
    if (role === 'cell') cells.push(length)
    if (n === group.text.length) notesStart = length
    for (const piece of stretch.pieces) pieces.push({ clean: piece.clean + length, source: piece.source, length: piece.length })
    paragraphs.push({ start: length, end: length + stretch.text.length })
    texts.push(stretch.text)
    length += stretch.text.length
  }
  return {
    title: group.title === null ? null : reread(source, group.title, 'headline'),
    text: texts.join('\n'),
    map: { cleanLength: length, pieces },
    paragraphs,
    ...(notesStart === undefined ? {} : { notesStart }),
    ...(cells.length === 0 ? {} : { cells }),
    furniture: group.furniture.map((part): Furniture => ({ kind: part.furniture ?? 'kicker', ...reread(source, part, 'all') })),
    confidence: group.confidence,
    evidence: group.evidence
  }
}

/** A headline keeps the blank between its clauses, a byline the blanks between names: running text loses them. */
export function reread(source: string, part: Part, rule: SpaceRule): TracedText {
  const { start: from, end: to } = extentOf(part)
  const lines = part.lines
    .map((line) => ({ start: Math.max(line.start, from), end: Math.min(line.end, to) }))
    .filter((line) => line.end > line.start)
  return traced(joinLines(source, lines, rule))
}

/** From its first character in the source to its last. */
export function extentOf({ stretch: { pieces } }: Part): Span {
  return {
    start: pieces.reduce((least, { source }) => Math.min(least, source), Infinity),
    end: pieces.reduce((most, { source, length }) => Math.max(most, source + length), 0)
  }
}

const traced = (stretch: Stretch): TracedText => ({ text: stretch.text, spans: spansOf(stretch) })

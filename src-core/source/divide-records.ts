import { contains, overlaps, slice, type Span } from '../text/span.ts'
import { assemble, reread } from './assemble.ts'
import type { Article, Division } from './article.ts'
import { joinLines } from './clean.ts'
import { printedLines } from './lines.ts'
import { partsOf, type Part } from './parts.ts'
import type { Source, SourceLine, SourceRecord } from './source.ts'

/**
 * The reports of a source that gives their bounds (rows of a sheet): each record is one report with
 * exactly its lines, in the order in which they stand; nothing is inferred of bounds and headline.
 * Lines outside of all records, and a record without a word of text, belong to no report.
 */
export function divideRecords(source: Source, records: readonly SourceRecord[]): Division {
  const articles: Article[] = []
  const leftOver: Part[] = []
  let at = 0
  for (const record of [...records].sort((a, b) => a.first - b.first)) {
    const first = Math.max(at, record.first)
    const after = Math.max(first, record.after)
    leftOver.push(...partsIn(source, source.lines.slice(at, first)))
    const article = articleOf(source, record, source.lines.slice(first, after))
    if (article === null) leftOver.push(...partsIn(source, source.lines.slice(first, after)))
    else articles.push(article)
    at = after
  }
  leftOver.push(...partsIn(source, source.lines.slice(at)))
  return { articles, leftOver: leftOver.map((part) => reread(source.text, part, 'all')) }
}

const partsIn = (source: Source, lines: readonly SourceLine[]): Part[] =>
  lines.length === 0 ? [] : partsOf(source.text, printedLines({ ...source, lines }))

function articleOf(source: Source, record: SourceRecord, lines: readonly SourceLine[]): Article | null {
  const { text } = source
  const own = lines.flatMap((line) => cutAtFields(line, record))
  const isInTitle = (line: Span) => record.title !== null && contains(record.title, line)
  const parts = partsIn(source, own.filter((line) => !isInTitle(line)))
  const texts = parts.filter(({ furniture, role }) => furniture === null && role !== 'footnote')
  if (texts.length === 0) return null
  const stated = (field: Span | null) => (field === null ? null : slice(text, field).trim())
  const article = assemble(text, {
    title: titleOf(source, own.filter(isInTitle)),
    text: texts,
    notes: parts.filter(({ role }) => role === 'footnote'),
    furniture: parts.filter(({ furniture }) => furniture !== null),
    confidence: 1,
    evidence: ['record']
  })
  return { ...article, stated: { province: stated(record.province), date: stated(record.date) } }
}

/** A line at the borders of the fields of its record: what is in the title apart, what is in another field a field. */
function cutAtFields(line: SourceLine, { title, province, date }: SourceRecord): SourceLine[] {
  const fields = [title, province, date].filter((field) => field !== null && overlaps(field, line)) as Span[]
  const { role, ...bare } = line
  // What the format calls a title outside of the record's own one is text.
  if (fields.length === 0) return role === 'title' ? [bare] : [line]
  const bounds = [line.start, ...fields.flatMap(({ start, end }) => [start, end]), line.end].filter((bound) => bound >= line.start && bound <= line.end)
  const cuts = [...new Set(bounds)].sort((a, b) => a - b)
  return cuts.slice(1).map((end, n): SourceLine => {
    const part = { ...bare, start: cuts[n]!, end, endsParagraph: true }
    if (title !== null && contains(title, part)) return part
    if (fields.some((field) => contains(field, part))) return { ...part, role: 'field' }
    return role === undefined || role === 'title' || role === 'field' ? part : { ...part, role }
  })
}

function titleOf(source: Source, lines: readonly SourceLine[]): Part | null {
  const printed = printedLines({ ...source, lines })
  const stretch = joinLines(source.text, printed)
  return stretch.pieces.length === 0 ? null : { stretch, lines: printed, furniture: null, headline: 1, isHeading: true, role: 'title' }
}

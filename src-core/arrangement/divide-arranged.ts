import type { Gazetteer } from '../places/gazetteer.ts'
import { assemble, extentOf, reread } from '../source/assemble.ts'
import type { Article, Division, Furniture, TracedText } from '../source/article.ts'
import { INVISIBLES } from '../source/divide.ts'
import { printedLines } from '../source/lines.ts'
import { partOf, partsOf, type Part } from '../source/parts.ts'
import type { Source } from '../source/source.ts'
import { overlaps, type Span } from '../text/span.ts'
import { normalised, type ArrangedArticle, type Arrangement } from './arrangement.ts'
import { headOf } from './head.ts'
import { paragraphsOf } from './paragraphs.ts'
import { piecesIn, type Mark, type MarkedSpan, type Piece } from './pieces.ts'

/**
 * One source to the reports into which a person divided it: each has exactly the text of its stretches,
 * in the order in which they are given. Paragraphs and furniture are the machine's, and where a stretch
 * cuts a paragraph its parts are read for themselves; a sentence that is open at the end of a stretch
 * goes on in the next.
 *
 * Laws: every character that is not white space ends in exactly one place, as in `divideSource`; an
 * arrangement that is the machine's own division (`arrangementOf`) gives that division again, but for
 * confidence and evidence, which are a person's. An article without a word of text is left over.
 */
export function divideArranged(source: Source, arrangement: Arrangement, gazetteer: Gazetteer): Division {
  const { text } = source
  const { articles } = normalised(arrangement, text)
  const parts = partsOf(text, printedLines(source))
  const leftOver: Part[] = []
  const divided: Article[] = []
  /** For each arranged article the index of the article it became, or null. */
  const indices: (number | null)[] = []
  for (const arranged of articles) {
    const pieces = piecesIn(text, parts, markedSpans(arranged))
    const article = articleOf(text, { pieces, arranged }, gazetteer)
    indices.push(article === null ? null : divided.length)
    if (article === null) leftOver.push(...pieces.map(({ part }) => part))
    else divided.push(article)
  }
  const gaps = gapsBetween(articles.flatMap(({ stretches }) => stretches), text.length).map((span): MarkedSpan => ({ ...span, mark: null }))
  leftOver.push(...piecesIn(text, parts, gaps).map(({ part }) => part))
  leftOver.sort((a, b) => extentOf(a).start - extentOf(b).start)
  const division = { articles: divided, leftOver: leftOver.map((part) => reread(text, part, 'all')) }
  return withInvisibles(text, division, articles.map(({ stretches }, n) => ({ stretches, index: indices[n] ?? null })))
}

/** The stretches of an article, cut where a mark begins or ends. */
function markedSpans({ stretches, title, asides = [] }: ArrangedArticle): MarkedSpan[] {
  const marks = [...(title === undefined || title === null ? [] : [{ ...title, mark: 'title' as const }]), ...asides.map((aside) => ({ ...aside, mark: 'aside' as const }))]
  return stretches.flatMap((stretch) => {
    const bounds = marks.flatMap(({ start, end }) => [start, end]).filter((bound) => bound > stretch.start && bound < stretch.end)
    const cuts = [...new Set([stretch.start, ...bounds, stretch.end])].sort((a, b) => a - b)
    return cuts.slice(1).map((end, n): MarkedSpan => {
      const span = { start: cuts[n]!, end }
      return { ...span, mark: marks.find((mark) => overlaps(mark, span))?.mark ?? null }
    })
  })
}

interface Given {
  readonly pieces: readonly Piece[]
  readonly arranged: ArrangedArticle
}

/** null where there is no word of text. */
function articleOf(text: string, { pieces, arranged }: Given, gazetteer: Gazetteer): Article | null {
  const having = (wanted: Kind) => pieces.filter((piece) => kindOf(piece) === wanted)
  const marked = paragraphsOf(text, having('aside'))
  const paragraphs = paragraphsOf(text, having('text'))
  const head = arranged.title === undefined ? headOf(paragraphs, gazetteer) : { title: titleOf(text, having('title')), asides: [], text: paragraphs }
  const asides = [...marked, ...head.asides]
  // words that are all headline are the text
  const [texts, beside] = head.text.length > 0 ? [head.text, asides] : head.title !== null ? [[head.title], asides] : [asides, []]
  if (!texts.some(({ furniture }) => furniture === null)) return null
  return assemble(text, {
    title: head.text.length > 0 ? head.title : null,
    // pieces that are furniture only when they are joined
    text: texts.filter(({ furniture }) => furniture === null),
    notes: paragraphsOf(text, having('note')),
    furniture: [...beside, ...bySource([...having('furniture').map(({ part }) => part), ...texts.filter(({ furniture }) => furniture !== null)])],
    confidence: 1,
    evidence: ['arranged']
  })
}

type Kind = 'furniture' | 'note' | 'text' | Mark

function kindOf({ part, mark }: Piece): Kind {
  if (part.furniture !== null) return 'furniture'
  return part.role === 'footnote' ? 'note' : (mark ?? 'text')
}

const bySource = (parts: readonly Part[]): Part[] => [...parts].sort((a, b) => extentOf(a).start - extentOf(b).start)

/** All that is marked as headline is one, whatever paragraphs it was printed in. */
function titleOf(text: string, pieces: readonly Piece[]): Part | null {
  const sorted = [...pieces].sort((a, b) => a.start - b.start)
  const lines = sorted.flatMap((piece) => piece.lines)
  const part = sorted.length === 1 ? sorted[0]!.part : partOf(text, lines)
  return part === null ? null : { ...part, furniture: null }
}

/** What the spans leave of `[0, length)`. */
function gapsBetween(spans: readonly Span[], length: number): Span[] {
  const gaps: Span[] = []
  let at = 0
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start > at) gaps.push({ start: at, end: start })
    at = Math.max(at, end)
  }
  return length > at ? [...gaps, { start: at, end: length }] : gaps
}

interface Ground {
  readonly stretches: readonly Span[]
  /** Which of the articles it became; null: left over. */
  readonly index: number | null
}

/** Zero-width characters, which no text keeps, as marks of the article in whose stretch they stand. */
function withInvisibles(text: string, division: Division, grounds: readonly Ground[]): Division {
  const spans = [...text.matchAll(INVISIBLES)].map((found) => ({ start: found.index, end: found.index + found[0].length }))
  if (spans.length === 0) return division
  const parts = spans.flatMap((span) => cutAt(span, grounds))
  const held = Map.groupBy(parts, ({ index }) => index)
  const own = (index: number | null): TracedText[] => {
    const found = (held.get(index) ?? []).map(({ start, end }) => ({ start, end }))
    return found.length === 0 ? [] : [{ text: found.map(({ start, end }) => text.slice(start, end)).join(''), spans: found }]
  }
  return {
    articles: division.articles.map((article, n) => {
      const marks = own(n).map((traced): Furniture => ({ kind: 'stray-mark', ...traced }))
      return marks.length === 0 ? article : { ...article, furniture: [...article.furniture, ...marks] }
    }),
    leftOver: [...division.leftOver, ...own(null)]
  }
}

/** The parts of a span, each with the article in whose ground it stands. */
function cutAt(span: Span, grounds: readonly Ground[]): (Span & { index: number | null })[] {
  const own = grounds.flatMap(({ stretches, index }) => stretches.filter((stretch) => overlaps(stretch, span)).map((stretch) => ({ start: Math.max(span.start, stretch.start), end: Math.min(span.end, stretch.end), index })))
  const rest = gapsBetween([{ start: 0, end: span.start }, ...own], span.end).map((gap) => ({ ...gap, index: null }))
  return [...own, ...rest].sort((a, b) => a.start - b.start)
}

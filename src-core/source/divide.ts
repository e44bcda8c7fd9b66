import type { Gazetteer } from '../places/gazetteer.ts'
import type { Span } from '../text/span.ts'
import { assemble, reread } from './assemble.ts'
import type { Division, TracedText } from './article.ts'
import { arrange } from './arrange.ts'
import { divideRecords } from './divide-records.ts'
import { groupsOf } from './groups.ts'
import { printedLines } from './lines.ts'
import { partsOf } from './parts.ts'
import type { Source } from './source.ts'

/**
 * One source to the reports it holds, each in reading order, and what belongs to none.
 *
 * Every character that is not white space ends in exactly one place: the text of an article, its
 * title, its furniture, or what is left over. Nothing is altered; what is added is the line feed
 * between paragraphs and a space between Latin words that a line end parted.
 */
export function divideSource(source: Source, gazetteer: Gazetteer): Division {
  const { text } = source
  return withInvisibles(text, source.records === undefined ? divideText(source, gazetteer) : divideRecords(source, source.records))
}

function divideText(source: Source, gazetteer: Gazetteer): Division {
  const { text } = source
  const parts = partsOf(text, printedLines(source))
  const { groups, leftOver } = groupsOf(arrange(parts, gazetteer), parts)
  return {
    articles: groups.map((group) => assemble(text, group)),
    leftOver: leftOver.map((part) => reread(text, part, 'all'))
  }
}

/** Zero-width characters, which no text keeps, as a mark of the report in which they stand. */
function withInvisibles(text: string, division: Division): Division {
  const spans = [...text.matchAll(INVISIBLES)].map((found) => ({ start: found.index, end: found.index + found[0].length }))
  if (spans.length === 0) return division
  const tracedAs = (own: readonly Span[]): TracedText => ({ text: own.map((s) => text.slice(s.start, s.end)).join(''), spans: own })
  if (division.articles.length === 0) return { ...division, leftOver: [...division.leftOver, tracedAs(spans)] }
  const begins = division.articles
    .map(({ map, title }, n) => ({ n, begin: Math.min(map.pieces[0]?.source ?? Infinity, title?.spans[0]?.start ?? Infinity) }))
    .sort((a, b) => a.begin - b.begin)
  let after = 0
  const held = Map.groupBy(spans, ({ start }) => {
    while (after + 1 < begins.length && begins[after + 1]!.begin <= start) after++
    return begins[after]!.n
  })
  const articles = division.articles.map((article, n) => {
    const own = held.get(n)
    return own === undefined ? article : { ...article, furniture: [...article.furniture, { kind: 'stray-mark' as const, ...tracedAs(own) }] }
  })
  return { ...division, articles }
}

/** Zero-width characters. */
export const INVISIBLES = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u00ad]+/g

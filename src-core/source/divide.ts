import type { Gazetteer } from '../places/gazetteer.ts'
import { assemble, reread } from './assemble.ts'
import type { Division } from './article.ts'
import { arrange } from './arrange.ts'
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
  const parts = partsOf(source.text, printedLines(source))
  const { groups, leftOver } = groupsOf(arrange(parts, gazetteer), parts)
  return {
    articles: groups.map((group) => assemble(source.text, group)),
    leftOver: leftOver.map((part) => reread(source.text, part, 'all'))
  }
}

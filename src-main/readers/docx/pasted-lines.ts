import { columnsOf } from '#core/text/characters.ts'
import type { WordParagraph } from './story-state.ts'

/** Fewer paragraphs than this tell nothing. */
const fewest = 8
/** In columns; shorter ones are names, dates, items. */
const narrowest = 16

/**
 * Whether the paragraphs of a document are the lines of a page: text that was pasted from a newspaper or a
 * PDF, each line a paragraph of its own. Half of them and more break off inside a sentence, at nearly
 * the same width, and sentences end in their middle, as they do in no list. Their ends then say nothing of
 * where paragraphs end.
 */
export function areLinesOfAPage(paragraphs: readonly WordParagraph[]): boolean {
  const pairs = paragraphs.filter((each, n) => isPlain(each) && isPlain(paragraphs[n + 1])).map(({ text }) => text.trim())
  const open = pairs.filter((text) => /[\p{Script=Han}\d０-９，、]$/u.test(text)).map((text) => columnsOf(text, 0, text.length))
  const withEnds = pairs.filter((text) => /[。；]./u.test(text)).length
  if (pairs.length < fewest || open.length * 2 < pairs.length || withEnds * 10 < pairs.length) return false
  const middle = open.sort((a, b) => a - b)[open.length >> 1]!
  const alike = open.filter((width) => width >= middle * 0.75 && width <= middle * 1.34).length
  return middle >= narrowest && alike * 10 >= open.length * 6
}

/** In no table, without a number of its own, not empty. */
const isPlain = (paragraph: WordParagraph | undefined): boolean =>
  paragraph !== undefined && paragraph.table === null && paragraph.list.numId === null && paragraph.text.trim() !== ''

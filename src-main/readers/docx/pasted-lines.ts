import { columnsOf } from '#core/text/characters.ts'
import type { WordParagraph } from './story-state.ts'

/** Fewer paragraphs than this tell nothing. */
const fewest = 8
/** In columns; shorter ones are names, dates, items. */
const narrowest = 16

/**
 * Whether the paragraphs of a document are the lines of a page: text that was pasted from a newspaper or a
 * PDF, each line a paragraph of its own. Half of them and more break off inside a sentence, and at nearly
 * the same width. Their ends then say nothing of where paragraphs end.
 */
export function areLinesOfAPage(paragraphs: readonly WordParagraph[]): boolean {
  let pairs = 0
  const open: number[] = []
  for (const [n, { text, table }] of paragraphs.entries()) {
    const next = paragraphs[n + 1]
    if (table !== null || next === undefined || next.table !== null || text.trim() === '' || next.text.trim() === '') continue
    pairs++
    const own = text.trim()
    if (!/[。！？；：…!?;:”’」』）)》.]$/.test(own)) open.push(columnsOf(own, 0, own.length))
  }
  if (pairs < fewest || open.length * 2 < pairs) return false
  const middle = open.sort((a, b) => a - b)[open.length >> 1]!
  const alike = open.filter((width) => width >= middle * 0.75 && width <= middle * 1.34).length
  return middle >= narrowest && alike * 10 >= open.length * 6
}

import { withNames, type WordDivision } from '#core/compare/terms.ts'
import { isWordCharacter } from '#core/compare/word-character.ts'

/** ICU divides Chinese by a dictionary of its own. */
export const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Paragraph by paragraph, so that no word goes over the end of one. */
const byDictionary: WordDivision = function* (text) {
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf('\n', start)
    const end = stop === -1 ? text.length : stop
    for (const { segment, index } of segmenter.segment(text.slice(start, end))) {
      if (isWordCharacter(segment.charCodeAt(0))) yield { start: start + index, end: start + index + segment.length }
    }
    start = end + 1
  }
}

/** @param names of one's own: each is one word wherever it stands */
export const wordDivision = (names: readonly string[]): WordDivision => withNames(byDictionary, names)

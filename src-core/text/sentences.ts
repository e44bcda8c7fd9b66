import { CLOSING, SENTENCE_END, classAt } from './characters.ts'
import type { Span } from './span.ts'

/**
 * The sentences of a stretch of clean text, end marks and the quotation marks that close after them
 * included; together they cover the stretch. A line feed always ends a sentence.
 */
export function sentencesOf(text: string, within: Span = { start: 0, end: text.length }): Span[] {
  const sentences: Span[] = []
  let start = within.start
  for (let i = within.start; i < within.end; i++) {
    if (text[i] === '\n') {
      if (i > start) sentences.push({ start, end: i })
      start = i + 1
    } else if (endsSentenceAt(text, i)) {
      let end = i + 1
      while (end < within.end && isAfterEnd(text, end)) end++
      sentences.push({ start, end })
      start = end
      i = end - 1
    }
  }
  if (start < within.end) sentences.push({ start, end: within.end })
  return sentences
}

/** True at 。！？ and at ……; an ASCII ? or ! counts, a full stop does not (3.5, Wi-Fi 6.). */
export function endsSentenceAt(text: string, at: number): boolean {
  if ((classAt(text, at) & SENTENCE_END) === 0) return false
  return text[at] !== '…' || text[at - 1] === '…'
}

/** Closing quotation marks and brackets that belong to the sentence that has just ended: 。” 。） ！』 */
function isAfterEnd(text: string, at: number): boolean {
  return endsSentenceAt(text, at) || ('”’）】」』)"'.includes(text[at]!) && (classAt(text, at) & CLOSING) !== 0)
}

/** True when the text up to `end` closes a sentence, closing marks after it allowed. */
export function isSentenceEnd(text: string, end: number): boolean {
  let at = end - 1
  while (at >= 0 && '”’）】」』〕)]"\''.includes(text[at]!)) at--
  return at >= 0 && endsSentenceAt(text, at)
}

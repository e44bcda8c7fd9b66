import { SENTENCE_END, classAt } from './characters.ts'

/** True at 。！？ and at ……; an ASCII ? or ! counts, a full stop does not (3.5, Wi-Fi 6.). */
export function endsSentenceAt(text: string, at: number): boolean {
  if ((classAt(text, at) & SENTENCE_END) === 0) return false
  return text[at] !== '…' || text[at - 1] === '…'
}

/** True when the text up to `end` closes a sentence, closing marks after it allowed. */
export function isSentenceEnd(text: string, end: number): boolean {
  let at = end - 1
  while (at >= 0 && '”’）】」』〕)]"\''.includes(text[at]!)) at--
  return at >= 0 && endsSentenceAt(text, at)
}

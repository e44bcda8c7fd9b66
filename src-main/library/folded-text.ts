import { condensedUnit, UNSEEN } from '#core/text/folding.ts'

/**
 * The text as SQLite's `ascii` tokenizer shall see it: each character of the condensed text a token of
 * its own, marks too, so that a phrase of tokens is found exactly where `findOccurrences` finds the
 * query, be it one character long. The tokenizer takes ASCII marks for separators: they become
 * private-use characters, and private-use characters that the text itself has are doubled to stay
 * apart from them.
 *
 * `养老，AI` -> `养 老 <U+E02C> a i`
 */
export function searchTokens(text: string): string {
  const units = new Uint16Array(text.length * 3)
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const code = condensedUnit(text.charCodeAt(i))
    if (code === UNSEEN) continue
    if (code < 0x80) units[length++] = isLetterOrDigit(code) ? code : stand + code
    else {
      units[length++] = code
      if (code >= stand && code < stand + 0x80) units[length++] = code
      // the two halves of a character beyond the BMP are one token
      else if (code >= 0xd800 && code < 0xdc00) continue
    }
    units[length++] = 0x20
  }
  return Buffer.from(units.buffer, 0, length * 2).toString('utf16le')
}

/** The FTS5 query that finds a text exactly: one phrase. */
export function phraseOf(query: string): string {
  return `"${searchTokens(query.toWellFormed()).trimEnd()}"`
}

/** First of the private-use characters that stand for ASCII marks. */
const stand = 0xe000

const isLetterOrDigit = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)

/**
 * What kind of character a UTF-16 code unit is, by one table look-up. Surrogates count as Han: the
 * supplementary planes hold the rare characters of names and places, and a space beside them means
 * as little as one beside 中.
 */

/** White space of ECMAScript, and U+0085. */
export const SPACE = 1
/** Chinese characters. */
export const HAN = 2
/** Punctuation and symbols set as wide as a Chinese character. */
export const WIDE_MARK = 4
/** 0–9 and ０–９. */
export const DIGIT = 8
/** Letters of alphabets that write spaces between words. */
export const LETTER = 16
/** 。！？ and their narrow forms: a sentence ends here. */
export const SENTENCE_END = 32
/** ”’）】》 and the like: belongs to what stands before it. */
export const CLOSING = 64
/** Zero-width characters: present in the file, invisible to every reader. */
export const INVISIBLE = 128

const table = buildTable()

/**
 * One Chinese character, for patterns without the `u` flag. `\p{Script=Han}` means the same and is not
 * for patterns that every program start compiles: its ranges beyond the BMP cost each of them milliseconds.
 */
export const HAN_PATTERN = '(?:[々〇〡-〩〸-〻\\u2e80-\\u2fd5\\u3400-\\u9fff\\uf900-\\ufad9]|[\\ud840-\\ud88d][\\udc00-\\udfff])'

/** The classes of the code unit at a position, as a bit set; 0 past the end. */
export const classAt = (text: string, at: number): number => table[text.charCodeAt(at)] ?? 0

export const isSpaceAt = (text: string, at: number): boolean => (classAt(text, at) & SPACE) !== 0

/** Number of Chinese characters. */
export function countHan(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) count += (classAt(text, i) & HAN) >> 1
  return count
}

/** Printed width in columns: a wide character takes two, an ASCII character one. */
export function columnsOf(text: string, start: number, end: number): number {
  let columns = 0
  for (let i = start; i < end; i++) columns += text.charCodeAt(i) < 0x2e80 && (classAt(text, i) & WIDE_MARK) === 0 ? 1 : 2
  return columns
}

/** The text without its white space. */
export function withoutSpaces(text: string): string {
  for (let at = 0; at < text.length; at++) if (isSpaceAt(text, at)) return text.replace(/[\s\u0085]+/g, '')
  return text
}

function buildTable(): Uint8Array {
  const classes = new Uint8Array(0x10000)
  const set = (bits: number, from: number, to = from) => {
    for (let unit = from; unit <= to; unit++) classes[unit]! |= bits
  }
  const each = (bits: number, characters: string) => {
    for (const character of characters) set(bits, character.charCodeAt(0))
  }
  each(SPACE, '\t\n\v\f\r \u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff')
  set(SPACE, 0x2000, 0x200a)
  set(HAN, 0x2e80, 0x2fdf)
  set(HAN, 0x3005, 0x3007)
  set(HAN, 0x3021, 0x3029)
  set(HAN, 0x3400, 0x4dbf)
  set(HAN, 0x4e00, 0x9fff)
  set(HAN, 0xf900, 0xfaff)
  set(HAN, 0xd800, 0xdfff)
  set(WIDE_MARK, 0x3001, 0x3004)
  set(WIDE_MARK, 0x3008, 0x3020)
  set(WIDE_MARK, 0x3030, 0x303f)
  set(WIDE_MARK, 0xfe10, 0xfe1f)
  set(WIDE_MARK, 0xfe30, 0xfe6f)
  set(WIDE_MARK, 0xff01, 0xff0f)
  set(WIDE_MARK, 0xff1a, 0xff20)
  set(WIDE_MARK, 0xff3b, 0xff40)
  set(WIDE_MARK, 0xff5b, 0xff65)
  set(WIDE_MARK, 0xffe0, 0xffe6)
  set(WIDE_MARK, 0x2010, 0x2027)
  set(WIDE_MARK, 0x2030, 0x205e)
  set(WIDE_MARK, 0x2100, 0x2bff)
  set(WIDE_MARK, 0x3200, 0x33ff)
  set(WIDE_MARK, 0xe000, 0xf8ff)
  each(WIDE_MARK, '·×÷±°§')
  set(DIGIT, 0x30, 0x39)
  set(DIGIT, 0xff10, 0xff19)
  set(LETTER, 0x41, 0x5a)
  set(LETTER, 0x61, 0x7a)
  set(LETTER, 0xff21, 0xff3a)
  set(LETTER, 0xff41, 0xff5a)
  set(LETTER, 0xc0, 0x24f)
  set(LETTER, 0x370, 0x1fff)
  each(SENTENCE_END, '。！？!?．…')
  each(CLOSING, '”’）】》〉」』〕］｝)]}、，。！？；：,;:!?％%．')
  set(INVISIBLE, 0x200b, 0x200f)
  set(INVISIBLE, 0x202a, 0x202e)
  set(INVISIBLE, 0x2060, 0x2064)
  each(INVISIBLE, '\u00ad')
  return classes
}

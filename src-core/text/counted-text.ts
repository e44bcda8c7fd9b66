/**
 * How many characters of a text count: code points without white space, so that a rare Han character
 * outside the basic plane is one and a line break is none.
 */
export interface CountedText {
  /** Characters before each UTF-16 position; one entry more than the text is long. */
  readonly before: Int32Array
}

/** @example countText('一 二\n三').before // 0 1 1 2 2 3 */
export function countText(text: string): CountedText {
  const before = new Int32Array(text.length + 1)
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (!isWhiteSpace(code) && !isLowSurrogate(code)) count++
    before[i + 1] = count
  }
  return { before }
}

/** Characters in `[start, end)`. */
export const charactersIn = (counted: CountedText, start: number, end: number): number =>
  counted.before[end]! - counted.before[start]!

/** Characters of a whole text. */
export const charactersOf = (text: string): number => charactersIn(countText(text), 0, text.length)

/** The white space of ECMAScript, the zero-width space and the byte order mark. */
export const isWhiteSpace = (code: number): boolean =>
  code <= 0x20
    ? code === 0x20 || (code >= 0x09 && code <= 0x0d)
    : code >= 0x85 &&
      (code === 0x3000 ||
        code === 0xa0 ||
        code === 0x85 ||
        (code >= 0x2000 && code <= 0x200b) ||
        code === 0x2028 ||
        code === 0x2029 ||
        code === 0x202f ||
        code === 0x205f ||
        code === 0x1680 ||
        code === 0xfeff)

export const isLowSurrogate = (code: number): boolean => (code & 0xfc00) === 0xdc00

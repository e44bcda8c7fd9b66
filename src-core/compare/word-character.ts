import { isWhiteSpace } from '../text/counted-text.ts'

/** A letter or digit of any script; everything else (marks, symbols, white space) only stands between words. */
export function isWordCharacter(code: number): boolean {
  if (code < 0x80) return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a)
  if (code >= 0x4e00 && code <= 0x9fff) return true
  if (code < 0x2000) return code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && !isWhiteSpace(code)
  // General punctuation, arrows, enclosed and box characters, dingbats, CJK marks; 〇, 々 and 〡–〩 are numerals and letters.
  if (code < 0x3040) return (code >= 0x2e80 && code < 0x2fe0) || code === 0x3005 || code === 0x3007 || (code >= 0x3021 && code <= 0x3029)
  if (code >= 0xff00) return isFullWidthWordCharacter(code)
  return code < 0xfe10 && code !== 0x30fb && !(code >= 0xe000 && code <= 0xf8ff)
}

const isFullWidthWordCharacter = (code: number): boolean =>
  (code >= 0xff10 && code <= 0xff19) ||
  (code >= 0xff21 && code <= 0xff3a) ||
  (code >= 0xff41 && code <= 0xff5a) ||
  (code >= 0xff66 && code <= 0xffdc)

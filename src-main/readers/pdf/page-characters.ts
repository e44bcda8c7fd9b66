import { matrixAt } from './geometry.ts'
import type { Pdfium } from './pdfium.ts'
import { foldRadical } from './radicals.ts'

/** A character as a PDF paints it, in the user space of its page (upwards). */
export interface Character {
  /** UTF-16 code unit(s) of one code point. */
  readonly text: string
  /** Where the pen stands before it, on the base line; for vertical writing too. */
  readonly x: number
  readonly y: number
  /** Direction in which its base line runs: a unit vector. */
  readonly ux: number
  readonly uy: number
  /** Which way up is: +1 counterclockwise of the base line; -1 for mirrored type. */
  readonly up: 1 | -1
  /** Height of the type. */
  readonly size: number
  /** How far the pen moves along the base line. */
  readonly advance: number
  /** Its font writes downwards: the pen moves against `up`. */
  readonly isVertical: boolean
  readonly isBold: boolean
  /** Painted without ink (render mode 3): the text layer of a recognised scan. */
  readonly isInvisible: boolean
  /** The text object it is part of. */
  readonly object: number
}

export interface PageCharacters {
  readonly characters: readonly Character[]
  /** Glyphs that the font maps to no character: each is U+FFFD. */
  readonly unmapped: number
  /** Characters whose code had to be guessed, because the font does not map it. */
  readonly guessed: string
}

interface Ground {
  readonly pdfium: Pdfium
  readonly page: number
  readonly text: number
  /** 64 bytes of memory to be written to. */
  readonly scratch: number
  readonly fonts: Map<number, boolean>
}

/** What one text object has in common. */
interface ObjectFacts {
  readonly object: number
  readonly isBold: boolean
  readonly isInvisible: boolean
  readonly isVertical: boolean
  readonly size: number
  /** Width of the square that a Chinese character stands in. */
  readonly square: number
  readonly ux: number
  readonly uy: number
  readonly up: 1 | -1
}

const replacement = '\ufffd'

/** The characters of a page in the order of its content, without what PDFium makes up (spaces, line ends). */
export function pageCharacters(pdfium: Pdfium, page: number, scratch: number): PageCharacters {
  const text = pdfium._FPDFText_LoadPage(page)
  if (text === 0) return { characters: [], unmapped: 0, guessed: '' }
  const ground: Ground = { pdfium, page, text, scratch, fonts: new Map() }
  const characters: Character[] = []
  let unmapped = 0
  let guessed = ''
  let facts: ObjectFacts | null = null
  const count = pdfium._FPDFText_CountChars(text)
  for (let index = 0; index < count; index++) {
    if (pdfium._FPDFText_IsGenerated(text, index) === 1) continue
    const object = pdfium._FPDFText_GetTextObject(text, index)
    if (object === 0) continue
    if (facts?.object !== object) facts = factsOf(ground, object, index)
    const hasNoMapping = pdfium._FPDFText_HasUnicodeMapError(text, index) === 1
    const code = codePoint(ground, index)
    const shown = characterText(ground, { index, code, hasNoMapping })
    const character = shown === null ? null : placed(ground, { index, shown, facts })
    if (code > 0xffff && pdfium._FPDFText_GetUnicode(text, index) !== code) index++
    if (character === null) continue
    if (shown === replacement) unmapped++
    else if (hasNoMapping) guessed += shown
    characters.push(character)
  }
  pdfium._FPDFText_ClosePage(text)
  return { characters, unmapped, guessed }
}

/** PDFium gives the halves of a surrogate pair one by one. */
function codePoint({ pdfium, text }: Ground, index: number): number {
  const code = pdfium._FPDFText_GetUnicode(text, index)
  if (code < 0xd800 || code > 0xdbff) return code
  const low = pdfium._FPDFText_GetUnicode(text, index + 1)
  return low >= 0xdc00 && low <= 0xdfff ? 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00) : code
}

/** null: no character of the page. */
function characterText({ pdfium, text }: Ground, { index, code, hasNoMapping }: { index: number; code: number; hasNoMapping: boolean }): string | null {
  // PDFium marks a hyphen at the end of a line by a control of its own
  if (code === 2 || code === 0xfffe) return pdfium._FPDFText_IsHyphen(text, index) === 1 ? '-' : replacement
  if (code === 0 || (hasNoMapping && code >= 0x7f && code <= 0x9f)) return replacement
  if (code === 9 || code === 10 || code === 13 || code === 0xa0) return ' '
  // a code of the font's own that nothing maps
  if (code < 0x20 && hasNoMapping) return replacement
  if (code < 0x20 || code === 0x7f || code === 0xfeff || (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e)) return null
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return replacement
  return String.fromCodePoint(foldRadical(code))
}

function factsOf(ground: Ground, object: number, index: number): ObjectFacts {
  const { pdfium, text, scratch } = ground
  pdfium._FPDFText_GetMatrix(text, index, scratch)
  const [a, b, c, d, e, f] = matrixAt(pdfium, scratch)
  const fontSize = Math.abs(pdfium._FPDFText_GetFontSize(text, index))
  const length = Math.hypot(a, b)
  const [ux, uy] = length > 0 ? [a / length, b / length] : [1, 0]
  const up = a * d - b * c < 0 ? -1 : 1
  const size = Math.hypot(c, d) * fontSize
  const square = length * fontSize
  const { x, y } = origin(ground, index)
  // the origin of vertical writing is the top middle of a glyph; PDFium tells the pen of the base line
  const along = (x - e) * ux + (y - f) * uy
  const across = ((y - f) * ux - (x - e) * uy) * up
  const mode = pdfium._FPDFTextObj_GetTextRenderMode(object)
  return {
    object,
    isVertical: size > 0 && along < -0.25 * size && across < -0.4 * size,
    isInvisible: mode === 3 || mode === 7,
    isBold: mode === 2 || isBoldFont(ground, object, index),
    size,
    square,
    ux,
    uy,
    up
  }
}

function isBoldFont({ pdfium, text, scratch, fonts }: Ground, object: number, index: number): boolean {
  const font = pdfium._FPDFTextObj_GetFont(object)
  const known = fonts.get(font)
  if (known !== undefined) return known
  let isBold = pdfium._FPDFText_GetFontWeight(text, index) >= 600
  if (font !== 0 && !isBold) {
    const length = Math.min(pdfium._FPDFFont_GetBaseFontName(font, scratch, 64), 64)
    const name = String.fromCharCode(...pdfium.HEAPU8.subarray(scratch, scratch + Math.max(0, length - 1)))
    isBold = /bold|heavy|black/i.test(name)
  }
  fonts.set(font, isBold)
  return isBold
}

function origin({ pdfium, text, scratch }: Ground, index: number): { x: number; y: number } {
  pdfium._FPDFText_GetCharOrigin(text, index, scratch, scratch + 8)
  const at = scratch >> 3
  return { x: pdfium.HEAPF64[at]!, y: pdfium.HEAPF64[at + 1]! }
}

const fullWidth = /[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\u{20000}-\u{3ffff}]/u

function placed(ground: Ground, { index, shown, facts }: { index: number; shown: string; facts: ObjectFacts }): Character | null {
  const { pdfium, text, scratch } = ground
  const { x, y } = origin(ground, index)
  pdfium._FPDFText_GetLooseCharBox(text, index, scratch)
  const at = scratch >> 2
  const heap = pdfium.HEAPF32
  // left, top, right, bottom
  const width = Math.abs(heap[at + 2]! - heap[at]!)
  const height = Math.abs(heap[at + 1]! - heap[at + 3]!)
  const isUpright = Math.abs(facts.ux) >= Math.abs(facts.uy)
  const size = facts.size > 0 ? facts.size : isUpright ? height : width
  const told = isUpright ? width : height
  if (!Number.isFinite(x + y + width + height + size) || size <= 0) return null
  // the box is sometimes that of the ink alone; and the box of a font that writes downwards is of no use
  const isSquare = fullWidth.test(shown) && told > 0.05 * facts.square && told < 1.5 * facts.square
  const advance = facts.isVertical || isSquare ? facts.square : Math.min(told, 4 * size)
  const { object, isBold, isInvisible, isVertical, ux, uy, up } = facts
  return { text: shown, x, y, ux, uy, up, size, advance, isVertical, isBold, isInvisible, object }
}

import { plausibility } from '../common-characters.ts'
import type { PdfPage } from './printed-pages.ts'

/** Letters of other scripts, and emoji, say nothing for or against Chinese text. */
const otherScripts = /(?![\p{Script=Han} -~])[\p{L}\p{M}\p{S}]/gu
const vowels = /[aeiou]/gi

/** Characters of a page that are no white space. */
export function inkOf({ printed }: PdfPage): string {
  return printed.runs.map(({ text }) => text.replace(/\s+/g, '')).join('')
}

/**
 * Whether the text layer says what the page shows. Some fonts map their glyphs to nothing, to private
 * characters, to rare ones (犐犆犛 for ICS) or to their own numbers (!"#): such a page has to be recognised.
 */
export function hasUsableText(page: PdfPage): boolean {
  const ink = inkOf(page)
  if (ink === '') return false
  if (page.unmapped > 0.3 * ink.length) return false
  // codes that had to be guessed are the true ones in Latin fonts of the old kind: then they make words
  if (page.guessed.length > 0.1 * ink.length && ink.length >= 10) {
    const letters = page.guessed.match(vowels)?.length ?? 0
    if (letters < 0.2 * page.guessed.replace(/\s/g, '').length) return false
  }
  const telling = ink.replace(otherScripts, '')
  return telling.length < 20 || plausibility(telling) >= 0.25
}

/**
 * Whether a page has to be looked at to be read: its text is of no use or is next to nothing beside
 * pictures (a scan with a printed page number) or drawn outlines.
 */
export function needsRecognition(page: PdfPage): boolean {
  const ink = inkOf(page).length
  const hasDrawing = page.pictures.length > 0 || page.paths > 0
  if (ink > 0 && !hasUsableText(page)) return true
  if (ink === 0) return page.pictures.some(isLarge) || page.paths >= 100 || (hasDrawing && coverage(page) > 0.02)
  // a hidden layer, however short, is all that somebody's recognition found
  return ink < 30 && page.invisible < 0.5 && coverage(page) > 0.5
}

/** Larger than a logo or a line of handwriting: two inches by a quarter. */
function isLarge({ width, height }: { width: number; height: number }): boolean {
  return width * height > 144 * 18
}

/** Share of the page that pictures cover, each counted by itself. */
export function coverage({ pictures, printed }: PdfPage): number {
  return pictures.reduce((sum, { width, height }) => sum + width * height, 0) / Math.max(1, printed.width * printed.height)
}

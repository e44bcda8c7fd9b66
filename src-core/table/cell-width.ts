/**
 * Cells that a text takes on a terminal: Han characters, kana, hangul, full-width forms and emoji two,
 * combining marks none (UAX #11; characters it calls ambiguous, such as “ and ·, count one, as in wcwidth).
 */
export function cellWidth(text: string): number {
  let width = 0
  for (const character of text) width += widthOf(character.codePointAt(0)!)
  return width
}

/**
 * What may not reach a terminal as it is: control characters (an escape sequence could rewrite the
 * screen) and marks that turn the direction of writing become U+FFFD. Line feeds stay.
 */
export const printable = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')

/**
 * Lines of at most `width` cells (one character of two cells still gets a line of its own below that).
 * A closing mark does not begin a line and an opening mark does not end one, where one character can
 * be moved for it; words of Latin letters and digits are kept whole where they fit.
 */
export function wrapCells(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width))
}

/** @returns the text with spaces up to `width` cells. */
export const padCells = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - cellWidth(text)))

function wrapLine(text: string, width: number): string[] {
  const lines: string[] = []
  let line: string[] = []
  let used = 0
  for (const unit of unbreakable(text, width)) {
    const size = cellWidth(unit)
    if (used + size > width && line.length > 0) {
      const moved = cellWidth(line.at(-1)!) + size <= width ? carriedOver(line, unit) : 0
      lines.push(line.slice(0, line.length - moved).join('').trimEnd())
      line = line.slice(line.length - moved)
      used = cellWidth(line.join(''))
    }
    if (unit === ' ' && line.length === 0 && lines.length > 0) continue
    line.push(unit)
    used += size
  }
  return [...lines, line.join('')]
}

/** Single characters, and words of Latin letters and digits that are no longer than a line. */
function unbreakable(text: string, width: number): string[] {
  return (text.match(/[\w.%–-]+|[^]/gu) ?? []).flatMap((unit) => (cellWidth(unit) > width ? [...unit] : [unit]))
}

/** How many units must go to the next line with `next`. */
function carriedOver(line: readonly string[], next: string): number {
  const last = line.at(-1)!
  if (line.length < 2) return 0
  if (OPENING.includes(last)) return 1
  return CLOSING.includes(next) && !CLOSING.includes(last) ? 1 : 0
}

const CLOSING = '，。；：！？、）》」』】〉〕”’…％,.;:!?)%'
const OPENING = '（《「『【〈〔“‘('

function widthOf(code: number): number {
  if (code < 0x300) return 1
  if (isCombining(code)) return 0
  return isWide(code) ? 2 : 1
}

const isCombining = (code: number): boolean =>
  code <= 0x36f || (code >= 0x200b && code <= 0x200f) || code === 0xfeff || (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef)

const isWide = (code: number): boolean =>
  (code >= 0x1100 && code <= 0x115f) ||
  (code >= 0x2e80 && code <= 0xa4cf && code !== 0x303f) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xfe10 && code <= 0xfe19) ||
  (code >= 0xfe30 && code <= 0xfe6f) ||
  (code >= 0xff00 && code <= 0xff60) ||
  (code >= 0xffe0 && code <= 0xffe6) ||
  (code >= 0x1f300 && code <= 0x1faff) ||
  (code >= 0x20000 && code <= 0x3fffd)

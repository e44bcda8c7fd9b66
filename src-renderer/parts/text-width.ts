/**
 * About how wide a text is at a font size: a Han character fills its square, a Latin letter a good half.
 * An estimate on the wide side, so that what it lets through also fits on another machine's fonts.
 */
export const textWidth = (text: string, size: number): number => [...text].reduce((sum, character) => sum + widthOf(character), 0) * size

/** Quotation marks, dashes and arrows are as wide as a Han character in the faces that have both. */
function widthOf(character: string): number {
  const code = character.codePointAt(0)!
  if (code >= 0x2000 || code === 0xb7) return 1
  return character === ' ' ? 0.32 : 0.58
}

/** The text, or as much of it as fits with `…`; '' where not even one character does. */
export function fitted(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text
  const characters = [...text]
  while (characters.length > 0 && textWidth(`${characters.join('')}…`, size) > room) characters.pop()
  return characters.length === 0 ? '' : `${characters.join('').trimEnd()}…`
}

/** Lines no wider than `room`, broken between Han characters or at spaces. */
export function wrapped(text: string, size: number, room: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? []) {
    if (line !== '' && textWidth(line + word, size) > room) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += word
  }
  return line === '' ? lines : [...lines, line]
}

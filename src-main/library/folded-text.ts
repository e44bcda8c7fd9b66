/**
 * How text is made equal for searching: full-width letters, digits and marks to their plain forms,
 * capitals to small letters, Kangxi and compatibility forms to the ordinary character. One UTF-16
 * code unit stays one, so a position in the folded text is the position in the text.
 */
export function foldText(text: string): string {
  let folded = ''
  let kept = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const plain = foldedUnit(code)
    if (plain === code) continue
    folded += text.slice(kept, i) + String.fromCharCode(plain)
    kept = i + 1
  }
  return kept === 0 ? text : folded + text.slice(kept)
}

/**
 * The text as SQLite's `ascii` tokenizer shall see it: each character of the folded text a token of
 * its own, marks and white space too, so that a phrase of tokens is found exactly where
 * `foldText(text).includes(foldText(query))` holds, be it one character long. The tokenizer takes
 * ASCII marks for separators: they become private-use characters, and private-use characters that
 * the text itself has are doubled to stay apart from them.
 *
 * `养老，AI` -> `养 老 <U+E02C> a i`
 */
export function searchTokens(text: string): string {
  const units = new Uint16Array(text.length * 3)
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const code = foldedUnit(text.charCodeAt(i))
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

function foldedUnit(code: number): number {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? code + 0x20 : code
  if (code < 0xa0 || (code >= 0x3041 && code < 0xf900)) return code
  return table.get(code) ?? code
}

/** Characters whose NFKC form, in small letters, is one code unit and another one. */
const table: ReadonlyMap<number, number> = foldingTable([
  [0x00a0, 0x03ff],
  [0x2000, 0x206f],
  [0x2e80, 0x2fdf],
  [0x3000, 0x3040],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xffee]
])

function foldingTable(ranges: readonly (readonly [number, number])[]): Map<number, number> {
  const entries = new Map<number, number>()
  for (const [first, last] of ranges) {
    for (let code = first; code <= last; code++) {
      const plain = String.fromCharCode(code).normalize('NFKC').toLowerCase()
      if (plain.length === 1 && plain.charCodeAt(0) !== code) entries.set(code, plain.charCodeAt(0))
    }
  }
  return entries
}

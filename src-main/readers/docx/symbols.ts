/** Fonts whose glyphs are no letters. Their characters stand in files as codes 32–255, or as the same with U+F000 added. */

/** What stands for a glyph that has no character here. */
export const unknownSymbol = '\ufffd'

/**
 * The printed form of a text set in a font: itself, but for private-use characters and for fonts
 * of symbols. A private-use character of such a font that is not known becomes U+FFFD.
 */
export function printedText(text: string, font: string | null): string {
  const glyphs = font === null ? undefined : glyphsOf(font)
  if (glyphs === undefined) return /[\uf020-\uf0ff]/.test(text) ? text.replace(/[\uf020-\uf0ff]/g, (sign) => wingdings.get(sign.charCodeAt(0) & 0xff) ?? sign) : text
  return text.replace(/[\u0021-\u00ff\uf021-\uf0ff]/g, (sign) => glyphs.get(sign.charCodeAt(0) & 0xff) ?? (sign < '\uf020' ? sign : unknownSymbol))
}

/** `w:sym`: a code in hexadecimal, and the font that it is of. */
export function symbolText(code: string | null, font: string | null): string {
  const value = Number.parseInt(code ?? '', 16)
  if (!(value > 0 && value <= 0x10ffff)) return unknownSymbol
  const isPrivate = value >= 0xf020 && value <= 0xf0ff
  const glyphs = font === null ? undefined : glyphsOf(font)
  if (glyphs !== undefined && (isPrivate || value <= 0xff)) return glyphs.get(value & 0xff) ?? unknownSymbol
  return isPrivate ? (wingdings.get(value & 0xff) ?? String.fromCharCode(value & 0xff)) : String.fromCodePoint(value)
}

/** A bullet as printed: those of fonts of symbols as •; the `o` of Courier New, Word's own second bullet, as the ring that it shows. */
export function bulletText(text: string, font: string | null): string {
  if (text === 'o' && /^courier/i.test(font ?? '')) return '◦'
  const isSymbol = font !== null && glyphsOf(font) !== undefined
  return text.replace(isSymbol ? /[\u0021-\u00ff\ue000-\uf8ff]/g : /[\ue000-\uf8ff]/g, '•')
}

function glyphsOf(font: string): ReadonlyMap<number, string> | undefined {
  if (/^symbol$/i.test(font)) return symbol
  if (/^wingdings$/i.test(font)) return wingdings
  if (/^wingdings 2$/i.test(font)) return wingdings2
  return /^(?:wingdings 3|webdings)$/i.test(font) ? none : undefined
}

const none: ReadonlyMap<number, string> = new Map()

const rows = (...of: readonly (readonly [number, string])[]): ReadonlyMap<number, string> =>
  new Map(of.flatMap(([first, signs]) => Array.from(signs, (sign, n): [number, string] => [first + n, sign])))

/** Adobe's encoding of the Symbol font; runs of neighbouring codes. */
const symbol = rows(
  [0x21, '!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_'],
  [0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'],
  [0xa1, 'ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…'],
  [0xc0, 'ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓'],
  [0xe5, '∑'], [0xf2, '∫']
)

/** The glyphs of Wingdings that documents have: numbers in circles, ticks, boxes, arrows, bullets. */
const wingdings = rows(
  [0x21, '✏✂✁'], [0x28, '☎✆✉'], [0x3a, '💻'], [0x41, '✌'], [0x45, '☜☞☝☟'], [0x4a, '☺😐☹'],
  [0x6c, '●❍■□❐❑❒⬧⧫◆❖⬥⌧'], [0x80, '⓪①②③④⑤⑥⑦⑧⑨⑩'], [0x8b, '⓿❶❷❸❹❺❻❼❽❾❿'],
  [0x9e, '·•'], [0xa1, '○'], [0xa4, '◉◎'], [0xa7, '▪□'], [0xab, '★'], [0xd8, '➢'], [0xdf, '←→↑↓↖↗↙↘'],
  [0xe8, '➔'], [0xef, '⇦⇨⇧⇩⬄'], [0xfb, '✗✔☒☑']
)

const wingdings2 = rows([0x4f, '✗✓☒☑☒☒'], [0x69, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'], [0xa3, '☐'])

import { classAt, INVISIBLE, SPACE } from './characters.ts'

/**
 * How texts are made equal for searching. Full-width letters, digits and marks become their plain forms,
 * capitals small letters, Kangxi and compatibility forms the ordinary character; white space, line breaks
 * and zero-width characters are left out, so that `养老 服务`, `养老服务` and the same words across a line
 * break are one.
 */
export interface CondensedText {
  readonly text: string
  /** For each code unit left out, ascending: the position in the condensed text of what comes after it. */
  readonly gaps: readonly number[]
}

/** @example condense('养老\n服务 ＡＩ') // { text: '养老服务ai', gaps: [2, 4] } */
export function condense(text: string): CondensedText {
  const units = new Uint16Array(text.length)
  const gaps: number[] = []
  const length = condenseInto(text, units, { at: 0, gaps })
  return { text: textOfUnits(units, length), gaps }
}

/**
 * Writes the condensed form of a text to `units` from `at` on, and its gaps, counted from `at`, to the end of `gaps`.
 * @returns where it ends in `units`
 */
export function condenseInto(text: string, units: Uint16Array, { at, gaps }: { readonly at: number; readonly gaps: number[] }): number {
  const forms = condensedForms()
  let end = at
  for (let i = 0; i < text.length; i++) {
    const unit = forms[text.charCodeAt(i)]!
    if (unit === UNSEEN) gaps.push(end - at)
    else units[end++] = unit
  }
  return end
}

/** Position in a text of a position in its condensed form, whose gaps stand in `gaps` from `from` to `to`. */
export function positionOf(gaps: ArrayLike<number>, condensed: number, { from, to } = { from: 0, to: gaps.length }): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if (gaps[middle]! <= condensed) low = middle + 1
    else high = middle
  }
  return condensed + low - from
}

/** What a code unit becomes; `UNSEEN` where a search does not see it. */
export const condensedUnit = (code: number): number => condensedForms()[code]!

/** NUL, which no condensed text has in it. */
export const UNSEEN = 0

const stretch = 8192

export function textOfUnits(units: Uint16Array, length: number): string {
  const pieces: string[] = []
  for (let at = 0; at < length; at += stretch) pieces.push(String.fromCharCode(...units.subarray(at, Math.min(at + stretch, length))))
  return pieces.join('')
}

let forms: Uint16Array | null = null

/** One entry for each code unit, made when a search first needs it. */
function condensedForms(): Uint16Array {
  if (forms !== null) return forms
  forms = Uint16Array.from({ length: 0x10000 }, (_, code) => code)
  for (const [first, last] of foldedRanges) {
    for (let code = first; code <= last; code++) {
      const plain = String.fromCharCode(code).normalize('NFKC').toLowerCase()
      // one code unit stays one: a position is never between two
      if (plain.length === 1) forms[code] = plain.charCodeAt(0)
    }
  }
  for (let code = 0; code < 0x10000; code++) {
    if ((classAt(String.fromCharCode(code), 0) & (SPACE | INVISIBLE)) !== 0) forms[code] = UNSEEN
  }
  return forms
}

/** Where characters with another NFKC form or another case stand that a report may have. */
const foldedRanges: readonly (readonly [number, number])[] = [
  [0x41, 0x5a],
  [0x00a0, 0x03ff],
  [0x2000, 0x206f],
  [0x2e80, 0x2fdf],
  [0x3000, 0x3040],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xffee]
]

const BEGINS = 0x13
const PARTS = 0x14
const ENDS = 0x15

/** The fields of a stretch of text: what Word computes (`HYPERLINK "…"`), and what it last showed. */
export interface Fields {
  /** Whether a character is of the field's code or one of its marks, not of what it shows. */
  isCode(position: number): boolean
  /** Formulas and combined characters (EQ), which keep no result: what they print is not in the text. */
  readonly formulas: number
}

/** A mark without its partner is no field: a damaged file must not swallow the rest of the text. */
export function fieldsOf(text: string, from: number, to: number): Fields {
  const depthChanges = new Int32Array(to - from + 1)
  const open: { start: number; parted: number | null }[] = []
  let formulas = 0
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === BEGINS) open.push({ start: at, parted: null })
    else if (code === PARTS && open.length > 0) open.at(-1)!.parted ??= at
    else if (code === ENDS) {
      const field = open.pop()
      if (field === undefined) continue
      depthChanges[field.start - from]!++
      depthChanges[(field.parted ?? at) + 1 - from]!--
      if (field.parted === null && /^\s*eq\b/i.test(text.slice(field.start + 1, field.start + 16))) formulas++
    }
  }
  const codes = new Uint8Array(to - from)
  let depth = 0
  for (let at = 0; at < codes.length; at++) {
    depth += depthChanges[at]!
    codes[at] = depth > 0 ? 1 : 0
  }
  return { isCode: (position) => codes[position - from] === 1, formulas }
}

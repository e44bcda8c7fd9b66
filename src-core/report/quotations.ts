import type { Span } from '../text/span.ts'

/** What stands in quotation marks; the span has the marks, the name has not. */
export interface Quotation extends Span {
  readonly name: string
}

/** The innermost wordings in quotation marks, in order. */
export function quotationsOf(text: string): Quotation[] {
  const found: Quotation[] = []
  let open = -1
  for (let i = text.indexOf('“'); i >= 0 && i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === OPENING) {
      open = i
    } else if (code === CLOSING && open >= 0) {
      if (i - open <= LONGEST_QUOTATION) found.push({ name: text.slice(open + 1, i), start: open, end: i + 1 })
      open = -1
    }
  }
  return found
}

const OPENING = 0x201c
const CLOSING = 0x201d

/** Longer quotations are speech, not names. */
const LONGEST_QUOTATION = 40

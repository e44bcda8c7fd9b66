import type { Span } from '../text/span.ts'

/** What a note stands on, in words: the characters themselves and a few on either side. */
export interface Quote {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** Enough to tell two occurrences of a phrase apart, little enough to survive a change nearby. */
export const around = 32

export const quoteAt = (text: string, { start, end }: Span): Quote => ({
  exact: text.slice(start, end),
  prefix: text.slice(between(text, Math.max(0, start - around)), start),
  suffix: text.slice(end, between(text, Math.min(text.length, end + around)))
})

/** Not within a character outside the basic plane: half of one would not come back from a file as it was. */
export const between = (text: string, at: number): number => (isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1)) ? at - 1 : at)

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

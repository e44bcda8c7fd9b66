import type { Span } from '../text/span.ts'

/** What a note stands on, in words: the characters themselves and a few on either side. */
export interface Quote {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** Enough to tell two occurrences of a phrase apart, little enough to survive a change nearby. */
const around = 32

export const quoteAt = (text: string, { start, end }: Span): Quote => ({
  exact: text.slice(start, end),
  prefix: text.slice(Math.max(0, start - around), start),
  suffix: text.slice(end, end + around)
})

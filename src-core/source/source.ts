import type { Span } from '../text/span.ts'

/**
 * What a reader hands over: the decoded text of one file, with its lines. Every format ends as this
 * model; the core knows nothing of bytes, encodings or file formats.
 *
 * `text` is well-formed UTF-16 without NUL: a reader replaces a byte it cannot decode, a lone
 * surrogate or a NUL by U+FFFD, one code unit for one, and says so in a warning.
 */
export interface Source {
  /** Base name of the file, for hints (`浙江省2026年.txt`); '' where there is none. */
  readonly fileName: string
  readonly text: string
  /** In order, covering all of `text` but the line ends; line number = index + 1. */
  readonly lines: readonly SourceLine[]
}

export interface SourceLine extends Span {
  /** 1-based page, or null where the format has none. */
  readonly page: number | null
}

/** Splits a text without pages into its lines (`\n`, `\r\n`, `\r`, U+2028, U+2029, form feed). */
export function sourceFromText(text: string, fileName = ''): Source {
  const lines: SourceLine[] = []
  let start = 0
  for (const match of text.matchAll(/\r\n|[\n\r\f\u0085\u2028\u2029]/g)) {
    lines.push({ start, end: match.index, page: null })
    start = match.index + match[0].length
  }
  lines.push({ start, end: text.length, page: null })
  return { fileName, text, lines }
}

/** 0-based index of the line that holds a position (a line end belongs to the line before it). */
export function lineIndexAt(lines: readonly SourceLine[], position: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (lines[middle]!.start <= position) low = middle
    else high = middle - 1
  }
  return low
}

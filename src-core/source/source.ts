import type { Span } from '../text/span.ts'

/**
 * What a reader hands over: the text of one file, with its lines. Every format ends as this model;
 * the core knows nothing of bytes, encodings or file formats.
 *
 * `text` is well-formed UTF-16 without NUL: a reader replaces a byte it cannot decode, a lone
 * surrogate or a NUL by U+FFFD, one code unit for one, and says so in a warning.
 */
export interface Source {
  /** Base name of the file, for hints (`浙江省2026年.txt`); '' where there is none. */
  readonly fileName: string
  /** The folders it lay in, below what the person gave, outermost first: `['2023', '浙江']`. */
  readonly folders?: readonly string[]
  readonly text: string
  /** In order, covering all of `text` but the line ends; line number = index + 1. */
  readonly lines: readonly SourceLine[]
  /** Size of each page, first page first; absent where the format has no pages of its own. */
  readonly pages?: readonly PageSize[]
  /** Reports whose bounds the format itself gives (the rows of a sheet); absent where the text must tell. */
  readonly records?: readonly SourceRecord[]
}

/** A line as it is printed, or a whole paragraph, cell or heading where the format keeps those. */
export interface SourceLine extends Span {
  /** 1-based page, or null where the format has none. */
  readonly page: number | null
  /** Where it stands on its page; absent where that is not known. */
  readonly box?: Box
  /**
   * Where each code unit begins, along the direction of writing, and where the last one ends:
   * `end - start + 1` numbers, of the same unit and origin as `box`. Absent: the characters share
   * the box in equal parts.
   */
  readonly edges?: readonly number[]
  /** Written from top to bottom: `edges` count downwards. */
  readonly isVertical?: boolean
  /** What the format itself says the line is; absent where it does not say. */
  readonly role?: LineRole
  /** Whether a paragraph ends with this line, where the format says so; absent: the text must tell. */
  readonly endsParagraph?: boolean
  /** 0..1, for text that was recognised from a picture; absent for text that the file holds as text. */
  readonly confidence?: number
}

/** Points (1/72 inch) from the top left corner of the page; for a picture, its pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** In the unit of `Box`. */
export interface PageSize {
  readonly width: number
  readonly height: number
}

export type LineRole =
  | 'title' // of the report: the page's own headline, a Title paragraph
  | 'heading' // inside the report
  | 'cell' // one cell of a table
  | 'footnote'
  | 'header' // head of a page
  | 'footer' // foot of a page
  | 'page-number'
  | 'byline' // 记者 李庆
  | 'publication-date' // 2023-02-10, as the page's own metadata gives it
  | 'publisher' // 来源：浙江日报
  | 'attachment' // name of a file that came with the page
  | 'field' // a cell of a sheet that says something of the report: province, date

/** One report of a source whose bounds are known: lines `[first, after)`. */
export interface SourceRecord {
  readonly first: number
  readonly after: number
  /** Stretches of `text` where the file states something of this report. */
  readonly title: Span | null
  readonly province: Span | null
  readonly date: Span | null
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

import type { Division, Programme, ReportDate, StatementKind, Target } from '../report/report.ts'
import type { Span } from '../text/span.ts'

/** Themes down, reports or groups of them across: the one model behind matrix, command line and exports. */
export interface Comparison {
  readonly codebook: CodebookStamp
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

/** Which codebook the themes come from, exactly. */
export interface CodebookStamp {
  readonly id: string
  readonly version: string
  readonly sha256: string
}

/** What the reports of one column have in common. */
export const columnGroupings = ['report', 'province', 'year', 'region'] as const
export type ColumnGrouping = (typeof columnGroupings)[number]

export interface Column {
  /** Report id; of a group the division code, `year:2023` or `region:east`. */
  readonly id: string
  /** `report` also for a report that belongs to none of the groups. */
  readonly by: ColumnGrouping
  /** Title of the report (its file name where it has none), name of the province or region, or the year. */
  readonly title: string
  /** Of a group, as the date and the meeting: what all its reports share, else null. */
  readonly province: Division | null
  readonly date: ReportDate | null
  readonly meeting: string | null
  /** Characters of the reading text, white space not counted. */
  readonly characters: number
  /** File name of the source; several are joined by `；`, their hashes likewise and in the same order. */
  readonly source: string
  readonly sha256: string
  /** The reports in this column (one, unless grouped). */
  readonly reports: readonly string[]
  /** What is known of each of `reports`, in the same order. */
  readonly members: readonly ColumnReport[]
}

/** One report of a column, as a citation needs it. */
export interface ColumnReport {
  readonly id: string
  readonly title: string
  /** The division that the report speaks for: a city, where it is a city's report. */
  readonly jurisdiction: Division | null
  readonly province: Division | null
  readonly date: ReportDate | null
  readonly meeting: string | null
  readonly characters: number
  readonly source: string
  readonly sha256: string
  /** Mean confidence (0..1) over its characters where they were recognised from a picture; null for the file's own text. */
  readonly recognised: number | null
}

export interface Row {
  readonly theme: string
  readonly label: { readonly zh: string; readonly en: string }
  readonly color: string
  /** One for each column, in order. */
  readonly cells: readonly Cell[]
  /** Phrases of five or more characters that stand in passages of more than one column; longest first. */
  readonly shared: readonly SharedPhrase[]
  readonly pairs: readonly PassagePair[]
}

/**
 * A person's word on a theme in a report: it is not there, is mentioned in passing only, or does not apply.
 * Where the program has found words on it, 'in-passing' is the only one of them that holds.
 */
export const verdicts = ['absent', 'in-passing', 'not-applicable'] as const
export type Verdict = (typeof verdicts)[number]

export interface Cell {
  readonly state: 'present' | 'absent'
  /** What a person has said of all its reports; null while they have not. Of a present cell: 'in-passing', of all its reports that have words on it. */
  readonly verdict: Verdict | null
  /** Of a column of several reports: what was said of each, by its id. */
  readonly verdicts?: Readonly<Record<string, Verdict>>
  /** Characters of the passages, white space not counted. */
  readonly characters: number
  /** Share of the column's characters, 0..1. Themes overlap, so the shares of a column may add up to more. */
  readonly share: number
  /** 1 = the theme of the whole codebook with most characters in this column; equals share a rank; null when absent. */
  readonly rank: number | null
  readonly passages: readonly Passage[]
  readonly targets: readonly CellTarget[]
  readonly programmes: readonly CellProgramme[]
}

/** Where a stretch of a report stands, in the reading text and in the original. */
export interface Place {
  /** Outline path, outermost first: `一是健全…体系`. */
  readonly outline: readonly string[]
  /** Which of its headings a person said, by their places in it; absent: none. */
  readonly outlineByHand?: readonly number[]
  /** 1-based paragraph of the reading text that it begins in. */
  readonly paragraph: number
  /** The paragraph that it ends in. */
  readonly lastParagraph: number
  readonly source: SourcePlace
}

export interface SourcePlace {
  /** First and last line of the original, 1-based. */
  readonly line: number
  readonly lastLine: number
  /** What a place is cited by where there are no pages: printed lines, or paragraphs where the format keeps those and its lines are none that anybody sees. */
  readonly unit: 'line' | 'paragraph'
  /** Pages of these lines, 1-based; null where the original has none. */
  readonly page: number | null
  readonly lastPage: number | null
  /** Lowest confidence (0..1) of these lines where they were recognised from a picture; null for the file's own text. */
  readonly recognised: number | null
}

/** A maximal run of neighbouring statements of one theme: a verbatim slice of the report's text. */
export interface Passage extends Span, Place {
  readonly report: string
  readonly text: string
  /** The kinds of its statements, each once, in order of appearance. */
  readonly kinds: readonly StatementKind[]
  /** Those that are a person's word, for one of its statements at least; absent: the program reads them all. */
  readonly kindsByHand?: readonly StatementKind[]
  /** Characters, white space not counted. */
  readonly characters: number
}

/** A target of the report whose theme is the row's. `passage` is the index of the passage it stands in, or null. */
export interface CellTarget extends Target, Place {
  readonly report: string
  readonly text: string
  readonly passage: number | null
}

export interface CellProgramme extends Programme {
  readonly report: string
  /** One for each of `occurrences`. */
  readonly places: readonly Place[]
}

export interface SharedPhrase {
  readonly phrase: string
  /** Indices of the columns that have it, ascending. */
  readonly columns: readonly number[]
}

/** Two passages of two columns that say like things. */
export interface PassagePair {
  readonly columns: readonly [number, number]
  /** Indices within each cell's `passages`. */
  readonly passages: readonly [number, number]
  /** Cosine of character-bigram counts, 0..1. */
  readonly similarity: number
}

/** What a summary is of: one report; or what the reports compared have in common, or where they differ. */
export const summaryParts = ['report', 'common', 'difference'] as const
export type CellPart = (typeof summaryParts)[number]

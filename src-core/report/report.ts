import type { Furniture, TracedText } from '../source/article.ts'
import type { OffsetMap } from '../text/offset-map.ts'
import type { Span } from '../text/span.ts'

/** What a report says of itself and what was read out of it. Spans are of `text` unless said otherwise. */
export interface Report {
  readonly title: TracedText | null
  readonly jurisdiction: Jurisdiction | null
  readonly date: ReportDate | null
  readonly meeting: string | null
  readonly place: string | null
  readonly officials: readonly Official[]
  readonly reporter: string | null
  readonly attribution: string | null
  /** 发文字号, as written: `民发〔2023〕12号`. */
  readonly documentNumber: string | null
  /** 发文机关. */
  readonly issuer: string | null
  readonly text: string
  readonly map: OffsetMap
  readonly paragraphs: readonly Span[]
  readonly outline: readonly OutlineEntry[]
  readonly statements: readonly Statement[]
  readonly targets: readonly Target[]
  readonly programmes: readonly Programme[]
  /** What stands around the text in the source and belongs to this report; spans are of the source. */
  readonly furniture: readonly Furniture[]
  readonly confidence: number
  readonly evidence: readonly string[]
}

export type JurisdictionLevel = 'national' | 'province' | 'prefecture' | 'county'

/** `field`: the file states it beside the text (a column of a sheet); `file-name`, `folder`: only the name says so; `person`: a person put it right. */
export type JurisdictionBasis = 'title' | 'dateline' | 'body' | 'officials' | 'attribution' | 'file-name' | 'folder' | 'sibling' | 'field' | 'person'

/** A division of GB/T 2260. */
export interface Division {
  readonly code: string
  readonly name: string
}

export interface Jurisdiction extends Division {
  readonly level: JurisdictionLevel
  /** The provincial unit above it (itself, for a province); null for national. */
  readonly province: Division | null
  readonly basis: JurisdictionBasis
}

export type YearBasis = 'text' | 'period' | 'sibling' | 'file-name' | 'folder' | 'field' | 'person' | 'none'

export interface ReportDate {
  /** `2023-02-10`, `2023-02`, `2023`; null when the year cannot be told. */
  readonly iso: string | null
  readonly precision: 'day' | 'month' | 'year'
  readonly asWritten: string
  readonly yearBasis: YearBasis
}

export interface Official {
  readonly name: string
  /** As written, without the name; null where none is given. */
  readonly title: string | null
  /** Where the name stands. */
  readonly span: Span
}

export interface OutlineEntry extends Span {
  /** 1 is the outermost level of this report. */
  readonly level: number
  /** As written (`一、`, `（二）`, `一是`), or '' for an unnumbered parallel run or heading. */
  readonly label: string
  /** Which run of numbering this is: a restart at 一 begins a new run (1, 2, …). */
  readonly run: number
  /** Heading text without label and final mark. `start`–`end` is the stretch that the entry governs. */
  readonly heading: string
  /** A person's word; absent: the program reads it so. */
  readonly by?: 'person'
  /** The words it was said of, with such a word: they may be others than its label and heading. */
  readonly said?: Span
}

/** In the order in which packed reports number them: never another. */
export const statementKinds = ['framing', 'review', 'plan', 'procedure'] as const

export type StatementKind = (typeof statementKinds)[number]

/** The smallest stretch that can carry its own themes: a clause or a sentence, marks included. */
export interface Statement extends Span {
  readonly kind: StatementKind
  /** A person's word on its kind; absent: the program reads it so. */
  readonly kindBy?: 'person'
  readonly themes: readonly ThemeAssignment[]
}

export interface ThemeAssignment {
  readonly id: string
  /** 0..1 */
  readonly score: number
  /** The characters that carry the theme; may stand outside the statement (the heading it inherits from). */
  readonly evidence: readonly Span[]
  /** A person's word; absent: the codebook's patterns say so. */
  readonly by?: 'person'
}

/** In the order in which they are offered. */
export const targetOperators = ['=', '>=', '<=', '>', '<', '+', '-', 'x', 'range', 'about', 'coverage'] as const

export type TargetOperator = (typeof targetOperators)[number]

/** A future commitment with a number or full coverage; one for each comma clause. */
export interface Target extends Span {
  readonly value: number | null
  /** Upper end of a range (`3—5个`), else null. */
  readonly upper: number | null
  readonly unit: string | null
  readonly operator: TargetOperator
  readonly deadlineYear: number | null
  /** As written: `到2025年`, `“十四五”末`, `年底前`. */
  readonly deadline: string | null
  readonly theme: string | null
  /** A person's word; absent: the program reads it so. */
  readonly by?: 'person'
}

/** A coined name: 浙里康养, 五社联动. */
export interface Programme {
  readonly name: string
  readonly theme: string | null
  readonly occurrences: readonly Span[]
  /** A person's word; absent: the program reads it so. */
  readonly by?: 'person'
}

/** What came out of one source. */
export interface Reading {
  readonly reports: readonly Report[]
  readonly leftOver: readonly TracedText[]
}

import type { ColumnReport, Comparison } from '../compare/comparison.ts'
import type { Labels } from './labels.ts'
import type { Language } from './words.ts'

export interface TableOptions {
  readonly language: Language
  /** Date of making, `2026-03-01`, as the caller's clock says. */
  readonly madeOn: string
  /** Name and version of the program, for the notes. */
  readonly program?: string
}

/** What the tables of one comparison are made from. */
export interface TableGround {
  readonly comparison: Comparison
  readonly labels: Labels
  /** Short name of each column. */
  readonly names: readonly string[]
  readonly reports: ReadonlyMap<string, ColumnReport>
}

/** What the marks of recognised text mean, where any report has them. */
export const recognisedNotes = ({ labels, reports }: TableGround): string[] =>
  [...reports.values()].some(({ recognised }) => recognised !== null) ? [labels.words.recognisedNote] : []

import type { Codebook } from '../codebook/codebook.ts'
import type { Comparison } from '../compare/comparison.ts'
import type { ComparedReport } from '../compare/passages.ts'
import type { TableOptions } from '../table/ground.ts'
import type { Table, TableColumn } from '../table/table.ts'

/** The tables that a paper of the field prints, by their place in the catalogue of templates. */
export const paperTemplates = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'T10', 'T11', 'T12', 'R1'] as const
export type PaperTemplate = (typeof paperTemplates)[number]

/** Those that a comparison gives by itself, without what people wrote or coded. */
export const comparisonTemplates = ['T1', 'T2', 'T3', 'T4', 'T5', 'T7'] as const satisfies readonly PaperTemplate[]

/** Those of the statistics, which their own screen makes. */
export type StatisticsTemplate = 'T8' | 'T9' | 'T10' | 'T11' | 'T12'

/** Some tables and the paragraph on methods, ready to go into a paper. */
export interface Paper {
  readonly title: string
  readonly tables: readonly PaperTable[]
  /** null where the tables say themselves what they rest on. */
  readonly methods: MethodsParagraph | null
}

/** The same of any tables. */
export type PrintedPaper = Omit<Paper, 'tables'> & { readonly tables: readonly PrintedTable[] }

/** A table as it is printed: title above, units, n, formulas and sources below. */
export interface PrintedTable extends Pick<Table, 'rows' | 'notes'> {
  readonly title: string
  readonly columns: readonly PaperColumn[]
}

/** A table of a paper. Its number is its place in the paper. */
export interface PaperTable extends PrintedTable {
  readonly template: PaperTemplate
}

export interface PaperColumn extends TableColumn {
  /** Head over this column and its neighbours of the same group. */
  readonly group?: string
}

/** In both languages, whatever the language of the tables: a paper often has an abstract in the other. */
export interface MethodsParagraph {
  readonly zh: string
  readonly en: string
}

/** What the tables of one paper are made from. */
export interface PaperGround {
  readonly comparison: Comparison
  /** The reports of the comparison. */
  readonly reports: readonly ComparedReport[]
  readonly codebook: Codebook
  /** Tables that rest on what people wrote and coded, made where that is kept. */
  readonly ownTables: readonly PaperTable[]
}

export interface PaperOptions extends TableOptions {
  /** In the order of the catalogue, whatever their order here. Default: all. */
  readonly templates?: readonly PaperTemplate[]
}

import type { ColumnReport } from '../compare/comparison.ts'
import type { TableGround } from '../table/ground.ts'
import { columnNames, labelsIn } from '../table/labels.ts'
import type { TableColumn, TableRow } from '../table/table.ts'
import type { PaperColumn, PaperGround, PaperOptions } from './paper.ts'
import { paperWords, type PaperHead, type PaperWords } from './words.ts'

/** What each template reads: the comparison with its names, the reports themselves, and the words of the language. */
export interface Drafting extends Omit<TableGround, 'reports'> {
  readonly compared: PaperGround['reports']
  readonly codebook: PaperGround['codebook']
  readonly members: ReadonlyMap<string, ColumnReport>
  readonly words: PaperWords
  readonly options: PaperOptions
}

export function draftingOf({ comparison, reports, codebook }: PaperGround, options: PaperOptions): Drafting {
  const labels = labelsIn(options.language)
  return {
    comparison,
    compared: reports,
    codebook,
    labels,
    names: columnNames(comparison.columns, labels),
    members: new Map(comparison.columns.flatMap(({ members }) => members.map((member) => [member.id, member]))),
    words: paperWords[options.language],
    options
  }
}

/** Written where a report says nothing: never an empty cell, which could be one that was forgotten. */
export const NOTHING = '—'

export const column = ({ words }: Drafting, head: PaperHead, [kind, width]: readonly [TableColumn['kind'], number]): PaperColumn => ({ header: words.heads[head], kind, width })

export const plainRow = (cells: TableRow['cells']): TableRow => ({ cells, color: null, isTotal: false })

/** The first digits of a hash: enough to find the file by, short enough for a column. */
export const shortHash = (sha256: string): string => sha256.slice(0, 12)

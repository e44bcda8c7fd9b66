import { recognisedNotes } from '../table/ground.ts'
import { quotationsTable } from '../table/from-comparison.ts'
import type { Drafting } from './ground.ts'
import type { PaperTable } from './paper.ts'

/** T5: the words themselves, themes down and provinces across. */
export function quotationTable({ comparison, labels, names, members, words }: Drafting): PaperTable {
  const ground = { comparison, labels, names, reports: members }
  const { columns, rows } = quotationsTable(ground)
  const by = comparison.columns[0]?.by
  return {
    template: 'T5',
    title: by === 'year' || by === 'region' ? words.quotationsBy[by] : words.titles.T5,
    columns,
    rows,
    notes: [words.notes.quotations, words.notes.verdicts, ...recognisedNotes(ground)]
  }
}

import type { Table } from '../table/table.ts'
import type { Language } from '../table/words.ts'
import type { PaperTable } from './paper.ts'
import { paperWords } from './words.ts'

/** In characters: theme, coders, units, assigned by each, by all, percent, kappa, Holsti, alpha, remark. */
const widths = [8, 7, 5, 7, 5, 6, 7, 6, 8, 17]

/** R1 as a paper prints it: the table of agreement, side by side on a page that lies on its side. */
export const reliabilityTable = ({ columns, rows, notes }: Table, language: Language): PaperTable => ({
  template: 'R1',
  title: paperWords[language].titles.R1,
  columns: columns.map((column, index) => ({ ...column, width: widths[index] ?? column.width })),
  rows,
  notes
})

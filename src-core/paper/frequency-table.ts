import type { TableCell } from '../table/table.ts'
import { column, type Drafting } from './ground.ts'
import type { PaperColumn, PaperTable } from './paper.ts'

/** T4: how often each column speaks of each theme: n, its share of all n of the column, and per thousand characters. */
export function frequencyTable(drafting: Drafting): PaperTable {
  const { comparison, names, labels, words, options } = drafting
  const { columns, rows } = comparison
  const counts = rows.map(({ cells }) => cells.map(({ passages }) => passages.length))
  const totals = columns.map((_, index) => sum(counts.map((row) => row[index]!)))
  const total = sum(totals)
  const characters = columns.map((each) => each.characters)
  return {
    template: 'T4',
    title: words.titles.T4,
    columns: [column(drafting, 'theme', ['label', 10]), ...[...names, words.total].flatMap((name) => measures(name, drafting))],
    rows: [
      ...rows.map((row, index) => ({
        color: row.color,
        isTotal: false,
        cells: [
          row.label[options.language],
          ...counts[index]!.flatMap((n, at): TableCell[] => [n, ratio(n, totals[at]!), perThousand(n, characters[at]!)]),
          ...ofTotal(sum(counts[index]!), total, sum(characters))
        ]
      })),
      { color: null, isTotal: true, cells: [words.total, ...totals.flatMap((n, at) => ofTotal(n, n, characters[at]!)), ...ofTotal(total, total, sum(characters))] }
    ],
    notes: [
      ...columns.map((each, index) => words.ofColumn(names[index]!, labels.words.characters(each.characters))),
      words.notes.counts,
      words.notes.share,
      words.notes.perThousand
    ]
  }
}

const measures = (group: string, drafting: Drafting): PaperColumn[] => [
  { ...column(drafting, 'count', ['count', 3]), group },
  { ...column(drafting, 'share', ['percent', 4]), group },
  { ...column(drafting, 'perThousand', ['ratio', 4]), group }
]

const ofTotal = (n: number, of: number, characters: number): TableCell[] => [n, ratio(n, of), perThousand(n, characters)]

/** Null where there is nothing to take a share of. */
const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

const perThousand = (n: number, characters: number): number | null => (characters === 0 ? null : (n / characters) * 1000)

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0)

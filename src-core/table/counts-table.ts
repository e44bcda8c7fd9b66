import type { Column, Row } from '../compare/comparison.ts'
import type { TableGround } from './ground.ts'
import type { Table, TableCell, TableColumn, TableRow } from './table.ts'

/**
 * How much each column says on each theme: passages (n), characters, share of the column's
 * characters, passages per thousand characters, rank; and the sums over columns and over themes.
 */
export function countsTable(ground: TableGround): Table {
  const { comparison, labels, names } = ground
  const { words: w } = labels
  const measures = (name: string): TableColumn[] => [
    { header: `${name}\n${w.headers.passages}`, kind: 'count', width: 8 },
    { header: `${name}\n${w.headers.characters}`, kind: 'count', width: 8 },
    { header: `${name}\n${w.headers.share}`, kind: 'percent', width: 8 },
    { header: `${name}\n${w.headers.perThousand}`, kind: 'decimal', width: 8 },
    { header: `${name}\n${w.headers.rank}`, kind: 'count', width: 6 }
  ]
  return {
    id: 'counts',
    name: w.tables.counts,
    columns: [
      { header: w.headers.theme, kind: 'label', width: 12 },
      ...names.flatMap(measures),
      { header: `${w.total}\n${w.headers.passages}`, kind: 'count', width: 8 },
      { header: `${w.total}\n${w.headers.characters}`, kind: 'count', width: 8 }
    ],
    rows: [
      ...comparison.rows.map((row) => themeRow(row, comparison.columns, row.label[labels.language])),
      totalRow(comparison.rows, comparison.columns, w.total),
      baseRow(comparison.columns, w.base)
    ],
    notes: [w.units.passage, w.units.characters, w.units.share, w.units.perThousand, w.units.rank, w.units.themes]
  }
}

function themeRow(row: Row, columns: readonly Column[], label: string): TableRow {
  const measures = row.cells.flatMap(({ passages, characters, share, rank }, index): TableCell[] => [
    passages.length,
    characters,
    share,
    perThousand(passages.length, columns[index]!.characters),
    rank
  ])
  return {
    color: row.color,
    isTotal: false,
    cells: [
      label,
      ...measures,
      sum(row.cells.map(({ passages }) => passages.length)),
      sum(row.cells.map(({ characters }) => characters))
    ]
  }
}

/** Sums over the themes shown. Shares are not summed: a statement of two themes would count twice. */
function totalRow(rows: readonly Row[], columns: readonly Column[], label: string): TableRow {
  const passages = columns.map((_, index) => sum(rows.map(({ cells }) => cells[index]!.passages.length)))
  const characters = columns.map((_, index) => sum(rows.map(({ cells }) => cells[index]!.characters)))
  return {
    color: null,
    isTotal: true,
    cells: [
      label,
      ...columns.flatMap((_, index): TableCell[] => [passages[index]!, characters[index]!, null, null, null]),
      sum(passages),
      sum(characters)
    ]
  }
}

const baseRow = (columns: readonly Column[], label: string): TableRow => ({
  color: null,
  isTotal: true,
  cells: [
    label,
    ...columns.flatMap(({ characters }): TableCell[] => [null, characters, null, null, null]),
    null,
    sum(columns.map(({ characters }) => characters))
  ]
})

/** Occurrences per thousand characters; 0 of an empty text. */
const perThousand = (count: number, characters: number): number => (characters === 0 ? 0 : (count / characters) * 1000)

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0)

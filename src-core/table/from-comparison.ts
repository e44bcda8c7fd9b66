import type { Column, Comparison, Passage, Row } from '../compare/comparison.ts'
import { locateSharedPhrases } from '../compare/shared-phrases.ts'
import { contains, shift, type Span } from '../text/span.ts'
import { countsTable } from './counts-table.ts'
import { recognisedNotes, type TableGround, type TableOptions } from './ground.ts'
import { columnNames, labelsIn, leastRecognised, type Labels } from './labels.ts'
import { passagesTable, programmesTable, sharedPhrasesTable, similarPassagesTable, targetsTable } from './list-tables.ts'
import { notesTable } from './notes-table.ts'
import type { Mark, QuotedCell, Table } from './table.ts'
import type { Language } from './words.ts'

/** Every table of one comparison, each in the order of its themes and columns. */
export interface ComparisonTables {
  readonly title: string
  readonly language: Language
  readonly quotations: Table
  readonly counts: Table
  readonly targets: Table
  readonly programmes: Table
  readonly sharedPhrases: Table
  readonly similarPassages: Table
  readonly passages: Table
  readonly notes: Table
}

/** The tables of a document that is read: without the two lists that repeat the quotations row by row. */
export const tablesForReading = (tables: ComparisonTables): Table[] =>
  tablesInOrder(tables).filter(({ id }) => id !== 'passages' && id !== 'similar-passages')

export function comparisonTables(comparison: Comparison, options: TableOptions): ComparisonTables {
  const labels = labelsIn(options.language)
  const ground: TableGround = {
    comparison,
    labels,
    names: columnNames(comparison.columns, labels),
    reports: new Map(comparison.columns.flatMap(({ members }) => members.map((member) => [member.id, member])))
  }
  return {
    title: labels.words.title,
    language: options.language,
    quotations: quotationsTable(ground),
    counts: countsTable(ground),
    targets: targetsTable(ground),
    programmes: programmesTable(ground),
    sharedPhrases: sharedPhrasesTable(ground),
    similarPassages: similarPassagesTable(ground),
    passages: passagesTable(ground),
    notes: notesTable(ground, options)
  }
}

/** The tables in the order in which a reader meets them. */
export const tablesInOrder = (tables: ComparisonTables): Table[] => [
  tables.quotations,
  tables.counts,
  tables.targets,
  tables.programmes,
  tables.sharedPhrases,
  tables.similarPassages,
  tables.passages,
  tables.notes
]

/** Themes down, reports or provinces across, the words themselves in the cells. */
export function quotationsTable(ground: TableGround): Table {
  const { comparison, labels, names } = ground
  return {
    id: 'quotations',
    name: labels.words.tables.quotations,
    columns: [
      { header: labels.words.headers.theme, kind: 'label', width: 10 },
      ...comparison.columns.map((column, index) => ({
        header: columnHeader(column, names[index]!, labels),
        kind: 'quotations' as const,
        width: 42
      }))
    ],
    rows: comparison.rows.map((row) => ({
      color: row.color,
      isTotal: false,
      cells: [row.label[labels.language], ...row.cells.map((_, column) => quotedCell(ground, row, column))]
    })),
    notes: [labels.words.units.passage, labels.words.units.shared, labels.words.units.verdict, ...recognisedNotes(ground)]
  }
}

function columnHeader(column: Column, name: string, { words: w, date, recognised }: Labels): string {
  const title = column.by !== 'report' || column.title === name ? null : column.title
  const detail = [column.date === null && column.members.length > 1 ? null : date(column.date), column.meeting, w.characters(column.characters), recognised(leastRecognised(column))]
  return [name, title, detail.filter((part) => part !== null).join(' · ')].filter((line) => line !== null).join('\n')
}

function quotedCell({ labels, reports }: TableGround, row: Row, column: number): QuotedCell {
  const cell = row.cells[column]!
  return {
    absent: labels.verdict(cell.verdict),
    verdict: cell.verdict,
    quotations: cell.passages.map((passage) => ({
      text: passage.text,
      source: labels.citation(reports.get(passage.report)!, passage),
      marks: marksOf(row, column, passage)
    }))
  }
}

function marksOf(row: Row, column: number, passage: Passage): Mark[] {
  const { targets, programmes } = row.cells[column]!
  const within = (kind: Mark['kind'], report: string, span: Span): Mark[] =>
    report === passage.report && contains(passage, span) ? [{ kind, ...shift(span, -passage.start) }] : []
  return [
    ...locateSharedPhrases(passage.text, row.shared, column).map(({ start, end }): Mark => ({ kind: 'shared', start, end })),
    ...targets.flatMap((target) => within('target', target.report, target)),
    ...programmes.flatMap(({ report, occurrences }) => occurrences.flatMap((occurrence) => within('programme', report, occurrence)))
  ].sort((a, b) => a.start - b.start || b.end - a.end)
}

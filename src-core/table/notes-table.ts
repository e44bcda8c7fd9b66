import type { ColumnReport } from '../compare/comparison.ts'
import { recognisedNotes, type TableGround, type TableOptions } from './ground.ts'
import type { Table, TableRow } from './table.ts'

/** What a reader must know to trust the other tables: n, units, codebook and its hash, every source and its hash. */
export function notesTable(ground: TableGround, options: TableOptions): Table {
  const { comparison, labels, reports } = ground
  const { words: w } = labels
  const cells = comparison.rows.flatMap((row) => row.cells)
  const { id, version, sha256 } = comparison.codebook
  const entries: [string, string | number][] = [
    [w.items.madeOn, options.madeOn],
    ...(options.program === undefined ? [] : [[w.items.program, options.program] as [string, string]]),
    [w.items.reports, reports.size],
    [w.items.themes, comparison.rows.length],
    [w.items.passages, cells.reduce((sum, { passages }) => sum + passages.length, 0)],
    [w.items.targets, cells.reduce((sum, { targets }) => sum + targets.length, 0)],
    [w.items.codebook, `${id} ${version}`],
    [w.items.codebookHash, sha256],
    ...recognisedNotes(ground).map((note): [string, string] => [w.items.recognised, note]),
    ...Object.values(w.units).map((unit): [string, string] => [w.items.units, unit]),
    ...[...reports.values()].map((report, index): [string, string] => [`${w.items.source} ${index + 1}`, sourceText(report)])
  ]
  function sourceText(report: ColumnReport): string {
    return [
      report.title,
      labels.jurisdiction(report),
      labels.date(report.date),
      report.meeting,
      w.characters(report.characters),
      report.source,
      `SHA-256 ${report.sha256}`,
      labels.recognised(report)
    ]
      .filter((part) => part !== null)
      .join(' · ')
  }
  return {
    id: 'notes',
    name: w.tables.notes,
    columns: [
      { header: w.headers.item, kind: 'label', width: 12 },
      { header: w.headers.content, kind: 'text', width: 80 }
    ],
    rows: entries.map((entry): TableRow => ({ cells: entry, color: null, isTotal: false })),
    notes: []
  }
}

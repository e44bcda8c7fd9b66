import type { Theme } from '../codebook/codebook.ts'
import type { QuotedTarget } from '../compare/quoted-target.ts'
import { labelsIn, type Labels } from './labels.ts'
import { columnsOf, placeCells, reportCells, type ColumnPlan } from './list-tables.ts'
import type { Table, TableRow } from './table.ts'
import type { Language } from './words.ts'

export interface TargetListOptions {
  readonly language: Language
  /** By id; a target whose theme is not among them has none. */
  readonly themes: ReadonlyMap<string, Pick<Theme, 'name' | 'color'>>
}

/** Targets of any reports in the order given: one row each, what is counted and its number apart from the words, with the whole place. */
export function targetListTable(targets: readonly QuotedTarget[], { language, themes }: TargetListOptions): Table {
  const labels = labelsIn(language)
  const { words } = labels
  const recognised = targets.some(({ report }) => report.recognised !== null)
  return {
    id: 'targets',
    name: words.tables.targets,
    columns: columnsOf(labels, columns),
    rows: targets.map((target): TableRow => {
      const theme = target.theme === null ? undefined : themes.get(target.theme)
      return { color: theme?.color.light ?? null, isTotal: false, cells: [theme?.name[language] ?? null, ...targetCells(target, labels)] }
    }),
    notes: [words.units.targets, words.metricNote, ...(recognised ? [words.recognisedNote] : [])]
  }
}

const columns: readonly ColumnPlan[] = [
  ['theme', 'label', 10], ['metric', 'text', 24], ['operator', 'text', 8], ['value', 'count', 8], ['upper', 'count', 8], ['unit', 'text', 6],
  ['deadline', 'text', 10], ['deadlineYear', 'count', 8], ['province', 'text', 10], ['jurisdiction', 'text', 12], ['report', 'text', 24], ['date', 'text', 12],
  ['target', 'text', 40], ['outline', 'text', 24], ['paragraph', 'text', 6], ['lines', 'text', 10], ['start', 'count', 6], ['end', 'count', 6],
  ['source', 'code', 20], ['sha256', 'code', 20], ['readBy', 'text', 8]
]

const targetCells = (target: QuotedTarget, labels: Labels): TableRow['cells'] => [
  target.metric,
  labels.operator(target.operator),
  target.value,
  target.upper,
  target.unit,
  target.deadline,
  target.deadlineYear,
  target.report.province?.name ?? null,
  ...reportCells(target.report, labels),
  target.text,
  ...placeCells(target, labels),
  target.start,
  target.end,
  target.report.source,
  target.report.sha256,
  labels.words.readBy[target.by ?? 'program']
]

import type { Comparison, Row } from '../compare/comparison.ts'
import { columnNames, labelsIn, type Labels } from './labels.ts'
import type { Table, TableRow } from './table.ts'
import type { Language } from './words.ts'

interface TabledSummary {
  readonly theme: string
  readonly part: 'report' | 'common' | 'difference'
  readonly reports: readonly string[]
  readonly body: string
  readonly isFilled: boolean
  readonly links: readonly { readonly place: unknown }[]
}

export interface SummaryTableOptions {
  readonly language: Language
  /** Of a report that is not compared now, but was when something was written. */
  readonly nameOf: (report: string) => string | null
}

/** Whether a passage that it was written from is not there any more as it was. */
const isChanged = ({ links }: Pick<TabledSummary, 'links'>): boolean => links.some(({ place }) => place === null)

/**
 * T6: themes down; of each report the person's own sentences, then what they have in common and where
 * they differ. A cell without any says what is known of it. The comparison is one by report.
 */
export function summaryTable(comparison: Comparison, summaries: readonly TabledSummary[], { language, nameOf }: SummaryTableOptions): Table {
  const labels = labelsIn(language)
  const { words: w } = labels
  const names = columnNames(comparison.columns, labels)
  const ids = comparison.columns.map(({ id }) => id)
  const written = summaries.filter(({ body }) => body.trim() !== '')
  const named = (report: string): string => names[ids.indexOf(report)] ?? nameOf(report) ?? w.noReport
  const cells = (row: Row): string[] => [
    ...row.cells.map(({ state, verdict }, index) => {
      const own = written.find(({ theme, part, reports }) => part === 'report' && theme === row.theme && reports[0] === ids[index])
      const said = state === 'present' && verdict === null ? w.unwritten : labels.verdict(verdict)
      return own === undefined ? said : [...(verdict === null ? [] : [`【${labels.verdict(verdict)}】`]), own.body, ...marks(own, labels)].join('\n')
    }),
    ...(['common', 'difference'] as const).map((wanted) =>
      ofAllSets(written.filter(({ theme, part }) => part === wanted && theme === row.theme), ids)
        .map((own) => [own.body, ...(isOf(own, ids) ? [] : [w.writtenFor(own.reports.map(named))]), ...marks(own, labels)].join('\n'))
        .join('\n\n')
    )
  ]
  const rows = comparison.rows.map((row): TableRow => ({ color: row.color, isTotal: false, cells: [row.label[language], ...cells(row)] }))
  const shown = written.filter(({ theme }) => comparison.rows.some((row) => row.theme === theme))
  return {
    id: 'summaries',
    name: w.tables.summaries,
    columns: [
      { header: w.headers.theme, kind: 'label', width: 10 },
      ...names.map((header) => ({ header, kind: 'text' as const, width: 30 })),
      { header: w.headers.common, kind: 'text', width: 30 },
      { header: w.headers.difference, kind: 'text', width: 30 }
    ],
    rows,
    notes: [
      w.summaryNote(comparison.columns.length, comparison.rows.length, `${comparison.codebook.id} ${comparison.codebook.version}`),
      w.units.verdict,
      ...(shown.some(({ isFilled }) => isFilled) ? [w.filledNote] : []),
      ...(shown.some(isChanged) ? [w.changedNote] : [])
    ]
  }
}

const marks = (summary: TabledSummary, { words: w }: Labels): string[] => [...(summary.isFilled ? [`〔${w.filled}〕`] : []), ...(isChanged(summary) ? [`〔${w.sourceChanged}〕`] : [])]

const isOf = ({ reports }: TabledSummary, ids: readonly string[]): boolean => reports.length === ids.length && reports.every((report) => ids.includes(report))

/** That of the reports compared now; without one, those of other sets, which say so. */
function ofAllSets(written: readonly TabledSummary[], ids: readonly string[]): readonly TabledSummary[] {
  const now = written.filter((summary) => isOf(summary, ids))
  return now.length > 0 ? now : written.filter(({ reports }) => reports.some((report) => ids.includes(report)))
}

import type { Column, Comparison } from '#core/compare/comparison.ts'
import { regions } from '#core/places/regions.ts'
import type { ReportSummary } from '#core/contract/calls.ts'
import type { Span } from '#core/text/span.ts'
import { clipped, jurisdictionName, type Tongue } from './language/labels.ts'
import { provinceMark, provinceName } from './language/provinces.ts'
import type { Place } from './routes.ts'

/** What the columns are called, each list in the order of the columns. */
export interface ColumnNames {
  /** The province, with the prefecture or county where it is one. */
  readonly plain: readonly string[]
  /** As `plain`; where two columns have the same name, the date tells them apart. */
  readonly full: readonly string[]
  /** One character (浙), or three letters. */
  readonly marks: readonly string[]
}

export function columnNames(comparison: Comparison | null, reports: readonly ReportSummary[], tongue: Tongue): ColumnNames {
  const columns = comparison?.columns ?? []
  const summaries = new Map(reports.map((report) => [report.id, report]))
  const plain = columns.map((column) => nameOf(column, summaries, tongue))
  const full = columns.map((column, index) => {
    const name = plain[index] ?? ''
    const isShared = plain.indexOf(name) !== plain.lastIndexOf(name)
    return isShared && column.date !== null ? `${name} ${column.date.iso ?? column.date.asWritten}` : name
  })
  const marks = columns.map(({ province, by, title }, index) => {
    if (by === 'year') return `’${title.slice(2)}`
    return province === null || by === 'region' ? (plain[index] ?? '').slice(0, 2) : provinceMark(province, tongue.language)
  })
  return { plain, full, marks }
}

function nameOf(column: Column, summaries: ReadonlyMap<string, ReportSummary>, { language, words }: Tongue): string {
  if (column.by === 'year') return words.matrix.yearOf(column.title)
  if (column.by === 'region') return regions.find(({ id }) => `region:${id}` === column.id)?.name[language] ?? column.title
  const only = column.reports.length === 1 ? summaries.get(column.reports[0] ?? '') : undefined
  if (only !== undefined && only.jurisdiction !== null && column.id === only.id) return jurisdictionName(only.jurisdiction, language, words)
  if (column.province !== null) return provinceName(column.province, language)
  return column.title === '' ? words.noProvince : clipped(column.title, 16)
}

/** Quotations of each theme, over all columns. */
export function quotationsByTheme(comparison: Comparison | null): ReadonlyMap<string, number> {
  return new Map(
    (comparison?.rows ?? []).map((row) => [row.theme, row.cells.reduce((sum, cell) => sum + cell.passages.length, 0)])
  )
}

export function comparedSums(comparison: Comparison | null): { reports: number; characters: number; quotations: number } | null {
  if (comparison === null) return null
  return {
    reports: comparison.columns.reduce((sum, column) => sum + column.reports.length, 0),
    characters: comparison.columns.reduce((sum, column) => sum + column.characters, 0),
    quotations: [...quotationsByTheme(comparison).values()].reduce((sum, count) => sum + count, 0)
  }
}

/** The passages of the place's theme in its report, in the order of the text. */
export function passagesOfPlace(comparison: Comparison | null, place: Place): Span[] {
  const row = comparison?.rows.find((candidate) => candidate.theme === place.theme)
  return (row?.cells ?? [])
    .flatMap((cell) => cell.passages)
    .filter((passage) => passage.report === place.report)
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start)
}

import type { ReportSummary } from '#core/contract/calls.ts'
import { speaksOf, unpackThemes } from '#core/listing/packed-themes.ts'
import { isCorrected, levelOf, provinceCode, yearOf, type Level } from '../../report-facts.ts'

/** Which reports are shown. Within one list any value will do, an empty list sets no condition; between them all hold. */
export interface Filters {
  /** Codes of provincial units; '' for reports that name none. */
  readonly provinces: readonly string[]
  readonly levels: readonly Level[]
  /** Four digits; '' for an unknown year. */
  readonly years: readonly string[]
  /** Ids of themes that a report must speak of: all of them. */
  readonly themes: readonly string[]
  readonly hasNotes: boolean
  readonly isCorrected: boolean
  readonly isRecognised: boolean
  /** Words that must all stand in what the row says. */
  readonly text: string
}

export const noFilters: Filters = {
  provinces: [],
  levels: [],
  years: [],
  themes: [],
  hasNotes: false,
  isCorrected: false,
  isRecognised: false,
  text: ''
}

export const isFiltered = (filters: Filters): boolean => conditions(filters).length > 0

export type Condition = (report: ReportSummary) => boolean

/** @param textOf what can be found by words: the texts of a row as they are shown */
export function filterReports(
  reports: readonly ReportSummary[],
  filters: Filters,
  textOf: (report: ReportSummary) => string = () => ''
): readonly ReportSummary[] {
  const wanted = conditions(filters, textOf)
  return wanted.length === 0 ? reports : reports.filter((report) => wanted.every((holds) => holds(report)))
}

function conditions(filters: Filters, textOf: (report: ReportSummary) => string = () => ''): Condition[] {
  const wanted: Condition[] = []
  const oneOf = <T extends string>(values: readonly T[], of: (report: ReportSummary) => T): void => {
    const set = new Set(values)
    if (set.size > 0) wanted.push((report) => set.has(of(report)))
  }
  oneOf(filters.provinces, provinceCode)
  oneOf(filters.levels, levelOf)
  oneOf(filters.years, yearOf)
  const { themes } = filters
  if (themes.length > 0) wanted.push((report) => themes.every((theme) => speaksOf(report.themes, theme)))
  if (filters.hasNotes) wanted.push(({ notes }) => notes > 0)
  if (filters.isCorrected) wanted.push(isCorrected)
  if (filters.isRecognised) wanted.push(({ recognised }) => recognised !== null)
  const words = foldedWords(filters.text)
  if (words.length > 0) {
    wanted.push((report) => {
      const text = textOf(report)
      return words.every((word) => text.includes(word))
    })
  }
  return wanted
}

/** Full-width letters as half-width, capitals as small: what is typed finds what is meant. */
export const foldForFinding = (text: string): string => text.normalize('NFKC').toLowerCase()

const foldedWords = (text: string): string[] => foldForFinding(text).split(/\s+/).filter((word) => word !== '')

/** Value -> how many reports have it, for the lists to choose from. */
export function countBy(reports: readonly ReportSummary[], of: (report: ReportSummary) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const report of reports) {
    const value = of(report)
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}

/** Theme id -> how many reports speak of it. */
export function countThemes(reports: readonly ReportSummary[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { themes } of reports) for (const { id } of unpackThemes(themes)) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

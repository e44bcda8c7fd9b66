import { useMemo } from 'react'
import type { Comparison } from '#core/compare/comparison.ts'
import type { Input, ReportSummary } from '#core/contract/calls.ts'
import type { Problem } from '#core/contract/problem.ts'
import { columnNames, type ColumnNames } from './compared.ts'
import { laterCopies } from './later-copies.ts'
import { useLastingCall } from './host/use-call.ts'
import { isComparisonView, type View } from './routes.ts'
import { usePreferences, type Grouping } from './state/preferences.ts'
import { columnsAtStart, useSelection } from './state/selection.ts'
import { useLanguage, useWords } from './use-words.ts'

/** What is compared now. */
export interface Compared {
  /** Ids of the chosen reports, in the order of the library. */
  readonly chosen: readonly string[]
  /** More are chosen than a table can show; then nothing is compared. The most it can show, or null. */
  readonly limit: number | null
  readonly comparison: Comparison | null
  readonly problem: Problem | null
  readonly loading: boolean
  readonly names: ColumnNames
  /** What an export would hold, or null while there is nothing to export. */
  readonly exported: Input<'comparison.build'> | null
}

/** A table of more columns is nothing that a person can read; and the contract takes no more than 2,000 reports. */
export const mostReports: Readonly<Record<Grouping, number>> = { report: 120, province: 2000, year: 2000, region: 2000 }

/** In a larger library a table that is not looked at would hold up the view that is. */
const builtAnyway = 500

/** The reports chosen, their comparison, and the names of its columns. */
export function useCompared(reports: readonly ReportSummary[], view: View): Compared {
  const words = useWords()
  const language = useLanguage()
  const by = usePreferences((p) => p.grouping)
  const picked = useSelection((s) => s.reports)
  const themes = useSelection((s) => s.themes)
  const chosen = useMemo(() => chosenIds(reports, picked), [reports, picked])
  const limit = chosen.length > mostReports[by] ? mostReports[by] : null
  const selection = chosen.length === 0 || limit !== null ? null : { reports: [...chosen], by }
  const isAsked = isComparisonView(view) || reports.length <= builtAnyway
  const { value: comparison, problem, loading } = useLastingCall('comparison.build', isAsked ? selection : null)
  const names = useMemo(() => columnNames(comparison, reports, { language, words }), [comparison, reports, language, words])
  const exported = selection === null || comparison === null ? null : { ...selection, ...(themes.length > 0 ? { themes: [...themes] } : {}) }
  return { chosen, limit, comparison, problem, loading, names, exported }
}

function chosenIds(reports: readonly ReportSummary[], picked: readonly string[] | null): readonly string[] {
  const ids = reports.map((report) => report.id)
  if (picked === null) {
    const copies = laterCopies(reports)
    return ids.filter((id) => !copies.has(id)).slice(0, columnsAtStart)
  }
  const wanted = new Set(picked)
  return ids.filter((id) => wanted.has(id))
}

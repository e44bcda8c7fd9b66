import { useMemo } from 'react'
import type { ReportSummary } from '#core/contract/calls.ts'
import { useWords } from '../../use-words.ts'
import { CheckMenu } from '../../CheckMenu.tsx'
import { countBy } from './filter-reports.ts'
import { levelOf, levels } from '../../report-facts.ts'
import { setFilters, useTableView } from './reports-state.ts'

interface LevelMenuProps {
  readonly label: string
  /** All of the library. */
  readonly reports: readonly ReportSummary[]
}

/** The levels that the library has reports of, to filter by. */
export function LevelMenu({ label, reports }: LevelMenuProps) {
  const w = useWords().libraryTable
  const chosen = useTableView((view) => view.filters.levels)
  const counts = useMemo(() => countBy(reports, levelOf), [reports])
  return (
    <CheckMenu
      label={label}
      chosen={chosen}
      options={levels.filter((level) => counts.has(level)).map((level) => ({ id: level, label: w.levels[level], count: counts.get(level) ?? 0 }))}
      onChange={(next) => setFilters({ levels: levels.filter((level) => next.includes(level)) })}
    />
  )
}

import { memo, useMemo } from 'react'
import type { Theme } from '#core/codebook/codebook.ts'
import type { ReportSummary } from '#core/contract/calls.ts'
import { OptionMenu } from '../../parts/OptionMenu.tsx'
import { useLanguage, useWords } from '../../use-words.ts'
import { CheckMenu } from '../../CheckMenu.tsx'
import { ColumnMenu } from './ColumnMenu.tsx'
import { countBy, countThemes, isFiltered } from './filter-reports.ts'
import { groupings } from './group-reports.ts'
import { LevelMenu } from './LevelMenu.tsx'
import { provinceCode, yearOf } from '../../report-facts.ts'
import { clearAllFilters, groupBy, setFilters, useTableView } from './reports-state.ts'
import { SavedFilters } from './SavedFilters.tsx'
import { placeName } from './TableLines.tsx'

interface FilterBarProps {
  /** All of the library. */
  readonly reports: readonly ReportSummary[]
  readonly themes: readonly Theme[]
}

const toggles = ['hasNotes', 'isCorrected', 'isRecognised'] as const

/** Several filters at once, groups, columns. Its menus are not drawn again with every letter of the words that are typed. */
export const FilterBar = memo(function FilterBar({ reports, themes }: FilterBarProps) {
  const words = useWords()
  const language = useLanguage()
  const w = words.libraryTable
  const chosenProvinces = useTableView((view) => view.filters.provinces)
  const chosenYears = useTableView((view) => view.filters.years)
  const chosenThemes = useTableView((view) => view.filters.themes)
  const grouping = useTableView((view) => view.grouping)
  const [provinces, years] = useMemo(() => [countBy(reports, provinceCode), countBy(reports, yearOf)], [reports])
  return (
    <div className="filter-bar" role="toolbar" aria-label={w.filter.listOf(w.title)}>
      <FindField />
      <CheckMenu
        label={w.filter.provinces}
        chosen={chosenProvinces}
        options={[...provinces.keys()].sort(byCode).map((code) => ({ id: code, label: placeName(code, { words, language }), count: provinces.get(code) ?? 0 }))}
        onChange={(chosen) => setFilters({ provinces: chosen })}
      />
      <LevelMenu label={w.filter.levels} reports={reports} />
      <CheckMenu
        label={w.filter.years}
        chosen={chosenYears}
        options={[...years.keys()].sort(newestFirst).map((year) => ({ id: year, label: year === '' ? w.noYear : year, count: years.get(year) ?? 0 }))}
        onChange={(chosen) => setFilters({ years: chosen })}
      />
      <CheckMenu
        label={w.filter.themes}
        chosen={chosenThemes}
        options={() => {
          const spoken = countThemes(reports)
          return themes.filter(({ id }) => spoken.has(id)).map(({ id, name }) => ({ id, label: name[language], count: spoken.get(id) ?? 0 }))
        }}
        onChange={(chosen) => setFilters({ themes: chosen })}
      />
      {toggles.map((toggle) => (
        <ToggleFilter key={toggle} filter={toggle} />
      ))}
      <ClearFilters />
      <span className="grow" />
      <SavedFilters />
      <OptionMenu
        label={grouping === 'none' ? w.group : w.groupings[grouping]}
        className={grouping === 'none' ? 'chip' : 'chip is-set'}
        options={groupings.map((id) => ({ id, label: w.groupings[id] }))}
        onChoose={(id) => groupBy(groupings.find((known) => known === id) ?? 'none')}
      />
      <ColumnMenu />
    </div>
  )
})

function FindField() {
  const w = useWords().libraryTable.filter
  const text = useTableView((view) => view.filters.text)
  return <input type="search" className="filter-find" aria-label={w.find} placeholder={w.find} value={text} onChange={(event) => setFilters({ text: event.target.value })} />
}

function ToggleFilter({ filter }: { readonly filter: (typeof toggles)[number] }) {
  const w = useWords().libraryTable.filter
  const isSet = useTableView((view) => view.filters[filter])
  return (
    <button type="button" className={`chip${isSet ? ' is-set' : ''}`} aria-pressed={isSet} onClick={() => setFilters({ [filter]: !isSet })}>
      {w[filter]}
    </button>
  )
}

function ClearFilters() {
  const w = useWords().libraryTable.filter
  const isSet = useTableView((view) => isFiltered(view.filters))
  return isSet ? (
    <button type="button" className="link" onClick={clearAllFilters}>
      {w.clear}
    </button>
  ) : null
}

const byCode = (a: string, b: string): number => (a === '' ? 1 : b === '' ? -1 : Number(a) - Number(b))
const newestFirst = (a: string, b: string): number => (a === '' ? 1 : b === '' ? -1 : Number(b) - Number(a))

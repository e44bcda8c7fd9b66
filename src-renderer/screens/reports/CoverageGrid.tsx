import { useMemo, useState, type KeyboardEvent } from 'react'
import { provincialUnits } from '#core/places/provincial-units.ts'
import { regionOf, type Region } from '#core/places/regions.ts'
import type { ReportSummary } from '#core/contract/calls.ts'
import { number } from '../../language/labels.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { coverageOf, depthOf, type Coverage, type CoverageRow } from './coverage.ts'
import { filterReports, noFilters } from './filter-reports.ts'
import { LevelMenu } from './LevelMenu.tsx'
import { listPlaceAndYear, useTableView } from './reports-state.ts'
import { moveInTable, type Active } from './table-keys.ts'
import { placeName } from './TableLines.tsx'

/** Provinces down, years across: how many reports there are, and what is missing. A cell lists its reports. */
export function CoverageGrid({ reports }: { readonly reports: readonly ReportSummary[] }) {
  const words = useWords()
  const w = words.libraryTable
  const chosenLevels = useTableView((view) => view.filters.levels)
  const counted = useMemo(() => filterReports(reports, { ...noFilters, levels: chosenLevels }), [reports, chosenLevels])
  const coverage = useMemo(() => coverageOf(counted), [counted])
  return (
    <div className="coverage">
      <div className="coverage-note">
        <LevelMenu label={w.coverage.levels} reports={reports} />
        <p>{w.coverage.note}</p>
      </div>
      <CoverageTable coverage={coverage} />
    </div>
  )
}

/** The grid itself: row 0 holds the years, column 0 the provinces. */
function CoverageTable({ coverage }: { readonly coverage: Coverage }) {
  const words = useWords()
  const w = words.libraryTable
  const [active, setActive] = useState<Active>({ line: 1, column: 1 })
  const { years, rows, sums, unitsPresent } = coverage
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts))
  const shape = { lines: rows.length, columns: years.length + 1, page: 8 }
  const open = ({ line, column }: Active): void => {
    const [row, year] = [rows[line - 1], years[column - 1]]
    if (line === 0 && column === 0) return
    listPlaceAndYear({ provinces: row === undefined ? [] : [row.division.code], years: year === undefined ? [] : [year] })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    if (event.key === 'Enter' || event.key === ' ') open(active)
    else {
      const to = moveInTable(active, { key: event.key, jump: event.ctrlKey || event.metaKey }, shape)
      if (to === null) return
      // to focus a cell makes it the active one
      const cell = event.currentTarget.querySelector<HTMLElement>(`[data-place="${to.line}:${to.column}"]`)
      cell?.focus()
      cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    }
    event.preventDefault()
  }
  const place = (line: number, column: number) => ({
    'data-place': `${line}:${column}`,
    tabIndex: active.line === line && active.column === column ? 0 : -1,
    onFocus: () => setActive({ line, column }),
    onClick: () => open({ line, column })
  })
  return (
    <div className="coverage-scroll">
      <table role="grid" aria-label={w.coverage.grid} aria-rowcount={rows.length + 3} aria-colcount={years.length + 3} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col" className="corner" colSpan={2} {...place(0, 0)}>
              {w.coverage.corner}
            </th>
            {years.map((year, index) => (
              <th key={year} scope="col" {...place(0, index + 1)}>
                {year === '' ? w.noYear : year}
              </th>
            ))}
            <th scope="col" className="sum">
              {w.coverage.sum}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <CoverageLine key={row.division.code} row={row} years={years} most={most} region={regionHead(rows, index)} place={(column) => place(index + 1, column)} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {w.coverage.present}
            </th>
            {unitsPresent.map((count, index) => (
              <td key={years[index]}>{w.coverage.presentOf(count, provincialUnits.length)}</td>
            ))}
            <td className="sum" />
          </tr>
          <tr>
            <th scope="row" colSpan={2}>
              {w.coverage.sum}
            </th>
            {sums.map((sum, index) => (
              <td key={years[index]}>{number(sum)}</td>
            ))}
            <td className="sum">{number(sums.reduce((a, b) => a + b, 0))}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

interface RegionHead {
  readonly region: Region | null
  readonly rows: number
}

/** Of the first row of a region: its name stands beside all of them. null for the other rows. */
function regionHead(rows: readonly CoverageRow[], index: number): RegionHead | null {
  const of = (at: number): Region | null | undefined => (rows[at] === undefined ? undefined : rows[at].isExpected ? regionOf(rows[at].division.code) : null)
  const region = of(index)
  if (region === undefined || region === of(index - 1)) return null
  let end = index
  while (of(end) === region) end += 1
  return { region, rows: end - index }
}

interface CoverageLineProps {
  readonly row: CoverageRow
  readonly years: readonly string[]
  readonly most: number
  readonly region: RegionHead | null
  readonly place: (column: number) => object
}

function CoverageLine({ row, years, most, region, place }: CoverageLineProps) {
  const words = useWords()
  const language = useLanguage()
  const w = words.libraryTable
  const name = placeName(row.division.code, { words, language })
  return (
    <tr className={row.sum === 0 ? 'is-empty' : undefined}>
      {region !== null && (
        <th scope="rowgroup" className="region" rowSpan={region.rows}>
          {region.region?.name[language] ?? w.coverage.other}
        </th>
      )}
      <th scope="row" {...place(0)}>
        {name}
      </th>
      {row.counts.map((count, index) => {
        const year = years[index] ?? ''
        const isMissing = count === 0 && row.isExpected && year !== ''
        return (
          <td key={year} data-depth={depthOf(count, most)} data-missing={isMissing} aria-label={w.coverage.cell(name, year === '' ? w.noYear : w.year(year), count)} {...place(index + 1)}>
            <span>{count === 0 ? (isMissing ? w.coverage.missing : '') : number(count)}</span>
          </td>
        )
      })}
      <td className="sum">{row.sum === 0 ? w.none : number(row.sum)}</td>
    </tr>
  )
}

import { Fragment, useState, type ReactNode } from 'react'
import type { Comparison } from '#core/compare/comparison.ts'
import { number, percent } from '../../language/labels.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { Segmented } from '../../parts/Segmented.tsx'
import { openPlace } from '../../routes.ts'
import { useSelection } from '../../state/selection.ts'
import { countRows, heatOf, measures, sortRows, type CountRow, type Measure, type SortKey, type Sorting } from './measures.ts'
import './counts.css'

interface CountsScreenProps {
  readonly comparison: Comparison
  readonly names: readonly string[]
}

/** How much each column says on each theme: one measure at a time, its unit and base always printed. */
export function CountsScreen({ comparison, names }: CountsScreenProps) {
  const words = useWords()
  const themes = useSelection((s) => s.themes)
  const [measure, setMeasure] = useState<Measure>('share')
  const [heat, setHeat] = useState(true)
  const [sorting, setSorting] = useState<Sorting>({ key: 'theme', descending: false })
  const shownRows = comparison.rows.filter((row) => themes.length === 0 || themes.includes(row.theme))
  const rows = sortRows(countRows(shownRows, comparison.columns, measure), sorting)
  const pair = comparison.columns.length === 2
  const sortBy = (key: SortKey): void =>
    setSorting((now) => (now.key === key ? { key, descending: !now.descending } : { key, descending: key !== 'theme' && measure !== 'rank' }))
  const heading = (key: SortKey, name: string, className?: string): ReactNode => (
    <th
      scope="col"
      className={className}
      aria-sort={sorting.key === key ? (sorting.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" className="plain" title={words.counts.sortBy(name)} onClick={() => sortBy(key)}>
        {name}
        <span aria-hidden="true">{sorting.key === key ? (sorting.descending ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  )
  const reports = comparison.columns.reduce((sum, column) => sum + column.reports.length, 0)
  const characters = comparison.columns.reduce((sum, column) => sum + column.characters, 0)
  return (
    <div className="counts">
      <div className="counts-bar">
        <Segmented
          label={words.counts.measure}
          value={measure}
          options={measures.map((value) => ({ value, label: words.counts[value] }))}
          onChange={setMeasure}
        />
        <label className="check">
          <input type="checkbox" checked={heat} onChange={(event) => setHeat(event.target.checked)} />
          {words.counts.heat}
        </label>
      </div>
      <div className="counts-scroll">
        <table aria-label={`${words.matrix.counts} · ${words.counts[measure]}`}>
          <thead>
            <tr>
              {heading('theme', words.counts.theme, 'first')}
              {comparison.columns.map((column, index) => (
                <Fragment key={column.id}>{heading(index, names[index] ?? '')}</Fragment>
              ))}
              {heading('total', words.counts.total, 'total')}
              {pair && heading('difference', words.counts.differenceOf(names[0] ?? '', names[1] ?? '', measure === 'share'), 'total')}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <CountLine key={row.row.theme} line={row} rows={rows} measure={measure} heat={heat} names={names} />
            ))}
          </tbody>
          <tfoot>
            {(measure === 'passages' || measure === 'characters') && <TotalsLine rows={rows} pair={pair} />}
            <tr className="base">
              <th scope="row" className="first">{words.counts.baseColumn}</th>
              {comparison.columns.map((column) => (
                <td key={column.id}>{number(column.characters)}</td>
              ))}
              <td className="total">{number(characters)}</td>
              {pair && <td className="total" />}
            </tr>
          </tfoot>
        </table>
        <p className="counts-note">
          {words.counts.base(number(comparison.columns.length), number(reports), number(characters))}{' '}
          {words.counts.note[measure]}
        </p>
      </div>
    </div>
  )
}



interface CountLineProps {
  readonly line: CountRow
  readonly rows: readonly CountRow[]
  readonly measure: Measure
  readonly heat: boolean
  readonly names: readonly string[]
}

function CountLine({ line, rows, measure, heat, names }: CountLineProps) {
  const words = useWords()
  const language = useLanguage()
  const values = rows.flatMap((row) => row.values)
  return (
    <tr>
      <th scope="row" className="first" style={{ '--c': `var(--theme-${line.row.theme}, ${line.row.color})` }}>
        <i className="swatch" aria-hidden="true" /> {line.row.label[language]}
      </th>
      {line.values.map((value, index) => {
        const first = line.row.cells[index]?.passages[0]
        return (
          <td key={index} data-heat={heat ? heatOf(value, values, measure) : 0} title={names[index]}>
            {first === undefined ? (
              figure(value, measure, words.counts.none)
            ) : (
              <button
                type="button"
                className="plain"
                title={words.matrix.openSource}
                onClick={() => openPlace({ report: first.report, start: first.start, end: first.end, theme: line.row.theme })}
              >
                {figure(value, measure, words.counts.none)}
              </button>
            )}
          </td>
        )
      })}
      <td className="total">{figure(line.total, measure, words.counts.none)}</td>
      {line.values.length === 2 && <td className="total">{signed(line.difference, measure, words.counts.none)}</td>}
    </tr>
  )
}

function TotalsLine({ rows, pair }: { readonly rows: readonly CountRow[]; readonly pair: boolean }) {
  const words = useWords()
  const sums = (rows[0]?.values ?? []).map((_, index) => rows.reduce((sum, row) => sum + (row.values[index] ?? 0), 0))
  return (
    <tr>
      <th scope="row" className="first">{words.counts.total}</th>
      {sums.map((sum, index) => (
        <td key={index}>{number(sum)}</td>
      ))}
      <td className="total">{number(sums.reduce((a, b) => a + b, 0))}</td>
      {pair && <td className="total">{signed((sums[0] ?? 0) - (sums[1] ?? 0), 'passages', words.counts.none)}</td>}
    </tr>
  )
}

function figure(value: number | null, measure: Measure, none: string): string {
  if (value === null || (value === 0 && measure !== 'rank')) return none
  if (measure === 'share') return percent(value)
  return number(value, measure === 'perThousand' ? 2 : 0)
}

/** The difference of two shares is in percentage points: its unit stands in the head of the column. */
function signed(value: number | null, measure: Measure, none: string): string {
  if (value === null) return none
  if (value === 0) return '0'
  if (measure === 'share') return `${value > 0 ? '+' : '−'}${number(Math.abs(value) * 100, 1)}`
  return `${value > 0 ? '+' : '−'}${figure(Math.abs(value), measure, none)}`
}

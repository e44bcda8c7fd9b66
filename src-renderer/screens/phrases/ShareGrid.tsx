import { useState, type KeyboardEvent } from 'react'
import { percent } from '../../language/labels.ts'
import { clampStep, stepInGrid, type Step } from '../../parts/grid-step.ts'

export interface ShareLine {
  readonly key: string
  readonly name: string
}

interface ShareGridProps {
  readonly label: string
  readonly corner: string
  readonly rows: readonly ShareLine[]
  readonly columns: readonly ShareLine[]
  /** 0..1; null: there is nothing to be a share of. */
  readonly shareAt: (row: number, column: number) => number | null
  /** Whether the cell leads somewhere. */
  readonly isOpenable: (row: number, column: number) => boolean
  /** The cell that is looked at. */
  readonly looked: Step | null
  readonly empty: string
  readonly onLook: (at: Step) => void
}

/** Shares as a shaded table; every one leads to what it is of. */
export function ShareGrid({ label, corner, rows, columns, shareAt, isOpenable, looked, empty, onLook }: ShareGridProps) {
  const [place, setPlace] = useState<Step>({ row: 1, column: 1 })
  const last = { row: rows.length, column: columns.length }
  const active = clampStep(place, last)
  const look = ({ row, column }: Step): void => {
    if (row > 0 && column > 0 && isOpenable(row - 1, column - 1)) onLook({ row: row - 1, column: column - 1 })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.altKey) return
    const to = stepInGrid(active, { key: event.key, isFar: event.ctrlKey || event.metaKey }, last)
    if (to !== null) {
      setPlace(to)
      const cell = event.currentTarget.querySelector<HTMLElement>(`[data-at="${to.row}:${to.column}"]`)
      cell?.focus({ preventScroll: true })
      cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    } else if (event.key === 'Enter' || event.key === ' ') look(active)
    else return
    event.preventDefault()
  }
  const cell = (row: number, column: number) => ({ 'data-at': `${row}:${column}`, tabIndex: row === active.row && column === active.column ? 0 : -1 })
  return (
    <div className="phrases-scroll">
      <table role="grid" aria-label={label} className="share-grid" onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col" {...cell(0, 0)}>
              {corner}
            </th>
            {columns.map(({ key, name }, column) => (
              <th key={key} scope="col" title={name} {...cell(0, column + 1)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((line, row) => (
            <tr key={line.key}>
              <th scope="row" title={line.name} {...cell(row + 1, 0)}>
                {line.name}
              </th>
              {columns.map(({ key }, column) => {
                const share = shareAt(row, column)
                const isLooked = looked?.row === row && looked.column === column
                return (
                  <td
                    key={key}
                    aria-selected={isLooked}
                    data-openable={isOpenable(row, column) || undefined}
                    style={{ '--share': share ?? 0 } /* own properties are not in its type */}
                    onClick={() => {
                      setPlace({ row: row + 1, column: column + 1 })
                      look({ row: row + 1, column: column + 1 })
                    }}
                    {...cell(row + 1, column + 1)}
                  >
                    {share === null ? <i className="nothing">{empty}</i> : percent(share)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

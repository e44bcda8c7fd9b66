import { useDeferredValue, useMemo } from 'react'
import type { ColumnGrouping, Comparison } from '#core/compare/comparison.ts'
import { number, percent } from '../../language/labels.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { useElementWidth } from '../../parts/element-size.ts'
import { useMedia } from '../../parts/media.ts'
import type { ColumnNames } from '../../compared.ts'
import type { Place } from '../../routes.ts'
import { clearFilters, useSelection } from '../../state/selection.ts'
import { coverage } from './coverage.ts'
import { onGridFocus, onGridKey } from './grid-events.ts'
import { writePlace } from './grid-keys.ts'
import { ColumnHeader, RowHeader } from './headers.tsx'
import { MatrixCell } from './MatrixCell.tsx'
import { matrixView } from './matrix-view.ts'
import './matrix.css'

interface MatrixScreenProps {
  readonly comparison: Comparison
  readonly names: ColumnNames
  readonly by: ColumnGrouping
  /** The place whose source is open, or null. */
  readonly place: Place | null
}

const narrowest = 280
/** Narrower than this, the facts of a column head take two lines. */
const tightBelow = 430
const cellPadding = 29
const characterWidth = 15

/** Themes down, provinces across, their own words in the cells. */
export function MatrixScreen({ comparison, names, by, place }: MatrixScreenProps) {
  const words = useWords()
  const language = useLanguage()
  const themes = useSelection((s) => s.themes)
  const kinds = useSelection((s) => s.kinds)
  const find = useDeferredValue(useSelection((s) => s.find))
  const onlyMentioning = useSelection((s) => s.onlyMentioning)
  const [width, measure] = useElementWidth(20)
  const view = useMemo(
    () =>
      matrixView(
        comparison,
        { themes, kinds, find, onlyMentioning },
        { columns: names.full, sharedWith: words.matrix.sharedWith, separator: words.listComma }
      ),
    [comparison, themes, kinds, find, onlyMentioning, names, words]
  )
  const shown = view.columns.flatMap((index) => {
    const column = comparison.columns[index]
    return column === undefined ? [] : [{ column, index }]
  })
  const isStacked = useMedia('(max-width: 960px)')
  const covered = useMemo(() => coverage(comparison), [comparison])
  const columnWidth = isStacked ? width : Math.max(narrowest, (width - (width < 780 ? 124 : 168)) / view.columns.length)
  const charactersPerLine = Math.floor((columnWidth - cellPadding) / characterWidth)
  const isWhole = themes.length === 0 && kinds.length === 0 && find === ''
  const quotations = view.rows.reduce((sum, row) => sum + row.cells.reduce((n, cell) => n + cell.passages.length, 0), 0)
  if (view.rows.length === 0 && view.absent.length === 0) {
    return (
      <div className="pane-message">
        <p>{words.matrix.nothingFound}</p>
        <button type="button" onClick={clearFilters}>
          {words.matrix.clear}
        </button>
      </div>
    )
  }
  return (
    <div className="matrix-scroll" ref={measure}>
      <div
        role="grid"
        id="comparison"
        className={columnWidth < tightBelow ? 'matrix tight' : 'matrix'}
        aria-label={words.matrix.title}
        aria-rowcount={view.rows.length + 1}
        aria-colcount={view.columns.length + 1}
        style={{ '--columns': view.columns.length }}
        onKeyDown={(event) => onGridKey(event, view, place)}
        onFocus={onGridFocus}
      >
        <div role="row" className="matrix-row matrix-head" aria-rowindex={1}>
          <div role="columnheader" className="corner" aria-colindex={1}>
            <p>{words.matrix.corners[by]}</p>
            <p>
              <span>{words.quotations(number(quotations))}</span>
              {isWhole && <span>{words.matrix.covered(percent(covered))}</span>}
            </p>
          </div>
          {shown.map(({ column, index }, position) => (
            <ColumnHeader key={column.id} comparison={comparison} index={index} position={position + 1} column={column} name={names.plain[index] ?? ''} />
          ))}
        </div>
        {view.rows.map(({ row, cells }, rowIndex) => (
          <div role="row" className="matrix-row" key={row.theme} aria-rowindex={rowIndex + 2}>
            <RowHeader row={row} position={rowIndex + 1} names={names} />
            {shown.map(({ column, index }, position) => {
              const cell = cells[position]
              return (
                cell && (
                  <MatrixCell
                    key={column.id}
                    view={cell}
                    theme={row.theme}
                    column={column}
                    columnName={names.full[index] ?? ''}
                    at={writePlace({ row: rowIndex + 1, column: position + 1 })}
                    ariaColumn={position + 2}
                    charactersPerLine={charactersPerLine}
                  />
                )
              )
            })}
          </div>
        ))}
      </div>
      {view.absent.length > 0 && (
        <p className="absent-themes">
          {words.matrix.absent}：{view.absent.map((row) => row.label[language]).join(words.listComma)}
        </p>
      )}
    </div>
  )
}

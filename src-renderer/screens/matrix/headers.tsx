import type { Column, Comparison, Row } from '#core/compare/comparison.ts'
import { dateLabel, number, percent } from '../../language/labels.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { ShareStrip } from '../../parts/ShareStrip.tsx'
import { openReport } from '../../routes.ts'
import { toggleTheme } from '../../state/selection.ts'
import type { ColumnNames } from '../../compared.ts'
import { useMatrixState } from './matrix-state.ts'

/** A theme's colour: the codebook's, for the paper of now; the row's own where the codebook of the library has none. */
const themeColor = (row: Row): string => `var(--theme-${row.theme}, ${row.color})`

interface ColumnHeaderProps {
  readonly comparison: Comparison
  readonly index: number
  /** 1-based among the columns shown. */
  readonly position: number
  readonly column: Column
  readonly name: string
}

export function ColumnHeader({ comparison, index, position, column, name }: ColumnHeaderProps) {
  const words = useWords()
  const language = useLanguage()
  const at = `0:${position}`
  const isActive = useMatrixState((state) => state.active === at)
  const date = dateLabel(column.date, words)
  const single = column.reports.length === 1
  const facts = [words.characters(number(column.characters)), single ? null : words.reports(String(column.reports.length))]
  const parts = comparison.rows.map((row) => ({
    id: row.theme,
    name: `${row.label[language]} ${percent(row.cells[index]?.share ?? 0)}`,
    color: themeColor(row),
    amount: row.cells[index]?.characters ?? 0
  }))
  return (
    <div role="columnheader" className="column-header" aria-colindex={position + 1} data-at={at} tabIndex={isActive ? 0 : -1}>
      <button
        type="button"
        className="plain name"
        tabIndex={-1}
        title={column.title}
        onClick={() => column.reports[0] !== undefined && openReport(column.reports[0])}
      >
        {name}
      </button>
      <p>
        {single && (
          <span>
            {date.text}
            {date.mark !== null && column.date !== null && (
              <span className="inferred" title={words.yearBasis[column.date.yearBasis]}>
                （{date.mark}）
              </span>
            )}
          </span>
        )}
        {facts
          .filter((fact) => fact !== null)
          .map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        {column.meeting !== null && (
          <span className="meeting" title={column.meeting}>
            {column.meeting}
          </span>
        )}
      </p>
      <ShareStrip label={words.library.sharesOf} parts={parts} />
    </div>
  )
}

interface RowHeaderProps {
  readonly row: Row
  /** 1-based among the rows shown. */
  readonly position: number
  readonly names: ColumnNames
}

/** With few columns each share has its own bar and figure; with many they become one small chart. */
const mostBars = 5

export function RowHeader({ row, position, names }: RowHeaderProps) {
  const words = useWords()
  const language = useLanguage()
  const at = `${position}:0`
  const isActive = useMatrixState((state) => state.active === at)
  const most = Math.max(...row.cells.map((cell) => cell.share))
  const mentioning = row.cells.filter((cell) => cell.state === 'present').length
  return (
    <div
      role="rowheader"
      className="row-header"
      aria-colindex={1}
      data-at={at}
      tabIndex={isActive ? 0 : -1}
      style={{ '--c': themeColor(row) }}
    >
      <div className="row-header-inner">
        <button
          type="button"
          className="plain theme-name"
          tabIndex={-1}
          title={words.matrix.onlyTheme(row.label[language])}
          onClick={() => toggleTheme(row.theme)}
        >
          <i className="swatch" aria-hidden="true" />
          <span>
            {row.label[language]}
            <small lang={language === 'zh' ? 'en' : 'zh-CN'}>{row.label[language === 'zh' ? 'en' : 'zh']}</small>
          </span>
        </button>
        {row.cells.length <= mostBars ? (
          <ul className="share-bars">
            {row.cells.map((cell, index) => (
              <li key={index} title={names.full[index]}>
                <span>{names.marks[index]}</span>
                <i>{cell.share > 0 && <b style={{ width: `${(cell.share / most) * 100}%` }} />}</i>
                <span>{cell.share > 0 ? percent(cell.share) : '—'}</span>
              </li>
            ))}
          </ul>
        ) : (
          <div className="share-columns" aria-hidden="true">
            {row.cells.map((cell, index) => (
              <i key={index} title={`${names.full[index]} ${percent(cell.share)}`}>
                <b style={{ height: `${(cell.share / most) * 100}%` }} />
              </i>
            ))}
          </div>
        )}
        {row.cells.length > mostBars && <p className="mentions">{words.matrix.mentions(mentioning, row.cells.length)}</p>}
      </div>
    </div>
  )
}

import { memo } from 'react'
import type { Column, Comparison, Row } from '#core/compare/comparison.ts'
import type { ColumnNames } from '../../compared.ts'
import { dateLabel, number, percent } from '../../language/labels.ts'
import { ShareStrip } from '../../parts/ShareStrip.tsx'
import { openReport } from '../../routes.ts'
import { toggleTheme } from '../../state/selection.ts'
import { useLanguage, useWords } from '../../use-words.ts'

/** A theme's colour: the codebook's, for the paper of now; the row's own where the codebook of the library has none. */
export const themeColor = (row: Row): string => `var(--theme-${row.theme}, ${row.color})`

interface ColumnFactsProps {
  readonly comparison: Comparison
  readonly column: Column
  readonly index: number
  readonly name: string
}

/** Whose report it is, when it was held, how much it says, and of what. */
export const ColumnFacts = memo(function ColumnFacts({ comparison, column, index, name }: ColumnFactsProps) {
  const words = useWords()
  const language = useLanguage()
  const date = dateLabel(column.date, words)
  const single = column.reports.length === 1
  const passages = comparison.rows.reduce((sum, row) => sum + (row.cells[index]?.passages.length ?? 0), 0)
  const facts = [words.matrixView.passages(passages), words.characters(number(column.characters)), ...(single ? [] : [words.reports(String(column.reports.length))])]
  const parts = comparison.rows.map((row) => ({
    id: row.theme,
    name: `${row.label[language]} ${percent(row.cells[index]?.share ?? 0)}`,
    color: themeColor(row),
    amount: row.cells[index]?.characters ?? 0
  }))
  return (
    <>
      <button type="button" className="plain name" tabIndex={-1} title={column.title} onClick={() => column.reports[0] !== undefined && openReport(column.reports[0])}>
        {name}
      </button>
      <p>
        {(single || column.date !== null) && (
          <span>
            {date.text}
            {date.mark !== null && column.date !== null && (
              <span className="inferred" title={words.yearBasis[column.date.yearBasis]}>
                {words.inBrackets(date.mark)}
              </span>
            )}
          </span>
        )}
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {column.meeting !== null && (
          <span className="meeting" title={column.meeting}>
            {column.meeting}
          </span>
        )}
      </p>
      <ShareStrip label={words.library.sharesOf} parts={parts} />
    </>
  )
})

interface ThemeFactsProps {
  readonly row: Row
  readonly names: ColumnNames
}

/** With few columns each share has its own bar and figure; with many they become one small chart. */
const mostBars = 5

/** The theme, and how much of each report speaks of it. */
export const ThemeFacts = memo(function ThemeFacts({ row, names }: ThemeFactsProps) {
  const words = useWords()
  const language = useLanguage()
  const most = Math.max(0.0001, ...row.cells.map((cell) => cell.share))
  const mentioning = row.cells.filter((cell) => cell.state === 'present').length
  return (
    <>
      <button type="button" className="plain theme-name" tabIndex={-1} title={words.matrix.onlyTheme(row.label[language])} onClick={() => toggleTheme(row.theme)}>
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
        <>
          <div className="share-columns" aria-hidden="true">
            {row.cells.map((cell, index) => (
              <i key={index} title={`${names.full[index]} ${percent(cell.share)}`}>
                <b style={{ height: `${(cell.share / most) * 100}%` }} />
              </i>
            ))}
          </div>
          <p className="mentions">{words.matrix.mentions(mentioning, row.cells.length)}</p>
        </>
      )}
    </>
  )
})

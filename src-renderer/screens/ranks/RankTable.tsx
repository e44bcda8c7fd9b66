import type { Row } from '#core/compare/comparison.ts'
import { percent } from '../../language/labels.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { changeText, rankText } from './rank-texts.ts'
import type { ThemeLine } from './theme-lines.ts'

interface RankTableProps {
  readonly lines: readonly ThemeLine[]
  readonly rows: readonly Row[]
  /** Of the columns drawn. */
  readonly names: readonly string[]
  readonly isVisible: boolean
}

/** The same as the chart, in figures; always there for a screen reader. */
export function RankTable({ lines, rows, names, isVisible }: RankTableProps) {
  const w = useWords().figures.ranks
  const language = useLanguage()
  return (
    <div className={isVisible ? 'rank-table' : 'visually-hidden'}>
      <table aria-label={w.table}>
        <thead>
          <tr>
            <th scope="col">{w.theme}</th>
            {names.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ row, marks }) => (
            <tr key={row}>
              <th scope="row" style={{ '--c': `var(--theme-${rows[row]?.theme ?? ''}, var(--ink-3))` }}>
                <i className="swatch" aria-hidden="true" /> {rows[row]?.label[language]}
              </th>
              {marks.map((mark, column) => (
                <td key={column}>
                  {mark.rank === null ? (
                    w.absent
                  ) : (
                    <>
                      <b>{rankText(mark)}</b> <span>{percent(mark.share)}</span> <small>{changeText(mark)}</small>
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

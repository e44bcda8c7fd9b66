import type { SheetQuestion } from '#core/contract/calls.ts'
import { useWords } from '../../use-words.ts'
import { meanings, type ColumnChoice } from './column-names.ts'

interface SheetSampleProps {
  readonly sheet: SheetQuestion
  readonly width: number
  readonly choice: ColumnChoice
}

/** A hostile sheet has a cell in the last of 16,384 columns; nobody looks at more than these. */
const mostColumns = 60

/** The first rows of the sheet as they are; above each column what it is chosen for. */
export function SheetSample({ sheet, width, choice }: SheetSampleProps) {
  const words = useWords()
  const columns = Array.from({ length: Math.min(width, mostColumns) }, (_, column) => column)
  const meaningOf = (column: number): string | null => {
    const meaning = meanings.find((one) => choice[one] === column)
    return meaning === undefined ? null : words.sheets.meanings[meaning]
  }
  if (sheet.sample.length === 0) return <p className="sheet-sample">{words.sheets.noSample}</p>
  return (
    <div className="sheet-sample" tabIndex={0} role="region" aria-label={words.sheets.sample}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={meaningOf(column) === null ? undefined : 'is-chosen'}>
                <small>{meaningOf(column) ?? ' '}</small>
                {sheet.headers[column]?.trim() || words.sheets.column(column + 1)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody lang="zh-CN">
          {sheet.sample.map((row, index) => (
            <tr key={index}>
              {columns.map((column) => (
                <td key={column} className={meaningOf(column) === null ? undefined : 'is-chosen'}>
                  <div>{row[column] ?? ''}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

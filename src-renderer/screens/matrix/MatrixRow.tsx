import { memo } from 'react'
import type { Comparison } from '#core/compare/comparison.ts'
import type { ColumnNames } from '../../compared.ts'
import { useLanguage } from '../../use-words.ts'
import { lineName, type Line } from './grid.ts'
import { writePlace } from './grid-keys.ts'
import { DownHead } from './headers.tsx'
import { MatrixCell } from './MatrixCell.tsx'

interface MatrixRowProps {
  readonly line: Line
  readonly across: readonly Line[]
  readonly comparison: Comparison
  readonly names: ColumnNames
  readonly find: string
  /** 1-based among the rows shown. */
  readonly position: number
  readonly isHome: boolean
  /** One for each column: room for so many characters. */
  readonly charactersPerLine: readonly number[]
}

/** A theme over all reports; transposed, a report over all themes. */
export const MatrixRow = memo(function MatrixRow({ line, across, comparison, names, find, position, isHome, charactersPerLine }: MatrixRowProps) {
  const language = useLanguage()
  return (
    <div role="row" className="matrix-row" aria-rowindex={position + 1}>
      <DownHead line={line} comparison={comparison} names={names} position={position} />
      {across.map((other, index) => {
        const view = line.cells[index]
        const theme = line.kind === 'theme' ? line : other
        const report = line.kind === 'column' ? line : other
        if (view === undefined || theme.kind !== 'theme' || report.kind !== 'column') return null
        return (
          <MatrixCell
            key={other.id}
            view={view}
            row={theme.row}
            column={report.column}
            line={line.id}
            names={names.full}
            stackedName={lineName(other, { names, language })}
            find={find}
            at={writePlace({ row: position, column: index + 1 })}
            ariaColumn={index + 2}
            isHome={isHome && index === 0}
            charactersPerLine={charactersPerLine[index] ?? 30}
          />
        )
      })}
    </div>
  )
})

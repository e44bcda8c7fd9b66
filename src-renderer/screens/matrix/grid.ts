import type { Column, Comparison, Row } from '#core/compare/comparison.ts'
import type { ColumnNames } from '../../compared.ts'
import type { Language } from '../../language/provinces.ts'
import type { CellView, MatrixView } from './matrix-view.ts'

/** A row or a column of the table as drawn: a theme, or a report (province, year, region). */
export type Line =
  | { readonly kind: 'theme'; readonly id: string; readonly row: Row; readonly cells: readonly CellView[] }
  | { readonly kind: 'column'; readonly id: string; readonly column: Column; readonly index: number; readonly cells: readonly CellView[] }

/** The table as drawn: themes down, or transposed themes across. */
export interface Grid {
  readonly down: readonly Line[]
  readonly across: readonly Line[]
}

/** What a line is called. */
export const lineName = (line: Line, { names, language }: { readonly names: ColumnNames; readonly language: Language }): string =>
  line.kind === 'theme' ? line.row.label[language] : (names.full[line.index] ?? '')

const known = new WeakMap<object, Line>()

/** The line of before, where it holds the same cells: who draws a line again only when it is another draws nothing. */
function keptLine(owner: Row | Column, now: Line): Line {
  const before = known.get(owner)
  const isSame =
    before !== undefined &&
    (before.kind === 'column' && now.kind === 'column' ? before.index === now.index : before.kind === now.kind) &&
    before.cells.length === now.cells.length &&
    before.cells.every((cell, index) => cell === now.cells[index])
  if (isSame) return before
  known.set(owner, now)
  return now
}

export function gridOf(view: MatrixView, comparison: Comparison, isTransposed: boolean): Grid {
  const themes = view.rows.map(({ row, cells }) => keptLine(row, { kind: 'theme', id: row.theme, row, cells }))
  const columns = view.columns.flatMap((index, position): Line[] => {
    const column = comparison.columns[index]
    return column === undefined ? [] : [keptLine(column, { kind: 'column', id: column.id, column, index, cells: view.rows.flatMap(({ cells }) => cells[position] ?? []) })]
  })
  return isTransposed ? { down: columns, across: themes } : { down: themes, across: columns }
}

/** Positions are 1-based; undefined for a header. */
export const cellAt = ({ down }: Grid, { row, column }: { readonly row: number; readonly column: number }): CellView | undefined => down[row - 1]?.cells[column - 1]

/** The themes and the report columns that a place of the table is about. */
export function subjectOf(grid: Grid, { row, column }: { readonly row: number; readonly column: number }): { theme: Row | null; column: Column | null } {
  const lines = [grid.down[row - 1], grid.across[column - 1]]
  const theme = lines.find((line) => line?.kind === 'theme')
  const report = lines.find((line) => line?.kind === 'column')
  return { theme: theme?.kind === 'theme' ? theme.row : null, column: report?.kind === 'column' ? report.column : null }
}

/** A gap between lines: beside which, and on which side. */
export interface Gap {
  readonly beside: string
  readonly side: 'before' | 'after'
}

/** The order of ids after one was put into a gap. */
export function moved(ids: readonly string[], id: string, { beside, side }: Gap): string[] {
  const others = ids.filter((other) => other !== id)
  const at = others.indexOf(beside)
  if (at < 0 || beside === id) return [...ids]
  const to = side === 'before' ? at : at + 1
  return [...others.slice(0, to), id, ...others.slice(to)]
}

import type { ShownTable } from '#core/contract/figure-calls.ts'
import type { Comparison, Row } from '#core/compare/comparison.ts'
import { number, percent } from '../../language/labels.ts'
import type { Language } from '../../language/provinces.ts'
import type { Words } from '../../language/zh.ts'
import { verdictLabel } from '../../verdicts.ts'
import { formOf, type CellState, type CountsGrid, type FigureForm, type Line } from './measures.ts'

/** What names and sentences of the table are written from. */
export interface CountsTexts {
  readonly comparison: Pick<Comparison, 'columns'>
  /** The rows that the grid was laid out from. */
  readonly rows: readonly Row[]
  /** Of the columns, in order. */
  readonly names: readonly string[]
  readonly words: Words
  readonly language: Language
}

/** What stands at the head of a line. */
export function lineName(grid: Pick<CountsGrid, 'measure' | 'base'>, line: Line, { rows, names, words, language }: CountsTexts): string {
  const w = words.figures.counts
  switch (line.kind) {
    case 'theme':
      return rows[line.index]?.label[language] ?? ''
    case 'column':
      return names[line.index] ?? ''
    case 'total':
      return w.total
    case 'difference': {
      const inPoints = grid.measure === 'share' || grid.base !== 'none'
      return `${w.differenceOf(names[0] ?? '', names[1] ?? '')}${inPoints ? words.inBrackets(w.points) : ''}`
    }
    case 'reports':
      return w.reports
    case 'base':
      return w.characters
  }
}

/** A number as it stands in the table; `none` where there is nothing. */
function figureText(value: number | null, { unit, isSigned }: FigureForm, none: string): string {
  if (value === null) return none
  const size = isSigned ? Math.abs(value) : value
  const text =
    unit === 'percent' ? percent(size) : unit === 'points' ? number(size * 100, 1) : number(size, unit === 'decimal' ? 2 : 0)
  if (!isSigned) return text
  // what rounds to nothing is neither more nor less
  return Number(text.replaceAll(',', '')) === 0 ? text : `${value > 0 ? '+' : '−'}${text}`
}

/** Nothing is drawn as a dash, but in a table of 0 and 1. */
export const cellText = (grid: CountsGrid, { value, row, column }: { readonly value: number | null; readonly row: Line; readonly column: Line }, none: string): string => {
  const form = formOf(grid, row, column)
  return figureText(value === 0 && !form.isSigned && grid.measure !== 'presence' ? null : value, form, none)
}

/** In a table of 0 and 1: what is neither, in a word. 0 is said only of what a person has read through. */
export const stateText = (state: CellState | null, words: Words): string | null => (state === null || state === 'present' || state === 'absent' ? null : verdictLabel(state === 'unread' ? null : state, words))

/** The sentences below the table: n, what the numbers are, what is left out. */
export function countsNotes(grid: CountsGrid, { comparison: { columns }, words }: CountsTexts): string[] {
  const w = words.figures.counts
  const sum = (pick: (column: (typeof columns)[number]) => number): string => number(columns.reduce((total, column) => total + pick(column), 0))
  const { themes, columns: hiddenColumns } = grid.hidden
  return [
    w.n(number(columns.length), sum(({ reports }) => reports.length), sum(({ characters }) => characters)),
    w.measureNotes[grid.measure],
    ...(grid.base === 'none' ? [] : [w.baseNotes[grid.base]]),
    ...(themes + hiddenColumns > 0 ? [w.hidden(themes, hiddenColumns)] : [])
  ]
}

/** The table exactly as it is shown, for a file: same rows, same columns, same order, and what is printed below. */
export function shownTable(grid: CountsGrid, texts: CountsTexts): ShownTable {
  const { words, rows } = texts
  const kinds: Readonly<Record<FigureForm['unit'], ShownTable['columns'][number]['kind']>> = { count: 'count', percent: 'percent', points: 'decimal', decimal: 'ratio' }
  const plain = grid.rows[0]
  const kindOf = (row: Line, column: Line) => kinds[formOf(grid, row, column).unit]
  return {
    columns: [
      { header: grid.isTransposed ? words.figures.counts.column : words.figures.counts.theme, kind: 'label', width: 14 },
      ...grid.columns.map((column) => ({ header: lineName(grid, column, texts), kind: plain === undefined ? ('count' as const) : kindOf(plain, column), width: 10 }))
    ],
    rows: grid.rows.map((row, r) => ({
      cells: [
        lineName(grid, row, texts),
        ...grid.columns.map((column, c) => {
          const value = grid.values[r]?.[c] ?? null
          const said = stateText(grid.states?.[r]?.[c] ?? null, words)
          if (said !== null) return said
          return value !== null && formOf(grid, row, column).unit === 'points' ? value * 100 : value
        })
      ],
      color: row.kind === 'theme' ? (rows[row.index]?.color ?? null) : null,
      isTotal: row.kind !== 'theme' && row.kind !== 'column',
      ...(grid.columns[0] === undefined || plain === undefined || kindOf(row, grid.columns[0]) === kindOf(plain, grid.columns[0]) ? {} : { kind: kindOf(row, grid.columns[0]) })
    })),
    notes: countsNotes(grid, texts)
  }
}

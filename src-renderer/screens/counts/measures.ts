import type { Cell, Column, Comparison, Passage, Row, Verdict } from '#core/compare/comparison.ts'

export const measures = ['passages', 'characters', 'share', 'perThousand', 'rank', 'presence'] as const

export type Measure = (typeof measures)[number]

/** Of what a number is a part: of its row as shown, of its column as shown, or of nothing. */
export const bases = ['none', 'row', 'column'] as const

export type Base = (typeof bases)[number]

/**
 * Only what adds up can be parted: a share and a rate have the characters of the report as their base
 * already, and ranks and yes-or-no have none.
 */
export const takesBase = (measure: Measure): boolean => measure === 'passages' || measure === 'characters'

/** A row or a column of the table. */
export interface Line {
  /** Stands for the line in a kept sorting: `theme:elderly_care`, `column:12`, `total`. */
  readonly key: string
  readonly kind: 'theme' | 'column' | 'total' | 'difference' | 'reports' | 'base'
  /** Index in the comparison's rows or columns; 0 for lines of no theme or column. */
  readonly index: number
}

/** By which line the rows are ordered; `order` is the order of the codebook or of the columns. */
export interface Sorting {
  readonly key: string
  readonly descending: boolean
}

export interface CountsForm {
  readonly measure: Measure
  readonly base: Base
  readonly isTransposed: boolean
  /** Leaves out themes and columns that have nothing. */
  readonly hidesEmpty: boolean
  readonly sorting: Sorting
}

/** The table as it is shown: what stands where, and how much it is. */
export interface CountsGrid {
  readonly measure: Measure
  /** `none` where the measure takes no base. */
  readonly base: Base
  readonly isTransposed: boolean
  readonly rows: readonly Line[]
  readonly columns: readonly Line[]
  /** One list for each of `rows`, one value for each of `columns`; null where there is none (the rank of an absent theme). */
  readonly values: readonly (readonly (number | null)[])[]
  /** Of yes-or-no: what is known at each place; null for sums. Of every other measure null. */
  readonly states: readonly (readonly (CellState | null)[])[] | null
  readonly hidden: { readonly themes: number; readonly columns: number }
}

/** 'unread': the program found nothing, and nobody has said so. */
export type CellState = 'present' | 'unread' | Verdict

const stateOf = ({ state, verdict }: Cell): CellState => verdict ?? (state === 'present' ? 'present' : 'unread')

/** Lays the table out. `rows` are the comparison's rows that are shown. */
export function countsGrid({ columns }: Pick<Comparison, 'columns'>, rows: readonly Row[], form: CountsForm): CountsGrid {
  const base = takesBase(form.measure) ? form.base : 'none'
  const figures = new Figures(rows, columns, form.measure)
  const isEmptyColumn = (index: number): boolean => rows.every((row) => (row.cells[index]?.passages.length ?? 0) === 0)
  const themes = rows.map((row, index): Line => ({ key: `theme:${row.theme}`, kind: 'theme', index }))
  const across = columns.map((column, index): Line => ({ key: `column:${column.id}`, kind: 'column', index }))
  const shownThemes = form.hidesEmpty ? themes.filter(({ index }) => rows[index]?.cells.some((cell) => cell.passages.length > 0)) : themes
  const shownColumns = form.hidesEmpty ? across.filter(({ index }) => !isEmptyColumn(index)) : across
  const part: Denominator = base === 'none' ? null : (base === 'row') === form.isTransposed ? 'column' : 'theme'
  const value = (row: Line, column: Line): number | null =>
    form.isTransposed ? figures.value(column, row, part) : figures.value(row, column, part)
  const down = form.isTransposed ? shownColumns : shownThemes
  const side = sumLines(form.measure, form.isTransposed ? null : columns)
  const foot = sumLines(form.measure, form.isTransposed ? columns : null)
  const shown = [...(form.isTransposed ? shownThemes : shownColumns), ...side]
  const sorted = sortLines(down, form.sorting, (line) => {
    const by = shown.find(({ key }) => key === form.sorting.key)
    return by === undefined ? undefined : value(line, by)
  })
  const shownRows = [...sorted, ...foot]
  const state = (a: Line, b: Line): CellState | null => {
    const [theme, column] = form.isTransposed ? [b, a] : [a, b]
    const cell = isOwn(theme) && isOwn(column) ? rows[theme.index]?.cells[column.index] : undefined
    return cell === undefined ? null : stateOf(cell)
  }
  return {
    measure: form.measure,
    base,
    isTransposed: form.isTransposed,
    rows: shownRows,
    columns: shown,
    values: shownRows.map((row) => shown.map((column) => value(row, column))),
    states: form.measure === 'presence' ? shownRows.map((row) => shown.map((column) => state(row, column))) : null,
    hidden: { themes: themes.length - shownThemes.length, columns: across.length - shownColumns.length }
  }
}

/** Whether the line is one of the comparison's own, and not one that sums others up. */
export const isOwn = ({ kind }: Line): boolean => kind === 'theme' || kind === 'column'

/**
 * What stands behind the themes (`columns` null) or behind the columns: the total, the difference of
 * two; behind the themes also n and the base. Ranks are not added.
 */
function sumLines(measure: Measure, columns: readonly Column[] | null): Line[] {
  const line = (kind: Line['kind']): Line => ({ key: kind, kind, index: 0 })
  const total = measure === 'rank' ? [] : [line('total')]
  if (columns === null) return [...total, line('reports'), line('base')]
  return [...total, ...(columns.length === 2 ? [line('difference')] : [])]
}

/** Lines without a value come last either way; equal lines keep their order. */
function sortLines(lines: readonly Line[], { descending }: Sorting, value: (line: Line) => number | null | undefined): Line[] {
  return [...lines].sort((x, y) => {
    const a = value(x)
    const b = value(y)
    if (a === undefined || b === undefined) return descending ? y.index - x.index : x.index - y.index
    if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0)
    return descending ? b - a : a - b
  })
}

/** null: the number itself; `theme`: its part of the theme's total; `column`: its part of the column's total. */
type Denominator = 'theme' | 'column' | null

class Figures {
  readonly #rows: readonly Row[]
  readonly #columns: readonly Column[]
  readonly #measure: Measure

  constructor(rows: readonly Row[], columns: readonly Column[], measure: Measure) {
    this.#rows = rows
    this.#columns = columns
    this.#measure = measure
  }

  value(theme: Line, of: Line, part: Denominator): number | null {
    if (of.kind === 'difference') return this.#difference(theme, part)
    if (theme.kind === 'base') return this.#columnsOf(of).reduce((sum, { characters }) => sum + characters, 0)
    if (theme.kind === 'reports') return this.#columnsOf(of).reduce((sum, { reports }) => sum + reports.length, 0)
    const own = this.#plain(theme, of)
    if (part === null || own === null) return own
    const whole = part === 'theme' ? this.#plain(theme, total) : this.#plain(total, of)
    return whole === null || whole === 0 ? null : own / whole
  }

  /** First column less second, where both have a value. */
  #difference(theme: Line, part: Denominator): number | null {
    if (theme.kind === 'base' || theme.kind === 'reports') return null
    const [a, b] = [0, 1].map((index) => this.value(theme, { key: '', kind: 'column', index }, part))
    return typeof a === 'number' && typeof b === 'number' ? a - b : null
  }

  /** Shares and rates of several are of the characters of all of them together. */
  #plain(theme: Line, of: Line): number | null {
    const rows = theme.kind === 'total' ? this.#rows : [this.#rows[theme.index]]
    const indices = of.kind === 'total' ? [...this.#columns.keys()] : [of.index]
    const cells = rows.flatMap((row) => indices.map((index) => row?.cells[index])).filter((cell) => cell !== undefined)
    const count = (pick: (cell: Row['cells'][number]) => number): number => cells.reduce((sum, cell) => sum + pick(cell), 0)
    const characters = this.#columnsOf(of).reduce((sum, column) => sum + column.characters, 0)
    switch (this.#measure) {
      case 'passages':
        return count((cell) => cell.passages.length)
      case 'characters':
        return count((cell) => cell.characters)
      case 'share':
        return characters === 0 ? 0 : count((cell) => cell.characters) / characters
      case 'perThousand':
        return characters === 0 ? 0 : (count((cell) => cell.passages.length) / characters) * 1000
      case 'presence':
        return count((cell) => (stateOf(cell) === 'present' ? 1 : 0))
      case 'rank':
        return cells.length === 1 ? (cells[0]?.rank ?? null) : null
    }
  }

  #columnsOf(of: Line): readonly Column[] {
    return of.kind === 'total' ? this.#columns : this.#columns.slice(of.index, of.index + 1)
  }
}

const total: Line = { key: 'total', kind: 'total', index: 0 }

/** How the number between two lines is written. */
export interface FigureForm {
  /** `points`: per cent of which two are compared. */
  readonly unit: 'count' | 'percent' | 'points' | 'decimal'
  /** Differences carry + or −. */
  readonly isSigned: boolean
}

export function formOf({ measure, base }: Pick<CountsGrid, 'measure' | 'base'>, row: Line, column: Line): FigureForm {
  const kinds = [row.kind, column.kind]
  if (kinds.includes('reports') || kinds.includes('base')) return { unit: 'count', isSigned: false }
  const isSigned = kinds.includes('difference')
  if (measure === 'share' || base !== 'none') return { unit: isSigned ? 'points' : 'percent', isSigned }
  return { unit: measure === 'perThousand' ? 'decimal' : 'count', isSigned }
}

/** 0 is nothing; 1 to 5 is how dark a value is drawn, in equal steps up to the greatest. */
export type Heat = 0 | 1 | 2 | 3 | 4 | 5

export interface HeatScale {
  readonly of: (value: number | null) => Heat
  /** The number drawn darkest; null where there is nothing to shade. */
  readonly darkest: number | null
}

/** Against the greatest number between the comparison's own lines. Ranks run the other way: the first is darkest. */
export function heatScale({ measure, rows, columns, values }: CountsGrid): HeatScale {
  const own = values.filter((_, r) => isOwn(rows[r]!)).flatMap((row) => row.filter((_, c) => isOwn(columns[c]!)))
  const most = Math.max(0, ...own.map((value) => value ?? 0))
  if (most === 0) return { of: () => 0, darkest: null }
  // a fifth of the greatest is step 1 also where the division comes out a hair above it
  const step = (strength: number): Heat => Math.min(5, Math.max(1, Math.ceil(strength * 5 - 1e-9))) as Heat
  if (measure === 'rank') return { of: (value) => (value === null ? 0 : step((most - value + 1) / most)), darkest: 1 }
  return { of: (value) => (value === null || value <= 0 ? 0 : step(value / most)), darkest: most }
}

/** The quotations behind a place of the table, theme by theme and column by column. */
export interface QuotationGroup {
  readonly row: Row
  readonly column: Column
  readonly columnIndex: number
  readonly passages: readonly Passage[]
}

/** null stands for every theme or every column shown. */
export function quotationsBehind(rows: readonly Row[], columns: readonly Column[], at: { readonly theme: number | null; readonly column: number | null }): QuotationGroup[] {
  return rows.flatMap((row, r) =>
    at.theme !== null && at.theme !== r
      ? []
      : columns.flatMap((column, columnIndex) => {
          const passages = row.cells[columnIndex]?.passages ?? []
          return (at.column !== null && at.column !== columnIndex) || passages.length === 0 ? [] : [{ row, column, columnIndex, passages }]
        })
  )
}

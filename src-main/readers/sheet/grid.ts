import { refuse } from '../refusals.ts'

/** A cell that holds something. */
export interface SheetCell {
  /** 0-based. */
  readonly column: number
  readonly text: string
  /** An error value (`#N/A`): kept, and no text. */
  readonly isError?: boolean
  /** The text stands in a merged cell that begins further up. */
  readonly isCovered?: boolean
}

export interface SheetRow {
  /** 1-based, as the sheet or the file counts. */
  readonly number: number
  /** In the order of the file; a column without a cell is empty. */
  readonly cells: readonly SheetCell[]
  readonly isHidden: boolean
}

/** Rows 1-based, column 0-based, all inclusive. */
export interface MergedRows {
  readonly column: number
  readonly top: number
  readonly bottom: number
}

export interface SheetGrid {
  readonly name: string
  readonly isHidden: boolean
  /** Rows that hold something. */
  readonly rows: readonly SheetRow[]
  /** What stands between two cells of a line; null in a workbook. */
  readonly delimiter: string | null
  /** Cells with a formula and no value: the program that wrote them left the sum to the next one. */
  readonly unvaluedFormulas: number
}

/** A library of reports, not a database: more than this is a sheet of something else. */
export const mostRowsWithText = 100_000
const mostCharacters = 16_000_000
const mostCells = 2_000_000

export const cellAt = (row: SheetRow, column: number): SheetCell | null => row.cells.find((cell) => cell.column === column) ?? null

/** Collects rows, and refuses before they fill the memory. */
export class GridRows {
  readonly rows: SheetRow[] = []
  readonly #place: string
  #cells = 0
  #characters = 0

  constructor(place: string) {
    this.#place = place
  }

  /** Counts a cell as it comes: one row alone may be too long. @throws Refusal too-many-parts */
  count(text: string): void {
    this.#characters += text.length
    if (++this.#cells > mostCells) throw refuse('too-many-parts', this.#place, { count: mostCells })
    if (this.#characters > mostCharacters) throw refuse('too-many-parts', this.#place, { count: mostCharacters })
  }

  /** Adds a row whose cells were counted; a row of nothing is left out. */
  add(row: SheetRow): void {
    if (row.cells.length > 0) this.rows.push(row)
  }

  /** The rows, with what merged cells show in the rows below their first. */
  withMerged(merges: readonly MergedRows[]): readonly SheetRow[] {
    if (merges.length === 0) return this.rows
    const places = new Map(this.rows.map((row, at) => [row.number, at]))
    const covered = new Map<number, SheetCell[]>()
    for (const { column, top, bottom } of merges) {
      const anchor = this.rows[places.get(top) ?? -1]
      const cell = anchor === undefined ? null : cellAt(anchor, column)
      if (cell === null) continue
      for (let at = places.get(top)! + 1; at < this.rows.length && this.rows[at]!.number <= bottom; at++) {
        this.count('')
        covered.set(at, [...(covered.get(at) ?? []), { ...cell, isCovered: true }])
      }
    }
    return this.rows.map((row, at) => (covered.has(at) ? { ...row, cells: [...row.cells, ...covered.get(at)!] } : row))
  }
}

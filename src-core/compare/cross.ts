import type { Bilingual } from '../codebook/codebook.ts'
import type { Statement } from '../report/report.ts'
import type { Span } from '../text/span.ts'

/** In the place of a theme: whichever, and none at all. */
export const ANY = '*'
export const NONE = '-'

/** Numbers of clauses that a cell of a paper can hold; beyond it says how many more there are. */
const MOST_NUMBERS = 200

/** A clause as a unit of analysis, with its number and what each of two codebooks makes of it. */
export interface CrossUnit extends Span {
  /** `2-5-1`: the second document, its fifth paragraph, the first clause there; as T3 numbers them. */
  readonly number: string
  readonly x: ReadonlySet<string>
  readonly y: ReadonlySet<string>
}

interface CrossGround {
  /** Of the document among those that are analysed, from 1. */
  readonly document: number
  readonly paragraphs: readonly Span[]
  /** By the codebook of the rows: these are the units. */
  readonly x: readonly Statement[]
  /** By that of the columns, which may divide the text elsewhere: a unit has the themes of all that it overlaps. */
  readonly y: readonly Statement[]
}

export function crossUnits({ document, paragraphs, x, y }: CrossGround): CrossUnit[] {
  let paragraph = 0
  let order = 0
  let from = 0
  return x.map(({ start, end, themes }) => {
    order++
    while (paragraph + 1 < paragraphs.length && paragraphs[paragraph]!.end <= start) {
      paragraph++
      order = 1
    }
    while (from < y.length && y[from]!.end <= start) from++
    const across = new Set<string>()
    for (let at = from; at < y.length && y[at]!.start < end; at++) for (const { id } of y[at]!.themes) across.add(id)
    return { number: `${document}-${paragraph + 1}-${order}`, start, end, x: new Set(themes.map(({ id }) => id)), y: across }
  })
}

/** Whether a unit is counted in a cell. `x`: a theme, all that stand under one, or ANY; `y`: a theme, ANY or NONE. */
export function isInCell(unit: Pick<CrossUnit, 'x' | 'y'>, { x, y }: { readonly x: ReadonlySet<string> | typeof ANY; readonly y: string }): boolean {
  const isOfRow = x === ANY ? unit.x.size > 0 : [...unit.x].some((theme) => x.has(theme))
  return isOfRow && (y === ANY || (y === NONE ? unit.y.size === 0 : unit.y.has(y)))
}

export interface CrossLine {
  /** A theme of the rows, one that stands above others, or ANY: the sum. */
  readonly theme: string
  readonly name: Bilingual | null
  readonly kind: 'type' | 'instrument' | 'all'
  /** Units, whichever themes of the columns they have. */
  readonly units: number
  /** Column by column: units that have both. */
  readonly counts: readonly number[]
  /** The numbers of the first MOST_NUMBERS units, in order; of an instrument alone. */
  readonly numbers: readonly string[]
}

export interface Cross {
  readonly rows: readonly CrossLine[]
  /** Themes that some unit has; the last is NONE where there are units without any. */
  readonly columns: readonly { readonly theme: string; readonly name: Bilingual | null }[]
  /** Clauses that were looked at, and those that have an instrument. */
  readonly clauses: number
  readonly coded: number
  readonly codebooks: { readonly x: CrossCodebook; readonly y: CrossCodebook }
}

export interface CrossCodebook {
  readonly name: Bilingual
  readonly version: string
  readonly sha256: string
}

/** A theme of the rows with all that are counted under it. */
export interface CrossTheme {
  readonly theme: string
  readonly name: Bilingual
  readonly kind: 'type' | 'instrument'
  readonly within: ReadonlySet<string>
}

interface CrossAsked {
  readonly x: readonly CrossTheme[]
  readonly y: readonly { readonly theme: string; readonly name: Bilingual }[]
  readonly codebooks: Cross['codebooks']
}

type Counted = Omit<CrossLine, 'counts' | 'numbers'> & { readonly within: CrossTheme['within'] | typeof ANY; units: number; readonly counts: number[]; readonly numbers: string[] }

/** T8: how many clauses have an instrument and a theme. A clause of two instruments is counted under each, under their type once. */
export class CrossCount {
  readonly #lines: readonly Counted[]
  readonly #columns: Cross['columns']
  readonly #codebooks: Cross['codebooks']
  #clauses = 0

  constructor({ x, y, codebooks }: CrossAsked) {
    this.#columns = [...y, { theme: NONE, name: null }]
    this.#codebooks = codebooks
    const all = { theme: ANY, name: null, kind: 'all', within: ANY } as const
    this.#lines = [...x, all].map((line) => ({ ...line, units: 0, counts: this.#columns.map(() => 0), numbers: [] }))
  }

  /** Report by report, in order: of a library nothing is kept but what is counted. */
  add(units: readonly CrossUnit[]): void {
    this.#clauses += units.length
    for (const unit of units) {
      if (unit.x.size === 0) continue
      const across = [...this.#columns.keys()].filter((column) => isInCell(unit, { x: ANY, y: this.#columns[column]!.theme }))
      for (const line of this.#lines) {
        if (!isInCell(unit, { x: line.within, y: ANY })) continue
        line.units++
        for (const column of across) line.counts[column]!++
        if (line.kind === 'instrument' && line.numbers.length < MOST_NUMBERS) line.numbers.push(unit.number)
      }
    }
  }

  cross(): Cross {
    const all = this.#lines.at(-1)!
    const used = [...this.#columns.keys()].filter((column) => all.counts[column]! > 0)
    return {
      rows: this.#lines.map(({ within: _, ...line }) => ({ ...line, counts: used.map((column) => line.counts[column]!) })),
      columns: used.map((column) => this.#columns[column]!),
      clauses: this.#clauses,
      coded: all.units,
      codebooks: this.#codebooks
    }
  }
}

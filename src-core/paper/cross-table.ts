import type { Cross, CrossLine } from '../compare/cross.ts'
import { ANY, NONE } from '../compare/cross.ts'
import type { TableRow } from '../table/table.ts'
import type { Language } from '../table/words.ts'
import type { CountedPlaces } from './counted-places.ts'
import type { PaperColumn, PaperTable } from './paper.ts'
import { shortHash } from './ground.ts'
import { crossWords } from './statistics-words.ts'

export interface CrossTable extends Pick<PaperTable, 'columns' | 'rows'> {
  readonly title: string
  readonly notes: readonly string[]
  readonly placesAt: (row: number, column: number) => CountedPlaces | null
}

/** T8: instrument by instrument, in how many clauses, with what share, under which themes, and which clauses they are. */
export function crossTable({ rows, columns, clauses, coded, codebooks }: Cross, language: Language): CrossTable {
  const words = crossWords[language]
  const nameOf = (theme: string, name: Cross['columns'][number]['name']): string => name?.[language] ?? (theme === NONE ? words.none : words.all)
  const heads: PaperColumn[] = [
    { header: words.instrument, kind: 'label', width: 9 }, { header: 'n', kind: 'count', width: 4 }, { header: '%', kind: 'percent', width: 5 },
    ...columns.map(({ theme, name }): PaperColumn => ({ header: nameOf(theme, name), kind: 'count', width: 4 })),
    { header: words.numbers, kind: 'text', width: 16 }
  ]
  return {
    title: words.title,
    columns: heads,
    rows: rows.map(({ theme, name, kind, units, counts, numbers }): TableRow => ({
      color: null,
      isTotal: kind !== 'instrument',
      cells: [nameOf(theme, name), units, coded === 0 ? null : units / coded, ...counts, kind === 'instrument' ? numbersText({ numbers, units }, words.more) : '']
    })),
    notes: [
      words.units, words.crossed, words.coded(coded, clauses),
      ...(['x', 'y'] as const).map((side) => words.codebook(side, { name: codebooks[side].name[language], version: codebooks[side].version, hash: shortHash(codebooks[side].sha256) }))
    ],
    placesAt: (row, column) => {
      const { theme } = rows[row]!
      if (column === 1) return { terms: [theme, ANY], group: null }
      const across = columns[column - 3]
      return column < 3 || across === undefined ? null : { terms: [theme, across.theme], group: null }
    }
  }
}

const numbersText = ({ numbers, units }: Pick<CrossLine, 'numbers' | 'units'>, more: (count: number) => string): string =>
  `${numbers.join('、')}${numbers.length < units ? more(units - numbers.length) : ''}`

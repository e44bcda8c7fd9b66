import type { Codebook } from '#core/codebook/codebook.ts'
import { structureOf } from '#core/compare/structure.ts'
import type { Handlers } from '#core/contract/calls.ts'
import type { ShownTable } from '#core/contract/figure-calls.ts'
import { csvText } from '#core/table/csv.ts'
import type { Table } from '#core/table/table.ts'
import type { Library } from '../library/sql.ts'
import { localDay } from './local-day.ts'
import { reportOf } from './reports.ts'
import type { Shell } from './shell.ts'

export interface FigureGround {
  readonly library: Library
  readonly shell: Shell
  readonly now: () => Date
  readonly codebook: Codebook
  /** Resolves when all reports are coded by `codebook`. */
  readonly current: Promise<unknown>
}

type FigureCall = 'structure.read' | 'figures.saveTable' | 'figures.savePicture'

export function figureHandlers({ library, shell, now, codebook, current }: FigureGround): Pick<Handlers, FigureCall> {
  const order = codebook.themes.map(({ id }) => id)
  const fileName = (title: string, format: string): string => `${plainName(title)} ${localDay(now())}.${format}`
  return {
    'structure.read': async ({ reports }) => {
      await current
      return reports.map((id) => structureOf(id, reportOf(library.read, id).report, order))
    },
    'figures.saveTable': async ({ title, table, format, language }) => {
      if (format === 'csv') return shell.save(fileName(title, 'csv'), Buffer.from(csvText(withNotesBelow(tableOf(title, table)))))
      // the workbook library is loaded when a workbook is asked for
      const { tableXlsx } = await import('../writers/xlsx.ts')
      return shell.save(fileName(title, 'xlsx'), await tableXlsx(tableOf(title, table), { madeOn: localDay(now()), language }))
    },
    'figures.savePicture': ({ title, format, base64 }) => shell.save(fileName(title, format), Buffer.from(base64, 'base64'))
  }
}

/** No file system takes these in a name, or takes them for something else. */
const plainName = (title: string): string => title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').replace(/ +/g, ' ').replace(/^[. ]+/, '').trim() || '对照'

/** Every row as long as the header, so that a table from the window is as sound as our own. */
const tableOf = (title: string, { columns, rows, notes }: ShownTable): Table => ({
  id: 'counts',
  name: [...plainName(title)].slice(0, 31).join(''),
  columns,
  rows: rows.map(({ cells, color, isTotal, kind }) => ({
    cells: columns.map((_, index) => cells[index] ?? null),
    color,
    isTotal,
    ...(kind === undefined ? {} : { kind })
  })),
  notes
})

/** A CSV file has one table only: its notes become rows at the foot of it. */
const withNotesBelow = (table: Table): Table => ({
  ...table,
  rows: [...table.rows, ...(table.notes.length > 0 ? ['', ...table.notes] : []).map((note) => ({ cells: table.columns.map((_, index) => (index === 0 ? note : null)), color: null, isTotal: false }))],
  notes: []
})

import { structureOf } from '#core/compare/structure.ts'
import type { Handlers } from '#core/contract/calls.ts'
import type { ShownTable } from '#core/contract/figure-calls.ts'
import type { Table } from '#core/table/table.ts'
import type { CodedGround } from './comparisons.ts'
import { tableBytes } from './export-bytes.ts'
import { localDay } from './local-day.ts'
import { reportOf } from './reports.ts'

type FigureCall = 'structure.read' | 'figures.saveTable' | 'figures.savePicture'

export function figureHandlers({ library, shell, now, coding, current }: CodedGround): Pick<Handlers, FigureCall> {
  const fileName = (title: string, format: string): string => `${plainName(title)} ${localDay(now())}.${format}`
  return {
    'structure.read': async ({ reports }) => {
      await current
      const order = coding().themes.map(({ id }) => id)
      return reports.map((id) => structureOf(id, reportOf(library.read, id).report, order))
    },
    'figures.saveTable': async ({ title, table, format, language }) => {
      // a workbook has its notes on a sheet of their own
      const shown = format === 'csv' ? withNotesBelow(tableOf(title, table)) : tableOf(title, table)
      return shell.save(fileName(title, format), await tableBytes(shown, format, { madeOn: localDay(now()), language }))
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

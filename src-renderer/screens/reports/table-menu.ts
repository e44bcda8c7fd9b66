import { number } from '../../language/labels.ts'
import type { MenuEntry } from '../../parts/ContextMenu.tsx'
import { reportMenu, type ReportGround } from '../../report-menu.ts'
import { showView } from '../../routes.ts'
import { showArticles } from '../../state/panels.ts'
import { chooseReports } from '../../state/selection.ts'
import { fieldOfColumn } from './machine-text.ts'
import { cellOf, edit, idAt, type TableGround } from './table-events.ts'

interface MenuGround {
  readonly ground: TableGround
  readonly reports: ReportGround
  readonly isByKey: boolean
}

/** What can be done with the report of a line; with all selected ones, where it is one of several. By the menu key: the line of the keyboard. */
export function tableMenu(target: Element, { ground, reports, isByKey }: MenuGround): MenuEntry[][] | null {
  const cell = cellOf(target) ?? (isByKey && target.getAttribute('role') === 'grid' ? ground.at : null)
  const id = cell === null ? null : idAt(ground, cell.line)
  const report = reports.all.find((other) => other.id === id)
  if (cell === null || report === undefined) return null
  const { words } = reports
  const { selected } = ground
  const count = words.inBrackets(number(selected.length))
  if (selected.length > 1 && selected.includes(report.id)) {
    const w = words.libraryTable.selection
    return [
      [{ id: 'compare-selected', label: w.compare + count, run: () => compare(selected) }],
      [{ id: 'bin-selected', label: w.bin + count, note: 'Delete', run: () => ground.onBin(selected) }]
    ]
  }
  const column = ground.columns[cell.column - 1]
  const isEditable = column !== undefined && fieldOfColumn(column) !== null
  const [read = [], ...others] = reportMenu(report, reports)
  return [
    [
      ...read,
      ...(isEditable ? [{ id: 'edit', label: words.libraryTable.edit.title(words.libraryTable.columns[column]), note: 'F2', takesFocus: true, run: () => void edit(ground, cell) }] : []),
      { id: 'articles', label: words.libraryTable.selection.articles, takesFocus: true, run: () => showArticles(report.source.id) }
    ],
    ...others
  ]
}

function compare(reports: readonly string[]): void {
  chooseReports(reports)
  showView('quotations')
}

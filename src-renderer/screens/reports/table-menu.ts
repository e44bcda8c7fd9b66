import type { MenuEntry } from '../../parts/ContextMenu.tsx'
import { reportMenu, type ReportGround } from '../../report-menu.ts'
import { showView } from '../../routes.ts'
import { showArticles } from '../../state/panels.ts'
import { chooseReports } from '../../state/selection.ts'
import { fieldOfColumn } from './machine-text.ts'
import { cellOf, edit, idAt, type TableGround } from './table-events.ts'

/** What can be done with the report of a line; with all selected ones, where it is one of several. By the menu key: the line of the keyboard. */
export function tableMenu(target: Element, ground: TableGround, reports: ReportGround): MenuEntry[][] | null {
  const cell = cellOf(target) ?? (target.getAttribute('role') === 'grid' ? ground.at : null)
  const id = cell === null ? null : idAt(ground, cell.line)
  const report = reports.all.find((other) => other.id === id)
  if (cell === null || report === undefined) return null
  const { words } = reports
  const { selected } = ground
  if (selected.length > 1 && selected.includes(report.id)) {
    const w = words.libraryTable.selection
    return [
      [{ id: 'compare-selected', label: `${w.compare}（${selected.length}）`, run: () => compare(selected) }],
      [{ id: 'bin-selected', label: `${w.bin}（${selected.length}）`, note: 'Delete', run: () => ground.onBin(selected) }]
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

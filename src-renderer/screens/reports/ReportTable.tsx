import { useId, useMemo, useRef, useState, type CSSProperties } from 'react'
import type { ReportSummary } from '#core/contract/calls.ts'
import type { ListedField } from '#core/contract/edit-calls.ts'
import { useHost } from '../../host/use-call.ts'
import { ContextMenu } from '../../parts/ContextMenu.tsx'
import { useLanguage, useWords } from '../../use-words.ts'
import { FieldEditor } from '../../FieldEditor.tsx'
import { columnWidths, type ColumnId } from './column-ids.ts'
import { keepScroll, useTableView } from './reports-state.ts'
import { cellOf, choose, onTableClick, onTableDoubleClick, onTableKey, type TableGround } from './table-events.ts'
import type { Active } from './table-keys.ts'
import { tableMenu } from './table-menu.ts'
import { TableHead } from './TableHead.tsx'
import { GroupLine, ReportLine } from './TableLines.tsx'
import { headHeight, lineHeight, useLinesInSight } from './use-lines-in-sight.ts'
import { useDrawnRows } from './use-drawn-rows.ts'
import { useTableLines } from './use-table-lines.ts'

interface ReportTableProps {
  /** All of the library. */
  readonly all: readonly ReportSummary[]
  /** Those that the filters leave. */
  readonly shown: readonly ReportSummary[]
  /** Ids of those that are compared. */
  readonly compared: readonly string[]
  readonly onBin: (reports: readonly string[]) => void
}

interface Editing {
  readonly report: string
  readonly field: ListedField
  /** Id of the cell. */
  readonly cell: string
}

/** The reports as a table: sorted, grouped, each line drawn only while it is in sight. */
export function ReportTable({ all, shown, compared, onBin }: ReportTableProps) {
  const words = useWords()
  const language = useLanguage()
  const host = useHost()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const chosen = useTableView((view) => view.selected)
  const sorting = useTableView((view) => view.sorting)
  const widths = useTableView((view) => view.widths)
  const by = useTableView((view) => view.grouping)
  const [active, setActive] = useState<Active>({ line: 1, column: 0 })
  const [anchor, setAnchor] = useState<string | null>(null)
  const [editing, setEditing] = useState<Editing | null>(null)
  // one that is in the bin, or of another library, stays chosen until it is back; nothing is done to it
  const selected = useMemo(() => (chosen.length === 0 ? chosen : knownOf(chosen, all)), [chosen, all])
  const selectedIds = useMemo(() => new Set(selected), [selected])
  const table = useTableLines(all, shown)
  const { lines, columns, ids } = table
  const at: Active = { line: Math.min(active.line, lines.length), column: Math.min(active.column, columns.length) }
  const inSight = useLinesInSight(scroller, table, at.line)
  const items = inSight.getVirtualItems().flatMap(({ index, start, key }) => {
    const line = lines[index]
    return line === undefined ? [] : [{ index, start, key, line }]
  })
  const drawn = items.flatMap(({ line }) => (line.kind === 'report' ? [line.report] : []))
  const rows = useDrawnRows(drawn, columns)
  const allSelected = useMemo(() => checkOfAll(ids, selectedIds), [ids, selectedIds])
  const cellId = (cell: Active): string => `${id}-${cell.line}-${cell.column}`
  const ground: TableGround = {
    ...table,
    at,
    selected,
    anchor,
    page: () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / lineHeight) - 1),
    goTo: (to) => {
      setActive(to)
      if (to.line > 0) inSight.scrollToIndex(to.line - 1, { align: 'auto' })
      requestAnimationFrame(() => document.getElementById(cellId(to))?.scrollIntoView({ block: 'nearest', inline: 'nearest' }))
    },
    setAnchor,
    onEdit: (report, field, cell) => setEditing({ report, field, cell: cellId(cell) }),
    onBin
  }
  const close = (): void => {
    setEditing(null)
    scroller.current?.focus({ preventScroll: true })
  }
  const edited = editing === null ? undefined : shown.find((report) => report.id === editing.report)
  const layout = columns.join(' ')
  return (
    <>
      <ContextMenu
        className="report-grid"
        entriesAt={(target, isByKey) => tableMenu(target, { ground, reports: { host, words, language, all, chosen: compared, onBin }, isByKey })}
        render={
          <div
            ref={scroller}
            role="grid"
            tabIndex={0}
            data-at="list"
            aria-label={words.libraryTable.grid}
            aria-rowcount={lines.length + 1}
            aria-colcount={columns.length + 1}
            aria-multiselectable="true"
            aria-activedescendant={cellId(at)}
            style={widthsOf(columns, widths)}
            onKeyDown={(event) => onTableKey(event, ground)}
            onMouseDown={(event) => {
              const cell = cellOf(event.target)
              if (cell !== null) setActive(cell)
            }}
            onClick={(event) => {
              onTableClick(event, ground)
              scroller.current?.focus({ preventScroll: true })
            }}
            onDoubleClick={(event) => onTableDoubleClick(event, ground)}
            onScrollEnd={(event) => keepScroll(event.currentTarget.scrollTop)}
          />
        }
      >
        <TableHead columns={columns} sorting={sorting} cellId={cellId} activeColumn={at.line === 0 ? at.column : -1} all={allSelected} onAll={() => choose(ground, 0, false)} />
        <div role="rowgroup" className="grid-body" style={{ height: inSight.getTotalSize() }}>
          {items.map(({ index, start, key, line }) => {
            const place = { line: index + 1, top: start - headHeight, activeColumn: at.line === index + 1 ? at.column : -1, cellId: `${id}-${index + 1}` }
            return line.kind === 'group' ? (
              <GroupLine key={key} {...place} group={line.key} by={by} count={line.reports.length} isFolded={line.isFolded} columns={columns.length} isSelected={line.reports.every((row) => selectedIds.has(row.id))} />
            ) : (
              <ReportLine key={key} {...place} row={rows.get(line.report.id)!} layout={layout} isSelected={selectedIds.has(line.report.id)} />
            )
          })}
        </div>
      </ContextMenu>
      {editing !== null && edited !== undefined && <FieldEditor key={`${editing.report} ${editing.field}`} report={edited} field={editing.field} name={words.libraryTable.columns[editing.field === 'jurisdiction' ? 'province' : editing.field]} anchor={editing.cell} onClose={close} />}
    </>
  )
}

function knownOf(ids: readonly string[], reports: readonly ReportSummary[]): readonly string[] {
  const known = new Set(reports.map(({ id }) => id))
  return ids.filter((id) => known.has(id))
}

function widthsOf(columns: readonly ColumnId[], widths: Readonly<Partial<Record<ColumnId, number>>>): CSSProperties {
  return Object.fromEntries(columns.map((column) => [`--w-${column}`, `${widths[column] ?? columnWidths[column]}px`]))
}

function checkOfAll(ids: readonly string[], selected: ReadonlySet<string>): boolean | 'mixed' {
  if (selected.size === 0) return false
  const count = ids.filter((report) => selected.has(report)).length
  return count === 0 ? false : count === ids.length ? true : 'mixed'
}

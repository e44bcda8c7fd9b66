import { FlexRender, type Row } from '@tanstack/react-table'
import { memo } from 'react'
import { provincialUnits } from '#core/places/provincial-units.ts'
import { regions } from '#core/places/regions.ts'
import type { ReportSummary } from '#core/contract/calls.ts'
import { number, type Tongue } from '../../language/labels.ts'
import { provinceName } from '../../language/provinces.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { isColumnId } from './column-ids.ts'
import type { TableGrouping } from './group-reports.ts'
import { fieldOfColumn } from './machine-text.ts'
import type { Features } from './table-columns.tsx'
import { cellClass } from './TableHead.tsx'

interface Place {
  /** 1 is the first below the heads. */
  readonly line: number
  readonly top: number
  /** The cell that the keyboard is at, or -1. */
  readonly activeColumn: number
  /** Ids of its cells begin with this. */
  readonly cellId: string
}

interface ReportLineProps extends Place {
  readonly row: Row<Features, ReportSummary>
  /** The columns: the line is drawn anew only when they change, or its report does; its row is a new one at every step of the scrolling. */
  readonly layout: string
  readonly isSelected: boolean
}

/** One report. */
export const ReportLine = memo(DrawnLine, (before, now) => before.row.original === now.row.original && placeKeys.every((key) => before[key] === now[key]))

const placeKeys = ['layout', 'isSelected', 'line', 'top', 'activeColumn', 'cellId'] as const

function DrawnLine({ row, line, top, activeColumn, cellId, isSelected }: ReportLineProps) {
  const words = useWords()
  const title = row.original.title ?? words.untitled
  return (
    <div role="row" aria-rowindex={line + 1} aria-selected={isSelected} className={`grid-row report-line-row${isSelected ? ' is-selected' : ''}`} data-line={line} style={{ transform: `translateY(${top}px)` }}>
      <div role="gridcell" aria-colindex={1} id={`${cellId}-0`} className={cellClass('select', activeColumn === 0)} data-column={0}>
        <input type="checkbox" tabIndex={-1} checked={isSelected} readOnly aria-label={words.libraryTable.select(title)} />
      </div>
      {row.getVisibleCells().map((cell, index) => {
        const column = isColumnId(cell.column.id) ? cell.column.id : null
        const isEditable = column !== null && fieldOfColumn(column) !== null
        return (
          <div
            // by its column, not by its report: the line gets another report, and its cells other words
            key={cell.column.id}
            role="gridcell"
            aria-colindex={index + 2}
            aria-readonly={!isEditable}
            id={`${cellId}-${index + 1}`}
            className={cellClass(cell.column.id, activeColumn === index + 1)}
            data-column={index + 1}
            style={{ width: `var(--w-${cell.column.id})` }}
          >
            <FlexRender cell={cell} />
            {isEditable && (
              <button type="button" className="edit-button" tabIndex={-1} data-edit aria-label={words.libraryTable.edit.open(words.libraryTable.columns[column], title)} title={`${words.libraryTable.edit.title(words.libraryTable.columns[column])} (F2)`}>
                ✎
              </button>
            )}
          </div>
        )
      })}
    </div>
  )
}

interface GroupLineProps extends Place {
  readonly group: string
  readonly by: TableGrouping
  readonly count: number
  readonly isFolded: boolean
  readonly isSelected: boolean
  readonly columns: number
}

/** The head of a group. */
export function GroupLine({ group, by, count, isFolded, isSelected, columns, line, top, activeColumn, cellId }: GroupLineProps) {
  const words = useWords()
  const language = useLanguage()
  const name = groupName(group, by, { words, language })
  return (
    <div role="row" aria-rowindex={line + 1} aria-selected={isSelected} className="grid-row group-row" data-line={line} style={{ transform: `translateY(${top}px)` }}>
      <div role="gridcell" aria-colindex={1} id={`${cellId}-0`} className={cellClass('select', activeColumn === 0)} data-column={0}>
        <input type="checkbox" tabIndex={-1} checked={isSelected} readOnly aria-label={words.libraryTable.select(name)} />
      </div>
      <div role="gridcell" aria-colindex={2} aria-colspan={columns} id={`${cellId}-${Math.max(1, activeColumn)}`} className={cellClass('group', activeColumn > 0)} data-column={1}>
        <button type="button" className="plain" tabIndex={-1} aria-expanded={!isFolded} aria-label={isFolded ? words.libraryTable.unfold(name) : words.libraryTable.fold(name)}>
          <span aria-hidden="true" className="fold-mark">
            {isFolded ? '▸' : '▾'}
          </span>
          <b>{name}</b>
        </button>
        <small>{words.reports(number(count))}</small>
      </div>
    </div>
  )
}

function groupName(group: string, by: TableGrouping, { words, language }: Tongue): string {
  if (by === 'year') return group === '' ? words.libraryTable.noYear : words.libraryTable.year(group)
  if (by === 'region') {
    const region = regions.find(({ id }) => id === group)
    return region === undefined ? (group === 'national' ? words.libraryTable.national : words.noProvince) : region.name[language]
  }
  return placeName(group, { words, language })
}

const others: Readonly<Record<string, string>> = { '000000': '全国', '660000': '新疆生产建设兵团', '710000': '台湾省', '810000': '香港特别行政区', '820000': '澳门特别行政区' }

/** A provincial unit by its code; 000000 is the whole country, '' what names none. */
export function placeName(code: string, { words, language }: Tongue): string {
  if (code === '') return words.noProvince
  if (code === '000000') return words.libraryTable.national
  const name = provincialUnits.find((unit) => unit.code === code)?.name ?? others[code]
  return name === undefined ? code : provinceName({ code, name }, language)
}

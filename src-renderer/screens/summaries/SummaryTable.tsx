import { memo, type KeyboardEvent } from 'react'
import type { CellSummary } from '#core/contract/summary-calls.ts'
import { stepInGrid, type Step } from '../../parts/grid-step.ts'
import { useLanguage } from '../../use-words.ts'
import { enterCell, focusEditor } from './summaries-state.ts'
import { hasText, isChanged, type SummaryCell, type SummaryGrid } from './summary-cells.ts'
import { useDrafts } from './summary-drafts.ts'
import { columnName, setNames, stateOf, type SummaryTexts } from './summary-texts.ts'
import { useJudge } from './use-judge.ts'

interface SummaryTableProps {
  readonly grid: SummaryGrid
  /** The one that is written in. */
  readonly cell: SummaryCell
  readonly texts: SummaryTexts
  readonly isLoading: boolean
}

/** The matrix as a grid of the keyboard: arrows go from cell to cell, Enter into the field beside. */
export function SummaryTable({ grid, cell, texts, isLoading }: SummaryTableProps) {
  const { words } = texts
  const language = useLanguage()
  const judge = useJudge()
  const heads = grid.lines[0]?.cells ?? []
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    if (!(event.target instanceof HTMLElement) || event.altKey) return
    const from = placeOf(event.target)
    if (from === null) return
    const to = stepInGrid(from, { key: event.key, isFar: event.ctrlKey || event.metaKey }, { row: grid.lines.length, column: heads.length })
    if (to !== null) {
      event.preventDefault()
      const next = event.currentTarget.querySelector<HTMLElement>(`[data-at="${Math.max(1, to.row)}:${Math.max(1, to.column)}"]`)
      next?.focus({ preventScroll: true })
      next?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      focusEditor()
    } else if (event.key.toLowerCase() === 'v' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      judge.next(cell)
    }
  }
  return (
    <div className="summary-scroll" aria-busy={isLoading}>
      <table
        role="grid"
        id="comparison"
        className="summary-table"
        aria-label={words.summaries.table}
        aria-rowcount={grid.lines.length + 1}
        aria-colcount={heads.length + 1}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col" role="columnheader" className="first">
              {words.figures.counts.theme}
            </th>
            {heads.map((head) => (
              <th key={head.key} scope="col" role="columnheader" className={head.report === null ? 'compares' : undefined}>
                <b>{columnName(head, texts)}</b>
                <small>{head.report === null ? setNames(head.place.reports, texts) : [head.report.date?.iso ?? head.report.date?.asWritten, head.report.meeting].filter((part) => typeof part === 'string').join(' · ')}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.lines.map(({ row, cells }, r) => (
            <tr key={row.theme} style={{ '--c': `var(--theme-${row.theme})` }}>
              <th scope="row" role="rowheader" className="first">
                {row.label[language]}
              </th>
              {cells.map((one, c) => (
                <SummaryTableCell key={one.key} cell={one} at={`${r + 1}:${c + 1}`} isHere={one.key === cell.key} texts={texts} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface SummaryTableCellProps {
  readonly cell: SummaryCell
  readonly at: string
  readonly isHere: boolean
  readonly texts: SummaryTexts
}

const SummaryTableCell = memo(function SummaryTableCell({ cell, at, isHere, texts }: SummaryTableCellProps) {
  const draft = useDrafts(({ drafts }) => drafts.get(cell.key))
  const { summary, state } = cell
  const body = draft?.body ?? summary?.body ?? ''
  const isFilled = summary?.isFilled === true && draft === undefined
  return (
    <td
      role="gridcell"
      tabIndex={isHere ? 0 : -1}
      data-at={at}
      data-cell={cell.key}
      data-state={state}
      aria-selected={isHere}
      className={['summary-cell', ...(isHere ? ['is-here'] : []), ...(body.trim() === '' ? ['is-empty'] : isFilled ? ['is-filled'] : ['is-written'])].join(' ')}
      onFocus={() => enterCell(cell.key)}
      onDoubleClick={focusEditor}
    >
      {body.trim() !== '' && (
        <p className="summary-body" lang="zh-CN">
          {body}
        </p>
      )}
      <CellFoot cell={cell} body={body} isFilled={isFilled} texts={texts} />
    </td>
  )
})

interface CellFootProps {
  readonly cell: SummaryCell
  readonly body: string
  readonly isFilled: boolean
  readonly texts: SummaryTexts
}

/** What is known of the cell besides its text: signs with words, never a colour alone. */
function CellFoot({ cell, body, isFilled, texts }: CellFootProps) {
  const { words } = texts
  const { sign, word } = stateOf(cell, texts)
  const other: CellSummary | undefined = hasText({ body }) ? undefined : cell.others[0]
  return (
    <>
      {other !== undefined && (
        <p className="summary-other">
          <span>{words.summaries.writtenFor(setNames(other.reports, texts))}</span>
          {other.body}
        </p>
      )}
      <p className="summary-foot">
        {cell.report !== null && (
          <span className="summary-state">
            <i aria-hidden="true">{sign}</i> {word}
          </span>
        )}
        {cell.report === null && cell.isExpected && !hasText({ body }) && <span className="summary-unwritten">{words.summaries.unwritten}</span>}
        {isFilled && <span className="summary-mark filled">✎ {words.summaries.filledMark}</span>}
        {isChanged(cell.summary) && <span className="summary-mark changed">△ {words.summaries.changed}</span>}
      </p>
    </>
  )
}

function placeOf(element: HTMLElement): Step | null {
  const at = element.closest<HTMLElement>('[data-at]')?.dataset['at']
  if (at === undefined) return null
  const [row = 0, column = 0] = at.split(':').map(Number)
  return { row, column }
}

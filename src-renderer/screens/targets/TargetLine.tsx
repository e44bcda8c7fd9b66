import { memo, type ReactNode } from 'react'
import { dateLabel, jurisdictionName } from '../../language/labels.ts'
import { useIsOpen } from '../../routes.ts'
import { hasSelectedText } from '../../text-view/pointed-span.ts'
import { writePlace } from './target-keys.ts'
import { operatorMark, operatorWord, valueText, type LabelGround } from './target-labels.ts'
import { openTarget } from './open-target.ts'
import type { TargetRow } from './target-rows.ts'
import { sortKeys, type SortKey } from './target-sort.ts'

/** What every line of the table is given. */
export interface LineProps {
  /** 0-based, headers not counted. */
  readonly index: number
  readonly top: number
  /** The column that the keyboard is at, or null where it is on another line. */
  readonly active: number | null
  readonly ground: LabelGround
}

interface TargetLineProps extends LineProps {
  readonly row: TargetRow
  readonly onCopy: (row: TargetRow) => void
  readonly onCorrect: (row: TargetRow, cell: HTMLElement) => void
}

/** One target; a click anywhere on it opens the source at its characters. */
export const TargetLine = memo(function TargetLine({ index, top, active, ground, row, onCopy, onCorrect }: TargetLineProps) {
  const isOpen = useIsOpen(row)
  return (
    <div
      className={isOpen ? 'targets-line is-open' : 'targets-line'}
      role="row"
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => {
        if (!hasSelectedText()) openTarget(row)
      }}
    >
      {sortKeys.map((key, column) => (
        <div
          key={key}
          role="gridcell"
          aria-colindex={column + 1}
          className={`targets-cell ${key}`}
          data-at={writePlace({ line: index, column })}
          tabIndex={active === column ? 0 : -1}
        >
          {cellOf(key, row, ground)}
          {key === 'text' && (
            <button
              type="button"
              className="link copy correct"
              tabIndex={-1}
              onClick={(event) => {
                event.stopPropagation()
                onCorrect(row, event.currentTarget)
              }}
            >
              {ground.words.readings.edit}
            </button>
          )}
          {key === 'text' && (
            <button
              type="button"
              className="link copy"
              tabIndex={-1}
              onClick={(event) => {
                event.stopPropagation()
                onCopy(row)
              }}
            >
              {ground.words.targets.copy}
            </button>
          )}
        </div>
      ))}
    </div>
  )
})

function cellOf(key: SortKey, row: TargetRow, { language, words, themes }: LabelGround): ReactNode {
  switch (key) {
    case 'metric':
      return row.metricWords === '' ? <em title={words.targets.noMetricNote}>{words.targets.noMetric}</em> : <span className="clamped" title={row.metricWords}>{row.metricWords}</span>
    case 'value':
      return row.by === undefined ? valueText(row, language) : <ByHand row={row} ground={{ language, words }} />
    case 'unit':
      return row.unit ?? ''
    case 'operator':
      return (
        <>
          <span aria-hidden="true">{operatorMark(row.operator)}</span> {operatorWord(row.operator, language)}
        </>
      )
    case 'deadline':
      return <DeadlineCell row={row} none={words.targets.noDeadline} />
    case 'province':
      return <span className="clamped">{jurisdictionName(row.jurisdiction, language, words)}</span>
    case 'date': {
      const { text, mark, shortMark } = dateLabel(row.date, words)
      return mark === null ? text : <>{text} <small className="inferred" title={mark}>{shortMark}</small></>
    }
    case 'theme': {
      const theme = row.theme === null ? undefined : themes.get(row.theme)
      if (theme === undefined) return <em>{words.targets.noTheme}</em>
      return <span className="clamped"><i className="swatch" style={{ '--c': `var(--theme-${theme.id})` }} aria-hidden="true" /> {theme.name[language]}</span>
    }
    case 'text':
      return <q className="clamped" title={row.text}><NumberMarked row={row} /></q>
  }
}

/** What a person put right, or marked: in their colour, and in words. */
function ByHand({ row, ground: { language, words } }: { readonly row: TargetRow; readonly ground: Pick<LabelGround, 'language' | 'words'> }) {
  return (
    <>
      <span className="hand">{valueText(row, language)}</span> <small className="by-hand-mark" title={words.readings.byHandHint}>{words.readings.byHand}</small>
    </>
  )
}

function DeadlineCell({ row, none }: { readonly row: TargetRow; readonly none: string }) {
  if (row.deadline === null) return <em>{none}</em>
  return (
    <>
      {row.deadlineYear !== null && <span>{row.deadlineYear}</span>}
      <small>{row.deadline}</small>
    </>
  )
}

function NumberMarked({ row: { text, number } }: { readonly row: TargetRow }) {
  if (number === null) return <>{text}</>
  const [start, end] = number
  return (
    <>
      {text.slice(0, start)}
      <mark>{text.slice(start, end)}</mark>
      {text.slice(end)}
    </>
  )
}

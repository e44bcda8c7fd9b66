import type { MouseEvent } from 'react'
import type { ConcordanceLine } from '#core/contract/search-calls.ts'
import type { ReportSummary } from '#core/contract/calls.ts'
import { dateLabel, jurisdictionName, number } from '../../language/labels.ts'
import { useIsOpen } from '../../routes.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { useLine, type ShownPage } from './use-concordance.ts'

interface ConcordanceRowProps {
  readonly shown: ShownPage
  readonly index: number
  readonly count: number
  /** CSS pixels. */
  readonly top: number
  readonly reports: ReadonlyMap<string, ReportSummary>
  readonly isCurrent: boolean
  readonly isChosen: boolean
  readonly onPoint: (event: MouseEvent, index: number, line: ConcordanceLine | null) => void
}

/** Whose report, then left, word and right: the word stands in the middle of every line. */
export function ConcordanceRow({ shown, index, count, top, reports, isCurrent, isChosen, onPoint }: ConcordanceRowProps) {
  const words = useWords()
  const language = useLanguage()
  const line = useLine(shown, index)
  const isOpen = useIsOpen({ report: line?.report ?? '', start: line?.place.start ?? 0, end: line?.place.end ?? 0 })
  const report = line === null ? undefined : reports.get(line.report)
  const date = dateLabel(report?.date ?? null, words)
  const name = jurisdictionName(report?.jurisdiction ?? null, language, words)
  return (
    <div
      role="option"
      id={`line-${index}`}
      aria-selected={isChosen}
      aria-posinset={index + 1}
      aria-setsize={count}
      className={`concordance-line${isCurrent ? ' is-current' : ''}${isOpen ? ' is-open' : ''}`}
      style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => onPoint(event, index, line)}
    >
      {line === null ? (
        <span className="line-loading">{words.searching.loading}</span>
      ) : (
        <>
          <span className="line-report" title={`${report?.title ?? words.untitled} · ${name} · ${date.text} ${date.mark ?? ''}`}>
            <i aria-hidden="true">{number(index + 1)}</i> <b>{name}</b>
            <time>
              {date.text}
              {date.mark !== null && <em aria-label={date.mark}>?</em>}
            </time>
          </span>
          <span className="line-words" lang="zh-CN" data-words-of={line.paragraph === null ? undefined : line.report}>
            <span className="line-left">
              <bdi data-start={line.start - line.left.length}>{line.left}</bdi>
            </span>
            <mark data-start={line.start}>{line.hit}</mark>
            <span className="line-right" data-start={line.end}>
              {line.right}
            </span>
          </span>
          <span className="line-place">{line.paragraph === null ? (line.note === null ? words.searching.parts.title : <span className="hand">{words.searching.parts.note}</span>) : `¶${line.paragraph}`}</span>
        </>
      )}
    </div>
  )
}


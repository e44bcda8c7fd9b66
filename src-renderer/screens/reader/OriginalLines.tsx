import { Fragment } from 'react'
import { wholePercent } from '#core/compare/recognised.ts'
import type { OriginalLine, ReportView } from '#core/contract/calls.ts'
import { useWords } from '../../use-words.ts'
import type { Place } from '../../routes.ts'
import { bringIntoSight } from '../../text-view/bring-into-sight.ts'
import { MarkedText } from '../../text-view/MarkedText.tsx'
import type { OriginalKind } from './original-form.ts'
import { markLines, type MarkedLine } from './place-lines.ts'

interface OriginalLinesProps {
  readonly view: ReportView
  readonly place: Place
  readonly kind: OriginalKind
}

/** The lines of the file as they stand, page after page, with the exact characters of the place marked. */
export function OriginalLines({ view, place, kind }: OriginalLinesProps) {
  const words = useWords()
  const lines = markLines(view.source.lines, view.report.map, place)
  const first = lines.find((marked) => marked.marks.length > 0) ?? lines.find((marked) => marked.ofReport)
  const name = kind === 'paragraphs' ? words.reader.paragraphs : words.reader.lines
  return (
    <ol className="original-lines" lang="zh-CN" aria-label={name} key={`${place.start}-${place.end}`}>
      {lines.map((marked, index) => {
        const before = lines[index - 1]?.line
        const { page } = marked.line
        return (
          <Fragment key={marked.line.number}>
            {page !== null && page !== before?.page && <li className="page-divider">{words.page(page)}</li>}
            <LineOfFile marked={marked} before={before} kind={kind} isFirst={marked === first} />
          </Fragment>
        )
      })}
    </ol>
  )
}

interface LineOfFileProps {
  readonly marked: MarkedLine
  readonly before: OriginalLine | undefined
  readonly kind: OriginalKind
  readonly isFirst: boolean
}

/** Surer than this reads like print. */
const sureEnough = 0.8

function LineOfFile({ marked, before, kind, isFirst }: LineOfFileProps) {
  const words = useWords()
  const { line, marks, ofReport } = marked
  // a table of a hundred cells says so once
  const role = line.role === undefined || (line.role === before?.role && line.page === before.page) ? undefined : words.reader.roles[line.role]
  return (
    <li data-line={line.number} className={ofReport ? undefined : 'of-others'} ref={isFirst && marks.length === 0 ? bringIntoSight : undefined}>
      <span className="line-number" title={kind === 'paragraphs' ? words.reader.paragraphOf(line.number) : words.reader.lineOf(line.number)}>
        {kind === 'paragraphs' && '¶'}
        {line.number}
      </span>
      {(role !== undefined || line.confidence !== undefined) && (
        <span className="line-facts">
          {role !== undefined && <small>{role}</small>}
          {line.confidence !== undefined && <Confidence confidence={line.confidence} />}
        </span>
      )}
      <span className="line-text">
        <MarkedText text={line.text} span={{ start: 0, end: line.text.length }} marks={marks} placeRef={isFirst ? bringIntoSight : undefined} />
      </span>
    </li>
  )
}

function Confidence({ confidence }: { readonly confidence: number }) {
  const words = useWords()
  const percent = wholePercent(confidence)
  const isLow = confidence < sureEnough
  const title = [words.reader.confidenceOf(percent), ...(isLow ? [words.reader.lowConfidence] : [])].join(words.comma)
  return (
    <small className={isLow ? 'low-confidence' : undefined} title={title}>
      {percent}%
    </small>
  )
}

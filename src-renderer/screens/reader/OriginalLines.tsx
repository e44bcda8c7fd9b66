import type { ReportView } from '#core/contract/calls.ts'
import { useWords } from '../../use-words.ts'
import type { Place } from '../../routes.ts'
import { bringIntoSight } from '../../text-view/bring-into-sight.ts'
import { MarkedText } from '../../text-view/MarkedText.tsx'
import { markLines, type MarkedLine } from './place-lines.ts'

interface OriginalLinesProps {
  readonly view: ReportView
  readonly place: Place
}

/** The lines of the file as they stand, with the exact characters of the place marked. */
export function OriginalLines({ view, place }: OriginalLinesProps) {
  const words = useWords()
  const lines = markLines(view.source.lines, view.report.map, place)
  const first = lines.find((marked) => marked.marks.length > 0) ?? lines.find((marked) => marked.ofReport)
  return (
    <ol className="original-lines" lang="zh-CN" aria-label={words.reader.lines} key={`${place.start}-${place.end}`}>
      {lines.map((marked) => (
        <LineOfFile key={marked.line.number} marked={marked} label={words.reader.lineOf(marked.line.number)} isFirst={marked === first} />
      ))}
    </ol>
  )
}

interface LineOfFileProps {
  readonly marked: MarkedLine
  readonly label: string
  readonly isFirst: boolean
}

function LineOfFile({ marked, label, isFirst }: LineOfFileProps) {
  const { line, marks, ofReport } = marked
  return (
    <li
      data-line={line.number}
      className={ofReport ? undefined : 'of-others'}
      ref={isFirst ? bringIntoSight : undefined}
    >
      <span className="line-number" title={label}>
        {line.number}
      </span>
      <span>
        <MarkedText text={line.text} span={{ start: 0, end: line.text.length }} marks={marks} />
      </span>
    </li>
  )
}

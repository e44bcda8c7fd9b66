import type { ReportView } from '#core/contract/calls.ts'
import type { Span } from '#core/text/span.ts'
import { useWords } from '../../use-words.ts'
import { linesOf } from './block-lines.ts'

/** The lines of the file that a block came from, as they stand there; what is not of the block is pale. */
export function BlockLines({ view, span }: { readonly view: ReportView; readonly span: Span }) {
  const words = useWords()
  return (
    <ol className="block-lines" aria-label={words.readerView.asLines}>
      {linesOf(view, span).map((line) => (
        <li key={line.number} data-line={line.number}>
          <span className="line-number" title={words.reader.lineOf(line.number)}>
            {line.number}
          </span>
          <span>{parted(line.text, line.own)}</span>
        </li>
      ))}
    </ol>
  )
}

function parted(text: string, own: readonly Span[]) {
  const parts: { readonly start: number; readonly end: number; readonly isOwn: boolean }[] = []
  let at = 0
  for (const { start, end } of own) {
    if (start > at) parts.push({ start: at, end: start, isOwn: false })
    parts.push({ start: Math.max(at, start), end, isOwn: true })
    at = end
  }
  if (at < text.length) parts.push({ start: at, end: text.length, isOwn: false })
  return parts.map(({ start, end, isOwn }) => (
    <span key={start} className={isOwn ? undefined : 'not-own'}>
      {text.slice(start, end)}
    </span>
  ))
}

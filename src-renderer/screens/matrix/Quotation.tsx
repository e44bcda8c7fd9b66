import { useState } from 'react'
import type { Column } from '#core/compare/comparison.ts'
import { useWords } from '../../use-words.ts'
import { RecognisedMark } from '../../RecognisedMark.tsx'
import { openPlace, useIsOpen } from '../../routes.ts'
import { MarkedText } from '../../text-view/MarkedText.tsx'
import { hasSelectedText } from '../../text-view/pointed-span.ts'
import { citation, placeParts, reportOf } from '../../citation.ts'
import type { PassageView } from './matrix-view.ts'

interface QuotationProps {
  readonly view: PassageView
  readonly theme: string
  readonly column: Column
  /** Lines to cut it to, or null for all of it. */
  readonly clamp: number | null
}

/** A quotation with its place; a click opens the source there, a selection is left alone. */
export function Quotation({ view, theme, column, clamp }: QuotationProps) {
  const words = useWords()
  const [copied, setCopied] = useState(false)
  const { passage, marks } = view
  const isOpen = useIsOpen(passage)
  const report = reportOf(passage, column)
  const place = [...(report === null ? [] : [report]), ...placeParts(passage, { words, longestHeading: 18 })]
  const open = (): void => openPlace({ report: passage.report, start: passage.start, end: passage.end, theme })
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(citation(passage, column, words))
    setCopied(true)
  }
  return (
    <figure className={isOpen ? 'quotation is-open' : 'quotation'} ref={isOpen ? stayInSight : undefined}>
      <blockquote
        className={clamp === null ? undefined : 'clamped'}
        style={clamp === null ? undefined : { WebkitLineClamp: clamp }}
        onClick={() => {
          if (!hasSelectedText()) open()
        }}
      >
        <MarkedText text={passage.text} span={{ start: 0, end: passage.text.length }} marks={marks} />
      </blockquote>
      <figcaption className="place-line">
        <button type="button" className="plain" tabIndex={-1} title={[words.matrix.openSource, ...passage.outline].join(' · ')} onClick={open}>
          {place.map((part, index) => (
            <span key={index}>{part}</span>
          ))}
          <RecognisedMark confidence={passage.source.recognised} />
        </button>
        <button type="button" className="link copy" tabIndex={-1} onClick={() => void copy()} onBlur={() => setCopied(false)}>
          {copied ? words.matrix.copied : words.matrix.copy}
        </button>
      </figcaption>
    </figure>
  )
}

/** The source takes room from the table: once it has, the quotation it was opened from is brought back into sight. */
function stayInSight(element: HTMLElement | null): void {
  requestAnimationFrame(() => requestAnimationFrame(() => element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })))
}

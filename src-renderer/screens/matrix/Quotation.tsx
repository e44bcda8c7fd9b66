import { useState, type MouseEvent } from 'react'
import type { Column } from '#core/compare/comparison.ts'
import { citation, partsByHand, placeParts, reportOf } from '../../citation.ts'
import { RecognisedMark } from '../../RecognisedMark.tsx'
import { openPlace, useIsOpen } from '../../routes.ts'
import { MarkedText } from '../../text-view/MarkedText.tsx'
import type { Mark } from '../../text-view/marks.ts'
import { hasSelectedText } from '../../text-view/pointed-span.ts'
import { useWords } from '../../use-words.ts'
import { CellNotes } from './CellNotes.tsx'
import { writeNote, type Noting } from './matrix-state.ts'
import type { PassageView } from './matrix-view.ts'
import { selectedIn } from './selected-in.ts'

interface QuotationProps {
  readonly view: PassageView
  readonly marks: readonly Mark[]
  readonly theme: string
  readonly column: Column
  readonly cell: string
  /** Lines to cut it to, or null for all of it. */
  readonly clamp: number | null
  /** The quotation that the keys are about. */
  readonly isChosen: boolean
  /** The note being written on it, or null. */
  readonly noting: Noting | null
}

/** A quotation with its place and its notes; a click opens the source there, a selection is left alone. */
export function Quotation({ view, marks, theme, column, cell, clamp, isChosen, noting }: QuotationProps) {
  const { passage, notes, index } = view
  const isOpen = useIsOpen(passage)
  const open = (): void => openPlace({ report: passage.report, start: passage.start, end: passage.end, theme })
  return (
    <figure className={className(isOpen, isChosen)} data-quotation={index} ref={isOpen ? stayInSight : undefined}>
      <blockquote
        data-words-of={passage.report}
        data-offset={passage.start}
        data-theme={theme}
        className={clamp === null ? undefined : 'clamped'}
        style={clamp === null ? undefined : { WebkitLineClamp: clamp }}
        onClick={() => {
          if (!hasSelectedText()) open()
        }}
      >
        <MarkedText text={passage.text} span={{ start: 0, end: passage.text.length }} marks={marks} />
      </blockquote>
      <PlaceLine view={view} column={column} onOpen={open} onNote={() => writeNote({ cell, passage: index, note: null, span: selectedIn(passage) })} />
      <CellNotes notes={notes} noting={noting} cell={cell} passage={index} on={{ report: passage.report, theme, start: passage.start, end: passage.end, words: passage.text }} about={passage.text} />
    </figure>
  )
}

const className = (isOpen: boolean, isChosen: boolean): string => ['quotation', ...(isOpen ? ['is-open'] : []), ...(isChosen ? ['is-chosen'] : [])].join(' ')

interface PlaceLineProps {
  readonly view: PassageView
  readonly column: Column
  readonly onOpen: () => void
  readonly onNote: () => void
}

function PlaceLine({ view: { passage }, column, onOpen, onNote }: PlaceLineProps) {
  const words = useWords()
  const [copied, setCopied] = useState(false)
  const report = reportOf(passage, column)
  const place = [...(report === null ? [] : [report]), ...placeParts(passage, { words, longestHeading: 18 })]
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(citation(passage, column, words))
    setCopied(true)
  }
  return (
    <figcaption className="place-line">
      <button type="button" className="plain" tabIndex={-1} title={[words.matrix.openSource, ...passage.outline].join(' · ')} onClick={onOpen}>
        {place.map((part, index) => (
          <span key={index}>{part}</span>
        ))}
        <RecognisedMark confidence={passage.source.recognised} />
      </button>
      {partsByHand(passage, words).map((part) => (
        <span key={part} className="by-hand" title={words.readings.byHandHint}>
          {part}
        </span>
      ))}
      <span className="quotation-tools">
        <button type="button" className="link hand" tabIndex={-1} onMouseDown={keepSelection} onClick={onNote}>
          {words.matrixView.note}
        </button>
        <button type="button" className="link copy" tabIndex={-1} onClick={() => void copy()} onBlur={() => setCopied(false)}>
          {copied ? words.matrix.copied : words.matrix.copy}
        </button>
      </span>
    </figcaption>
  )
}

/** The words that are selected are what the note will be about. */
const keepSelection = (event: MouseEvent): void => event.preventDefault()

/** The source takes room from the table: once it has, the quotation it was opened from is brought back into sight. */
function stayInSight(element: HTMLElement | null): void {
  requestAnimationFrame(() => requestAnimationFrame(() => element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })))
}

import type { Span } from '#core/text/span.ts'
import { runsOf, type Mark } from './marks.ts'
import './text-view.css'

interface MarkedTextProps {
  readonly text: string
  /** The stretch of `text` to show. */
  readonly span: Span
  /** Positions are of `text`. */
  readonly marks: readonly Mark[]
  /** The ref of the first element of the place; a function of module scope, or it is called at every render. */
  readonly placeRef?: ((element: HTMLElement | null) => void) | undefined
}

/** Text with marks. Each run knows its position, so that a click or a selection leads back to the text. */
export function MarkedText({ text, span, marks, placeRef }: MarkedTextProps) {
  const runs = runsOf(span, marks)
  const firstOfPlace = runs.find((run) => run.kinds.includes('place'))
  return runs.map((run) => (
    <span
      key={run.start}
      data-start={run.start}
      className={run.kinds.length === 0 ? undefined : run.kinds.map((kind) => `mark-${kind}`).join(' ')}
      title={run.note}
      ref={run === firstOfPlace ? placeRef : undefined}
    >
      {text.slice(run.start, run.end)}
    </span>
  ))
}

import type { Passage } from '#core/compare/comparison.ts'
import type { Span } from '#core/text/span.ts'
import { pointedSpan } from '../../text-view/pointed-span.ts'

/** The words selected within a quotation, as a place of its report; null where none are, or not in this one. */
export function selectedIn(passage: Passage): Span | null {
  const selection = getSelection()
  const figure = selection?.anchorNode?.parentElement?.closest('[data-quotation]')
  if (selection === null || selection === undefined || figure === null || figure === undefined || !figure.contains(selection.focusNode)) return null
  const span = pointedSpan()
  if (span === null || span.end <= span.start || selection.toString() !== passage.text.slice(span.start, span.end)) return null
  return { start: passage.start + span.start, end: passage.start + span.end }
}

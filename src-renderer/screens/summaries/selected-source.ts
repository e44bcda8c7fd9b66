import type { Span } from '#core/text/span.ts'
import { pointedSpan } from '../../text-view/pointed-span.ts'

/** Words of a report, as they stand there. */
export interface SourceWords extends Span {
  readonly report: string
  readonly words: string
}

/**
 * The words that are selected in the text beside; without a selection the passage that has the keyboard.
 * Null where there are neither.
 */
export function selectedSource(): SourceWords | null {
  const selection = getSelection()
  const text = selection?.anchorNode?.parentElement?.closest<HTMLElement>('[data-source]')
  const span = selection === null || selection.isCollapsed || text === null || text === undefined || !text.contains(selection.focusNode) ? null : pointedSpan()
  if (text !== null && text !== undefined && span !== null && span.end > span.start) return wordsIn(text, span)
  const focused = document.activeElement?.closest('[data-passage]')?.querySelector<HTMLElement>('[data-source]')
  return focused === null || focused === undefined ? null : wordsIn(focused, { start: 0, end: wordsOf(focused).length })
}

/** Without the white space at either end: a person selects words. */
function wordsIn(text: HTMLElement, { start, end }: { readonly start: number; readonly end: number }): SourceWords | null {
  const from = Number(text.dataset['from'])
  const whole = wordsOf(text).slice(start, end)
  const words = whole.trim()
  const at = start + whole.indexOf(words)
  return words === '' ? null : { report: text.dataset['source'] ?? '', start: from + at, end: from + at + words.length, words }
}

/** What is shown, with the line breaks that paragraphs stand for: each run says where it stands. */
function wordsOf(text: HTMLElement): string {
  let words = ''
  for (const run of text.querySelectorAll<HTMLElement>('[data-start]')) words = words.padEnd(Number(run.dataset['start']), '\n') + (run.textContent ?? '')
  return words
}

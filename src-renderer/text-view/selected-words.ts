import type { Span } from '#core/text/span.ts'
import { pointedSpan } from './pointed-span.ts'

interface SelectedWords extends Span {
  readonly report: string
  readonly theme: string | null
  /** Where the last of them stand on the screen at this moment. */
  readonly near: () => DOMRect | null
}

/**
 * The words that are selected in text that says whose it is: `data-words-of` with the report, `data-offset` where its
 * runs count from there, `data-theme` where it stands under one. null where nothing is selected, or not in one such text.
 */
export function selectedWords(): SelectedWords | null {
  const selection = getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const text = textOf(selection.anchorNode)
  if (text === null || text !== textOf(selection.focusNode)) return null
  const span = pointedSpan()
  if (span === null || Number.isNaN(span.end) || span.end <= span.start) return null
  const offset = Number(text.dataset['offset'] ?? 0)
  return { report: text.dataset['wordsOf'] ?? '', theme: text.dataset['theme'] ?? null, start: offset + span.start, end: offset + span.end, near: lastLineOf(selection.getRangeAt(0).cloneRange()) }
}

/** The words of one run of such a text, as a key means them. */
export function wordsOfRun(run: HTMLElement): SelectedWords | null {
  const text = textOf(run.firstChild)
  const start = Number(text?.dataset['offset'] ?? 0) + Number(run.dataset['start'])
  if (text === null || Number.isNaN(start)) return null
  return { report: text.dataset['wordsOf'] ?? '', theme: text.dataset['theme'] ?? null, start, end: start + (run.textContent ?? '').length, near: () => (run.isConnected ? run.getBoundingClientRect() : null) }
}

const textOf = (node: Node | null): HTMLElement | null => node?.parentElement?.closest<HTMLElement>('[data-words-of]') ?? null

/** A text that is drawn anew takes the words of a range away: they are then where they were last. */
function lastLineOf(range: Range): () => DOMRect | null {
  let last: DOMRect | null = null
  return () => {
    const rects = range.collapsed ? null : range.getClientRects()
    last = rects?.item(rects.length - 1) ?? last
    return last
  }
}

import type { Span } from '#core/text/span.ts'

/**
 * What the person points at in text shown by `MarkedText`: the selected stretch, or an empty span at
 * the character clicked. null where it is not in such text.
 */
export function pointedSpan(): Span | null {
  const selection = getSelection()
  if (selection === null || selection.anchorNode === null || selection.focusNode === null) return null
  const anchor = positionOf(selection.anchorNode, selection.anchorOffset)
  const focus = positionOf(selection.focusNode, selection.focusOffset)
  if (anchor === null || focus === null) return null
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) }
}

export const hasSelectedText = (): boolean => getSelection()?.isCollapsed === false

function positionOf(node: Node, offset: number): number | null {
  const run = node.parentElement?.closest<HTMLElement>('[data-start]')
  return run === null || run === undefined ? null : Number(run.dataset['start']) + offset
}

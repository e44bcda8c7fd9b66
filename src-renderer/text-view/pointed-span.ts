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

/** Selects the marked place again, once it has been drawn anew: what was selected can then be copied. */
export function selectPlace(container: Element): void {
  requestAnimationFrame(() => {
    const marked = container.querySelectorAll('.mark-place')
    const first = marked.item(0)
    const last = marked.item(marked.length - 1)
    if (first === null || last === null) return
    getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length)
  })
}

function positionOf(node: Node, offset: number): number | null {
  const run = node.parentElement?.closest<HTMLElement>('[data-start]')
  return run === null || run === undefined ? null : Number(run.dataset['start']) + offset
}

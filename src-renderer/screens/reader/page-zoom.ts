/** Widths of a page as multiples of its pane's: 1 fits. */
const steps = [0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4, 6]

/** The next step up or down; the same at the last. */
export function zoomStep(zoom: number, direction: 1 | -1): number {
  const next = direction === 1 ? steps.find((step) => step > zoom + 1e-6) : steps.findLast((step) => step < zoom - 1e-6)
  return next ?? zoom
}

/** 1-based page that lies across the middle of a pane. */
export function pageInSight(pane: HTMLElement): number {
  const middle = pane.scrollTop + pane.clientHeight / 2
  const pages = [...pane.querySelectorAll<HTMLElement>('[data-page]')]
  const after = pages.findIndex((page) => page.offsetTop > middle)
  return after === -1 ? Math.max(1, pages.length) : Math.max(1, after)
}

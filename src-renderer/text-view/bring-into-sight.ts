/**
 * Refs that scroll the nearest scrolling pane (`data-scroller`) to an element when it comes onto the page.
 * Once at once, and once after the panes have taken their widths: text wraps anew then.
 */
const twice =
  (scroll: (element: HTMLElement, scroller: HTMLElement) => void) =>
  (element: HTMLElement | null): void => {
    const scroller = element?.closest<HTMLElement>('[data-scroller]') ?? null
    if (element === null || scroller === null) return
    scroll(element, scroller)
    requestAnimationFrame(() => requestAnimationFrame(() => scroll(element, scroller)))
  }

/** A quarter down the pane, whatever was in sight before. */
export const bringIntoSight = twice((element, scroller) => {
  scroller.scrollTop += element.getBoundingClientRect().top - scroller.getBoundingClientRect().top - scroller.clientHeight / 4
})

/** To the top of the pane. */
export const bringToTop = twice((element, scroller) => {
  scroller.scrollTop += element.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 8
})

/** As `bringIntoSight`, but what is in sight already does not move under the reader's eyes. */
export const keepInSight = twice((element, scroller) => {
  const box = element.getBoundingClientRect()
  const frame = scroller.getBoundingClientRect()
  if (box.top < frame.top + 8 || box.bottom > frame.bottom - 60) scroller.scrollTop += box.top - frame.top - frame.height / 4
  // a page that was made larger is wider than its pane
  if (scroller.scrollWidth <= scroller.clientWidth) return
  if (box.left < frame.left || box.right > frame.right) scroller.scrollLeft += box.left - frame.left - Math.max(16, (frame.width - box.width) / 2)
})

import type { Page } from 'playwright-core'

/** How the table of quotations moved under the eyes: milliseconds between the frames of one scroll. */
export interface FrameTimes {
  readonly frames: readonly number[]
  readonly longest: number
}

/**
 * Scrolls the open table of quotations: down its rows, across its columns, and back again, a steady
 * step at every frame, as a wheel or a held key does. Frame times are those of requestAnimationFrame.
 */
export async function measureMatrixScroll(page: Page): Promise<FrameTimes> {
  const frames = await page.locator('.matrix-scroll').evaluate(async (element) => {
    const nextFrame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done))
    const times: number[] = []
    const move = async (x: number, y: number): Promise<void> => {
      const stuck = (): boolean =>
        (x > 0 && element.scrollLeft + element.clientWidth >= element.scrollWidth - 1) ||
        (x < 0 && element.scrollLeft <= 0) ||
        (y > 0 && element.scrollTop + element.clientHeight >= element.scrollHeight - 1) ||
        (y < 0 && element.scrollTop <= 0)
      let before = await nextFrame()
      for (let steps = 0; steps < 400 && !stuck(); steps++) {
        element.scrollBy({ left: x, top: y, behavior: 'instant' })
        const now = await nextFrame()
        times.push(now - before)
        before = now
      }
    }
    element.scrollTo({ left: 0, top: 0, behavior: 'instant' })
    await nextFrame()
    await move(0, 60)
    await move(60, 0)
    await move(0, -60)
    await move(-60, 0)
    return times
  })
  return { frames, longest: Math.max(0, ...frames) }
}

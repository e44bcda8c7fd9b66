import type { PrintedRun } from '../layout/printed-page.ts'
import type { ReadingGround } from '../reader.ts'
import type { OpenDocument } from './document.ts'
import { recogniserFor } from '../recognition/recogniser-for.ts'
import { meanConfidence } from '../recognition/recognised-warning.ts'
import { drawGrey } from './draw-page.ts'

/** What recognition works best on. */
const pixelsPerPoint = 300 / 72

/**
 * Recognises some pages of a document, one after the other, and tells how far it is.
 *
 * @param wanting 0-based indices
 * @returns the runs of each page, in points from the top left of the page as it is shown
 */
export async function recognisePages(
  opened: OpenDocument,
  wanting: readonly number[],
  ground: Pick<ReadingGround, 'fileName' | 'pageProgress' | 'openRecogniser'>
): Promise<Map<number, readonly PrintedRun[]>> {
  const { fileName, pageProgress } = ground
  const pages = opened.pageCount
  pageProgress({ page: 0, pages, text: '', confidence: null })
  const recogniser = await recogniserFor(ground)
  const recognised = new Map<number, readonly PrintedRun[]>()
  try {
    for (const index of wanting) {
      const picture = drawGrey(opened, index, { pixelsPerPoint, fileName })
      const runs = picture === null ? [] : await recogniser.read(picture)
      recognised.set(index, runs)
      pageProgress({ page: index + 1, pages, text: runs.map(({ text }) => text).join('\n'), confidence: meanConfidence(runs) })
    }
  } finally {
    recogniser.close()
  }
  return recognised
}

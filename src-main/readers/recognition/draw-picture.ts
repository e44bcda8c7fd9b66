import { drawPage } from '../pdf/draw-page.ts'
import { refuse } from '../refusals.ts'
import { asPicture, openPicture } from './open-picture.ts'

/** A page of a picture file for the window; `width` and `height` are the pixels of `bytes` as they are shown. */
export interface DrawnPicture {
  readonly width: number
  readonly height: number
  readonly mediaType: 'image/png' | 'image/jpeg'
  readonly bytes: Uint8Array
}

/**
 * PNG and JPEG go to the window as they are (it turns a JPEG as its EXIF says); a page of a TIFF is
 * drawn as PNG, of at most 12 megapixels.
 *
 * @param page 1-based
 * @throws Refusal damaged-picture (also for a page that is not there), page-too-large, too-many-parts, missing-format
 */
export async function drawPicture(bytes: Uint8Array, page: number): Promise<DrawnPicture> {
  const { mediaType, pages } = openPicture(bytes, '')
  const wanted = pages[page - 1]
  if (wanted === undefined) throw refuse('damaged-picture', '')
  const { width, height, document } = wanted
  if (mediaType !== 'image/tiff' || document === null) return { width, height, mediaType: mediaType === 'image/jpeg' ? mediaType : 'image/png', bytes }
  const drawn = await asPicture('', () => drawPage(document(), 1, 1))
  return { width: drawn.width, height: drawn.height, mediaType: 'image/png', bytes: drawn.png }
}

import { Refusal } from '#core/contract/problem.ts'

export interface PageWish {
  /** 1-based. */
  readonly page: number
  readonly pixelsPerPoint: number
}

export interface PagePicture {
  readonly width: number
  readonly height: number
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/**
 * A page of a source as a picture, for the eyes of a person. @throws Refusal not-found for formats
 * that have no pages, or no such page
 */
export async function drawSourcePage(bytes: Uint8Array, mediaType: string, { page, pixelsPerPoint }: PageWish): Promise<PagePicture> {
  if (mediaType === 'application/pdf') {
    const { drawPage } = await import('./pdf/draw-page.ts')
    const { png, width, height } = await drawPage(bytes, page, pixelsPerPoint)
    return { width, height, mediaType: 'image/png', bytes: png }
  }
  if (mediaType.startsWith('image/')) return (await import('./recognition/draw-picture.ts')).drawPicture(bytes, page)
  throw new Refusal({ kind: 'not-found', message: { zh: '这种文件没有版面图像。', en: 'Files of this kind have no pages to show.' }, place: mediaType })
}

import { Refusal } from '#core/contract/problem.ts'
import { withDocument } from '../pdf/document.ts'
import { drawGrey } from '../pdf/draw-page.ts'
import { refuse, unsupportedFormat } from '../refusals.ts'
import { shrink, type GreyPicture } from './grey-picture.ts'
import { jpegDocument } from './jpeg-picture.ts'
import { isTurned, writeDocument, type PictureDocument } from './picture-document.ts'
import { decodePng, pngHead } from './png-picture.ts'
import { tiffPageLimit, tiffPages } from './tiff-picture.ts'

/** A picture file whose head was read and found to be of a sane size; nothing is decoded yet. */
export interface OpenPicture {
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/tiff'
  readonly pages: readonly PicturePage[]
}

/** A page: one for PNG and JPEG, more for a TIFF. */
export interface PicturePage {
  /** Pixels, as it is shown: turned as its EXIF says. */
  readonly width: number
  readonly height: number
  /** For recognition: at most 12 megapixels; `scale` is its pixels per pixel as it is shown. @throws Refusal damaged-picture */
  grey(): Promise<GreyPicture>
  /** The page as a PDF of its own, for PDFium to draw; null for a PNG, which every window draws. */
  readonly document: (() => Uint8Array) | null
}

const sideLimit = 40_000
const pixelLimit = 100_000_000
const workingPixels = 12_000_000

/** @throws Refusal damaged-picture, page-too-large, too-many-parts, missing-format */
export function openPicture(bytes: Uint8Array, fileName: string): OpenPicture {
  if (bytes[0] === 0x89) return { mediaType: 'image/png', pages: [pngPage(bytes, fileName)] }
  if (bytes[0] === 0xff) {
    const document = jpegDocument(bytes)
    if (document === null) throw refuse('damaged-picture', fileName)
    return { mediaType: 'image/jpeg', pages: [documentPage(document, fileName)] }
  }
  const pages = tiffPages(bytes)
  if (pages === null) throw refuse('damaged-picture', fileName)
  if (pages.length > tiffPageLimit) throw refuse('too-many-parts', fileName, { count: tiffPageLimit })
  return {
    mediaType: 'image/tiff',
    pages: pages.map((page) => {
      if ('unknown' in page) throw unsupportedFormat(fileName, { zh: `TIFF 图片（${page.unknown}）`, en: `TIFF picture (${page.unknown})` })
      return documentPage(page.document, fileName)
    })
  }
}

function pngPage(bytes: Uint8Array, fileName: string): PicturePage {
  const head = pngHead(bytes)
  if (head === null) throw refuse('damaged-picture', fileName)
  checkSize(head, fileName)
  const grey = async (): Promise<GreyPicture> => {
    try {
      return toWorkingSize(await decodePng(bytes, head))
    } catch {
      // what the decoder or zlib says of broken data
      throw refuse('damaged-picture', fileName)
    }
  }
  return { width: head.width, height: head.height, grey, document: null }
}

function toWorkingSize(picture: GreyPicture): GreyPicture {
  const share = Math.sqrt(workingPixels / (picture.width * picture.height))
  return share >= 1 ? picture : shrink(picture, Math.floor(picture.width * share), Math.floor(picture.height * share))
}

function documentPage(document: PictureDocument, fileName: string): PicturePage {
  const [width, height] = isTurned(document.orientation) ? [document.height, document.width] : [document.width, document.height]
  checkSize({ width, height }, fileName)
  const write = (): Uint8Array => writeDocument(document)
  const grey = async (): Promise<GreyPicture> => {
    const drawn = await asPicture(fileName, () => withDocument(write(), fileName, (opened) => drawGrey(opened, 0, { pixelsPerPoint: 1, fileName })))
    if (drawn === null) throw refuse('damaged-picture', fileName)
    return drawn
  }
  return { width, height, grey, document: write }
}

/** Runs work on a picture that was put into a PDF: what PDFium refuses about the PDF is the picture's fault. */
export async function asPicture<T>(fileName: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal && error.problem.kind === 'damaged-file') throw refuse('damaged-picture', fileName)
    throw error
  }
}

function checkSize({ width, height }: { width: number; height: number }, fileName: string): void {
  if (width > sideLimit || height > sideLimit || width * height > pixelLimit) throw refuse('page-too-large', fileName, { width, height })
}

import { refuse } from '../refusals.ts'
import { checkPageSize, withDocument, type OpenDocument } from './document.ts'
import { shownSize } from './geometry.ts'
import { pageCharacters } from './page-characters.ts'
import type { Pdfium } from './pdfium.ts'
import { encodePng } from './png.ts'
import { pageFrame, pageTurn, withPage } from './printed-pages.ts'

const pixelLimit = 12_000_000

/** One byte a pixel, 0 is black; `scale`: pixels per point of the page as it is shown. */
export interface GreyPage {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
  readonly scale: number
}

interface Drawing {
  readonly pdfium: Pdfium
  readonly page: number
  readonly scratch: number
  readonly pixelsPerPoint: number
  readonly fileName: string
}

const [greyFormat, colourFormat] = [1, 3]
const [withAnnotations, redFirst] = [0x01, 0x10]

/**
 * A page as a PNG in colour on white. A page too large for 12 megapixels is drawn smaller.
 *
 * @param page 1-based
 * @throws Refusal: as `withDocument`; page-too-large; damaged-pdf for a page that is not there
 */
export function drawPage(bytes: Uint8Array, page: number, pixelsPerPoint: number): Promise<{ width: number; height: number; png: Uint8Array }> {
  return withDocument(bytes, '', (opened) => {
    const drawn = withPage(opened, page - 1, (handle, scratch) =>
      draw({ pdfium: opened.pdfium, page: handle, scratch, pixelsPerPoint, fileName: '' }, colourFormat, ({ width, height, stride, memory }) => {
        const rows = new Uint8Array((width * 3 + 1) * height)
        for (let y = 0, to = 0; y < height; y++) {
          to++
          for (let x = 0, from = y * stride; x < width; x++, from += 4) {
            rows[to++] = memory[from]!
            rows[to++] = memory[from + 1]!
            rows[to++] = memory[from + 2]!
          }
        }
        return { width, height, png: encodePng(width, height, rows) }
      })
    )
    if (drawn === null) throw refuse('damaged-pdf', '')
    return drawn
  })
}

/**
 * A page in grey, for recognition, with its text upright.
 *
 * @param index 0-based
 * @returns null where the page cannot be loaded
 */
export function drawGrey(opened: OpenDocument, index: number, { pixelsPerPoint, fileName }: { pixelsPerPoint: number; fileName: string }): GreyPage | null {
  return withPage(opened, index, (page, scratch) =>
    draw({ pdfium: opened.pdfium, page, scratch, pixelsPerPoint, fileName }, greyFormat, ({ width, height, stride, memory, scale }) => {
      const pixels = new Uint8Array(width * height)
      for (let y = 0; y < height; y++) pixels.set(memory.subarray(y * stride, y * stride + width), y * width)
      return { width, height, pixels, scale }
    })
  )
}

interface Bitmap {
  readonly width: number
  readonly height: number
  /** Bytes a row. */
  readonly stride: number
  /** Of the engine itself: to be copied at once. */
  readonly memory: Uint8Array
  readonly scale: number
}

function draw<T>({ pdfium, page, scratch, pixelsPerPoint, fileName }: Drawing, format: number, take: (bitmap: Bitmap) => T): T {
  const frame = pageFrame(pdfium, page, scratch)
  const turn = pageTurn(pdfium, page, pageCharacters(pdfium, page, scratch).characters)
  const size = shownSize(frame, turn)
  checkPageSize(size, fileName)
  const scale = Math.min(pixelsPerPoint, Math.sqrt(pixelLimit / (size.width * size.height)))
  const [width, height] = [Math.max(1, Math.floor(size.width * scale)), Math.max(1, Math.floor(size.height * scale))]
  const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, format, 0, 0)
  if (bitmap === 0) throw refuse('page-too-large', fileName, { width: Math.round(size.width), height: Math.round(size.height) })
  pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff)
  const turned = (turn - pdfium._FPDFPage_GetRotation(page) + 4) & 3
  pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, turned, withAnnotations | (format === colourFormat ? redFirst : 0))
  const stride = pdfium._FPDFBitmap_GetStride(bitmap)
  const begin = pdfium._FPDFBitmap_GetBuffer(bitmap)
  const result = take({ width, height, stride, memory: pdfium.HEAPU8.subarray(begin, begin + stride * height), scale })
  pdfium._FPDFBitmap_Destroy(bitmap)
  return result
}

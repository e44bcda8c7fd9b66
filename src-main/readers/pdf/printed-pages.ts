import type { Box, PageSize } from '#core/source/source.ts'
import type { PrintedPage } from '../layout/printed-page.ts'
import { refuse } from '../refusals.ts'
import { checkPageSize, type OpenDocument } from './document.ts'
import { shownBy, shownSize, type Frame, type Turn } from './geometry.ts'
import { glyphOf, turnOfText, type Glyph } from './glyphs.ts'
import { pageCharacters, type Character } from './page-characters.ts'
import { pageObjects } from './page-objects.ts'
import { pageRuns } from './page-runs.ts'
import type { Pdfium } from './pdfium.ts'

/** A page as it is printed, and what is known of its text. */
export interface PdfPage {
  readonly printed: PrintedPage
  readonly pictures: readonly Box[]
  readonly paths: number
  /** Glyphs that the font maps to no character. */
  readonly unmapped: number
  /** Characters whose code had to be guessed. */
  readonly guessed: string
  /** Of all characters that are no white space: the share that is painted without ink. */
  readonly invisible: number
  /** Characters that lie beyond the edge of the page. */
  readonly outside: number
}

const letter: Frame = { left: 0, bottom: 0, right: 612, top: 792 }

/** A page that is loaded, for as long as `work` takes; null where it cannot be loaded. */
export function withPage<T>({ pdfium, document }: OpenDocument, index: number, work: (page: number, scratch: number) => T): T | null {
  const page = loadFlat(pdfium, document, index)
  if (page === 0) return null
  const scratch = pdfium._malloc(64)
  const result = work(page, scratch)
  pdfium._free(scratch)
  pdfium._FPDF_ClosePage(page)
  return result
}

const [freeText, stamp, widget] = [3, 13, 20]

/** With what is written into forms and on top of the page as a part of it. */
function loadFlat(pdfium: Pdfium, document: number, index: number): number {
  const page = pdfium._FPDF_LoadPage(document, index)
  if (page === 0 || !hasWrittenAnnotation(pdfium, page)) return page
  pdfium._FPDFPage_Flatten(page, 0)
  pdfium._FPDF_ClosePage(page)
  return pdfium._FPDF_LoadPage(document, index)
}

function hasWrittenAnnotation(pdfium: Pdfium, page: number): boolean {
  const count = Math.min(pdfium._FPDFPage_GetAnnotCount(page), 10_000)
  for (let index = 0; index < count; index++) {
    const annotation = pdfium._FPDFPage_GetAnnot(page, index)
    if (annotation === 0) continue
    const type = pdfium._FPDFAnnot_GetSubtype(annotation)
    pdfium._FPDFPage_CloseAnnot(annotation)
    if (type === freeText || type === stamp || type === widget) return true
  }
  return false
}

/** The part of the user space that is shown. */
export function pageFrame(pdfium: Pdfium, page: number, scratch: number): Frame {
  if (pdfium._FPDF_GetPageBoundingBox(page, scratch) === 0) return letter
  const at = scratch >> 2
  const [left, top, right, bottom] = pdfium.HEAPF32.subarray(at, at + 4)
  return right! > left! && top! > bottom! ? { left: left!, bottom: bottom!, right: right!, top: top! } : letter
}

/** How a page is shown: so that its text is upright, else as it says itself. Drawing and reading agree on it. */
export function pageTurn(pdfium: Pdfium, page: number, characters: readonly Character[]): Turn {
  const given = pdfium._FPDFPage_GetRotation(page)
  return turnOfText(characters) ?? (given === 1 || given === 2 || given === 3 ? given : 0)
}

/** @param index 0-based */
export function readPage(opened: OpenDocument, index: number): PdfPage | null {
  const { pdfium } = opened
  return withPage(opened, index, (page, scratch) => {
    const frame = pageFrame(pdfium, page, scratch)
    const { characters, unmapped, guessed } = pageCharacters(pdfium, page, scratch)
    const turn = pageTurn(pdfium, page, characters)
    const shown = shownBy(frame, turn)
    const size = shownSize(frame, turn)
    const all = characters.map((character) => glyphOf(character, shown))
    const inside = all.filter((glyph) => isOnPage(glyph, size))
    const { rules, pictures, paths } = pageObjects({ pdfium, page, scratch }, shown)
    const inked = inside.filter(({ text }) => text.trim() !== '')
    return {
      printed: { ...size, runs: pageRuns(inside), rules },
      pictures: pictures.map((box) => clipped(box, size)).filter(({ width, height }) => width > 0 && height > 0),
      paths,
      unmapped,
      guessed,
      invisible: inked.filter(({ isInvisible }) => isInvisible).length / Math.max(1, inked.length),
      outside: all.length - inside.length
    }
  })
}

/**
 * Page by page; null for one that cannot be loaded.
 *
 * @throws Refusal: page-too-large; damaged-pdf where no page can be loaded
 */
export function readPages(opened: OpenDocument, fileName: string): (PdfPage | null)[] {
  const pages: (PdfPage | null)[] = []
  for (let index = 0; index < opened.pageCount; index++) {
    const page = readPage(opened, index)
    if (page !== null) checkPageSize(page.printed, fileName)
    pages.push(page)
  }
  if (pages.every((page) => page === null)) throw refuse('damaged-pdf', fileName)
  return pages
}

function isOnPage({ box }: Glyph, { width, height }: PageSize): boolean {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  return x >= -1 && y >= -1 && x <= width + 1 && y <= height + 1
}

function clipped({ x, y, width, height }: Box, page: PageSize): Box {
  const [left, top] = [Math.max(0, x), Math.max(0, y)]
  return { x: left, y: top, width: Math.min(page.width, x + width) - left, height: Math.min(page.height, y + height) - top }
}

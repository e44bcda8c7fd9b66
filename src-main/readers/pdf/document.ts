import type { PageSize } from '#core/source/source.ts'
import { refuse } from '../refusals.ts'
import { discardPdfium, isEngineFailure, loadPdfium, type Pdfium } from './pdfium.ts'

/** A document that is open in PDFium. */
export interface OpenDocument {
  readonly pdfium: Pdfium
  readonly document: number
  readonly pageCount: number
}

const pageLimit = 3_000
/** Four times the largest page of PDF 1.7 (200 inches), in points. */
const pageSideLimit = 14_400 * 4

const passwordError = 4

/**
 * Opens a document for as long as `work` takes. Whatever the engine does about a broken file ends as
 * a named refusal.
 *
 * @throws Refusal: damaged-pdf, needs-password, too-many-parts
 */
export async function withDocument<T>(bytes: Uint8Array, fileName: string, work: (opened: OpenDocument) => Promise<T> | T): Promise<T> {
  const pdfium = await loadPdfium()
  try {
    const memory = pdfium._malloc(bytes.length)
    if (memory === 0) throw refuse('damaged-pdf', fileName)
    pdfium.HEAPU8.set(bytes, memory)
    const document = open(pdfium, { memory, length: bytes.length }, fileName)
    const result = await work(document)
    pdfium._FPDF_CloseDocument(document.document)
    pdfium._free(memory)
    return result
  } catch (error) {
    // a document that was left open, or worse: a new instance is cheaper than being careful
    discardPdfium()
    if (isEngineFailure(error)) throw refuse('damaged-pdf', fileName)
    throw error
  }
}

function open(pdfium: Pdfium, { memory, length }: { memory: number; length: number }, fileName: string): OpenDocument {
  const document = pdfium._FPDF_LoadMemDocument(memory, length, 0)
  if (document === 0) throw refuse(pdfium._FPDF_GetLastError() === passwordError ? 'needs-password' : 'damaged-pdf', fileName)
  const pageCount = pdfium._FPDF_GetPageCount(document)
  if (pageCount <= 0) throw refuse('damaged-pdf', fileName)
  if (pageCount > pageLimit) throw refuse('too-many-parts', fileName, { count: pageLimit })
  return { pdfium, document, pageCount }
}

/** @throws Refusal page-too-large */
export function checkPageSize({ width, height }: PageSize, fileName: string): void {
  if (width <= pageSideLimit && height <= pageSideLimit) return
  throw refuse('page-too-large', fileName, { width: Math.round(width), height: Math.round(height) })
}

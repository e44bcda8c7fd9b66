import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/**
 * PDFium (in WebAssembly, without network or files), as far as it is used here. Pointers are numbers;
 * 0 is none. What the functions do is told in PDFium's public headers (fpdfview.h, fpdf_text.h, fpdf_edit.h).
 */
export interface Pdfium {
  HEAPU8: Uint8Array
  HEAPF32: Float32Array
  HEAPF64: Float64Array
  _malloc(bytes: number): number
  _free(pointer: number): void
  _PDFiumExt_Init(): void
  _FPDF_LoadMemDocument(bytes: number, length: number, password: number): number
  _FPDF_GetLastError(): number
  _FPDF_CloseDocument(document: number): void
  _FPDF_GetPageCount(document: number): number
  _FPDF_GetPageSizeByIndexF(document: number, page: number, size: number): number
  _FPDF_LoadPage(document: number, page: number): number
  _FPDF_ClosePage(page: number): void
  _FPDF_GetPageBoundingBox(page: number, box: number): number
  _FPDFPage_GetRotation(page: number): number
  _FPDFPage_GetAnnotCount(page: number): number
  _FPDFPage_GetAnnot(page: number, index: number): number
  _FPDFPage_CloseAnnot(annotation: number): void
  _FPDFAnnot_GetSubtype(annotation: number): number
  _FPDFPage_Flatten(page: number, use: number): number
  _FPDFPage_CountObjects(page: number): number
  _FPDFPage_GetObject(page: number, index: number): number
  _FPDFFormObj_CountObjects(form: number): number
  _FPDFFormObj_GetObject(form: number, index: number): number
  _FPDFPageObj_GetType(object: number): number
  _FPDFPageObj_GetMatrix(object: number, matrix: number): number
  _FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number
  _FPDFPath_GetDrawMode(path: number, fill: number, stroke: number): number
  _FPDFPath_CountSegments(path: number): number
  _FPDFPath_GetPathSegment(path: number, index: number): number
  _FPDFPathSegment_GetPoint(segment: number, x: number, y: number): number
  _FPDFPathSegment_GetType(segment: number): number
  _FPDFPathSegment_GetClose(segment: number): number
  _FPDFText_LoadPage(page: number): number
  _FPDFText_ClosePage(text: number): void
  _FPDFText_CountChars(text: number): number
  _FPDFText_GetUnicode(text: number, index: number): number
  _FPDFText_IsGenerated(text: number, index: number): number
  _FPDFText_IsHyphen(text: number, index: number): number
  _FPDFText_HasUnicodeMapError(text: number, index: number): number
  _FPDFText_GetTextObject(text: number, index: number): number
  _FPDFText_GetFontSize(text: number, index: number): number
  _FPDFText_GetFontWeight(text: number, index: number): number
  _FPDFText_GetMatrix(text: number, index: number, matrix: number): number
  _FPDFText_GetCharOrigin(text: number, index: number, x: number, y: number): number
  _FPDFText_GetLooseCharBox(text: number, index: number, box: number): number
  _FPDFTextObj_GetFont(object: number): number
  _FPDFTextObj_GetTextRenderMode(object: number): number
  _FPDFFont_GetBaseFontName(font: number, buffer: number, length: number): number
  _FPDFBitmap_CreateEx(width: number, height: number, format: number, buffer: number, stride: number): number
  _FPDFBitmap_FillRect(bitmap: number, left: number, top: number, width: number, height: number, colour: number): number
  _FPDFBitmap_GetBuffer(bitmap: number): number
  _FPDFBitmap_GetStride(bitmap: number): number
  _FPDFBitmap_Destroy(bitmap: number): void
  _FPDF_RenderPageBitmap(bitmap: number, page: number, x: number, y: number, width: number, height: number, rotate: number, flags: number): void
}

let loading: Promise<Pdfium> | null = null

/** The one instance of this process. */
export function loadPdfium(): Promise<Pdfium> {
  loading ??= start()
  return loading
}

/** To be called after a trap: the memory of that instance is in no known state, the next document gets a new one. */
export function discardPdfium(): void {
  loading = null
}

async function start(): Promise<Pdfium> {
  const { init } = await import('@embedpdf/pdfium')
  // the package stays in node_modules, also beside the bundled program: its own file, never its default URL
  const file = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm')
  const wasmBinary = new Uint8Array(readFileSync(file)).buffer
  const { pdfium } = await init({ wasmBinary, print: ignore, printErr: ignore })
  // the package's types name the wrapped functions only; these are the same ones without the wrapping, which is slow
  const functions = pdfium as unknown as Pdfium
  functions._PDFiumExt_Init()
  return functions
}

function ignore(): void {
  // what PDFium says to a console is of no use to anybody
}

/** Whether an error came out of the engine itself: a trap, an abort, the end of its memory or stack. */
export function isEngineFailure(error: unknown): boolean {
  return error instanceof Error && ['RuntimeError', 'RangeError', 'ExitStatus'].includes(error.name)
}

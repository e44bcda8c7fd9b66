import { Refusal } from '#core/contract/problem.ts'
import { SourceText } from '#core/source/source-text.ts'
import { addPages } from '../layout/page-lines.ts'
import type { PrintedPage, PrintedRun } from '../layout/printed-page.ts'
import type { Reader, ReadingGround, SourceFile, Warning } from '../reader.ts'
import { refuse } from '../refusals.ts'
import { openPicture, type PicturePage } from './open-picture.ts'
import { recogniserFor } from './recogniser-for.ts'
import { meanConfidence, recognisedWarning } from './recognised-warning.ts'

/** PNG, JPEG and TIFF: their text is recognised. Boxes are in pixels of the picture as it is shown. */
export const readPicture: Reader = async (bytes, ground) => {
  try {
    return await read(bytes, ground)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

async function read(bytes: Uint8Array, ground: ReadingGround): Promise<SourceFile | Refusal> {
  const { fileName, folders } = ground
  const { mediaType, pages } = openPicture(bytes, fileName)
  const { printed, lost } = await recognisePages(pages, ground)
  const confidence = meanConfidence(printed.flatMap(({ runs }) => runs))
  if (confidence === null) return refuse(lost.length > 0 ? 'damaged-picture' : 'empty', fileName)
  const text = new SourceText()
  addPages(text, printed)
  const source = text.source({ fileName, folders, pages: pages.map(({ width, height }) => ({ width, height })) })
  const blank = printed.flatMap(({ runs }, n) => (runs.length === 0 && !lost.includes(n + 1) ? [n + 1] : []))
  return { source, mediaType, encoding: null, warnings: [recognisedWarning(confidence), ...lost.map(lostPage), ...blank.map(blankPage)] }
}

/** @returns the pages, and the 1-based numbers of those that could not be decoded */
async function recognisePages(pages: readonly PicturePage[], ground: ReadingGround): Promise<{ printed: PrintedPage[]; lost: number[] }> {
  const { pageProgress } = ground
  pageProgress({ page: 0, pages: pages.length, text: '', confidence: null })
  const recogniser = await recogniserFor(ground)
  const printed: PrintedPage[] = []
  const lost: number[] = []
  try {
    for (const [n, page] of pages.entries()) {
      const picture = await page.grey().catch((error: unknown) => {
        if (!(error instanceof Refusal) || error.problem.kind !== 'damaged-file') throw error
        lost.push(n + 1)
        return null
      })
      const runs: readonly PrintedRun[] = picture === null ? [] : await recogniser.read(picture)
      printed.push({ width: page.width, height: page.height, runs, rules: [] })
      pageProgress({ page: n + 1, pages: pages.length, text: runs.map(({ text }) => text).join('\n'), confidence: meanConfidence(runs) })
    }
  } finally {
    recogniser.close()
  }
  return { printed, lost }
}

function lostPage(page: number): Warning {
  const number = String(page)
  return { kind: 'unreadable-page', message: { zh: `第 ${number} 页的图像已损坏，文字缺失。`, en: `The picture of page ${number} is damaged; its text is missing.` } }
}

/** A decoder that gives up on broken data leaves a page blank as well. */
function blankPage(page: number): Warning {
  const number = String(page)
  return { kind: 'page-without-text', message: { zh: `第 ${number} 页没有识别出文字，请对照原图。`, en: `No text was recognised on page ${number}: look at the original.` } }
}

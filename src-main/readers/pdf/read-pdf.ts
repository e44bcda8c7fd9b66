import type { Refusal } from '#core/contract/problem.ts'
import { SourceText } from '#core/source/source-text.ts'
import { addPages } from '../layout/page-lines.ts'
import type { PrintedPage } from '../layout/printed-page.ts'
import type { Reader, ReadingGround, SourceFile } from '../reader.ts'
import { refuse } from '../refusals.ts'
import { withDocument, type OpenDocument } from './document.ts'
import { readPages, type PdfPage } from './printed-pages.ts'
import { recognisePages } from './recognise-pages.ts'
import { withoutEmptyMappings } from './to-unicode.ts'
import { hasUsableText, inkOf, needsRecognition } from './usable-text.ts'
import { warningsOf } from './warnings.ts'

const blank: PdfPage = { printed: { width: 595, height: 842, runs: [], rules: [] }, pictures: [], paths: 0, unmapped: 0, guessed: '', invisible: 0, outside: 0 }

/** Text of a PDF with its places; pages whose text is in pictures are recognised. */
export const readPdf: Reader = async (given, ground): Promise<SourceFile | Refusal> => {
  // what Chromium printed needs it as a rule: known before, such a file is read once
  const bytes = isBySkia(given) ? (withoutEmptyMappings(given) ?? given) : given
  const outcome = await withDocument<SourceFile | Refusal | Uint8Array>(bytes, ground.fileName, (opened) => {
    const pages = readPages(opened, ground.fileName)
    const mayBeRepaired = bytes === given && pages.some((page) => page !== null && page.unmapped > 0)
    return (mayBeRepaired ? withoutEmptyMappings(given) : null) ?? sourceOf(opened, pages, ground)
  })
  if (!(outcome instanceof Uint8Array)) return outcome
  return withDocument(outcome, ground.fileName, (opened) => sourceOf(opened, readPages(opened, ground.fileName), ground))
}

function isBySkia(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('Skia/PDF')
}

async function sourceOf(opened: OpenDocument, pages: readonly (PdfPage | null)[], ground: ReadingGround): Promise<SourceFile | Refusal> {
  const wanting = pages.flatMap((page, index) => (page !== null && needsRecognition(page) ? [index] : []))
  const recognised = wanting.length > 0 ? await recognisePages(opened, wanting, ground) : new Map<number, PrintedPage['runs']>()
  const printed = pages.map((page, index) => withRecognised(page ?? blank, recognised.get(index)))
  if (!printed.some(({ runs }) => runs.some(({ text }) => text.trim() !== ''))) return refuse('empty', ground.fileName)
  const text = new SourceText()
  addPages(text, printed)
  const { fileName, folders } = ground
  return {
    source: text.source({ fileName, folders: [...folders], pages: printed.map(({ width, height }) => ({ width, height })) }),
    mediaType: 'application/pdf',
    encoding: null,
    warnings: warningsOf(pages, recognised)
  }
}

/** What was recognised takes the place of text of no use, and stands beside the little that is of use. */
function withRecognised(page: PdfPage, recognised: PrintedPage['runs'] | undefined): PrintedPage {
  if (recognised === undefined) return page.printed
  const own = inkOf(page) !== '' && hasUsableText(page) ? page.printed.runs : []
  const isOwn = ({ box }: PrintedPage['runs'][number]): boolean => {
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    return own.some((run) => x >= run.box.x && x <= run.box.x + run.box.width && y >= run.box.y && y <= run.box.y + run.box.height)
  }
  return { ...page.printed, runs: [...own, ...recognised.filter((run) => !isOwn(run))] }
}

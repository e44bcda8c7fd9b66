import { Refusal } from '#core/contract/problem.ts'
import { decodeText } from './encoding.ts'
import { documentByteLimit, fileByteLimit, textByteLimit, tooLarge } from './file-bytes.ts'
import type { Reader, ReadingGround, SourceFile } from './reader.ts'
import { refuse, unsupportedFormat } from './refusals.ts'
import { formatByMarkup, formatBySignature, type Format, type MissingFormat } from './signatures.ts'

/** One reader for each format, loaded when the first file of its kind comes. */
const readers: Readonly<Record<Exclude<Format, 'zip'> | 'csv', () => Promise<Reader>>> = {
  text: async () => (await import('./txt.ts')).readTextFile,
  csv: async () => (await import('./sheet/read-csv.ts')).readCsv,
  docx: async () => (await import('./docx/read-docx.ts')).readDocx,
  ole: async () => (await import('./doc/read-ole.ts')).readOle,
  pdf: async () => (await import('./pdf/read-pdf.ts')).readPdf,
  picture: async () => (await import('./recognition/read-picture.ts')).readPicture,
  html: async () => (await import('./web/read-html.ts')).readHtml,
  mhtml: async () => (await import('./web/read-mhtml.ts')).readMhtml,
  xml: async () => (await import('./web/read-xml.ts')).readXmlText,
  ofd: async () => (await import('./ofd/read-ofd.ts')).readOfd,
  xlsx: async () => (await import('./sheet/read-workbook.ts')).readWorkbook
}

/**
 * Reads a file's bytes. The content decides, never the extension; the same bytes give the same
 * source. Archives are opened before (`archive.ts`): here they are refused.
 *
 * @returns the source, or why there is none, by a name of `refusals`
 */
export async function readSourceFile(bytes: Uint8Array, ground: ReadingGround): Promise<SourceFile | Refusal> {
  if (bytes.length === 0) return refuse('no-bytes', ground.fileName)
  const format = formatOf(bytes)
  if (bytes.length > byteLimitOf(format)) return tooLarge(ground.fileName, bytes.length)
  if (format === 'zip') return unsupportedFormat(ground.fileName, { zh: '压缩包里的压缩包', en: 'archive within an archive' })
  if (typeof format !== 'string') return unsupportedFormat(ground.fileName, format)
  try {
    const isLines = format === 'text' && (await import('./sheet/read-csv.ts')).isSheet(bytes, ground)
    const read = await readers[isLines ? 'csv' : format]()
    return await read(bytes, ground)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

/** How large a file of a format may be; known before it is handed to a parser process. */
export const byteLimitOf = (format: Format | MissingFormat): number => (format === 'text' ? textByteLimit : format === 'zip' ? fileByteLimit : documentByteLimit)

/** What a file is, by its bytes alone. */
export function formatOf(bytes: Uint8Array): Format | MissingFormat {
  const signed = formatBySignature(bytes)
  if (signed !== null) return signed
  const head = decodeText(bytes.subarray(0, 16 * 1024))
  return head === null ? 'text' : formatByMarkup(head.text)
}

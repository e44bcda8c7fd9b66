import type { DecodedText, Encoding } from '../encoding.ts'
import type { Reader, ReadingGround, SourceFile, Warning } from '../reader.ts'
import { refuse } from '../refusals.ts'
import { decodeMarkup } from './decode-page.ts'
import { readPage } from './page-source.ts'

/** Web pages as browsers save them: the article with its title, day, source and attachments' names. */
export const readHtml: Reader = (bytes, ground) => readHtmlBytes(bytes, ground, null)

/**
 * @param declared the encoding that what holds the page declares for it
 * @throws Refusal damaged-page, and as `readPage`
 */
export async function readHtmlBytes(bytes: Uint8Array, ground: ReadingGround, declared: Encoding | null): Promise<SourceFile> {
  const decoded = decodeMarkup(bytes, { chosen: ground.encoding, outer: declared })
  if (decoded === null) throw refuse('damaged-page', ground.fileName)
  const { source, warnings } = await readPage(decoded.text, ground)
  return { source, mediaType: 'text/html', encoding: decoded.encoding, warnings: [...warnings, ...holesIn(source.text, decoded)] }
}

/** Bytes that could not be read, where they are in what was read: most of a page is not text. */
export function holesIn(text: string, { encoding, undecodable }: DecodedText): Warning[] {
  const holes = text.split('\ufffd').length - 1
  if (undecodable === 0 || holes === 0) return []
  return [
    {
      kind: 'undecodable-bytes',
      message: {
        zh: `有 ${holes} 处字节不属于 ${encoding} 编码，以“�”标出。`,
        en: `${holes} places hold bytes that are not ${encoding}, shown as “�”.`
      }
    }
  ]
}

import type { Reader, Warning } from '../reader.ts'
import { refuse } from '../refusals.ts'
import { encodingOfLabel } from './decode-page.ts'
import { mimeParts, type MimePart } from './mime-parts.ts'
import { readHtmlBytes } from './read-html.ts'

/** A page that was saved with its pictures in one file (.mhtml, .mht): its main part is read as a web page. */
export const readMhtml: Reader = async (bytes, ground) => {
  const { parts, start, isWhole } = mimeParts(bytes, ground.fileName)
  const page = parts.find((part) => isPage(part) && start !== null && part.id === start) ?? parts.find(isPage)
  if (page === undefined) throw refuse('damaged-page', ground.fileName)
  const file = await readHtmlBytes(page.bytes(), ground, page.charset === null ? null : encodingOfLabel(page.charset))
  return { ...file, mediaType: 'multipart/related', warnings: isWhole ? file.warnings : [CUT_OFF, ...file.warnings] }
}

const isPage = ({ type }: MimePart): boolean => type === 'text/html' || type === 'application/xhtml+xml'

const CUT_OFF: Warning = {
  kind: 'cut-off',
  message: {
    zh: '文件没有结尾标记，可能没有保存完整，正文末尾可能缺失。',
    en: 'The file has no end mark: it may not have been saved completely, and the end of the article may be missing.'
  }
}

import type { Warning } from '../reader.ts'
import type { ReadPages } from './ofd-pages.ts'

/** What a person must know of the reading of an OFD. */
export function ofdWarnings({ pages, pictures, apart, missing }: ReadPages, text: string): Warning[] {
  const warnings: Warning[] = []
  const add = (kind: string, zh: string, en: string): void => void warnings.push({ kind, message: { zh, en } })
  if (missing > 0) add('unread-parts', `文件列出的 ${pages.length} 页中有 ${missing} 页缺失。`, `${missing} of the ${pages.length} pages that the file lists are missing.`)
  const scans = pages.filter(({ runs }, index) => runs.length === 0 && pictures[index]!.length > 0).length
  if (scans > 0) add('unread-parts', `有 ${scans} 页只有图片，没有文字，未读入。`, `${scans} pages hold pictures and no text; they were not read.`)
  const apartPages = new Set(apart.map(({ page }) => page)).size
  if (apartPages > 0) {
    add('apart-text', `有 ${apartPages} 页另有水印、签章或模板文字，单独列出，不并入正文。`, `Watermarks, stamps or the text of templates on ${apartPages} pages are listed apart, not in the body.`)
  }
  const codes = text.match(/[\ue000-\uf8ff]/g)?.length ?? 0
  if (codes > 0) add('unread-parts', `有 ${codes} 个字符只有字形、没有文字编码，显示可能不正确。`, `${codes} characters are given by their shapes without a text code and may show wrongly.`)
  return warnings
}

import type { Warning } from '../reader.ts'
import type { PrintedRun } from '../layout/printed-page.ts'
import { meanConfidence, recognisedWarning } from '../recognition/recognised-warning.ts'
import type { ReadPages } from './ofd-pages.ts'

/** What was recognised on pages that are pictures. */
export interface Recognised {
  readonly runs: readonly PrintedRun[]
  /** Pages whose picture could not be decoded. */
  readonly lost: number
}

/** What a person must know of the reading of an OFD. */
export function ofdWarnings({ pages, apart, missing }: ReadPages, text: string, recognised: Recognised): Warning[] {
  const warnings: Warning[] = []
  const add = (kind: string, zh: string, en: string): void => void warnings.push({ kind, message: { zh, en } })
  if (missing > 0) add('unread-parts', `文件列出的 ${pages.length} 页中有 ${missing} 页缺失。`, `${missing} of the ${pages.length} pages that the file lists are missing.`)
  const confidence = meanConfidence(recognised.runs)
  if (confidence !== null) warnings.push(recognisedWarning(confidence))
  if (recognised.lost > 0) add('unread-parts', `有 ${recognised.lost} 页是图片，其格式无法识别，文字缺失。`, `${recognised.lost} pages are pictures that could not be decoded; their text is missing.`)
  const apartPages = new Set(apart.map(({ page }) => page)).size
  if (apartPages > 0) {
    add('apart-text', `有 ${apartPages} 页另有水印、签章或模板文字，单独列出，不并入正文。`, `Watermarks, stamps or the text of templates on ${apartPages} pages are listed apart, not in the body.`)
  }
  const codes = text.match(/[\ue000-\uf8ff]/g)?.length ?? 0
  if (codes > 0) add('unread-parts', `有 ${codes} 个字符只有字形、没有文字编码，显示可能不正确。`, `${codes} characters are given by their shapes without a text code and may show wrongly.`)
  return warnings
}

import type { PrintedRun } from '../layout/printed-page.ts'
import type { Warning } from '../reader.ts'
import type { PdfPage } from './printed-pages.ts'
import { coverage, hasUsableText, inkOf } from './usable-text.ts'

type Pages = readonly (PdfPage | null)[]

/** What a person should know of how a PDF was read. */
export function warningsOf(pages: Pages, recognised: ReadonlyMap<number, readonly PrintedRun[]>): Warning[] {
  const numbers = (holds: (page: PdfPage, index: number) => boolean): number[] => pages.flatMap((page, index) => (page !== null && holds(page, index) ? [index + 1] : []))
  const lost = pages.flatMap((page, index) => (page === null ? [index + 1] : []))
  const unusable = numbers((page) => inkOf(page) !== '' && !hasUsableText(page))
  const scanned = numbers((page, index) => recognised.has(index) && !unusable.includes(index + 1))
  const layered = numbers((page, index) => !recognised.has(index) && page.invisible > 0.5 && coverage(page) > 0.3)
  const kept = pages.filter((page, index): page is PdfPage => page !== null && !unusable.includes(index + 1))
  const unmapped = kept.reduce((sum, page) => sum + page.unmapped, 0)
  const outside = kept.reduce((sum, page) => sum + page.outside, 0)
  return [
    ...about(lost, 'unreadable-page', ['无法读出，文字缺失。', 'could not be read; its text is missing.']),
    ...about(unusable, 'unusable-text-layer', [
      '的文字层不可用（字体把字形对应到了别的字符），改为识别页面图像，请核对原件。',
      'has a text layer of no use (its fonts map glyphs to other characters); the text was recognised from the image of the page. Check it against the original.'
    ]),
    ...about(scanned, 'recognised-page', ['是扫描图像，文字由识别得到，请核对原件。', 'is a scan; its text was recognised from the image. Check it against the original.']),
    ...about(layered, 'recognised-layer', [
      '是扫描图像，文字取自文件里别人识别好的隐藏文字层，可能有误，请核对原件。',
      'is a scan whose text is a hidden layer that somebody’s recognition made; it may hold errors. Check it against the original.'
    ]),
    ...counted(unmapped, 'unmapped-characters', ['个字形没有对应的字符，以“\ufffd”代替。', 'Glyphs that stand for no character, each given as “\ufffd”']),
    ...counted(outside, 'text-outside-page', ['个字符在页面边界之外，看不见，没有读入。', 'Characters beyond the edge of their page, where nobody sees them, that were left out'])
  ]
}

function about(pages: readonly number[], kind: string, [zh, en]: readonly [string, string]): Warning[] {
  if (pages.length === 0) return []
  return [{ kind, message: { zh: `第 ${ranges(pages, '、')} 页${zh}`, en: `Page ${ranges(pages, ', ')} ${en}` } }]
}

function counted(count: number, kind: string, [zh, en]: readonly [string, string]): Warning[] {
  return count === 0 ? [] : [{ kind, message: { zh: `有 ${String(count)} ${zh}`, en: `${en}: ${String(count)}.` } }]
}

/** 1–3, 5 */
function ranges(pages: readonly number[], separator: string): string {
  const found: [number, number][] = []
  for (const page of pages) {
    const last = found.at(-1)
    if (last !== undefined && last[1] === page - 1) last[1] = page
    else found.push([page, page])
  }
  return found.map(([first, last]) => (first === last ? String(first) : `${String(first)}–${String(last)}`)).join(separator)
}

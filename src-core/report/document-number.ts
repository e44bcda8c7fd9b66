import type { Furniture } from '../source/article.ts'
import type { Jurisdiction } from './report.ts'

/** 发文字号 and 发文机关 of formal documents, and who delivers a work report. */

const numberPattern = /[\u3400-\u9fff]{1,10}[〔［\[【（(﹝]\s*(?:19|20)\d\d\s*[〕］\]】）)﹞]\s*(?:第)?\s*\d{1,5}\s*号/

/**
 * The document's own number: in the furniture, or a line of its own near the head. Numbers inside
 * sentences belong to the documents they cite.
 */
export function readDocumentNumber(furniture: readonly Furniture[], text: string): string | null {
  for (const piece of furniture) {
    const found = piece.kind === 'document-number' ? numberPattern.exec(piece.text)?.[0] : undefined
    if (found !== undefined) return found
  }
  for (const line of text.slice(0, 400).split('\n').slice(0, 6)) {
    const trimmed = line.trim()
    if (!trimmed.endsWith('号') && !/号.?$/.test(trimmed)) continue
    const found = numberPattern.exec(trimmed)
    if (found !== null && found[0].length >= trimmed.length - 2) return found[0]
  }
  return null
}

const formalTitle = /关于.{2,120}(?:通知|通报|意见|办法|方案|决定|公告|通告|函|批复|规定|细则|请示|纪要)(?:（.{1,12}）)?$/
const titlePattern = /^([\u3400-\u9fff、（）()]{2,60}?)关于.{2,120}(?:通知|通报|意见|办法|方案|决定|公告|通告|函|批复|规定|细则|报告|请示|纪要|规划|指引|指南|措施)(?:（.{1,12}）)?$/
const deliveredFor = /我(?:谨)?代表([\u3400-\u9fff]{2,24}?)[，,]?向(?:大会|会议)/
const dateLine = /^(?:\d{4}|[二][〇○零].{2})年.{1,4}月.{1,4}日$/

/**
 * 发文机关: of a document with a number, the organ its headline begins with, else the one that
 * signs above the date. Of a work report, whom the speaker speaks for, with the division's name
 * where the text has only 省人民政府.
 */
export function readIssuer(title: string, text: string, context: { documentNumber: string | null; jurisdiction: Jurisdiction | null }): string | null {
  const at = text.slice(0, 1200).search(/我(?:谨)?代表/)
  const speaksFor = at < 0 ? undefined : deliveredFor.exec(text.slice(at, at + 60))?.[1]
  if (speaksFor !== undefined) return withDivision(speaksFor, context.jurisdiction)
  const fromTitle = titlePattern.exec(title)?.[1]
  if (fromTitle !== undefined && isOrgan(fromTitle)) return fromTitle
  return context.documentNumber === null && !formalTitle.test(title) ? null : signature(text)
}

const isOrgan = (name: string): boolean => /(?:政府|委员会|[厅局部委办署会院]|办公室|党组|总会|联合会|工会)(?:等.{1,6})?$/.test(name)

function withDivision(organ: string, jurisdiction: Jurisdiction | null): string {
  if (jurisdiction === null || jurisdiction.level === 'national') return organ
  return /^(?:省|自治区|市|州|盟|县|旗|区)(?=人民政府|政府|委|人大|政协)/.test(organ) ? jurisdiction.name + organ.replace(/^(?:省|自治区|市|州|盟|县|旗|区)/, '') : organ
}

function signature(text: string): string | null {
  const lines = text.slice(-500).split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const at = lines.findLastIndex((line) => dateLine.test(line))
  const signed = at > 0 ? lines[at - 1]! : (/^(.{2,40}?)(?=(?:19|20)\d\d年.{1,2}月.{1,2}日$)/.exec(lines.at(-1) ?? '')?.[1] ?? '')
  return signed.length <= 40 && isOrgan(signed) ? signed : null
}
